"""What came in after a reminder answers it, and nothing answers two."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.sent_reminders import (
    NAME_LIMIT,
    Arrival,
    Channel,
    NewReminder,
    Reminded,
    SentReminder,
    came_after,
    latest,
    problems,
)

JUNE = Month(2022, 6)
TODAY = date(2022, 6, 27)


def _sent(number: int, on: int, *units: str, at: str = "12:00", voided: str = "") -> SentReminder:
    day = date(2022, 6, on)
    reminded = tuple(Reminded(unit, 2, 0) for unit in units)
    when = f"{day}T{at}:00+08:00"
    return SentReminder(
        number, JUNE, Stage.URGE, day, Channel.GROUP, "李主任", "", when, reminded, voided=voided
    )


def _came(unit: str, on: int, at: str = "09:00") -> Arrival:
    day = date(2022, 6, on)
    return Arrival(unit, day, f"{day}T{at}:00+08:00")


def test_a_draft_answers_the_last_reminder_before_it() -> None:
    sent = [_sent(1, 15, "甲", "乙"), _sent(2, 25, "甲")]
    came = came_after(
        sent, [_came("甲", 14), _came("甲", 18), _came("甲", 26), _came("乙", 26), _came("丙", 26)]
    )
    assert came == {(1, "甲"): 1, (2, "甲"): 1, (1, "乙"): 1}


def test_on_the_day_itself_the_hour_decides() -> None:
    came = came_after([_sent(1, 15, "甲")], [_came("甲", 15, "11:59"), _came("甲", 15, "12:01")])
    assert came == {(1, "甲"): 1}


def test_a_reminder_that_was_struck_out_is_answered_by_nothing() -> None:
    assert came_after([_sent(1, 15, "甲", voided="记错")], [_came("甲", 18)]) == {}
    assert latest([_sent(1, 15, "甲"), _sent(2, 25, "甲", voided="记错")])["甲"].id == 1


_units = st.sampled_from("甲乙丙")
_reminders = st.lists(st.tuples(st.integers(1, 30), st.sets(_units, min_size=1)), max_size=6)
_arrivals = st.lists(st.builds(_came, _units, st.integers(1, 30), st.sampled_from(["09:00", "15:00"])))


@given(_reminders, _arrivals)
def test_no_draft_answers_two_reminders_and_none_that_came_late_is_lost(
    days: list[tuple[int, set[str]]], arrivals: list[Arrival]
) -> None:
    sent = [_sent(number, day, *sorted(units)) for number, (day, units) in enumerate(days)]
    came = came_after(sent, arrivals)
    later = Counter(
        each.unit
        for each in arrivals
        if any(reminder.names(each.unit) and each.is_after(reminder) for reminder in sent)
    )
    answered: Counter[str] = Counter()
    for (_, unit), number in came.items():
        answered[unit] += number
    assert answered == later


def _new(**facts: object) -> NewReminder:
    said: dict[str, object] = {
        "month": JUNE,
        "stage": Stage.URGE,
        "sent_on": TODAY,
        "channel": Channel.PHONE,
        "sent_by": "李主任",
        "units": ("甲",),
    }
    return NewReminder(**(said | facts))  # type: ignore[arg-type]  # as the test says


@pytest.mark.parametrize(
    ("facts", "field", "reason"),
    [
        ({"sent_on": date(2022, 6, 28)}, "sent_on", "future"),
        ({"sent_on": date(2022, 5, 31)}, "sent_on", "before_month"),
        ({"sent_by": ""}, "sent_by", "missing"),
        ({"sent_by": "李" * (NAME_LIMIT + 1)}, "sent_by", "too_long"),
        ({"remark": "长" * 201}, "sent_remark", "too_long"),
        ({"units": ()}, "reminded", "nobody"),
    ],
)
def test_a_record_that_can_not_be_is_refused(facts: dict[str, object], field: str, reason: str) -> None:
    assert [(each.field, each.reason) for each in problems(_new(**facts), TODAY)] == [(field, reason)]


def test_a_record_that_can_be_is_taken() -> None:
    assert list(problems(_new(), TODAY)) == []

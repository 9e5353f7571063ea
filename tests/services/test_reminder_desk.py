"""Who was reminded, when, by whom and how; and what is still to do about it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinshi_desk.domain.errors import AlreadyDecided, MonthClosed, NotFileable, ReasonMissing
from jinshi_desk.domain.reminder_wordings import Occasion
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.sent_reminders import Channel, NewReminder
from jinshi_desk.domain.units import Exemption
from jinshi_desk.domain.working_days import Holiday
from jinshi_desk.services.front import FrontDesk, TodoCount, TodoKind
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.reminder_wordings import WordingDesk, shipped_wordings
from jinshi_desk.services.reminders import DueReminder, due_reminder
from jinshi_desk.services.shapes import quota_json
from tests.office import JUNE, MAY, Office, unit_id


def _sent(office: Office, *units: str, stage: Stage = Stage.URGE, **facts: object) -> NewReminder:
    new = NewReminder(JUNE, stage, office.day, Channel.GROUP, "李主任", tuple(map(unit_id, units)))
    return replace(new, **facts)  # type: ignore[arg-type]  # as the test says


@pytest.fixture
def begun(office: Office) -> Office:
    """The 27th of June; 药山镇 has one draft of two."""
    office.day = date(2022, 6, 27)
    office.log(unit="药山镇", received="2022-06-10")
    return office


def _all_owing(office: Office) -> tuple[str, ...]:
    return tuple(standing.unit.id for standing in office.reminders.owing(JUNE))


def test_what_a_unit_owed_stays_with_the_reminder(begun: Office) -> None:
    begun.reminders.record(_sent(begun, "药山镇", "新洲镇", sent_by=" 李主任\n", remark="已接 电话 "))
    begun.log(unit="药山镇", received="2022-06-27")
    (sent,) = begun.reminders.sent(JUNE)
    assert [(each.unit, each.quota, each.counted, each.missing) for each in sent.reminded] == [
        (unit_id("药山镇"), 2, 1, 1),
        (unit_id("新洲镇"), 2, 0, 2),
    ]
    assert (sent.sent_by, sent.remark) == ("李主任", "已接 电话")


def test_what_came_after_is_told_of_the_last_reminder(begun: Office) -> None:
    begun.day = date(2022, 6, 16)
    begun.reminders.record(_sent(begun, "药山镇", "新洲镇", stage=Stage.REMIND))
    begun.day = date(2022, 6, 27)
    begun.log(unit="新洲镇", received="2022-06-20", accepted=False)
    begun.reminders.record(_sent(begun, "新洲镇", channel=Channel.PHONE))
    begun.day = date(2022, 6, 28)
    begun.log(unit="新洲镇", received="2022-06-28")
    begun.log(unit="新洲镇", received="2022-06-28")
    answers = begun.reminders.answers(JUNE)
    assert {unit: (each.reminder.stage, each.came) for unit, each in answers.items()} == {
        unit_id("药山镇"): (Stage.REMIND, 0),
        unit_id("新洲镇"): (Stage.URGE, 2),
    }
    history = begun.reminders.history(unit_id("新洲镇"))
    assert [(each.reminder.channel, each.came) for each in history] == [
        (Channel.PHONE, 2),
        (Channel.GROUP, 1),
    ]


def test_a_unit_that_owes_nothing_is_not_reminded(begun: Office) -> None:
    begun.quota.exempt(Exemption(unit_id("药山镇"), JUNE, "防汛", "王部长"))
    with pytest.raises(NotFileable) as refused:
        begun.reminders.record(_sent(begun, "药山镇", "研究室", "新洲镇"))
    (problem,) = refused.value.args[0]
    assert (problem.reason, problem.detail) == ("owes_nothing", "药山镇、研究室")
    assert begun.reminders.sent() == ()


def test_a_record_can_be_undone_or_struck_out_once(begun: Office) -> None:
    begun.reminders.record(_sent(begun, "药山镇"))
    begun.undo.last()
    assert begun.reminders.answers(JUNE) == {}
    again = begun.reminders.record(_sent(begun, "药山镇"))
    with pytest.raises(ReasonMissing):
        begun.reminders.void(again, " ")
    begun.reminders.void(again, "记错了单位")
    assert begun.reminders.answers(JUNE) == {}
    assert [each.voided for each in begun.reminders.sent(JUNE)] == ["撤销登记", "记错了单位"]
    with pytest.raises(AlreadyDecided):
        begun.reminders.void(again, "再作废")
    begun.undo.last()
    assert set(begun.reminders.answers(JUNE)) == {unit_id("药山镇")}


def test_a_closed_month_keeps_its_reminders(begun: Office) -> None:
    begun.day = date(2022, 7, 8)
    sent = begun.reminders.record(_sent(begun, "药山镇", stage=Stage.OVERDUE))
    begun.close(MAY, JUNE)
    with pytest.raises(MonthClosed):
        begun.reminders.record(_sent(begun, "新洲镇", stage=Stage.FINAL))
    with pytest.raises(MonthClosed):
        begun.reminders.void(sent, "记错了")
    with pytest.raises(MonthClosed):
        begun.undo.last()


@pytest.mark.parametrize(
    "act",
    [
        "DELETE FROM reminder",
        "UPDATE reminder SET sent_by = '别人'",
        "DELETE FROM reminder_unit",
        "UPDATE reminder_unit SET counted = 0",
    ],
)
def test_the_file_itself_keeps_what_was_recorded(begun: Office, act: str) -> None:
    begun.reminders.record(_sent(begun, "药山镇"))
    begun.store.close()
    with (
        closing(sqlite3.connect(begun.store.file)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"struck out|stays on record"),
    ):
        connection.execute(act)


# ---- what is to do


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2022, 6, 14), None),
        (date(2022, 6, 15), Stage.REMIND),
        (date(2022, 6, 27), Stage.URGE),
        (date(2022, 7, 1), Stage.OVERDUE),
        (date(2022, 7, 5), Stage.FINAL),
        (date(2022, 7, 6), None),
    ],
)
def test_a_reminder_is_due_on_its_day_until_it_is_recorded(
    begun: Office, day: date, stage: Stage | None
) -> None:
    begun.day = day
    due = due_reminder(begun.store, day)
    assert (due and due.stage) is stage
    if stage is not None:
        assert due == DueReminder(JUNE, stage, 56)
        begun.reminders.record(_sent(begun, stage=stage, units=_all_owing(begun)))
        assert due_reminder(begun.store, day) is None


def test_units_that_were_left_out_are_still_to_do(begun: Office) -> None:
    begun.reminders.record(_sent(begun, units=_all_owing(begun)[3:]))
    assert due_reminder(begun.store, begun.day) == DueReminder(JUNE, Stage.URGE, 3)


def test_an_earlier_stage_does_not_stand_for_a_later_one(begun: Office) -> None:
    begun.reminders.record(_sent(begun, stage=Stage.REMIND, units=_all_owing(begun)))
    assert due_reminder(begun.store, begun.day) == DueReminder(JUNE, Stage.URGE, 56)


def test_where_the_close_day_is_off_the_last_call_is_due_before(begun: Office) -> None:
    begun.holidays.replace(2022, [Holiday(date(2022, 7, day), name="停电") for day in (4, 5)])
    assert due_reminder(begun.store, date(2022, 6, 30)) == DueReminder(JUNE, Stage.URGE, 56)
    due = due_reminder(begun.store, date(2022, 7, 1))
    assert due is not None
    assert due.stage is Stage.FINAL


def test_an_office_without_drafts_reminds_nobody(office: Office) -> None:
    assert due_reminder(office.store, date(2022, 6, 27)) is None


def test_the_bar_says_which_reminder_is_due_instead_of_who_owes(begun: Office) -> None:
    def todos() -> dict[TodoKind, TodoCount]:
        return {todo.kind: todo for todo in FrontDesk(begun.store, begun.today).todos(JUNE)}

    assert todos()[TodoKind.REMINDER].reminder == DueReminder(JUNE, Stage.URGE, 56)
    assert TodoKind.OWING not in todos()
    begun.reminders.record(_sent(begun, units=_all_owing(begun)))
    assert TodoKind.REMINDER not in todos()
    assert todos()[TodoKind.OWING].number == 56


# ---- agreement


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["药山镇", "新洲镇", "白衣镇"]), st.booleans()), max_size=4))
def test_reminders_are_for_those_who_owe_in_the_figures(begun: Office, mail: list[tuple[str, bool]]) -> None:
    for unit, accepted in mail:
        begun.log(unit=unit, accepted=accepted)
    figures = quota_json(begun.figures())
    assert _all_owing(begun) == tuple(unit for unit, row in figures.items() if row["missing"])
    begun.reminders.record(_sent(begun, units=_all_owing(begun)))
    listed = [
        row for row in ListDesk(begun.store).records("reminders", Scope(JUNE)) if row["came_after"] == 0
    ]
    last = max(row["id"] for row in listed)
    assert {row["unit"]: row["missing"] for row in listed if row["id"] == last} == {
        unit: row["missing"] for unit, row in figures.items() if row["missing"]
    }


# ---- the office's own words


def test_own_words_are_used_until_the_shipped_ones_are_back(office: Office) -> None:
    desk, shipped = WordingDesk(office.store, office.undo), shipped_wordings()
    desk.keep({**shipped, Occasion.URGE: " ｛单位｝还没报齐。\n"})
    assert office.reminders.wordings()[Occasion.URGE] == "{单位}还没报齐。"
    assert office.reminders.wordings()[Occasion.REMIND] == shipped[Occasion.REMIND]
    desk.keep(shipped)
    assert office.reminders.wordings() == shipped
    assert office.store.settings.get("reminder.urge") == ""
    office.undo.last()
    assert office.reminders.wordings()[Occasion.URGE] == "{单位}还没报齐。"


def test_words_that_name_nobody_are_not_kept(office: Office) -> None:
    desk = WordingDesk(office.store, office.undo)
    assert [each.reason for each in desk.check("请抓紧")] == ["no_units"]
    with pytest.raises(NotFileable):
        desk.keep({**shipped_wordings(), Occasion.FINAL: "请抓紧"})
    assert office.reminders.wordings() == shipped_wordings()

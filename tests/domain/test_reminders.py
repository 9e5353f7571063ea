from collections.abc import Sequence
from datetime import date

import pytest

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Count, Standing
from jinshi_desk.domain.reminders import Stage, due, forms_wanted, last_call, reminder, stage
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.domain.working_days import Holiday, calendar_of
from jinshi_desk.services.reminder_wordings import shipped_wordings

JUNE = Month(2022, 6)
CLOSES = date(2022, 7, 5)


def _owing(name: str, sent: int = 0, quota: int = 2) -> Standing:
    unit = Unit(name, name, Group.TOWN, 1, Month(2022, 1))
    return Standing(unit, Count(received=sent, valid=sent, weighted=sent), quota)


def _text(asked: Stage, today: date, owing: Sequence[Standing] = (_owing("药山镇", 1),)) -> str:
    return reminder(asked, JUNE, owing, today, CLOSES, shipped_wordings())


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2022, 5, 30), Stage.REMIND),
        (date(2022, 6, 15), Stage.REMIND),
        (date(2022, 6, 25), Stage.URGE),
        (date(2022, 6, 30), Stage.URGE),
        (date(2022, 7, 1), Stage.OVERDUE),
        (date(2022, 7, 4), Stage.OVERDUE),
        (date(2022, 7, 5), Stage.FINAL),
        (date(2023, 1, 1), Stage.FINAL),
    ],
)
def test_the_day_decides_how_pressing_a_reminder_is(today: date, expected: Stage) -> None:
    assert stage(JUNE, today, CLOSES) is expected


def test_from_the_middle_of_the_month_on_it_says_so() -> None:
    assert _text(Stage.REMIND, date(2022, 6, 15)) == (
        "【组工信息报送提醒】6月已过半，截至6月15日，以下单位本月报送不足2条：药山镇（1条）。"
        "请于6月30日前报送，报送时一并提交信息审批表。——市委组织部研究室"
    )
    assert _text(Stage.REMIND, date(2022, 6, 8)).startswith("【组工信息报送提醒】截至6月8日，以下单位")
    assert _text(Stage.REMIND, date(2022, 7, 8)).startswith("【组工信息报送提醒】以下单位")


def test_towards_its_end_it_urges() -> None:
    assert _text(Stage.URGE, date(2022, 6, 25), (_owing("药山镇", 1), _owing("新洲镇"))) == (
        "【催报】以下单位6月信息仍未达到2条：药山镇（1条）、新洲镇（0条）。"
        "月底前未报齐的将在通报中列明。——市委组织部研究室"
    )


def test_on_the_close_day_it_is_told_that_it_is_the_last() -> None:
    assert _text(Stage.FINAL, date(2022, 7, 5)) == (
        "【最后提醒】6月补报7月5日截止，以下单位6月信息仍未达到2条：药山镇（1条）。"
        "截止后不再计入6月，并在通报中列明。——市委组织部研究室"
    )
    assert _text(Stage.FINAL, date(2022, 7, 6)) == _text(Stage.OVERDUE, date(2022, 7, 6))


def test_after_it_only_what_is_still_possible_is_asked_for() -> None:
    assert "请于7月5日前补报，逾期不再计入6月" in _text(Stage.OVERDUE, date(2022, 7, 5))
    late = _text(Stage.OVERDUE, date(2022, 7, 6))
    assert "补报" not in late
    assert late.startswith(
        "【逾期未报】截至7月5日，以下单位6月信息未达到2条：药山镇（1条），将在6月通报中列明。"
    )


def test_units_of_different_duties_are_not_told_one_figure() -> None:
    owing = (_owing("药山镇"), _owing("市司法局", quota=1))
    assert "仍未达到月度任务：" in _text(Stage.URGE, date(2022, 6, 25), owing)


def test_where_nobody_owes_there_is_nothing_to_say() -> None:
    assert _text(Stage.URGE, date(2022, 6, 25), ()) == ""
    assert forms_wanted(JUNE, {}, required=True) == ""


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2022, 6, 14), None),
        (date(2022, 6, 15), Stage.REMIND),
        (date(2022, 6, 24), Stage.REMIND),
        (date(2022, 6, 25), Stage.URGE),
        (date(2022, 6, 30), Stage.URGE),
        (date(2022, 7, 1), Stage.OVERDUE),
        (date(2022, 7, 5), Stage.FINAL),
        (date(2022, 7, 6), None),
    ],
)
def test_a_stage_stays_to_do_until_the_next(today: date, expected: Stage | None) -> None:
    assert due(JUNE, today, CLOSES, last_call(CLOSES)) is expected


def test_the_last_call_is_on_the_last_working_day() -> None:
    assert last_call(date(2022, 7, 5)) == date(2022, 7, 5)
    assert last_call(date(2022, 6, 5)) == date(2022, 6, 3)  # a Sunday
    off = [Holiday(date(2022, 6, 3), name="端午节")]
    assert last_call(date(2022, 6, 5), calendar_of(off)) == date(2022, 6, 2)


def test_in_a_week_off_the_last_call_is_on_the_close_day() -> None:
    week = [Holiday(date(2022, 10, day), name="国庆节") for day in range(1, 8)]
    assert last_call(date(2022, 10, 5), calendar_of(week)) == date(2022, 10, 5)


def test_the_offices_own_words_are_filled_in() -> None:
    own = dict.fromkeys(shipped_wordings(), "{家数}家：{单位}，{月份}{任务}，{今天}到{截止日}")
    said = reminder(Stage.URGE, JUNE, [_owing("药山镇", 1)], date(2022, 6, 25), CLOSES, own)
    assert said == "1家：药山镇（1条），6月2条，6月25日到6月30日"

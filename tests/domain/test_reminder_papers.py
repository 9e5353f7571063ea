"""What a printed reminder asks, and of whom."""

from datetime import date

import pytest

from jinshi_desk.domain import phones
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.reminder_papers import Owing, ReminderSheet
from jinshi_desk.domain.units import Group

JUNE = Month(2022, 6)
NOTHING_SENT = Owing("新洲镇", Group.TOWN, "陈志远", "0736-4200000", 2, 0)
ONE_SENT = Owing("药山镇", Group.TOWN, "", "", 2, 1)


def a_sheet(as_of: date) -> ReminderSheet:
    return ReminderSheet(JUNE, as_of, date(2022, 7, 5), "研究室", (NOTHING_SENT, ONE_SENT))


def test_during_the_month_drafts_are_asked_until_its_end() -> None:
    sheet = a_sheet(date(2022, 6, 25))
    assert sheet.text == (
        "截至2022年6月25日，以下2家单位6月组工信息未达到月度任务。"
        "请于6月30日前报齐，报送时一并提交信息审批表；未报齐的将在通报中列明。"
    )
    assert sheet.text_for(ONE_SENT).startswith(
        "截至2022年6月25日，你单位6月有效报送组工信息1条，月度任务2条，还缺1条。请于6月30日前报齐"
    )
    assert "你单位6月尚未有效报送组工信息，月度任务2条，还缺2条。" in sheet.text_for(NOTHING_SENT)


@pytest.mark.parametrize("day", [1, 5])
def test_after_the_month_they_are_asked_until_the_close_day(day: int) -> None:
    sheet = a_sheet(date(2022, 7, day))
    assert sheet.deadline == date(2022, 7, 5)
    assert sheet.text.endswith("请于7月5日前补报，逾期不再计入6月，并在通报中列明。")


def test_after_the_close_day_nothing_is_asked_any_more() -> None:
    assert a_sheet(date(2022, 7, 6)).text.endswith("补报期已过，将在6月通报中列明。")


def test_who_sent_more_than_is_owed_misses_nothing() -> None:
    assert Owing("药山镇", Group.TOWN, "", "", 2, 3).missing == 0


@pytest.mark.parametrize(
    ("phone", "printed"),
    [
        ("0736-4200000", "0736-4200000"),
        ("4200000", "4200000"),
        ("13812345678", "138****5678"),
        ("138 1234 5678", "138****5678"),
        ("办0736-4200000，手机13812345678", "办0736-4200000，手机138****5678"),
        ("112345678901", "112345678901"),
        ("", ""),
    ],
)
def test_the_middle_of_a_mobile_number_never_leaves_the_office(phone: str, printed: str) -> None:
    assert phones.printed(phone) == printed

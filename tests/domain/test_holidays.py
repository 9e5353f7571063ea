"""The office's table of days off: read from the notice as it is pasted, and what it makes of working days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.holiday_notices import read_notice, written
from jinshi_desk.domain.working_days import Holiday, calendar_of, problems, working_days_after

NOTICE_2022 = """\
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2022年部分节假日安排通知如下。
一、元旦：2022年1月1日至3日放假，共3天。
二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。
三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。
四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。
五、端午节：6月3日至5日放假，共3天。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
"""


def days(text: str, year: int = 2022) -> list[str]:
    found = read_notice(text, year).days
    return [f"{each.day:%y%m%d}{'班' if each.working else '休'}" for each in found]


def test_the_notice_is_read_as_it_is_pasted() -> None:
    reading = read_notice(NOTICE_2022, 2022)
    assert reading.unread == ()
    assert sum(not each.working for each in reading.days) == 3 + 7 + 3 + 5 + 3
    assert [f"{each.day:%m%d}" for each in reading.days if each.working] == [
        "0129",
        "0130",
        "0402",
        "0424",
        "0507",
    ]
    names = {each.name for each in reading.days}
    assert names == {"元旦", "春节", "清明节", "劳动节", "端午节"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022-06-03", ["220603休"]),
        ("2022/4/2", ["220402班"]),  # a Saturday: only being worked changes anything
        ("20220603", ["220603休"]),
        ("6.3", ["220603休"]),
        ("6月3日\t休", ["220603休"]),
        ("端午\t2022-06-03\t放假", ["220603休"]),
        ("上班：4月2日、24日", ["220402班", "220424班"]),
        ("６月３日放假", ["220603休"]),
        ("2022年12月31日至2023年1月2日放假", ["221231休", "230101休", "230102休"]),
        ("12月31日至1月2日放假", ["221231休", "230101休", "230102休"]),
        ("1月1日（周三）放假1天，不调休", ["220101休"]),
        ("10月1日—3日放假，10月8日调休上班", ["221001休", "221002休", "221003休", "221008班"]),
        ("共7天", []),
        ("日期", []),
    ],
)
def test_a_line_says_its_days(text: str, found: list[str]) -> None:
    assert days(text) == found
    assert read_notice(text, 2022).unread == ()


@pytest.mark.parametrize("line", ["2月30日放假", "13月1日放假", "1月1日至6月30日放假", "2022-13-01"])
def test_a_day_that_does_not_exist_is_handed_back(line: str) -> None:
    assert read_notice(f"6月3日放假\n{line}", 2022) == read_notice("6月3日放假", 2022).__class__(
        (Holiday(date(2022, 6, 3)),), (line,)
    )


YEAR_OF_DAYS = st.dictionaries(
    st.dates(date(2022, 1, 1), date(2022, 12, 31)),
    st.sampled_from(["", "元旦", "春节", "国庆节"]),
    max_size=40,
)


@given(YEAR_OF_DAYS, st.booleans())
def test_a_table_reads_back_as_it_was_written(table: dict[date, str], working: bool) -> None:
    holidays = sorted(Holiday(day, working and day.weekday() > 4, name) for day, name in table.items())
    assert list(read_notice(written(holidays), 2022).days) == holidays


def test_the_table_moves_a_deadline() -> None:
    calendar = calendar_of(read_notice(NOTICE_2022, 2022).days)
    returned = date(2022, 1, 27)  # the Thursday before 春节
    assert working_days_after(returned, 3) == date(2022, 2, 1)
    assert working_days_after(returned, 3, calendar) == date(2022, 1, 30)  # Friday, and the worked weekend
    assert working_days_after(date(2022, 1, 30), 1, calendar) == date(2022, 2, 7)


@given(st.dates(date(2022, 1, 1), date(2022, 12, 1)), st.integers(1, 9), st.data())
def test_a_deadline_leaves_just_so_many_working_days(day: date, number: int, data: st.DataObject) -> None:
    table = data.draw(st.lists(st.dates(date(2022, 1, 1), date(2022, 12, 31)), max_size=30))
    calendar = calendar_of(Holiday(each, each.weekday() > 4) for each in table)
    end = working_days_after(day, number, calendar)
    between = [date.fromordinal(each) for each in range(day.toordinal() + 1, end.toordinal() + 1)]
    assert sum(map(calendar.is_working, between)) == number
    assert calendar.is_working(end)


@pytest.mark.parametrize(
    ("year", "table", "reason"),
    [
        (2022, [Holiday(date(2022, 6, 4)), Holiday(date(2022, 6, 4), True)], ("holidays", "both")),
        (2022, [Holiday(date(2022, 1, 27), True)], ("holidays", "worked_anyway")),
        (1922, [], ("year", "out_of_range")),
    ],
)
def test_a_table_that_cannot_be_right_is_refused(
    year: int, table: list[Holiday], reason: tuple[str, str]
) -> None:
    assert [(problem.field, problem.reason) for problem in problems(year, table)] == [reason]

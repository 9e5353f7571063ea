"""Months, points, ranks, working days and texts, written and read."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain import points, ranking
from jinshi_desk.domain.drafts import clean_line, clean_text, title_key
from jinshi_desk.domain.errors import BadMonth
from jinshi_desk.domain.figures import percent, permille
from jinshi_desk.domain.months import Month, months_of, year_to
from jinshi_desk.domain.working_days import working_days_after

MONTHS = st.builds(Month, st.integers(1950, 2050), st.integers(1, 12))


@given(MONTHS, st.integers(-500, 500))
def test_months_count_forward_and_back(month: Month, number: int) -> None:
    assert month.plus(number).plus(-number) == month
    assert month.previous().next() == month
    assert Month.parse(str(month)) == month


@given(MONTHS, MONTHS)
def test_months_stand_in_the_order_of_their_days(one: Month, other: Month) -> None:
    assert (one < other) == (one.last_day < other.first_day)
    assert (str(one) < str(other)) == (one < other)


@pytest.mark.parametrize(
    "text", ["2022-13", "2022-00", "2022-6", "2022/06", "1899-12", "2101-01", "", "２０２２-06", "2022-06\n"]
)
def test_what_is_not_a_month_is_refused_by_its_text(text: str) -> None:
    with pytest.raises(BadMonth) as refused:
        Month.parse(text)
    assert refused.value.args == (text,)


def test_a_month_knows_its_days_its_name_and_its_year() -> None:
    february = Month(2024, 2)
    assert (february.last_day, february.label) == (date(2024, 2, 29), "2024年2月")
    assert list(year_to(february)) == [Month(2024, 1), february]
    assert len(months_of(2024)) == 12


@pytest.mark.parametrize(
    ("cents", "plain", "signed"),
    [
        (750, "7.5", "+7.5"),
        (-150, "−1.5", "−1.5"),
        (200, "2", "+2"),
        (0, "0", "0"),
        (5, "0.05", "+0.05"),
        (-5, "−0.05", "−0.05"),
        (100_000, "1000", "+1000"),
    ],
)
def test_points_are_written_without_trailing_zeros(cents: int, plain: str, signed: str) -> None:
    assert (points.plain(cents), points.signed(cents)) == (plain, signed)


def test_points_leave_as_numbers_and_enter_exactly() -> None:
    assert points.in_points(750) == 7.5
    assert points.to_cents(Decimal("1.125")) == 113
    assert points.to_cents(Decimal("-1.125")) == -113


@given(st.dictionaries(st.text(max_size=3), st.integers(-5, 5), max_size=8))
def test_a_rank_is_one_more_than_the_number_ahead(scores: dict[str, int]) -> None:
    found = ranking.ranks(scores, scores)
    assert found == {
        key: 1 + sum(other > score for other in scores.values()) for key, score in scores.items()
    }


def test_who_is_not_in_the_contest_gets_no_rank_and_takes_none() -> None:
    assert ranking.ranks({"研究室": 90, "甲": 50, "乙": 40}, ["甲", "乙"]) == {
        "研究室": None,
        "甲": 1,
        "乙": 2,
    }


@pytest.mark.parametrize(
    ("returned", "days", "deadline"),
    [
        (date(2022, 6, 10), 3, date(2022, 6, 15)),  # a Friday
        (date(2022, 6, 11), 1, date(2022, 6, 13)),  # a Saturday
        (date(2022, 6, 13), 3, date(2022, 6, 16)),
    ],
)
def test_working_days_are_counted_from_the_day_after(returned: date, days: int, deadline: date) -> None:
    assert working_days_after(returned, days) == deadline


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(51, 55, "92.7%"), (1, 1, "100%"), (1, 8, "12.5%"), (1, 2000, "0.1%"), (0, 3, "0%")],
)
def test_a_share_is_written_with_one_decimal_at_most(part: int, whole: int, written: str) -> None:
    share = permille(part, whole)
    assert share is not None
    assert percent(share) == written


def test_there_is_no_share_of_nothing() -> None:
    assert permille(0, 0) is None


@pytest.mark.parametrize(
    "other",
    [
        "药山镇：党员“屋场会”开进农家",
        "药山：党员「屋场会」 开进农家！",
        "党员屋场会开进农家",
        "药山镇:党员屋场会开进农家",
    ],
)
def test_titles_that_differ_in_unit_and_punctuation_only_are_the_same(other: str) -> None:
    names = ("药山镇", "药山")
    assert title_key(other, names) == title_key("党员“屋场会”开进农家", names)


def test_a_title_that_is_a_units_name_alone_keeps_it() -> None:
    assert title_key("药山镇：", ("药山镇",)) == "药山镇"
    assert title_key("新洲镇：药山经验", ("药山镇",)) == "新洲镇药山经验"


def test_what_a_line_can_not_hold_is_cleaned_away() -> None:
    assert clean_line("  党建\r\n引领\t\x00治理\u202e ") == "党建 引领 治理"
    assert clean_text("第一段\r\n第二段\r第三段\ud800\ufeff") == "第一段\n第二段\n第三段"

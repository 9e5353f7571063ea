"""趋势 as values: sums, rates and the scale they are drawn on."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Count
from jinshi_desk.domain.trends import (
    EVERYONE,
    Amounts,
    Measure,
    MonthTrend,
    Trends,
    Whose,
    scale,
    series,
    total,
)
from jinshi_desk.domain.units import Group

NOBODY = dict.fromkeys(Group, Amounts())


def a_month(month: Month, *, closed: bool = True, **towns: int) -> MonthTrend:
    """A month in which the towns alone did something, all of it 药山镇."""
    amounts = Amounts(**towns)
    return MonthTrend(month, closed, NOBODY | {Group.TOWN: amounts}, {"ys": amounts})


def a_year(year: int, **months: MonthTrend) -> tuple[MonthTrend | None, ...]:
    """Twelve months, those given by name (``m3``) and none else."""
    return tuple(months.get(f"m{number}") for number in range(1, 13))


@pytest.fixture
def trends() -> Trends:
    """January to March of 2022, the last still open, and all of 2021 but its April."""
    now = {
        f"m{number}": a_month(Month(2022, number), closed=number < 3, valid=10 * number, adopted_of_valid=5)
        for number in (1, 2, 3)
    }
    before = {
        f"m{number}": a_month(Month(2021, number), valid=number, adopted_of_valid=1)
        for number in range(1, 13)
        if number != 4
    }
    return Trends(2022, a_year(2022, **now), a_year(2021, **before))


def test_both_years_are_added_up_over_the_months_that_this_year_has(trends: Trends) -> None:
    found = series(trends, Measure.VALID)
    assert found.compared == (1, 2, 3)
    assert (found.sum_now, found.sum_before) == (60, 6)
    assert found.changes[:4] == (9, 18, 27, None)


def test_no_sum_is_compared_with_a_year_that_lacks_one_of_its_months(trends: Trends) -> None:
    april = a_month(Month(2022, 4), valid=1)
    longer = replace(trends, now=(*trends.now[:3], april, *trends.now[4:]))
    found = series(longer, Measure.VALID)
    assert (found.sum_now, found.sum_before) == (61, None)


def test_months_that_may_still_move_are_told(trends: Trends) -> None:
    assert [number for number, is_open in enumerate(series(trends, Measure.VALID).is_open, 1) if is_open] == [
        3
    ]


def test_the_rate_of_several_months_is_that_of_all_their_drafts_not_the_mean_of_rates(trends: Trends) -> None:
    found = series(trends, Measure.RATE)
    assert found.now[:3] == (500, 250, 167)
    assert found.sum_now == 250


def test_there_is_no_rate_where_nothing_was_valid() -> None:
    assert Amounts().of(Measure.RATE) is None


def test_one_month_without_its_numerator_leaves_the_year_without_a_rate(trends: Trends) -> None:
    assert (
        total([Amounts(valid=2, adopted_of_valid=1), Amounts(valid=2, adopted_of_valid=None)]).of(
            Measure.RATE
        )
        is None
    )


def test_a_unit_has_no_amount_in_a_month_it_was_not_listed_in(trends: Trends) -> None:
    assert series(trends, Measure.VALID, Whose(unit="ys")).now[:3] == (10, 20, 30)
    unknown = series(trends, Measure.VALID, Whose(unit="by"))
    assert unknown.is_empty
    assert (unknown.compared, unknown.sum_now) == ((), None)


def test_the_groups_add_up_to_everyone(trends: Trends) -> None:
    assert series(trends, Measure.VALID, Whose(Group.TOWN)).now == series(trends, Measure.VALID, EVERYONE).now
    assert series(trends, Measure.VALID, Whose(Group.BUREAU)).is_empty


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (Count(received=3, valid=2, adopted=2, valid_adopted=1), 1),
        (Count(received=3, valid=2, adopted=2), None),
        (Count(received=2, valid=2, adopted=2), 2),
        (Count(received=3, valid=2, adopted=0), 0),
        (Count(received=3, valid=0, adopted=2), 0),
        (Count(), 0),
    ],
)
def test_what_an_older_month_kept_tells_the_numerator_or_nothing_does(count: Count, told: int | None) -> None:
    assert count.adopted_of_valid == told


@given(
    measure=st.sampled_from(Measure), values=st.lists(st.none() | st.integers(-99_999, 99_999), max_size=24)
)
def test_a_scale_holds_zero_and_every_value_in_a_few_round_steps(
    measure: Measure, values: list[int | None]
) -> None:
    marks = scale(measure, values)
    assert 2 <= len(marks) <= 6
    assert 0 in marks
    (step,) = {after - before for before, after in itertools.pairwise(marks)}
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert all(marks[0] <= value <= marks[-1] for value in values if value is not None)

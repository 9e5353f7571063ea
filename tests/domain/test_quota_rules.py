"""The monthly duty: what a unit's month amounts to, and what that costs (§4, §3.6)."""

from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk.domain.drafts import quota_month
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Count, Standing, State, counts_for_quota, entries, longest_run, standings
from jinshi_desk.domain.rules import CountBasis, RuleSet
from jinshi_desk.domain.units import Group, Unit
from tests.office import JULY, JUNE, MAY

XINZHOU = Unit("XZ", "新洲镇", Group.TOWN, 0, Month(2022, 1))


def a_month(
    *, quota: int = 2, exempt: bool = False, valid: int = 0, received: int | None = None, late: int = 0
) -> Standing:
    count = Count(
        received=valid if received is None else received,
        valid=valid,
        late=late,
        weighted=valid,
        weighted_late=late,
    )
    return Standing(XINZHOU, count, quota, exempt)


@pytest.mark.parametrize(
    ("month", "state", "missing"),
    [
        (a_month(valid=3), State.COMPLETED, 0),
        (a_month(valid=2), State.COMPLETED, 0),
        (a_month(valid=3, late=1), State.COMPLETED, 0),
        (a_month(valid=2, late=1), State.COMPLETED_LATE, 0),
        (a_month(valid=1), State.SHORT, 1),
        (a_month(received=2), State.SHORT, 2),
        (a_month(), State.ZERO_REPORT, 2),
        (a_month(exempt=True), State.EXEMPT, 0),
        (a_month(exempt=True, quota=0), State.EXEMPT, 0),
        (a_month(quota=0), None, 0),
    ],
)
def test_a_units_month_has_the_state_its_counters_give(
    month: Standing, state: State | None, missing: int
) -> None:
    assert (month.state, month.missing) == (state, missing)


MISSED, DONE, FREE = a_month(valid=1), a_month(valid=2), a_month(exempt=True)


@pytest.mark.parametrize(
    ("year", "run"),
    [
        ([], 0),
        ([DONE, None, FREE], 0),
        ([MISSED, DONE, MISSED], 1),
        ([MISSED, MISSED, DONE, MISSED], 2),
        ([MISSED, FREE, MISSED, None, MISSED], 3),
    ],
)
def test_an_exempt_month_is_stepped_over_in_a_run_of_missed_ones(
    year: list[Standing | None], run: int
) -> None:
    assert longest_run(year) == run


@pytest.mark.parametrize(
    ("month", "booked"),
    [
        (a_month(valid=5), [(Kind.QUOTA_BASE, 200, "2")]),
        (a_month(valid=2, late=2), [(Kind.QUOTA_BASE, 200, "2"), (Kind.DEDUCTION, -100, "−0.5 × 2 = −1")]),
        (a_month(valid=1, late=1), [(Kind.QUOTA_SHORT, -100, "−1"), (Kind.DEDUCTION, -50, "−0.5")]),
        (a_month(received=1), [(Kind.QUOTA_SHORT, -200, "−1 × 2 = −2")]),
        (a_month(), [(Kind.QUOTA_SHORT, -200, "−1 × 2 = −2"), (Kind.QUOTA_SHORT, -100, "−1")]),
        (a_month(exempt=True, valid=3, late=1), []),
        (a_month(quota=0, valid=3, late=1), []),
    ],
)
def test_a_units_month_brings_its_points(
    month: Standing, booked: list[tuple[Kind, int, str]], default_rules: RuleSet
) -> None:
    found = entries(JUNE, month, default_rules)
    assert [(entry.kind, entry.cents, entry.arithmetic) for entry in found] == booked


def test_a_zero_report_names_both_clauses(default_rules: RuleSet) -> None:
    clauses = [entry.clause for entry in entries(JUNE, a_month(), default_rules)]
    assert clauses == ["quota.per_missing", "quota.zero_extra"]


@pytest.mark.parametrize("month", [a_month(valid=3), a_month(valid=1), a_month()])
def test_an_office_that_only_counts_books_no_quota_points(month: Standing, default_rules: RuleSet) -> None:
    quota = replace(default_rules.quota, base_completed=0, per_missing=0, zero_extra=0)
    assert list(entries(JUNE, month, replace(default_rules, quota=quota))) == []


@pytest.mark.parametrize(
    ("basis", "valid", "adopted", "counts"),
    [
        (CountBasis.VALID, True, False, True),
        (CountBasis.VALID, False, True, False),
        (CountBasis.RECEIVED, False, False, True),
        (CountBasis.ADOPTED, True, False, False),
        (CountBasis.ADOPTED, False, True, True),
    ],
)
def test_what_fills_the_quota_is_a_setting(
    basis: CountBasis, valid: bool, adopted: bool, counts: bool
) -> None:
    assert counts_for_quota(basis, valid=valid, adopted=adopted) is counts


@pytest.mark.parametrize(
    ("received", "makeup", "month"),
    [
        (date(2022, 7, 1), True, JUNE),
        (date(2022, 7, 5), True, JUNE),
        (date(2022, 7, 6), True, JULY),
        (date(2022, 7, 5), False, JULY),
        (date(2023, 1, 5), True, Month(2022, 12)),
    ],
)
def test_makeup_counts_for_the_month_before_until_the_fifth(
    received: date, makeup: bool, month: Month
) -> None:
    assert quota_month(received, makeup=makeup, grace_close_day=5) == month


def test_a_unit_owes_from_its_first_full_month_to_its_last(default_rules: RuleSet) -> None:
    new = replace(XINZHOU, active_from=JUNE, active_to=JUNE)
    found = [len(standings(month, [new], {}, frozenset(), default_rules)) for month in (MAY, JUNE, JULY)]
    assert found == [0, 1, 0]


def test_before_the_first_rules_nobody_owes_anything() -> None:
    (month,) = standings(
        Month(2021, 12), [replace(XINZHOU, active_from=Month(2021, 1))], {}, frozenset(), None
    )
    assert (month.state, month.due) == (None, False)

"""Whoever follows an entry's calculation with a pencil is told where a fraction of a cent was rounded."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.arithmetic import roundings, steps
from jinshi_desk.domain.points import equal_shares, multiply, plain


@pytest.mark.parametrize(
    ("arithmetic", "among", "told"),
    [
        ("8 × 0.5 = 4; 4 − 1 = 3", 1, ()),
        ("3 × 0.5 × 0.5 × 1.5 = 1.13", 1, ("1.125 → 1.13",)),
        ("1; → 0.34", 3, ("1 ÷ 3 = 0.3333… → 0.34",)),
        ("1; → 0.33", 3, ("1 ÷ 3 = 0.3333… → 0.33",)),
        ("15; → 7.5", 2, ()),
        ("3 × 0.5 × 0.5 × 1.5 = 1.13; → 0.57", 2, ("1.125 → 1.13", "1.13 ÷ 2 = 0.565 → 0.57")),
        ("(3 + 2 + 1.5) ÷ 3 = 2.17", 1, ("2.1666… → 2.17",)),
        ("(3 + (−2) + 1.5) ÷ 3 = 0.83; 0.83 − 1.5 = −0.67", 1, ("0.8333… → 0.83",)),
        ("5 − 7 = −2", 1, ()),
        ("−1 × 2 = −2", 1, ()),
        ("+0.5", 1, ()),
        ("8; → 9", 2, ()),  # all levels added up, no part of one
    ],
)
def test_a_rounding_is_told_with_the_exact_amount_before_it(
    arithmetic: str, among: int, told: tuple[str, ...]
) -> None:
    assert roundings(arithmetic, among) == told


def test_the_steps_are_written_with_chinese_marks() -> None:
    assert steps("8 × 0.5 = 4; 4 − 1 = 3") == "8 × 0.5 = 4；4 − 1 = 3"


@given(
    st.integers(0, 9999),
    st.lists(st.sampled_from(["0.5", "1.5", "0.33", "2"]), min_size=1, max_size=3),
    st.integers(1, 5),
)
def test_nothing_is_said_of_what_is_exact_and_never_nothing_of_what_is_not(
    cents: int, factors: list[str], among: int
) -> None:
    exact = Decimal(cents)
    for factor in factors:
        exact *= Decimal(factor)
    value = multiply(cents, *map(Decimal, factors))
    product = " × ".join([plain(cents), *factors])
    for share in set(equal_shares(value, among)):
        arithmetic = f"{product} = {plain(value)}" + (f"; → {plain(share)}" if share != value else "")
        expected = (exact != value) + (share != value and share * among != value)
        assert len(roundings(arithmetic, among)) == expected

"""Award places: who has one for certain, who shares the last by hand, who is out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.awards import Bar, Contender, Places, bar, propose

GRADES = {"first": 1, "second": 2}


def run(*points: int) -> list[Contender]:
    """Units 甲, 乙, 丙 … with so many points."""
    return [Contender(unit, cents) for unit, cents in zip("甲乙丙丁戊己", points, strict=False)]


def test_the_best_have_the_places_of_their_group() -> None:
    found = propose(run(500, 900, 700, 100), GRADES, 6)
    assert found == (Places("first", ("乙",)), Places("second", ("丙", "甲")))


@pytest.mark.parametrize(
    ("contender", "why"),
    [
        (Contender("甲", 900, disqualified=True), Bar.DISQUALIFIED),
        (Contender("甲", 900, active_months=5), Bar.TOO_NEW),
        (Contender("甲", 900, missed_months=3), Bar.OFTEN_SHORT),
    ],
)
def test_the_place_of_a_barred_unit_goes_to_the_next(contender: Contender, why: Bar) -> None:
    assert bar(contender, 6) is why
    assert propose([contender, *run(0, 700, 500)[1:]], {"first": 1}, 6) == (Places("first", ("乙",)),)


def test_a_unit_of_six_active_months_may_be_proposed() -> None:
    assert propose([Contender("甲", 1, active_months=6, missed_months=2)], {"first": 1}, 6)[0].units == (
        "甲",
    )


def test_equal_points_are_parted_by_the_tie_breakers() -> None:
    rivals = [Contender("甲", 500, (0, 3)), Contender("乙", 500, (1, 0))]
    assert propose(rivals, {"first": 1}, 6) == (Places("first", ("乙",)),)


def test_a_tie_at_the_cut_is_decided_by_hand() -> None:
    rivals = run(900, 500, 500, 500, 100)
    first, second = propose(rivals, GRADES, 6)
    assert (first, second) == (Places("first", ("甲",)), Places("second", (), ("乙", "丙", "丁"), 2))
    decided = propose(rivals, GRADES, 6, ("丁", "乙", "丙"))
    assert decided[1] == Places("second", ("丁", "乙"))


def test_a_tie_between_two_grades_leaves_both_open() -> None:
    first, second = propose(run(500, 500, 100), {"first": 1, "second": 2}, 6)
    assert first == Places("first", (), ("甲", "乙"), 1)
    assert second == Places("second", ("丙",), ("甲", "乙"), 1)


def test_a_tie_inside_a_grade_needs_nobody() -> None:
    assert propose(run(500, 500, 100), {"first": 2}, 6) == (Places("first", ("甲", "乙")),)


@given(st.lists(st.integers(0, 5), max_size=6), st.integers(0, 3), st.integers(0, 3))
def test_places_are_never_more_than_there_are_and_none_is_lost(points: list[int], one: int, two: int) -> None:
    rivals = run(*points)
    found = propose(rivals, {"first": one, "second": two}, 6)
    given_out = sum(len(places.units) + places.left for places in found)
    assert given_out == min(len(rivals), one + two)
    for places, number in zip(found, (one, two), strict=True):
        assert len(places.units) + places.left <= number
        assert places.left < len(places.tied) or not places.tied

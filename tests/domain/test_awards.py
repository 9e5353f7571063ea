"""Award places: who has one for certain, who shares the last by hand, who is out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.awards import (
    Bar,
    Contender,
    Contest,
    NearMiss,
    Places,
    bar,
    contest,
    propose,
    settle,
    undecided,
)

GRADES = {"first": 1, "second": 2}


def run(*points: int) -> list[Contender]:
    """Units 甲, 乙, 丙 … with so many points."""
    return [Contender(who, cents) for who, cents in zip("甲乙丙丁戊己", points, strict=False)]


def the_contest(contenders: list[Contender], grades: dict[str, int] = GRADES) -> Contest:
    return contest(Award.TOWN, contenders, grades, 6)


def test_the_best_have_the_places_of_their_group() -> None:
    found = the_contest(run(500, 900, 700, 100))
    assert found.places == (Places("first", ("乙",)), Places("second", ("丙", "甲")))


@pytest.mark.parametrize(
    ("contender", "why"),
    [
        (Contender("甲", 900, disqualified=True), Bar.DISQUALIFIED),
        (Contender("甲", 900, active_months=5), Bar.TOO_NEW),
        (Contender("甲", 900, missed_months=3), Bar.OFTEN_SHORT),
        (Contender("甲", 900, kept_out=Bar.ORGANISER), Bar.ORGANISER),
    ],
)
def test_the_place_of_a_barred_unit_goes_to_the_next(contender: Contender, why: Bar) -> None:
    assert bar(contender, 6) is why
    found = the_contest([contender, *run(0, 700, 500)[1:]], {"first": 1})
    assert found.places == (Places("first", ("乙",)),)


def test_a_unit_of_six_active_months_may_be_proposed() -> None:
    found = the_contest([Contender("甲", 1, active_months=6, missed_months=2)], {"first": 1})
    assert found.places[0].given == ("甲",)


def test_equal_points_are_parted_by_the_tie_breakers() -> None:
    rivals = [Contender("甲", 500, (0, 3)), Contender("乙", 500, (1, 0))]
    assert the_contest(rivals, {"first": 1}).places == (Places("first", ("乙",)),)


def test_a_tie_at_the_cut_is_decided_by_hand() -> None:
    rivals = run(900, 500, 500, 500, 100)
    first, second = propose(rivals, GRADES)
    assert (first, second) == (Places("first", ("甲",)), Places("second", (), ("乙", "丙", "丁"), 2))
    assert settle(the_contest(rivals), {"丁": "second"})[1] == Places("second", ("丁",), ("乙", "丙"), 1)
    decided = settle(the_contest(rivals), {"丁": "second", "乙": "second"})
    assert decided[1] == Places("second", ("乙", "丁"))
    assert list(undecided(decided)) == []


def test_who_is_left_of_a_tie_has_the_place_when_the_others_are_denied_it() -> None:
    rivals = run(900, 500, 500)
    assert settle(the_contest(rivals, {"first": 2}), {"乙": ""}) == (Places("first", ("甲", "丙")),)


def test_a_tie_over_two_grades_is_settled_by_who_has_the_higher() -> None:
    found = the_contest(run(500, 500, 100), {"first": 1, "second": 1})
    assert settle(found, {"乙": "first"}) == (Places("first", ("乙",)), Places("second", ("甲",)))


def test_of_a_tie_over_two_grades_nobody_has_the_lower_before_the_higher_is_given() -> None:
    found = the_contest(run(500, 500, 500, 100), {"first": 1, "second": 2})
    first, second = settle(found, {"甲": ""})
    assert (first.tied, second.tied) == (("乙", "丙"), ("乙", "丙"))
    assert list(undecided((first, second))) == ["乙", "丙"]


def test_the_office_may_give_a_place_to_another_and_take_one() -> None:
    found = the_contest(run(900, 700, 500, 300))
    assert settle(found, {"甲": "", "丁": "first"}) == (
        Places("first", ("丁",)),
        Places("second", ("乙", "丙")),
    )


def test_a_barred_unit_has_a_place_only_where_the_office_gives_it() -> None:
    found = the_contest([Contender("甲", 900, missed_months=3), *run(0, 700)[1:]], {"first": 1})
    assert found.barred == {"甲": Bar.OFTEN_SHORT}
    assert [each.who for each in found.contenders] == ["乙", "甲"]
    assert found.grade_of("甲") == ""
    assert settle(found, {"甲": "first", "乙": ""}) == (Places("first", ("甲",)),)


def test_what_was_decided_of_who_contends_no_more_is_left_aside() -> None:
    found = the_contest(run(900, 700), {"first": 1})
    assert settle(found, {"癸": "first"}) == (Places("first", ("甲",)),)


def test_without_points_there_is_no_place() -> None:
    found = the_contest(run(0, -100, 300))
    assert found.places == (Places("first", ("丙",)), Places("second", ()))
    assert found.near == ()


def test_the_next_below_each_cut_is_told_with_what_it_lacks() -> None:
    found = the_contest(run(900, 700, 500, 450))
    assert found.near == (NearMiss("first", "乙", 200), NearMiss("second", "丁", 50))


def test_of_equal_points_the_tie_breaker_that_parted_them_is_told() -> None:
    rivals = [Contender("甲", 500, (1, 2)), Contender("乙", 500, (1, 0))]
    assert the_contest(rivals, {"first": 1}).near == (NearMiss("first", "乙", 0, breaker=1),)


def test_a_tie_at_the_cut_has_no_near_miss() -> None:
    assert the_contest(run(500, 500), {"first": 1}).near == ()


def test_a_tie_between_two_grades_leaves_both_open() -> None:
    first, second = propose(run(500, 500, 100), {"first": 1, "second": 2})
    assert first == Places("first", (), ("甲", "乙"), 1)
    assert second == Places("second", ("丙",), ("甲", "乙"), 1)


def test_a_tie_inside_a_grade_needs_nobody() -> None:
    assert propose(run(500, 500, 100), {"first": 2}) == (Places("first", ("甲", "乙")),)


@given(st.lists(st.integers(0, 5), max_size=6), st.integers(0, 3), st.integers(0, 3))
def test_places_are_never_more_than_there_are_and_none_is_lost(points: list[int], one: int, two: int) -> None:
    rivals = run(*sorted(points, reverse=True))
    found = propose(rivals, {"first": one, "second": two})
    given_out = sum(len(places.given) + places.left for places in found)
    assert given_out == min(len(rivals), one + two)
    for places, number in zip(found, (one, two), strict=True):
        assert len(places.given) + places.left <= number
        assert places.left < len(places.tied) or not places.tied

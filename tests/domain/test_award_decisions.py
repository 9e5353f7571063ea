"""The year's lists: names confirmed by hand, decided otherwise for a reason, overtaken by new figures."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.award_decisions import AwardDecision, NameState, NewDecision, Roll
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.awards import Contender, contest

DAY = date(2023, 1, 5)
GRADES = {"first": 1, "second": 2}
STATE = NameState


def said(who: str, grade: str, reason: str = "") -> AwardDecision:
    return AwardDecision(Award.TOWN, who, grade, reason, DAY, "王部长", id=ord(who))


def roll(points: dict[str, int], *decisions: AwardDecision) -> Roll:
    """A list of towns with so many cents."""
    towns = [Contender(who, cents) for who, cents in points.items()]
    return Roll(contest(Award.TOWN, towns, GRADES, 6), {each.who: each for each in decisions})


def told(found: Roll) -> list[tuple[str, str, NameState]]:
    return [(name.who, name.grade, name.state) for name in found.names]


def reasons(found: Roll, who: str, grade: str, reason: str = "") -> list[str]:
    new = NewDecision(Award.TOWN, who, grade, reason, DAY)
    return [f"{each.field} {each.reason}" for each in found.problems(new)]


FOUR = {"甲": 900, "乙": 700, "丙": 500, "丁": 300}


def test_names_are_proposed_until_they_are_confirmed() -> None:
    assert told(roll(FOUR, said("乙", "second"))) == [
        ("甲", "first", STATE.PROPOSED),
        ("乙", "second", STATE.CONFIRMED),
        ("丙", "second", STATE.PROPOSED),
    ]


def test_a_decision_with_a_reason_moves_a_name_and_is_told_where_it_now_stands() -> None:
    found = roll(FOUR, said("丁", "first", "承办全市现场会"), said("甲", "", "班子受处分"))
    assert told(found) == [
        ("丁", "first", STATE.DECIDED),
        ("乙", "second", STATE.PROPOSED),
        ("丙", "second", STATE.PROPOSED),
        ("甲", "", STATE.DECIDED),
    ]
    assert [name.who for name in found.winners] == ["丁", "乙", "丙"]
    assert [name.who for name in found.waiting] == ["乙", "丙"]


def test_a_confirmation_is_overtaken_when_the_figures_change() -> None:
    confirmed = said("甲", "first"), said("丙", "second")
    assert told(roll(FOUR, *confirmed))[0] == ("甲", "first", STATE.CONFIRMED)
    found = roll(FOUR | {"乙": 950, "丁": 800}, *confirmed)
    assert told(found) == [
        ("乙", "first", STATE.PROPOSED),
        ("甲", "second", STATE.OVERTAKEN),
        ("丁", "second", STATE.PROPOSED),
        ("丙", "", STATE.OVERTAKEN),
    ]


def test_who_waits_in_a_tie_is_told_with_it_and_who_is_left_of_it_needs_no_reason() -> None:
    tied = {"甲": 900, "乙": 500, "丙": 500, "丁": 500}
    found = roll(tied)
    assert [(name.who, name.state) for name in found.waiting][1:] == [(who, STATE.TIED) for who in "乙丙丁"]
    (name,) = (each for each in found.names if each.who == "乙")
    assert name.tie is not None
    assert (len(name.tie.tied), name.tie.left) == (3, 2)
    assert reasons(found, "乙", "second") == ["award_reason missing"]
    assert reasons(found, "乙", "second", "按时率高") == []
    assert reasons(roll(tied, said("丁", "", "迟报两次")), "乙", "second") == []


@pytest.mark.parametrize(
    ("who", "grade", "reason", "wrong"),
    [
        ("甲", "first", "", []),
        ("甲", "second", "", ["award_reason missing"]),
        ("丁", "first", "", ["award_reason missing"]),
        ("丁", "third", "说明", ["award_grade unknown"]),
        ("丁", "", "说明", ["award_grade none_anyway"]),
        ("甲", "", "长" * 201, ["award_reason too_long"]),
    ],
)
def test_only_what_the_figures_propose_needs_no_reason(
    who: str, grade: str, reason: str, wrong: list[str]
) -> None:
    assert reasons(roll(FOUR), who, grade, reason) == wrong


def test_a_grade_that_the_rules_know_no_more_waits_for_another_word() -> None:
    found = roll(FOUR, said("丁", "third", "三等并入二等以前定的"))
    assert ("丁", "", STATE.OVERTAKEN) in told(found)


def test_what_was_said_of_who_contends_no_more_is_kept_apart() -> None:
    gone = said("癸", "first")
    found = roll(FOUR, gone)
    assert found.lost == (gone,)
    assert "癸" not in [name.who for name in found.names]


@given(st.lists(st.integers(-2, 5), min_size=1, max_size=6), st.data())
def test_confirming_moves_nobody(points: list[int], data: st.DataObject) -> None:
    by_name = dict(zip("甲乙丙丁戊己", points, strict=False))
    plain = roll(by_name)
    ready = [name for name in plain.names if name.state is STATE.PROPOSED]
    some = [name for name in ready if data.draw(st.booleans())]
    after = roll(by_name, *(said(name.who, name.grade) for name in some))
    assert after.places == plain.places
    assert {name.who for name in after.waiting} == {name.who for name in plain.waiting} - {
        name.who for name in some
    }

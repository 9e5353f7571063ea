"""The grades of a quarter, as the rules write their conditions."""

from decimal import Decimal

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import BadRules
from jinshi_desk.domain.grade_rules import Grade, Graded, GradeReader, grade_of
from tests.office import default_rules

KNOWN = ("untrue", "plagiarism")


def _graded(missed: int = 0, rank: str | None = "0.5", *deductions: str) -> Graded:
    return Graded(missed, Decimal(rank) if rank else None, frozenset(deductions))


def _grades(when: str) -> tuple[Grade, ...]:
    table = {"quarter_grade": {"order": ["good"], "good": {"name": "好", "when": when}}}
    return GradeReader(table, "细则.toml").grades(KNOWN)


def _holds(when: str, of: Graded) -> bool:
    return grade_of(of, _grades(when)) is not None


@pytest.mark.parametrize(
    ("of", "grade"),
    [
        (_graded(2, "0.1"), "差"),
        (_graded(0, "0.1", "untrue"), "差"),
        (_graded(0, "0.1", "late"), "好"),
        (_graded(1, "0.1"), "一般"),
        (_graded(0, "0.30"), "好"),
        (_graded(0, "0.31"), "较好"),
        (_graded(0, None), "较好"),
    ],
)
def test_the_shipped_grades_are_tried_from_the_worst_on(of: Graded, grade: str) -> None:
    found = grade_of(of, default_rules().grades)
    assert found is not None
    assert found.name == grade


def test_or_binds_looser_than_and_and_not_turns_round() -> None:
    when = "missed_months > 1 and rank_pct < 0.5 or not has_deduction('untrue')"
    assert _holds(when, _graded(0, "0.9"))
    assert _holds(when, _graded(2, "0.4", "untrue"))
    assert not _holds(when, _graded(2, "0.6", "untrue"))


def test_rules_that_say_nothing_of_grades_give_none() -> None:
    assert GradeReader({}, "").grades(KNOWN) == ()


@pytest.mark.parametrize(
    "when",
    [
        "missed_months >=",
        "missed_months",
        "points >= 2",
        "missed_months >= rank_pct",
        "missed_months >= True",
        "0 <= rank_pct <= 1",
        "missed_months in (1, 2)",
        "has_deduction()",
        "has_deduction('unheard_of')",
        "has_deduction(kind)",
        "__import__('os').getcwd() == 1",
        "\x00",
        "rank_pct <= 0.3 and " * 30 + "missed_months == 0",
    ],
)
def test_a_condition_that_says_nothing_clear_is_named(when: str) -> None:
    with pytest.raises(BadRules) as refused:
        _grades(when)
    assert error_sentence(refused.value) == (
        "规则文件 细则.toml 的“quarter_grade.good.when”不是能判定的条件，改正后再用；原有规则没有改动。"
    )


def test_a_grade_of_the_order_that_is_not_there_is_named() -> None:
    table = {"quarter_grade": {"order": ["good"]}}
    with pytest.raises(BadRules) as refused:
        GradeReader(table, "").grades(KNOWN)
    assert refused.value.args[1:3] == ("quarter_grade.good.when", "missing")

"""Numbers of approval forms by editable patterns, and the codes of units in them."""

import pytest

from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.form_numbers import (
    DEFAULT_PATTERNS,
    code_problems,
    free_code,
    number_in,
    pattern_problems,
    scope_of,
    short_name,
)
from tests.office import JUNE


@pytest.mark.parametrize(
    ("kind", "seq", "number"),
    [
        (FormKind.A, 2, "202206-YS-02"),
        (FormKind.A, 112, "202206-YS-112"),
        (FormKind.B, 46, "部审〔2022〕46号"),
        (FormKind.B, 6, "部审〔2022〕6号"),
        (FormKind.C, 63, "微审〔2022〕63次"),
    ],
)
def test_numbers_are_as_the_office_writes_them(kind: FormKind, seq: int, number: str) -> None:
    assert number_in(scope_of(DEFAULT_PATTERNS[kind], JUNE, "YS"), kind, seq) == number


def test_numbers_run_within_what_the_pattern_names() -> None:
    assert scope_of("{year}-{seq}", JUNE, "YS") == scope_of("{year}-{seq}", JUNE.next(), "XZ")
    assert scope_of("{unit}{seq}", JUNE, "YS") != scope_of("{unit}{seq}", JUNE, "XZ")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{year}-{unit}", "no_seq"),
        ("{seq}-{seq}", "no_seq"),
        ("{年}{seq}", "unknown_field"),
        ("{seq", "unknown_field"),
        ("审" * 40 + "{seq}", "too_long"),
    ],
)
def test_a_pattern_that_numbers_nothing_is_refused(pattern: str, reason: str) -> None:
    assert [problem.reason for problem in pattern_problems(pattern)] == [reason]


def test_the_shipped_patterns_are_sound() -> None:
    assert not [problem for pattern in DEFAULT_PATTERNS.values() for problem in pattern_problems(pattern)]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("药山镇", "药山"),
        ("襄阳街街道", "襄阳街"),
        ("市人社局", "人社局"),
        ("团市委", "团市委"),
        ("样镇", "样镇"),
    ],
)
def test_a_units_code_leaves_out_what_its_kind_adds(name: str, short: str) -> None:
    assert short_name(name) == short


def test_codes_of_units_are_told_apart() -> None:
    assert free_code("ys", set()) == "YS"
    assert free_code("ys", {"YS", "YS2"}) == "YS3"
    assert free_code("〇", set()) == "U"
    assert free_code("abcdefghij", set()) == "ABCDEF"


@pytest.mark.parametrize(("code", "reason"), [("药山", "unreadable"), ("", "unreadable"), ("YS", "taken")])
def test_a_code_that_stands_for_no_unit_alone_is_refused(code: str, reason: str) -> None:
    assert [problem.reason for problem in code_problems(code, {"YS"})] == [reason]
    assert not list(code_problems("YSZ", {"YS"}))

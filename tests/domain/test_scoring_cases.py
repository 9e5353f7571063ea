"""The 21 worked cases of the rules, each through the functions that book the real points."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain import deductions, instructions, quota, ranking
from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.drafts import Category, Form, quota_month
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.quota import Count, Standing
from jinshi_desk.domain.rules import AuthorSplit, RuleBook
from jinshi_desk.domain.scoring import ScoredDraft, booking_month, entries
from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange, carry_entries
from jinshi_desk.domain.units import Group, Unit
from tests.office import (
    JULY,
    JUNE,
    LONG_AGO,
    a_claim,
    a_scored_draft,
    a_unit,
    booked_once_and_closed,
    changed,
)

PREFECTURE, PROVINCE, NATIONAL = Level.PREFECTURE, Level.PROVINCE, Level.NATIONAL
AUTHOR = AuthorRole.AUTHOR


def _units(draft: ScoredDraft, book: RuleBook, closed: Month | None = None) -> list[float]:
    """What each entry brings its unit, in points."""
    found = booked_once_and_closed(draft, book, closed) if closed else entries(draft, book, LONG_AGO)
    return [entry.cents / 100 for entry in found if entry.unit]


def _people(draft: ScoredDraft, book: RuleBook, number: int) -> list[float]:
    held = dict.fromkeys(range(1, number + 1), 0)
    for entry in entries(draft, book, LONG_AGO):
        if entry.person:
            held[entry.person] += entry.cents
    return [cents / 100 for cents in held.values()]


def c01(book: RuleBook) -> object:
    (points,) = _units(a_scored_draft(a_claim()), book)
    return points


def c02(book: RuleBook) -> object:
    (points,) = _units(a_scored_draft(a_claim(NATIONAL, position=Position.HEADLINE)), book)
    return points


def c03(book: RuleBook) -> object:
    combined = a_claim(PROVINCE, mode=Mode.COMBINED)
    (points,) = _units(a_scored_draft(combined, category=Category.RESEARCH), book)
    return points


def c04(book: RuleBook) -> object:
    (points,) = _units(a_scored_draft(a_claim(), form=Form.PHOTO), book)
    return points


def c05(book: RuleBook) -> object:
    claims = a_claim(on="2022-06-05"), a_claim(PROVINCE, "2022-06-20"), a_claim(PREFECTURE, "2022-06-28")
    return _units(a_scored_draft(*claims), book)


def c06(book: RuleBook) -> object:
    draft = a_scored_draft(a_claim(on="2022-06-05"), a_claim(NATIONAL, "2022-08-03"))
    return _units(draft, book, closed=JUNE)


def c07(book: RuleBook) -> object:
    return _units(a_scored_draft(a_claim(PROVINCE), category=Category.EXPERIENCE, towns=2), book)


def c08(book: RuleBook) -> object:
    return _units(a_scored_draft(a_claim(), towns=3), book)


def c09(book: RuleBook) -> object:
    return _units(a_scored_draft(a_claim(PREFECTURE), towns=1, offices=1), book)


def c10(book: RuleBook) -> object:
    return _people(a_scored_draft(a_claim(), authors=(AUTHOR,) * 3), book, 3)


def c11(book: RuleBook) -> object:
    return _people(a_scored_draft(a_claim(PROVINCE), authors=(AUTHOR, AUTHOR, AuthorRole.REPORTER)), book, 3)


def c12(book: RuleBook) -> object:
    by_ratio = _with_split(book, AuthorSplit.RATIO)
    return _people(a_scored_draft(a_claim(PROVINCE), authors=(AUTHOR, AUTHOR)), by_ratio, 2)


def c13(book: RuleBook) -> object:
    claims = (
        a_claim(on="2022-06-05"),
        a_claim(PROVINCE, "2022-06-20", retracted="2022-07-08"),
        a_claim(PREFECTURE, "2022-06-28"),
    )
    (july,) = (e for e in entries(a_scored_draft(*claims), book, LONG_AGO) if e.booked_month == JULY)
    return july.cents / 100


def c14(book: RuleBook) -> object:
    """The draft is void, as the type says, and the deduction comes on top."""
    draft = a_scored_draft(a_claim(PROVINCE), category=Category.ESSAY, void_month=JULY)
    found_out = date(2022, 7, 8)
    confirmed = Deduction(
        "镇1",
        "untrue",
        "主要事实不存在",
        found_out,
        "研究室",
        id=1,
        draft_id=draft.id,
        confirmed_on=found_out,
        confirmed_by="研究室主任",
        booked_month=JULY,
    )
    assert book.at(JULY).deductions[confirmed.type].void_item
    (taken,) = (entry for entry in entries(draft, book, LONG_AGO) if entry.kind is Kind.REVERSAL)
    (deducted,) = deductions.entries(confirmed, book.at(JULY), LONG_AGO)
    return [taken.cents / 100, deducted.cents / 100]


def c15(book: RuleBook) -> object:
    given = [
        Instruction(level, "高样二", day, day, id=place, draft=1, booked_month=JUNE)
        for place, (level, day) in enumerate(
            ((PREFECTURE, date(2022, 6, 10)), (PROVINCE, date(2022, 6, 20))), start=1
        )
    ]
    found = instructions.entries(a_scored_draft(a_claim()), given, book, LONG_AGO)
    return [entry.cents / 100 for entry in found]


def c16(book: RuleBook) -> object:
    rules = book.at(JUNE)
    unit = Unit("XZ", "新洲镇", Group.TOWN, 0, Month(2022, 1))
    months = [
        Standing(unit, Count(received=3, valid=3, weighted=3), 2),
        Standing(unit, Count(received=2, valid=2, weighted=2, late=1, weighted_late=1), 2),
        Standing(unit, Count(received=1, valid=1, weighted=1), 2),
        Standing(unit, Count(), 2),
        Standing(unit, Count(), 2, exempt=True),
    ]
    return [sum(e.cents for e in quota.entries(JUNE, month, rules)) / 100 for month in months]


def c17(book: RuleBook) -> object:
    base = {**book.at(JUNE).base, Category.NEWS: {**book.at(JUNE).base[Category.NEWS], PREFECTURE: 350}}
    raised = changed(book, JULY, base=base)
    return _units(a_scored_draft(a_claim(on="2022-06-05"), a_claim(PREFECTURE, "2022-08-10")), raised)


def c18(book: RuleBook) -> object:
    merged = [UnitChange(JULY, ChangeKind.MERGE, unit, "合镇") for unit in ("甲镇", "乙镇")]
    units = [a_unit("甲镇"), a_unit("乙镇"), a_unit("合镇", JULY)]
    earned = {("甲镇", JUNE): 3000, ("乙镇", JUNE): 2000}
    (entry,) = carry_entries(merged, units, earned, book, LONG_AGO)
    return entry.cents / 100


def c19(book: RuleBook) -> object:
    assert quota_month(date(2022, 12, 20), makeup=False, grace_close_day=5) == Month(2022, 12)
    adopted = date(2023, 1, 5)
    booked = booking_month(adopted, adopted, LONG_AGO, book.at(Month(2023, 1)))
    (entry,) = entries(a_scored_draft(a_claim(PROVINCE, "2023-01-05", booked_month=booked)), book, LONG_AGO)
    assert entry.booked_month == Month(2023, 1)
    return entry.cents / 100


def c20(book: RuleBook) -> object:
    found = ranking.ranks({"甲": 1200, "乙": 1000, "丙": 1000, "丁": 800}, "甲乙丙丁")
    return list(found.values())


def c21(book: RuleBook) -> object:
    claim = a_claim(PREFECTURE, mode=Mode.COMBINED, position=Position.HEADLINE)
    (points,) = _units(a_scored_draft(claim, form=Form.PHOTO), book)
    return points


WORKED: dict[str, Callable[[RuleBook], object]] = {
    "C01": c01,
    "C02": c02,
    "C03": c03,
    "C04": c04,
    "C05": c05,
    "C06": c06,
    "C07": c07,
    "C08": c08,
    "C09": c09,
    "C10": c10,
    "C11": c11,
    "C12": c12,
    "C13": c13,
    "C14": c14,
    "C15": c15,
    "C16": c16,
    "C17": c17,
    "C18": c18,
    "C19": c19,
    "C20": c20,
    "C21": c21,
}


def _with_split(book: RuleBook, split: AuthorSplit) -> RuleBook:
    return changed(book, JUNE, authors=replace(book.versions[0].authors, split=split))


@pytest.fixture(scope="module")
def expected(samples: Path) -> dict[str, object]:
    cases = json.loads((samples / "scoring_cases.json").read_text(encoding="utf-8"))
    return {case["id"]: case["expected_points"] for case in cases}


@pytest.mark.parametrize("case", WORKED)
def test_a_worked_case_comes_out_as_the_rules_say(
    case: str, expected: dict[str, object], rule_book: RuleBook
) -> None:
    assert WORKED[case](rule_book) == expected[case]


def test_every_worked_case_is_worked(expected: dict[str, object]) -> None:
    assert WORKED.keys() == expected.keys()

"""Instructions and commissions: what they bring, to whom, in which month (§3.4, §3.6)."""

import json
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk.domain import commissions, instructions
from jinshi_desk.domain.commissions import Commission, NewCommission, Outcome
from jinshi_desk.domain.instructions import Instruction, NewInstruction
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.problems import Severity
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.scoring import ScoredDraft
from jinshi_desk.domain.units import Group
from tests.office import JULY, JUNE, LONG_AGO, MAY, a_scored_draft, amounts, changed, total

COUNTY, PREFECTURE, PROVINCE, NATIONAL = Level
_ids = count(1)


def an_instruction(level: Level = PREFECTURE, on: str = "2022-06-20", **others: Any) -> Instruction:
    day = date.fromisoformat(on)
    facts: dict[str, Any] = {"id": next(_ids), "draft": 1, "booked_month": Month.of(day)} | others
    return Instruction(level, "高样二", day, day, **facts)


def booked(
    draft: ScoredDraft, *given: Instruction, book: RuleBook, open_from: Month = LONG_AGO
) -> list[Entry]:
    """What is on the books when everything before ``open_from`` was closed in between."""
    first = [e for e in instructions.entries(draft, given, book, LONG_AGO) if e.booked_month < open_from]
    return first + list(instructions.entries(draft, given, book, open_from, first))


def a_commission(**facts: Any) -> Commission:
    """Asked on the 1st of June, due on the 20th."""
    asked: dict[str, Any] = {
        "unit": "镇1",
        "subject": "联建经验",
        "asked_on": date(2022, 6, 1),
        "due_on": date(2022, 6, 20),
        "id": 1,
    }
    commission = Commission(**asked | facts)
    return replace(commission, booked_month=commissions.booking_month(commission, LONG_AGO))


def settled(
    commission: Commission,
    book: RuleBook,
    *,
    units: tuple[tuple[str, Group], ...] = (("镇1", Group.TOWN),),
    void: Month | None = None,
) -> list[Entry]:
    return list(commissions.entries(commission, units, void, book, LONG_AGO))


# ---- instructions


def test_case_c15_prefecture_then_province(rule_book: RuleBook, samples: Path) -> None:
    cases = json.loads((samples / "scoring_cases.json").read_text(encoding="utf-8"))
    (expected,) = (case["expected_points"] for case in cases if case["id"] == "C15")
    given = an_instruction(PREFECTURE, "2022-06-10"), an_instruction(PROVINCE, "2022-06-20")
    found = booked(a_scored_draft(), *given, book=rule_book)
    assert [entry.cents / 100 for entry in found] == expected
    assert {entry.kind for entry in found} == {Kind.INSTRUCTION}
    assert [entry.instruction for entry in found] == [one.id for one in given]
    assert [entry.arithmetic for entry in found] == ["10", "20; 20 − 10 = 10"]
    assert [entry.clause for entry in found] == [
        "instruction_bonus.prefecture",
        "instruction_bonus.province",
    ]


def test_two_instructions_on_one_draft_count_the_highest_once(rule_book: RuleBook) -> None:
    given = an_instruction(PROVINCE, "2022-06-10"), an_instruction(COUNTY, "2022-06-20")
    assert amounts(booked(a_scored_draft(), *given, book=rule_book)) == [("2022-06", "20"), ("2022-06", "0")]


def test_an_upgrade_in_a_later_month_books_the_difference_there(rule_book: RuleBook) -> None:
    given = an_instruction(COUNTY, "2022-06-10"), an_instruction(NATIONAL, "2022-07-02")
    found = booked(a_scored_draft(), *given, book=rule_book, open_from=JULY)
    assert amounts(found) == [("2022-06", "5"), ("2022-07", "35")]


def test_an_instruction_on_a_joint_draft_is_shared_like_an_adoption(rule_book: RuleBook) -> None:
    """Divided inside a group with the leftover cent to the first, full value per group (§3.6)."""
    found = booked(a_scored_draft(towns=3, offices=1), an_instruction(PREFECTURE), book=rule_book)
    assert [total(found, who) for who in ("镇1", "镇2", "镇3", "室1")] == ["3.34", "3.33", "3.33", "10"]


def test_instructions_bring_nothing_to_people(rule_book: RuleBook) -> None:
    draft = a_scored_draft(authors=(AuthorRole.AUTHOR, AuthorRole.AUTHOR))
    assert all(entry.person is None for entry in booked(draft, an_instruction(), book=rule_book))


def test_a_void_draft_gives_its_instruction_bonus_back(rule_book: RuleBook) -> None:
    draft = a_scored_draft(towns=2, void_month=JULY)
    found = booked(draft, an_instruction(PROVINCE), book=rule_book)
    assert amounts(found) == [("2022-06", "10"), ("2022-07", "−10")]
    assert [e.kind for e in found if e.booked_month == JULY] == [Kind.REVERSAL] * 2


def test_a_void_draft_gives_back_what_a_closed_month_booked(rule_book: RuleBook) -> None:
    draft = a_scored_draft(void_month=JULY)
    found = booked(draft, an_instruction(), book=rule_book, open_from=JULY)
    assert amounts(found) == [("2022-06", "10"), ("2022-07", "−10")]


def test_an_instruction_that_was_struck_out_brings_nothing(rule_book: RuleBook) -> None:
    assert booked(a_scored_draft(), an_instruction(voided="重复登记"), book=rule_book) == []


def test_an_instruction_before_the_first_rules_brings_nothing(rule_book: RuleBook) -> None:
    assert booked(a_scored_draft(), an_instruction(on="2021-12-30"), book=rule_book) == []


def test_rules_that_lower_the_bonus_take_nothing_back(rule_book: RuleBook) -> None:
    lowered = changed(rule_book, JULY, instruction_bonus=dict.fromkeys(Level, 100))
    given = an_instruction(PREFECTURE), an_instruction(PROVINCE, "2022-07-10")
    assert amounts(booked(a_scored_draft(), *given, book=lowered)) == [("2022-06", "10"), ("2022-07", "0")]


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"leader": " "}, ("leader", "missing")),
        ({"given_on": date(2022, 7, 4)}, ("given_on", "future")),
        ({"given_on": date(2022, 6, 1)}, ("given_on", "before_receipt")),
        ({"registered_on": date(2022, 7, 4)}, ("registered_on", "future")),
        ({"registered_on": date(2022, 6, 19)}, ("registered_on", "before_instruction")),
        ({}, ("given_on", "same")),
    ],
)
def test_an_odd_instruction_is_told(facts: dict[str, Any], problem: tuple[str, str]) -> None:
    new = NewInstruction(PREFECTURE, "高样二", date(2022, 6, 20), date(2022, 6, 21))
    known = () if facts else (an_instruction(),)
    found = instructions.problems(replace(new, **facts), date(2022, 6, 10), date(2022, 7, 3), known)
    assert problem in [(one.field, one.reason) for one in found]


def test_a_sound_instruction_has_no_problem() -> None:
    new = NewInstruction(PREFECTURE, "高样二", date(2022, 6, 20), date(2022, 6, 21))
    gone = an_instruction(voided="登错")
    assert list(instructions.problems(new, date(2022, 6, 10), date(2022, 7, 3), (gone,))) == []


def test_an_instruction_before_receipt_is_only_warned_of() -> None:
    new = NewInstruction(PREFECTURE, "高样二", date(2022, 6, 1), date(2022, 6, 21))
    (problem,) = instructions.problems(new, date(2022, 6, 10), date(2022, 7, 3))
    assert problem.severity is Severity.WARN


# ---- commissions


@pytest.mark.parametrize(
    ("facts", "outcome", "points"),
    [
        ({}, Outcome.PENDING, []),
        ({"delivered_on": date(2022, 6, 20)}, Outcome.ON_TIME, [("2022-06", "2")]),
        ({"delivered_on": date(2022, 6, 21)}, Outcome.LATE, [("2022-06", "−2")]),
        ({"delivered_on": date(2022, 7, 2)}, Outcome.LATE, [("2022-07", "−2")]),
        ({"not_done_on": date(2022, 7, 2)}, Outcome.NOT_DONE, [("2022-06", "−5")]),
    ],
)
def test_a_commission_brings_what_became_of_it(
    facts: dict[str, Any], outcome: Outcome, points: list[tuple[str, str]], rule_book: RuleBook
) -> None:
    commission = a_commission(**facts)
    assert commission.outcome is outcome
    found = settled(commission, rule_book)
    assert amounts(found) == points
    assert all((e.kind, e.clause) == (Kind.COMMISSION, f"commission.{outcome}") for e in found)


def test_commission_points_belong_to_the_delivery_or_the_due_month_while_open() -> None:
    on_time, not_done = (
        a_commission(delivered_on=date(2022, 6, 20)),
        a_commission(not_done_on=date(2022, 7, 2)),
    )
    months = [commissions.booking_month(each, since) for each in (on_time, not_done) for since in (MAY, JULY)]
    assert months == [JUNE, JULY, JUNE, JULY]
    assert commissions.booking_month(a_commission(), JUNE) is None


def test_a_commission_on_a_joint_draft_is_shared(rule_book: RuleBook) -> None:
    units = (("镇1", Group.TOWN), ("镇2", Group.TOWN), ("室1", Group.OFFICE))
    found = settled(a_commission(delivered_on=date(2022, 6, 21)), rule_book, units=units)
    assert [total(found, who) for who in ("镇1", "镇2", "室1")] == ["−1", "−1", "−2"]
    assert [entry.arithmetic for entry in found] == ["−2; → −1", "−2; → −1", "−2"]
    assert all(entry.person is None for entry in found)


def test_a_void_draft_gives_its_commission_bonus_back_but_keeps_the_penalty(rule_book: RuleBook) -> None:
    on_time, late = (a_commission(delivered_on=date(2022, 6, day)) for day in (20, 21))
    assert amounts(settled(on_time, rule_book, void=JULY)) == [("2022-06", "2"), ("2022-07", "−2")]
    assert amounts(settled(late, rule_book, void=JULY)) == [("2022-06", "−2")]


def test_a_void_draft_gives_back_what_a_closed_month_paid_for_a_commission(rule_book: RuleBook) -> None:
    commission, units = a_commission(delivered_on=date(2022, 6, 20)), (("镇1", Group.TOWN),)
    closed = list(commissions.entries(commission, units, None, rule_book, LONG_AGO))
    found = commissions.entries(commission, units, JULY, rule_book, JULY, closed)
    assert amounts(list(found)) == [("2022-07", "−2")]


def test_a_commission_struck_out_brings_nothing(rule_book: RuleBook) -> None:
    assert settled(a_commission(delivered_on=date(2022, 6, 20), voided="登错"), rule_book) == []


def test_a_commission_before_the_first_rules_brings_nothing() -> None:
    assert settled(a_commission(delivered_on=date(2022, 6, 20)), RuleBook(())) == []


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"unit": ""}, ("unit", "missing")),
        ({"subject": " "}, ("subject", "missing")),
        ({"subject": "题" * 201}, ("subject", "too_long")),
        ({"asked_on": date(2022, 7, 4)}, ("asked_on", "future")),
        ({"due_on": date(2022, 5, 31)}, ("due_on", "before_asked")),
    ],
)
def test_an_odd_commission_is_told(facts: dict[str, Any], problem: tuple[str, str]) -> None:
    new = NewCommission("镇1", "联建经验", date(2022, 6, 1), date(2022, 6, 20))
    found = commissions.problems(replace(new, **facts), date(2022, 7, 3))
    assert problem in [(one.field, one.reason) for one in found]


def test_a_sound_commission_has_no_problem() -> None:
    new = NewCommission("镇1", "联建经验", date(2022, 6, 1), date(2022, 8, 20))
    assert list(commissions.problems(new, date(2022, 7, 3))) == []


@pytest.mark.parametrize(
    ("day", "reasons"),
    [(date(2022, 7, 4), ["future"]), (date(2022, 5, 31), ["before_asked"]), (date(2022, 6, 1), [])],
)
def test_a_delivery_has_its_day(day: date, reasons: list[str]) -> None:
    found = commissions.delivery_problems(a_commission(), day, date(2022, 7, 3))
    assert [one.reason for one in found] == reasons


@pytest.mark.parametrize(
    ("day", "reasons"),
    [(date(2022, 7, 4), ["future"]), (date(2022, 6, 20), ["before_due"]), (date(2022, 6, 21), [])],
)
def test_not_done_is_known_after_the_due_day_only(day: date, reasons: list[str]) -> None:
    found = commissions.not_done_problems(a_commission(), day, date(2022, 7, 3))
    assert [one.reason for one in found] == reasons

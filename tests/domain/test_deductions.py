"""Deductions, corrections and the cap on 本级 news (§3.2, §3.4, §3.6)."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk.domain import caps, corrections, deductions, scoring
from jinshi_desk.domain.corrections import Correction, NewCorrection
from jinshi_desk.domain.deductions import Confirmation, Decision, Deduction, NewDeduction
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import BadRules
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules
from jinshi_desk.services import defaults
from tests.office import JULY, JUNE, LONG_AGO, MAY, a_claim, a_scored_draft

TODAY = date(2022, 7, 3)
PROPOSED = NewDeduction("XZ", "text_error", "日期有误", date(2022, 6, 24), "李主任")
CONFIRMED = Confirmation("王部长", date(2022, 6, 26))


def a_deduction(kind: str = "text_error", **facts: Any) -> Deduction:
    """A confirmed deduction of June."""
    made: dict[str, Any] = {
        "id": 1,
        "confirmed_on": date(2022, 6, 26),
        "confirmed_by": "王部长",
        "booked_month": JUNE,
    }
    return Deduction("XZ", kind, "日期有误", date(2022, 6, 24), "李主任", **made | facts)


def told(problems: Any) -> list[tuple[str, str]]:
    return [(problem.field, problem.reason) for problem in problems]


def test_case_c14_an_untrue_essay_is_void_and_costs_more(
    rule_book: RuleBook, default_rules: RuleSet, samples: Path
) -> None:
    cases = json.loads((samples / "scoring_cases.json").read_text(encoding="utf-8"))
    (expected,) = (case["expected_points"] for case in cases if case["id"] == "C14")
    essay = a_scored_draft(a_claim(Level.PROVINCE), category=Category.ESSAY, void_month=JULY)
    lost = [e for e in scoring.entries(essay, rule_book, LONG_AGO) if e.kind is Kind.REVERSAL]
    lost += deductions.entries(a_deduction("untrue", booked_month=JULY), default_rules, LONG_AGO)
    assert [entry.cents / 100 for entry in lost] == expected
    assert default_rules.deductions["untrue"].void_item


def test_a_confirmed_deduction_books_what_the_rules_say(default_rules: RuleSet) -> None:
    (entry,) = deductions.entries(a_deduction(draft="2022-0001", draft_id=7), default_rules, JUNE)
    assert (entry.kind, entry.booked_month, entry.cents) == (Kind.DEDUCTION, JUNE, -100)
    assert (entry.clause, entry.arithmetic) == ("deductions.text_error", "−1")
    assert (entry.unit, entry.draft, entry.deduction, entry.person) == ("XZ", 7, 1, None)


def test_the_office_may_decide_on_another_amount(default_rules: RuleSet) -> None:
    (entry,) = deductions.entries(a_deduction(cents=-250), default_rules, JUNE)
    assert entry.cents == -250


@pytest.mark.parametrize(
    ("facts", "decision"),
    [
        ({"confirmed_on": None}, Decision.PROPOSED),
        ({"confirmed_on": None, "rejected": "属实"}, Decision.REJECTED),
        ({"voided": "登错"}, Decision.VOIDED),
    ],
)
def test_only_a_confirmed_deduction_costs_points(
    facts: dict[str, Any], decision: Decision, default_rules: RuleSet
) -> None:
    deduction = a_deduction(**facts)
    assert deduction.decision is decision
    assert list(deductions.entries(deduction, default_rules, JUNE)) == []


def test_a_closed_month_books_no_deduction_again(default_rules: RuleSet) -> None:
    assert list(deductions.entries(a_deduction(), default_rules, JULY)) == []


def test_a_type_that_the_rules_do_not_know_has_no_amount(default_rules: RuleSet) -> None:
    assert deductions.amount(a_deduction("rudeness"), default_rules) is None
    assert deductions.amount(a_deduction(), None) is None


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"unit": ""}, ("unit", "missing")),
        ({"type": "rudeness"}, ("type", "unknown")),
        ({"type": "late"}, ("type", "by_itself")),
        ({"type": "untrue"}, ("draft", "none_to_void")),
        ({"reason": " "}, ("reason", "missing")),
        ({"proposed_by": ""}, ("proposed_by", "missing")),
        ({"proposed_on": date(2022, 7, 4)}, ("proposed_on", "future")),
        ({"cents": 0}, ("cents", "not_negative")),
        ({"cents": 100}, ("cents", "not_negative")),
    ],
)
def test_an_odd_proposal_is_told(
    facts: dict[str, Any], problem: tuple[str, str], default_rules: RuleSet
) -> None:
    found = deductions.problems(replace(PROPOSED, **facts), default_rules.deductions, TODAY)
    assert told(found) == [problem]


def test_a_sound_proposal_has_no_problem(default_rules: RuleSet) -> None:
    untrue = replace(PROPOSED, type="untrue", draft="2022-0001", cents=-50)
    assert list(deductions.problems(untrue, default_rules.deductions, TODAY)) == []


def test_nothing_to_void_is_only_warned_of(default_rules: RuleSet) -> None:
    (problem,) = deductions.problems(replace(PROPOSED, type="untrue"), default_rules.deductions, TODAY)
    assert problem.severity is Severity.WARN


@pytest.mark.parametrize(
    ("facts", "problems"),
    [
        ({}, []),
        ({"by": " "}, [("confirmed_by", "missing")]),
        ({"on": date(2022, 7, 4)}, [("confirmed_on", "future")]),
        ({"on": date(2022, 6, 23)}, [("confirmed_on", "before_proposal")]),
        ({"cents": 5}, [("cents", "not_negative")]),
    ],
)
def test_a_confirmation_is_checked(facts: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    waiting = a_deduction(confirmed_on=None)
    assert told(deductions.confirmation_problems(waiting, replace(CONFIRMED, **facts), TODAY)) == problems


# ---- rule files


def _with_type(key: str, table: str) -> str:
    text = (defaults.folder() / "rules_default.toml").read_text(encoding="utf-8")
    return text.replace("[deductions]", f"[deductions]\n{key} = {table}\n", 1)


def test_an_office_may_add_its_own_deductions() -> None:
    table = '{ name = "迟到", points = -0.25, void_item = true, disqualify_year = true }'
    rule = read_rules(_with_type("late_meeting", table)).deductions["late_meeting"]
    assert (rule.name, rule.cents, rule.void_item, rule.disqualify_year) == ("迟到", -25, True, True)


@pytest.mark.parametrize(
    ("key", "table", "fault"),
    [
        ("rude", '{ name = "失礼", points = 1 }', ("deductions.rude.points", "positive")),
        ("rude", '{ name = "失礼" }', ("deductions.rude.points", "missing")),
        ("rude", "{ points = -1 }", ("deductions.rude.name", "missing")),
        ("rude", '{ name = "失礼", points = -1, void_item = 1 }', ("deductions.rude.void_item", "flag")),
        ("rude", "-1", ("deductions.rude.name", "missing")),
        ("Rude", '{ name = "失礼", points = -1 }', ("deductions.Rude", "identifier")),
        ('"a b"', '{ name = "失礼", points = -1 }', ("deductions.a b", "identifier")),
    ],
)
def test_a_deduction_that_is_wrong_is_named(key: str, table: str, fault: tuple[str, str]) -> None:
    with pytest.raises(BadRules) as refused:
        read_rules(_with_type(key, table), "细则.toml")
    assert refused.value.args[1:3] == fault


# ---- corrections


def a_correction(**facts: Any) -> Correction:
    made: dict[str, Any] = {"id": 3, "booked_month": JUNE}
    return Correction("XZ", MAY, 50, "漏计一条", date(2022, 7, 1), **made | facts)


def test_a_correction_is_booked_in_its_open_month(rule_book: RuleBook) -> None:
    (entry,) = corrections.entries(a_correction(), rule_book, JUNE)
    assert (entry.kind, entry.booked_month, entry.cents, entry.unit) == (Kind.CORRECTION, JUNE, 50, "XZ")
    assert (entry.clause, entry.arithmetic, entry.correction) == ("correction", "+0.5", 3)


@pytest.mark.parametrize("facts", [{"voided": "登错"}, {"booked_month": MAY}])
def test_a_correction_struck_out_or_closed_books_nothing(facts: dict[str, Any], rule_book: RuleBook) -> None:
    assert list(corrections.entries(a_correction(**facts), rule_book, JUNE)) == []


@pytest.mark.parametrize(
    ("facts", "problems"),
    [
        ({}, []),
        ({"unit": ""}, [("unit", "missing")]),
        ({"corrected_month": JUNE}, [("corrected_month", "open")]),
        ({"cents": 0}, [("cents", "zero")]),
        ({"reason": ""}, [("reason", "missing")]),
        ({"registered_on": date(2022, 7, 4)}, [("registered_on", "future")]),
    ],
)
def test_a_correction_is_checked(facts: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    new = replace(NewCorrection("XZ", MAY, 50, "漏计一条", date(2022, 7, 1)), **facts)
    found: list[Problem] = list(corrections.problems(new, JUNE, TODAY))
    assert told(found) == problems


# ---- the cap


@pytest.mark.parametrize(
    ("cap", "earned", "back"), [(0, 1200, []), (1000, 1200, [-200]), (1000, 1000, []), (1000, 300, [])]
)
def test_news_of_the_county_is_capped(cap: int, earned: int, back: list[int], default_rules: RuleSet) -> None:
    rules = replace(default_rules, county_news_month_cap=cap)
    found = list(caps.entries(JUNE, {"XZ": earned}, rules))
    assert [entry.cents for entry in found] == back
    assert all((e.kind, e.clause) == (Kind.ADOPTION, caps.CLAUSE) for e in found)


def test_the_cap_shows_its_arithmetic(default_rules: RuleSet) -> None:
    (entry,) = caps.entries(JUNE, {"XZ": 1250}, replace(default_rules, county_news_month_cap=1000))
    assert entry.arithmetic == "10 − 12.5 = −2.5"
    assert entry.booked_month == Month(2022, 6)

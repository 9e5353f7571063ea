"""Deductions (扣分): proposed by the research office, then confirmed or not (article row 38, §3.6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain import points
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.rules import LATE, DeductionRule, RuleSet


class Decision(StrEnum):
    """Where a deduction stands. Only a confirmed one costs points."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class NewDeduction:
    """A deduction as proposed.

    ``type`` is a key of the rules' deductions. ``cents`` is negative where the office decides on another
    amount than the rules'; none follows the rules in force on the day of confirmation.
    """

    unit: str
    type: str
    reason: str
    proposed_on: date
    proposed_by: str
    draft: str | None = None
    """The number of the draft it is about, where it is about one."""
    evidence: str = ""
    cents: int | None = None


@dataclass(frozen=True, slots=True)
class Deduction(NewDeduction):
    """A deduction in the register."""

    id: int = field(kw_only=True)
    draft_id: int | None = field(kw_only=True, default=None)
    confirmed_on: date | None = field(kw_only=True, default=None)
    confirmed_by: str = field(kw_only=True, default="")
    rejected: str = field(kw_only=True, default="")
    """Why it was not confirmed."""
    booked_month: Month | None = field(kw_only=True, default=None)
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    @property
    def decision(self) -> Decision:
        if self.voided:
            return Decision.VOIDED
        if self.rejected:
            return Decision.REJECTED
        return Decision.PROPOSED if self.confirmed_on is None else Decision.CONFIRMED


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who confirmed a deduction and when; ``cents`` where another amount was decided on."""

    by: str
    on: date
    cents: int | None = None


def problems(new: NewDeduction, types: Mapping[str, DeductionRule], today: date) -> Iterator[Problem]:
    """Yield everything odd in a proposal under the rules' ``types``."""
    if not new.unit:
        yield Problem("unit", "missing")
    if new.type not in types:
        yield Problem("type", "unknown", detail=new.type)
    elif new.type == LATE:
        yield Problem("type", "by_itself", detail=types[LATE].name)
    elif types[new.type].void_item and new.draft is None:
        yield Problem("draft", "none_to_void", Severity.WARN)
    if not new.reason.strip():
        yield Problem("reason", "missing")
    if not new.proposed_by.strip():
        yield Problem("proposed_by", "missing")
    if new.proposed_on > today:
        yield Problem("proposed_on", "future")
    yield from _amount_problems(new.cents)


def confirmation_problems(deduction: Deduction, confirmed: Confirmation, today: date) -> Iterator[Problem]:
    """Yield what keeps ``deduction`` from being confirmed so."""
    if not confirmed.by.strip():
        yield Problem("confirmed_by", "missing")
    if confirmed.on > today:
        yield Problem("confirmed_on", "future")
    elif confirmed.on < deduction.proposed_on:
        yield Problem("confirmed_on", "before_proposal")
    yield from _amount_problems(confirmed.cents)


def _amount_problems(cents: int | None) -> Iterator[Problem]:
    if cents is not None and cents >= 0:
        yield Problem("cents", "not_negative")


def amount(deduction: NewDeduction, rules: RuleSet | None) -> int | None:
    """Return the cents a deduction costs under ``rules``; none where they do not know its type."""
    if deduction.cents is not None:
        return deduction.cents
    known = rules.deductions.get(deduction.type) if rules else None
    return known.cents if known else None


def entries(deduction: Deduction, rules: RuleSet, open_from: Month) -> Iterator[Entry]:
    """Yield what a confirmed deduction books, under the rules in force on the day of confirmation."""
    month = deduction.booked_month
    cents = amount(deduction, rules)
    if deduction.decision is not Decision.CONFIRMED or month is None or month < open_from or cents is None:
        return
    yield Entry(
        kind=Kind.DEDUCTION,
        booked_month=month,
        cents=cents,
        rule_set=rules.id,
        clause=f"deductions.{deduction.type}",
        arithmetic=points.plain(cents),
        unit=deduction.unit,
        draft=deduction.draft_id,
        deduction=deduction.id,
    )

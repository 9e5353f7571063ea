"""Corrections (更正): what a closed month got wrong is put right in the open one, and printed (§3.4, T19)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jinshi_desk.domain import points
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.rules import RuleBook


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """``cents`` more or less than ``unit`` had in the closed ``corrected_month``.

    ``entry`` is the id of the ledger entry that was wrong, where it is one; ``objection`` the id of the
    objection whose ruling led to it.
    """

    unit: str
    corrected_month: Month
    cents: int
    reason: str
    registered_on: date
    entry: int | None = None
    objection: int | None = None


@dataclass(frozen=True, slots=True)
class Correction(NewCorrection):
    """A correction in the register."""

    id: int = field(kw_only=True)
    booked_month: Month = field(kw_only=True)
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""


def problems(new: NewCorrection, open_from: Month, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded; an open month is put right at its facts."""
    if not new.unit:
        yield Problem("unit", "missing")
    if new.corrected_month >= open_from:
        yield Problem("corrected_month", "open", detail=new.corrected_month.label)
    if new.cents == 0:
        yield Problem("cents", "zero")
    if not new.reason.strip():
        yield Problem("reason", "missing")
    if new.registered_on > today:
        yield Problem("registered_on", "future")


def entries(correction: Correction, book: RuleBook, open_from: Month) -> Iterator[Entry]:
    """Yield what a correction books in its open month."""
    if correction.voided or correction.booked_month < open_from:
        return
    yield Entry(
        kind=Kind.CORRECTION,
        booked_month=correction.booked_month,
        cents=correction.cents,
        rule_set=book.at(correction.booked_month).id,
        clause="correction",
        arithmetic=points.signed(correction.cents),
        unit=correction.unit,
        correction=correction.id,
    )

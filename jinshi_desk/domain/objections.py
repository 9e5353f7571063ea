"""Objections (异议) of units to what their month counts, and how they were ruled (product §5)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.sent_reminders import Channel

TEXT_LIMIT, NAME_LIMIT = 500, 20
"""Characters of what is objected or of why it was ruled so, and of a name."""


class Finding(StrEnum):
    """How an objection was ruled."""

    UPHELD = "upheld"
    PARTLY = "partly"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


GRANTED = frozenset({Finding.UPHELD, Finding.PARTLY})
"""The findings that something follows from."""


class Remedy(StrEnum):
    """What follows from an objection that is upheld, in whole or in part."""

    CHANGE = "change"
    """The record is put right: the month is open."""
    CORRECTION = "correction"
    """The month is closed: the difference is booked in the open one and printed."""
    NOTHING = "nothing"
    """No points hang on it."""


class Stand(StrEnum):
    """How far an objection has come."""

    OPEN = "open"
    TO_CORRECT = "to_correct"
    """Upheld, and the correction it leads to is not registered yet."""
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class NewObjection:
    """What ``unit`` says against its ``month``: about a draft, a kind of points, a deduction, or all of it.

    ``draft`` and ``deduction`` are ids. ``raised_by`` is who said so for the unit.
    """

    unit: str
    month: Month
    received_on: date
    raised_by: str
    channel: Channel
    text: str
    draft: int | None = None
    kind: Kind | None = None
    deduction: int | None = None


@dataclass(frozen=True, slots=True)
class NewRuling:
    """How an objection is ruled; ``remedy`` only where it is granted."""

    finding: Finding
    remedy: Remedy | None
    ruled_by: str
    ruled_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class GivenRuling(NewRuling):
    """A ruling on record. A later one takes its place; it stays to be read."""

    id: int = field(kw_only=True)
    voided: str = field(kw_only=True, default="")


@dataclass(frozen=True, slots=True)
class Objection(NewObjection):
    """An objection in the register."""

    id: int = field(kw_only=True)
    rulings: tuple[GivenRuling, ...] = field(kw_only=True, default=())
    """Every ruling, the first first, those struck out included."""
    corrected: bool = field(kw_only=True, default=False)
    """Whether a correction that stands was registered for it."""
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    @property
    def ruling(self) -> GivenRuling | None:
        """The ruling that holds; none while it is open."""
        return next((each for each in reversed(self.rulings) if not each.voided), None)

    @property
    def stand(self) -> Stand:
        """How far it has come."""
        held = self.ruling
        if held is None:
            return Stand.OPEN
        if held.remedy is Remedy.CORRECTION and not self.corrected:
            return Stand.TO_CORRECT
        return Stand.SETTLED

    @property
    def waits(self) -> bool:
        """Tell whether the office still has to do something about it."""
        return not self.voided and self.stand is not Stand.SETTLED


def problems(new: NewObjection, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded."""
    if not new.unit:
        yield Problem("unit", "missing")
    if not new.text.strip():
        yield Problem("objection", "missing")
    elif len(new.text) > TEXT_LIMIT:
        yield Problem("objection", "too_long", detail=str(TEXT_LIMIT))
    if not new.raised_by.strip():
        yield Problem("raised_by", "missing")
    elif len(new.raised_by) > NAME_LIMIT:
        yield Problem("raised_by", "too_long", detail=str(NAME_LIMIT))
    if new.received_on > today:
        yield Problem("objected_on", "future")
    elif new.received_on < new.month.first_day:
        yield Problem("objected_on", "before_month", detail=new.month.label)


def ruling_problems(
    objection: Objection, new: NewRuling, today: date, *, is_closed: bool
) -> Iterator[Problem]:
    """Yield what keeps ``objection`` from being ruled so; ``is_closed`` tells of its month.

    What is granted in a closed month, issued or not, can only be a correction (§3.4); in an open one the
    record itself is put right.
    """
    if new.finding in GRANTED:
        if new.remedy is None:
            yield Problem("remedy", "missing")
        elif new.remedy is Remedy.CHANGE and is_closed:
            yield Problem("remedy", "closed", detail=objection.month.label)
        elif new.remedy is Remedy.CORRECTION and not is_closed:
            yield Problem("remedy", "open", detail=objection.month.label)
    elif new.remedy is not None:
        yield Problem("remedy", "not_granted")
    if not new.ruled_by.strip():
        yield Problem("ruled_by", "missing")
    elif len(new.ruled_by) > NAME_LIMIT:
        yield Problem("ruled_by", "too_long", detail=str(NAME_LIMIT))
    if new.ruled_on > today:
        yield Problem("ruled_on", "future")
    elif new.ruled_on < objection.received_on:
        yield Problem("ruled_on", "before_objection", detail=f"{objection.received_on:%m-%d}")
    if not new.reason.strip():
        yield Problem("ruling_reason", "missing")
    elif len(new.reason) > TEXT_LIMIT:
        yield Problem("ruling_reason", "too_long", detail=str(TEXT_LIMIT))

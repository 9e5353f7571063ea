"""Unit sheets (核对单) that went out: when, to whom, by what way, and what stood on them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.sent_reminders import Channel

NAME_LIMIT = 20
"""Characters of who sent them."""


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """The sheets of ``month`` for ``units`` (ids), which may object until ``due_on``."""

    month: Month
    sent_on: date
    channel: Channel
    sent_by: str
    due_on: date
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentSheet:
    """A unit's sheet as it went out: its points in cents, and the SHA-256 of all that stood on it."""

    unit: str
    cents: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery on record. ``recorded_at`` is the time with its zone."""

    id: int
    month: Month
    sent_on: date
    channel: Channel
    sent_by: str
    due_on: date
    recorded_at: str
    sheets: tuple[SentSheet, ...]
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""


@dataclass(frozen=True, slots=True)
class LastSent:
    """The last sheet of a unit that stands, and the delivery it went out with."""

    delivery: Delivery
    sheet: SentSheet

    def is_changed(self, sha256: str) -> bool:
        """Tell whether the unit's sheet of now, marked ``sha256``, says something else."""
        return self.sheet.sha256 != sha256


def latest(deliveries: Iterable[Delivery]) -> Mapping[str, LastSent]:
    """Return by unit what it was sent last."""
    sent = sorted((each for each in deliveries if not each.voided), key=lambda each: (each.sent_on, each.id))
    return {sheet.unit: LastSent(each, sheet) for each in sent for sheet in each.sheets}


def problems(new: NewDelivery, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded."""
    if new.sent_on > today:
        yield Problem("sheets_sent_on", "future")
    elif new.sent_on < new.month.first_day:
        yield Problem("sheets_sent_on", "before_month", detail=new.month.label)
    if new.due_on < new.sent_on:
        yield Problem("objections_until", "before_sending")
    if not new.sent_by.strip():
        yield Problem("sent_by", "missing")
    elif len(new.sent_by) > NAME_LIMIT:
        yield Problem("sent_by", "too_long", detail=str(NAME_LIMIT))
    if not new.units:
        yield Problem("sheets", "nobody")

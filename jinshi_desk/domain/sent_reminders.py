"""Reminders that went out (§1 row 55): when, to whom, by whom and how, and what came in after them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.reminders import Stage

NAME_LIMIT, REMARK_LIMIT = 20, 200
"""Characters of who sent it, and of a remark."""


class Channel(StrEnum):
    """How a unit was reminded."""

    GROUP = "group"
    PHONE = "phone"
    PAPER = "paper"
    SMS = "sms"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class NewReminder:
    """A reminder to ``units`` (ids) about ``month``."""

    month: Month
    stage: Stage
    sent_on: date
    channel: Channel
    sent_by: str
    units: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Reminded:
    """A unit that was reminded, with its duty then and what counted of what it had sent."""

    unit: str
    quota: int
    counted: int

    @property
    def missing(self) -> int:
        return self.quota - self.counted


@dataclass(frozen=True, slots=True)
class SentReminder:
    """A reminder on record. ``recorded_at`` is the time with its zone."""

    id: int
    month: Month
    stage: Stage
    sent_on: date
    channel: Channel
    sent_by: str
    remark: str
    recorded_at: str
    reminded: tuple[Reminded, ...]
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    def names(self, unit: str) -> bool:
        """Tell whether ``unit`` was among those reminded."""
        return any(each.unit == unit for each in self.reminded)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft that came in: its unit, its day and the time it was put on file."""

    unit: str
    received_on: date
    registered_at: str

    def is_after(self, reminder: SentReminder) -> bool:
        """Tell whether it came after ``reminder``: on a later day, or that day and filed after the record."""
        if self.received_on == reminder.sent_on:
            return self.registered_at > reminder.recorded_at
        return self.received_on > reminder.sent_on


def problems(new: NewReminder, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded."""
    if new.sent_on > today:
        yield Problem("sent_on", "future")
    elif new.sent_on < new.month.first_day:
        yield Problem("sent_on", "before_month", detail=f"{new.month.month}月")
    if not new.sent_by:
        yield Problem("sent_by", "missing")
    elif len(new.sent_by) > NAME_LIMIT:
        yield Problem("sent_by", "too_long", detail=str(NAME_LIMIT))
    if len(new.remark) > REMARK_LIMIT:
        yield Problem("sent_remark", "too_long", detail=str(REMARK_LIMIT))
    if not new.units:
        yield Problem("reminded", "nobody")


def standing(reminders: Iterable[SentReminder]) -> tuple[SentReminder, ...]:
    """Return those that stand, in the order in which they went out."""
    return tuple(sorted((each for each in reminders if not each.voided), key=_when))


def latest(reminders: Iterable[SentReminder]) -> Mapping[str, SentReminder]:
    """Return the last reminder of each unit."""
    return {unit.unit: each for each in standing(reminders) for unit in each.reminded}


def came_after(reminders: Iterable[SentReminder], arrivals: Iterable[Arrival]) -> Counter[tuple[int, str]]:
    """Count by reminder and unit what came in after it and before the unit's next: each draft answers one."""
    sent = standing(reminders)[::-1]
    found: Counter[tuple[int, str]] = Counter()
    for arrival in arrivals:
        asked = (each for each in sent if each.names(arrival.unit) and arrival.is_after(each))
        if (answered := next(asked, None)) is not None:
            found[answered.id, arrival.unit] += 1
    return found


def _when(reminder: SentReminder) -> tuple[date, str, int]:
    return reminder.sent_on, reminder.recorded_at, reminder.id

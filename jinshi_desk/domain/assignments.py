"""Tasks per person (任务到人): so many drafts of a person in a month, a quarter or a year (§1 row 46).

What is done is never typed: it is counted from the register, so that nothing is asked twice (§1 row 35).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.draft_kinds import Category
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.problems import Problem

TARGET_LIMIT = 999


class Counting(StrEnum):
    """Which drafts fill a task: those 有效 by the day received, or those 采用 by the day adopted."""

    VALID = "valid"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """``target`` drafts of ``person`` in ``period``; of one category, or of any."""

    person: int
    period: Period
    target: int
    assigned_on: date
    counting: Counting = Counting.VALID
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Assignment(NewAssignment):
    """A task in the register."""

    id: int = field(kw_only=True)
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    def missing(self, done: int) -> int:
        """Return how many drafts are still owed when ``done`` are there."""
        return max(0, self.target - done)


@dataclass(frozen=True, slots=True)
class Piece:
    """A draft that fills a task, on the day that counts."""

    number: str
    title: str
    on: date


def problems(new: NewAssignment, today: date, known: Iterable[Assignment]) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded beside ``known``, the standing tasks of the person."""
    if not new.person:
        yield Problem("person", "missing")
    if new.target <= 0:
        yield Problem("target", "not_positive")
    elif new.target > TARGET_LIMIT:
        yield Problem("target", "too_many", detail=str(TARGET_LIMIT))
    if new.assigned_on > today:
        yield Problem("assigned_on", "future")
    if new.period.last_day < new.assigned_on:
        yield Problem("period", "ended", detail=new.period.label)
    what = (new.period, new.counting, new.category)
    if any((each.period, each.counting, each.category) == what for each in known):
        yield Problem("period", "assigned", detail=new.period.label)

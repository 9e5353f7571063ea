"""Problems and suggestions (问题建议) that units raise, with who handles them and the reply (§1 row 43)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.drafts import title_key
from jinshi_desk.domain.problems import Problem

TEXT_LIMIT = 500
"""Characters of what is raised, and of the reply: a few sentences, not a report."""
HANDLER_LIMIT = 30


class Concern(StrEnum):
    """What a unit raises."""

    PROBLEM = "problem"
    ADVICE = "advice"


class Handling(StrEnum):
    """How far the handling of a suggestion has come."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class NewSuggestion:
    """What ``unit`` raised on a day. ``office`` is the 组室 that handles it, ``handler`` who does there."""

    unit: str
    concern: Concern
    text: str
    received_on: date
    office: str = ""
    handler: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestion(NewSuggestion):
    """A suggestion in the register; it is closed by a reply."""

    id: int = field(kw_only=True)
    reply: str = field(kw_only=True, default="")
    closed_on: date | None = field(kw_only=True, default=None)
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    def handling(self, today: date) -> Handling:
        """Return how it stands on ``today``; it is overdue from the day after it is due."""
        if self.closed_on is not None:
            return Handling.CLOSED
        return Handling.OVERDUE if self.due_on is not None and self.due_on < today else Handling.OPEN


def problems(new: NewSuggestion, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded."""
    if not new.unit:
        yield Problem("unit", "missing")
    if not new.text.strip():
        yield Problem("text", "missing")
    elif len(new.text) > TEXT_LIMIT:
        yield Problem("text", "too_long", detail=str(TEXT_LIMIT))
    if len(new.handler) > HANDLER_LIMIT:
        yield Problem("handler", "too_long", detail=str(HANDLER_LIMIT))
    if new.received_on > today:
        yield Problem("raised_on", "future")
    yield from handling_problems(new)


def handling_problems(new: NewSuggestion) -> Iterator[Problem]:
    """Yield what keeps it from being handled as ``new`` says: it can't be due before it was raised."""
    if new.due_on is not None and new.due_on < new.received_on:
        yield Problem("due_on", "before_raised")


def closing_problems(suggestion: Suggestion, on: date, reply: str, today: date) -> Iterator[Problem]:
    """Yield what keeps ``suggestion`` from being closed ``on`` that day with ``reply``."""
    if not reply.strip():
        yield Problem("reply", "missing")
    elif len(reply) > TEXT_LIMIT:
        yield Problem("reply", "too_long", detail=str(TEXT_LIMIT))
    if on > today:
        yield Problem("closed_on", "future")
    elif on < suggestion.received_on:
        yield Problem("closed_on", "before_raised")


def raised_before(new: NewSuggestion, known: Iterable[Suggestion]) -> Suggestion | None:
    """Return the standing one by which ``new``'s unit told the same: nobody is asked twice (§1 row 35).

    Spaces and punctuation make no difference.
    """
    same = (each for each in known if not each.voided and each.unit == new.unit)
    return next((each for each in same if title_key(each.text) == title_key(new.text)), None)

"""Leads (线索): a unit's practice, given to a 组室 to write up, until a draft comes of it (§1 row 44).

A lead earns nothing by itself. What it earns is the draft's, and a draft of unit and 组室 earns both of them
the whole value, as any joint draft of two groups does (§3.4).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.problems import Problem

SUBJECT_LIMIT = 200
"""Characters, as for a draft's title."""


class LeadState(StrEnum):
    """How far a lead has come."""

    NEW = "new"
    ASSIGNED = "assigned"
    DRAFTED = "drafted"
    ADOPTED = "adopted"
    SHELVED = "shelved"


ENDED = frozenset({LeadState.ADOPTED, LeadState.SHELVED})
"""Where nobody waits for anything more."""


@dataclass(frozen=True, slots=True)
class NewLead:
    """A practice of ``unit`` worth writing up; ``office`` is the 组室 in charge, from ``assigned_on`` on."""

    unit: str
    subject: str
    found_on: date
    office: str = ""
    assigned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Lead(NewLead):
    """A lead in the register. ``draft`` is the id of the draft made of it."""

    id: int = field(kw_only=True)
    draft: int | None = field(kw_only=True, default=None)
    shelved_on: date | None = field(kw_only=True, default=None)
    shelved: str = field(kw_only=True, default="")
    """Why nothing is made of it for now."""
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    def state(self, adopted_on: date | None) -> LeadState:
        """Return how far it has come; ``adopted_on`` is when its draft was first adopted."""
        if self.draft is not None:
            return LeadState.DRAFTED if adopted_on is None else LeadState.ADOPTED
        if self.shelved_on is not None:
            return LeadState.SHELVED
        return LeadState.ASSIGNED if self.office else LeadState.NEW

    @property
    def credited(self) -> tuple[str, ...]:
        """The units that a draft made of it names: the unit whose practice it is, then the 组室."""
        return (self.unit, self.office) if self.office else (self.unit,)


def problems(new: NewLead, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded."""
    if not new.unit:
        yield Problem("unit", "missing")
    if not new.subject.strip():
        yield Problem("lead", "missing")
    elif len(new.subject) > SUBJECT_LIMIT:
        yield Problem("lead", "too_long", detail=str(SUBJECT_LIMIT))
    if new.found_on > today:
        yield Problem("found_on", "future")
    if new.office:
        yield from assignment_problems(new, today)


def assignment_problems(lead: NewLead, today: date) -> Iterator[Problem]:
    """Yield what keeps ``lead`` from being given to its office on its day."""
    if not lead.office:
        yield Problem("office", "missing")
    elif lead.office == lead.unit:
        yield Problem("office", "own_unit")
    if lead.assigned_on is None:
        yield Problem("assigned_on", "missing")
    elif lead.assigned_on > today:
        yield Problem("assigned_on", "future")
    elif lead.assigned_on < lead.found_on:
        yield Problem("assigned_on", "before_found")


def shelving_problems(lead: Lead, on: date, today: date) -> Iterator[Problem]:
    """Yield what keeps ``lead`` from being laid aside ``on`` that day."""
    if on > today:
        yield Problem("shelved_on", "future")
    elif on < lead.found_on:
        yield Problem("shelved_on", "before_found")

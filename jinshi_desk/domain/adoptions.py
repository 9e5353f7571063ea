"""Adoptions (采用): where a draft ran, and whether that is proven."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.problems import Problem, Severity

FIRST_YEAR = 2000
"""Before it lie typing errors."""


class Mode(StrEnum):
    """How the outlet used the draft."""

    SOLE = "sole"
    COMBINED = "combined"
    EXCERPT = "excerpt"
    MENTION = "mention"


class Position(StrEnum):
    """Where in the outlet it stood."""

    NORMAL = "normal"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class NewAdoption:
    """An adoption as typed or read. ``registered_on`` is the day its evidence reached the desk."""

    outlet: str
    adopted_on: date
    registered_on: date
    mode: Mode = Mode.SOLE
    position: Position = Position.NORMAL
    place: str = ""
    """版面或链接."""
    evidence: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Adoption(NewAdoption):
    """An adoption in the register. Only verified ones score (§2)."""

    id: int = field(kw_only=True)
    draft: int = field(kw_only=True)
    retracted_on: date | None = field(kw_only=True, default=None)
    voided: str = field(kw_only=True, default="")
    """Why it was struck out as wrongly registered; empty while it stands."""


def problems(adoption: NewAdoption, received_on: date, today: date) -> Iterator[Problem]:
    """Yield everything odd in an adoption of a draft received on ``received_on``."""
    if not adoption.outlet:
        yield Problem("outlet", "missing")
    if adoption.adopted_on > today:
        yield Problem("adopted_on", "future")
    elif adoption.adopted_on.year < FIRST_YEAR:
        yield Problem("adopted_on", "long_ago")
    elif adoption.adopted_on < received_on:
        yield Problem("adopted_on", "before_receipt", Severity.WARN)
    if adoption.registered_on > today:
        yield Problem("registered_on", "future")
    elif adoption.registered_on < adoption.adopted_on:
        yield Problem("registered_on", "before_adoption")


def retraction_problems(adoption: Adoption, on: date, today: date) -> Iterator[Problem]:
    """Yield what keeps ``adoption`` from being noted as taken down ``on`` that day."""
    if adoption.voided or adoption.retracted_on is not None:
        yield Problem("adoption", "gone")
    if on > today:
        yield Problem("retracted_on", "future")
    elif on < adoption.adopted_on:
        yield Problem("retracted_on", "before_adoption")

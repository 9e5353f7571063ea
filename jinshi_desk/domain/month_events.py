"""What happened in a month beside drafts and adoptions, as the bulletin tells it (T9–T16, T19)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.platforms import PlatformMonth


@dataclass(frozen=True, slots=True)
class InstructedDraft:
    """A draft with an instruction booked in the month; of several the highest level."""

    number: str
    title: str
    lead: str
    level: Level


@dataclass(frozen=True, slots=True)
class Deducted:
    """What a unit lost in the month for one reason, confirmed; ``name`` is the rules' name for ``type``."""

    type: str
    name: str
    unit: str
    cents: int


@dataclass(frozen=True, slots=True)
class CorrectedMonth:
    """A unit's closed month: what it should have had, and what of that is booked in this month.

    ``objected`` tells whether a ruling on an objection led to it.
    """

    unit: str
    month: Month
    cents: int
    difference: int
    objected: bool = False


@dataclass(frozen=True, slots=True)
class MonthEvents:
    """The month's events. Those struck out, and those of void drafts, are not among them."""

    commissions: tuple[Commission, ...] = ()
    """Due in the month."""
    instructed: tuple[InstructedDraft, ...] = ()
    deducted: tuple[Deducted, ...] = ()
    corrected: tuple[CorrectedMonth, ...] = ()
    returns: tuple[tuple[int, str], ...] = ()
    """Draft and reason of each return, by day."""
    missing_forms: Mapping[str, int] = field(default_factory=dict)
    """Drafts without their approval form, by lead unit; none where the office asks for no forms."""
    capped: Mapping[str, int] = field(default_factory=dict)
    """What units gave back to the cap on 本级 news; negative."""
    platform: PlatformMonth | None = None


NO_EVENTS = MonthEvents()

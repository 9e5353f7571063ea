"""Outlets: where a draft can be adopted, and at which level."""

from dataclasses import dataclass
from decimal import Decimal

from jinshi_desk.domain.draft_kinds import Level

__all__ = [
    "LEVELS_HIGHEST_FIRST",
    "Level",
    "Outlet",
]

LEVELS_HIGHEST_FIRST = tuple(reversed(Level))


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, site, account or bulletin. Its level decides, not the reporter's claim (§3.3)."""

    id: str
    name: str
    level: Level
    kind: str
    position: int
    own: bool = False
    weight: Decimal = Decimal(1)
    aliases: tuple[str, ...] = ()

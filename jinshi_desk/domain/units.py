"""Reporting units, their ranking groups and their exempt months."""

from dataclasses import dataclass
from enum import StrEnum

from jinshi_desk.domain.months import Month


class Group(StrEnum):
    """A ranking group; groups are never compared with one another (§6.3)."""

    TOWN = "town"
    BUREAU = "bureau"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that reports to the research office.

    ``active_from`` is its first full month; ``active_to``, where given, its last. ``position`` is its place
    in the office's own order, which also orders ties.
    """

    id: str
    name: str
    group: Group
    position: int
    active_from: Month
    active_to: Month | None = None
    aliases: tuple[str, ...] = ()

    def active_in(self, month: Month) -> bool:
        return self.active_from <= month and (self.active_to is None or month <= self.active_to)


@dataclass(frozen=True, slots=True)
class Exemption:
    """免考核: ``unit`` owes nothing in ``month``, for a reason that somebody approved."""

    unit: str
    month: Month
    reason: str
    approver: str

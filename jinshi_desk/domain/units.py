"""Reporting units, their ranking groups and their exempt months."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.months import Month


class Group(StrEnum):
    """A ranking group; groups are never compared with one another (§6.3)."""

    TOWN = "town"
    BUREAU = "bureau"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Named:
    """``name`` is what a unit is called from the month ``since`` on."""

    name: str
    since: Month


@dataclass(frozen=True, slots=True)
class Grouped:
    """``group`` is the one a unit is ranked in from the month ``since`` on."""

    group: Group
    since: Month


AT_ONCE = Month(2000, 1)
"""Where a list says no month: from the first that is open."""


@dataclass(frozen=True, slots=True)
class OwnQuota:
    """``quota`` is what a unit alone owes a month from ``since`` on; none where its group's holds again."""

    quota: int | None
    since: Month
    reason: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that reports to the research office.

    ``active_from`` is its first full month; ``active_to``, where given, its last. ``position`` is its place
    in the office's own order, which also orders ties. ``names`` are the names it bore, oldest first and the
    present one last, empty while it was never renamed; ``old_names`` those from before the file began.
    ``groups`` are the groups it was in, likewise. ``quotas`` are those of its own, oldest first.
    """

    id: str
    name: str
    group: Group
    position: int
    active_from: Month
    active_to: Month | None = None
    aliases: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()
    names: tuple[Named, ...] = ()
    groups: tuple[Grouped, ...] = ()
    quotas: tuple[OwnQuota, ...] = ()

    @property
    def former_names(self) -> tuple[str, ...]:
        """Every name it bore and bears no more."""
        borne = (*self.old_names, *(named.name for named in self.names))
        return tuple(dict.fromkeys(name for name in borne if name != self.name))

    @property
    def other_names(self) -> tuple[str, ...]:
        """Every name but the present one that it is known by."""
        return (*self.aliases, *self.former_names)

    @property
    def was_taken_back(self) -> bool:
        """Whether it ended before it began: it came with an import that was undone, and drafts name it."""
        return self.active_to is not None and self.active_to < self.active_from

    def active_in(self, month: Month) -> bool:
        return self.active_from <= month and (self.active_to is None or month <= self.active_to)

    def name_in(self, month: Month) -> str:
        """Return what it was called in ``month``: what a document of that month prints."""
        names = [named.name for named in self.names if named.since <= month]
        first = self.names[0].name if self.names else self.name
        return names[-1] if names else first

    def group_in(self, month: Month) -> Group:
        """Return the group it was in in ``month``: where it owed and ranked."""
        groups = [grouped.group for grouped in self.groups if grouped.since <= month]
        first = self.groups[0].group if self.groups else self.group
        return groups[-1] if groups else first

    def own_quota_in(self, month: Month) -> int | None:
        """Return what it alone owed in ``month``; none where it owed what its group did."""
        quotas = [own.quota for own in self.quotas if own.since <= month]
        return quotas[-1] if quotas else None

    def as_of(self, month: Month) -> "Unit":
        """Return the unit by name and group as they were in ``month``."""
        name, group = self.name_in(month), self.group_in(month)
        return self if (name, group) == (self.name, self.group) else replace(self, name=name, group=group)


def first_full_month(day: date) -> Month:
    """Return the month from which something of ``day`` counts: its own if it is the first, else the next."""
    return Month.of(day) if day.day == 1 else Month.of(day).next()


def renamed(unit: Unit, name: str, since: Month) -> Unit:
    """Return ``unit`` called ``name`` from ``since`` on; from its first month on, it never had another."""
    borne = unit.names or (Named(unit.name, unit.active_from),)
    kept = tuple(named for named in borne if named.since < since)
    names = kept if kept and kept[-1].name == name else (*kept, Named(name, since))
    return replace(unit, name=name, names=names if len(names) > 1 else ())


def regrouped(unit: Unit, group: Group, since: Month) -> Unit:
    """Return ``unit`` in ``group`` from ``since`` on; from its first month on, it never was in another."""
    been = unit.groups or (Grouped(unit.group, unit.active_from),)
    kept = tuple(grouped for grouped in been if grouped.since < since)
    groups = kept if kept and kept[-1].group is group else (*kept, Grouped(group, since))
    return replace(unit, group=group, groups=groups if len(groups) > 1 else ())


def charged(unit: Unit, quota: int | None, since: Month, reason: str) -> Unit:
    """Return ``unit`` with a quota of its own from ``since`` on; none has its group's hold again."""
    kept = tuple(own for own in unit.quotas if own.since < since)
    return replace(unit, quotas=(*kept, OwnQuota(quota, since, reason)))


@dataclass(frozen=True, slots=True)
class Exemption:
    """免考核: ``unit`` owes nothing in ``month``, for a reason that somebody approved."""

    unit: str
    month: Month
    reason: str
    approver: str

"""Whom the office deals with in a unit: its correspondent, its leaders, the telephone on the desk."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.roster import Duty, Holder, all_holders, correspondent_of
from jinshi_desk.domain.units import Unit
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class Contacts:
    """Names for forms and reminders; empty where nobody is on the roster."""

    correspondent: str = ""
    office_phone: str = ""
    supervising_leader: str = ""
    unit_head: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A unit's line of the roster: who answers for it on the day. Nobody is a vacancy."""

    unit: Unit
    duty: Duty
    correspondents: tuple[Holder, ...]
    leaders: tuple[Holder, ...]
    heads: tuple[Holder, ...]

    @property
    def is_vacant(self) -> bool:
        return not self.correspondents

    @property
    def is_double(self) -> bool:
        return len(self.correspondents) > 1

    @property
    def contacts(self) -> Contacts:
        first = self.correspondents[0] if self.correspondents else None
        return Contacts(
            "、".join(held.person.name for held in self.correspondents),
            first.phone if first else "",
            "、".join(held.person.name for held in self.leaders),
            "、".join(held.person.name for held in self.heads),
        )


def contacts(store: Store, unit: str, day: date) -> Contacts:
    """Return whom to ask for in ``unit`` on ``day``: what forms are prefilled with."""
    known = store.units.known([unit]).get(unit)
    return _row(known, all_holders(store.roster.at(unit), day)).contacts if known else Contacts()


def all_contacts(store: Store, day: date) -> Mapping[str, Contacts]:
    """Return whom to ask for in every unit, by its id."""
    return {row.unit.id: row.contacts for row in roster_rows(store, day)}


def roster_rows(store: Store, day: date) -> Iterator[RosterRow]:
    """Yield the roster of ``day``, in the office's order: every unit of that month."""
    held = all_holders(store.roster.all(), day)
    for unit in store.units.all():
        if unit.active_in(Month.of(day)):
            yield _row(unit, held)


def to_settle(store: Store, day: date) -> int:
    """Count the units without a correspondent, or with two; none before the first was ever appointed."""
    held = Counter(store.roster.held(day))
    if not held and not store.roster.has_begun():
        return 0
    active = (unit for unit in store.units.all() if unit.active_in(Month.of(day)))
    return sum(held[unit.id, correspondent_of(unit.group)] != 1 for unit in active)


def _row(unit: Unit, held: Mapping[tuple[str, Duty], list[Holder]]) -> RosterRow:
    def who(duty: Duty) -> tuple[Holder, ...]:
        return tuple(held.get((unit.id, duty), ()))

    duty = correspondent_of(unit.group)
    return RosterRow(unit, duty, who(duty), who(Duty.SUPERVISING_LEADER), who(Duty.UNIT_HEAD))

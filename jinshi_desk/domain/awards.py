"""Award places (§3.6, §6.6): whom the year's figures propose for 通报表扬. Names are confirmed by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

MISSED_LIMIT = 3
"""Months below the quota from which a unit is out of the awards (§6.6)."""


class Bar(StrEnum):
    """Why a unit is not in the run."""

    DISQUALIFIED = "disqualified"
    TOO_NEW = "too_new"
    OFTEN_SHORT = "often_short"


@dataclass(frozen=True, slots=True)
class Contender:
    """A unit's year. ``breakers`` decide between equal points, in the order of §6.3, more being better."""

    unit: str
    cents: int
    breakers: tuple[int, ...] = ()
    active_months: int = 12
    missed_months: int = 0
    disqualified: bool = False

    @property
    def merit(self) -> tuple[int, tuple[int, ...]]:
        return self.cents, self.breakers


@dataclass(frozen=True, slots=True)
class Places:
    """A grade: ``units`` have a place for certain; of ``tied`` as many as are ``left`` get one, by hand."""

    grade: str
    units: tuple[str, ...]
    tied: tuple[str, ...] = ()
    left: int = 0


def bar(contender: Contender, min_active_months: int) -> Bar | None:
    """Return what keeps a unit out of the awards."""
    if contender.disqualified:
        return Bar.DISQUALIFIED
    if contender.active_months < min_active_months:
        return Bar.TOO_NEW
    if contender.missed_months >= MISSED_LIMIT:
        return Bar.OFTEN_SHORT
    return None


def propose(
    contenders: Sequence[Contender],
    grades: Mapping[str, int],
    min_active_months: int,
    decided: Sequence[str] = (),
) -> tuple[Places, ...]:
    """Fill the places of each grade, best first, from the units of one group in the office's order.

    The place of a unit that is barred goes to the next. A tie at a cut is left to the office; ``decided``
    lists tied units as the office put them, the first ahead.
    """
    by_hand = {unit: place for place, unit in enumerate(decided)}
    running = [each for each in contenders if bar(each, min_active_months) is None]
    running.sort(key=lambda each: by_hand.get(each.unit, len(by_hand)))
    running.sort(key=lambda each: each.merit, reverse=True)
    found: list[Places] = []
    start = 0
    for grade, number in grades.items():
        found.append(_places(grade, running, start, min(start + number, len(running)), by_hand))
        start += number
    return tuple(found)


def _places(
    grade: str, running: Sequence[Contender], start: int, cut: int, by_hand: Mapping[str, int]
) -> Places:
    """Fill one grade from ``start`` to ``cut``; whoever is equal across either edge waits for the office."""
    edges = [edge for edge in (start, cut) if 0 < edge < len(running)]
    split = {running[edge].merit for edge in edges if running[edge - 1].merit == running[edge].merit}
    tied = [each.unit for each in running if each.merit in split]
    if all(unit in by_hand for unit in tied):
        tied = []
    inside = [each.unit for each in running[start:cut]]
    certain = tuple(unit for unit in inside if unit not in tied)
    left = len(inside) - len(certain)
    return Places(grade, certain, tuple(tied) if left else (), left)

"""Units with history: merged, split, abolished, new, and what their successors carry (§3.4)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jinshi_desk.domain import points
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month, year_to
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.units import Unit


class ChangeKind(StrEnum):
    """What became of a unit, or how it came to be."""

    MERGE = "merge"
    SPLIT = "split"
    ABOLISH = "abolish"
    CREATE = "create"


@dataclass(frozen=True, slots=True)
class UnitChange:
    """From ``month`` on ``unit`` is merged into ``successor``, split into it (among others), gone, or new."""

    month: Month
    kind: ChangeKind
    unit: str
    successor: str | None = None


class Mergers:
    """Whose points drafts of merged units still bring: their successor's, from its month on (§3.4).

    Drafts and entries go on naming the unit that sent them; only whose figure they are changes.
    """

    def __init__(self, changes: Iterable[UnitChange]) -> None:
        merged = (
            (each.month, each.unit, each.successor) for each in changes if each.kind is ChangeKind.MERGE
        )
        self._merged = sorted((month, unit, into) for month, unit, into in merged if into is not None)

    def successor(self, unit: str, month: Month) -> str:
        """Return whose figures of ``month`` have what names ``unit``."""
        for since, merged, into in self._merged:
            if merged == unit and since <= month:
                unit = into
        return unit

    def predecessors(self, unit: str) -> frozenset[str]:
        """Return the units that were merged into ``unit`` in the end, and itself."""
        found = {unit}
        for _, merged, into in reversed(self._merged):
            if into in found:
                found.add(merged)
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Succession:
    """Who takes over from whom in a month; a successor that was there before is one of the merged."""

    month: Month
    kind: ChangeKind
    successor: str
    predecessors: tuple[str, ...]


def carry_entries(
    changes: Iterable[UnitChange],
    units: Iterable[Unit],
    earned: Mapping[tuple[str, Month], int],
    book: RuleBook,
    open_from: Month,
) -> Iterator[Entry]:
    """Yield what successors carry from the months of the year before the change, in the open months.

    ``earned`` is each unit's sum by month, with what is booked of carried points in closed months. After a
    merger the average of the predecessors is carried, after a split the whole of the predecessor; a
    unit that goes on is brought to the average. Nothing is carried over the turn of a year.
    """
    sums = Counter(dict(earned))
    for taken in _successions(changes, {unit.id: unit for unit in units}):
        rules = book.find(taken.month)
        if taken.month < open_from or rules is None:
            continue
        before = {unit: _until(sums, unit, taken.month) for unit in taken.predecessors}
        cents, arithmetic = _carried(before, taken.successor)
        if cents:
            sums[taken.successor, taken.month] += cents
            clause = f"carry.{taken.kind}"
            yield Entry(Kind.CARRY, taken.month, cents, rules.id, clause, arithmetic, unit=taken.successor)


def _successions(changes: Iterable[UnitChange], units: Mapping[str, Unit]) -> list[_Succession]:
    """Return who takes over from whom, in the order of the months."""
    found: dict[tuple[Month, str, ChangeKind], list[str]] = {}
    for change in changes:
        if change.successor is not None:
            found.setdefault((change.month, change.successor, change.kind), []).append(change.unit)
    successions = []
    for (month, successor, kind), before in sorted(found.items()):
        there = [successor] if units[successor].active_from < month else []
        merged = sorted((*before, *there), key=lambda unit: units[unit].position)
        successions.append(_Succession(month, kind, successor, tuple(merged)))
    return successions


def _until(sums: Mapping[tuple[str, Month], int], unit: str, month: Month) -> int:
    """Return what ``unit`` has in the months of the year before ``month``."""
    return sum(sums.get((unit, past), 0) for past in year_to(month) if past < month)


def _carried(before: Mapping[str, int], successor: str) -> tuple[int, str]:
    """Return what a successor gets and how it was worked out: the average, less what it has already."""
    said = " + ".join(_term(cents) for cents in before.values())
    average, arithmetic = points.mean(tuple(before.values())), said
    if len(before) > 1:
        arithmetic = f"({said}) ÷ {len(before)} = {points.plain(average)}"
    own = before.get(successor, 0)
    if own:
        arithmetic += f"; {points.plain(average)} − {_term(own)} = {points.plain(average - own)}"
    return average - own, arithmetic


def _term(cents: int) -> str:
    """Write an amount inside a sum."""
    return f"({points.plain(cents)})" if cents < 0 else points.plain(cents)

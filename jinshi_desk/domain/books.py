"""Do the books balance: pieces = unit = group = bulletin = quarter = year (product.md, promise 5)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.units import Group

Cents = Mapping[str, int]
"""Cents by the id of a unit."""
_NOWHERE = "未列入积分表的单位"


@dataclass(frozen=True, slots=True)
class Books:
    """What the ledger has behind a bulletin, and what was printed before it.

    ``entries`` is the month's sum of entries, ``before`` the year so far as the month before printed it, none
    while that is open. ``quarter`` pairs what each closed month of the quarter before this one printed with
    what the ledger has.
    """

    entries: Cents
    before: Cents | None
    quarter: tuple[tuple[Cents, Cents], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Gap:
    """A row that differs, in cents: ``printed`` in the bulletin, ``booked`` in the ledger or added up."""

    where: str
    printed: int
    booked: int

    def __str__(self) -> str:
        return f"{self.where} {plain(self.printed)} ≠ {plain(self.booked)}"


def gaps(bulletin: Bulletin, books: Books, groups: Mapping[Group, str]) -> Iterator[Gap]:
    """Yield every row that does not add up, from the single unit to the year."""
    figures = bulletin.figures
    printed = totals(figures)
    yield from _differing(figures, "", printed, books.entries)
    yield from _groups(bulletin, books.entries, groups)
    earlier, behind = _added(pair[0] for pair in books.quarter), _added(pair[1] for pair in books.quarter)
    quarter = _added((earlier, printed)), _added((behind, books.entries))
    yield from _differing(figures, "本季", *quarter)
    if books.before is not None:
        carried = {unit: earned.by_kind.get(Kind.CARRY, 0) for unit, earned in figures.points.items()}
        year = _added((books.before, printed, carried))
        yield from _differing(figures, "累计", cumulative(figures), year)


def totals(figures: MonthFigures) -> dict[str, int]:
    """Return each unit's month."""
    return {unit: earned.total for unit, earned in figures.points.items()}


def cumulative(figures: MonthFigures) -> dict[str, int]:
    """Return each unit's year so far."""
    return {unit: earned.cumulative for unit, earned in figures.points.items()}


def _groups(bulletin: Bulletin, entries: Cents, names: Mapping[Group, str]) -> Iterator[Gap]:
    """Yield the tables whose rows do not add up to their units' entries, and what no table has."""
    group_of = {standing.unit.id: standing.unit.group for standing in bulletin.figures.standings}
    booked = Counter[str]()
    for unit, cents in entries.items():
        booked[names[group_of[unit]] if unit in group_of else _NOWHERE] += cents
    printed = {table.group: sum(row.total for row in table.rows) for table in bulletin.points_tables}
    for group in sorted(printed.keys() | booked.keys()):
        if printed.get(group, 0) != booked[group]:
            yield Gap(group, printed.get(group, 0), booked[group])


def _differing(figures: MonthFigures, what: str, printed: Cents, booked: Cents) -> Iterator[Gap]:
    for unit in sorted(printed.keys() | booked.keys()):
        one, other = printed.get(unit, 0), booked.get(unit, 0)
        if one != other:
            yield Gap(f"{figures.name_of(unit)}{what}", one, other)


def _added(many: Iterable[Cents]) -> Counter[str]:
    added = Counter[str]()
    for cents in many:
        added.update(cents)
    return added

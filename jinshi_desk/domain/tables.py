"""Tables of figures, typed: a page writes them out in words, a workbook keeps them as numbers and days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from jinshi_desk.domain.figures import percent
from jinshi_desk.domain.written_points import plain

NONE = "—"
"""What stands where there is nothing: no rank, no state, no day."""


class AmountKind(StrEnum):
    """What the number of an ``Amount`` is."""

    POINTS = "points"
    SHARE = "share"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is no plain count: cents, tenths of a percent, or a day by its ordinal."""

    kind: AmountKind
    number: int


Cell = str | int | Amount | None
"""A cell is kept as JSON with the notice it stands in, so its kinds must be told apart there."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column ``width`` wide: mm on paper, characters in a workbook.

    ``head`` is shared by neighbours that have an ``under`` of their own.
    """

    width: float
    head: str
    under: str = ""
    left: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A cell of the header, over ``wide`` columns and ``deep`` rows."""

    text: str
    wide: int = 1
    deep: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for each column. A ``caption`` is printed over it, or names its sheet.

    ``keys`` name the figures in the cells row by row, empty where a cell is none; without them nothing of the
    table is a figure that could be explained.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[tuple[str, ...], ...] = ()

    @property
    def heads(self) -> tuple[tuple[Head, ...], ...]:
        """The header's rows: two where columns share a head."""
        if not any(column.under for column in self.columns):
            return (tuple(Head(column.head) for column in self.columns),)
        return (
            tuple(self._upper_heads()),
            tuple(Head(column.under) for column in self.columns if column.under),
        )

    @property
    def printed_rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are printed."""
        return tuple(tuple(map(printed, row)) for row in self.rows)

    def _upper_heads(self) -> Iterator[Head]:
        for (head, two_rows), columns in groupby(
            self.columns, key=lambda column: (column.head, bool(column.under))
        ):
            yield Head(head, len(tuple(columns))) if two_rows else Head(head, deep=2)


def points(cents: int) -> Amount:
    """Return an amount of points, given in cents."""
    return Amount(AmountKind.POINTS, cents)


def share(permille: int | None) -> Amount | None:
    """Return a share, given in tenths of a percent; none of nothing."""
    return None if permille is None else Amount(AmountKind.SHARE, permille)


def day(when: date) -> Amount:
    """Return a day."""
    return Amount(AmountKind.DAY, when.toordinal())


def printed(cell: Cell) -> str:
    """Write a cell as it is printed."""
    match cell:
        case None:
            return NONE
        case Amount(AmountKind.POINTS, cents):
            return plain(cents)
        case Amount(AmountKind.SHARE, permille):
            return percent(permille)
        case Amount(_, ordinal):
            when = date.fromordinal(ordinal)
            return f"{when.year}年{when.month}月{when.day}日"
        case _:
            return str(cell)

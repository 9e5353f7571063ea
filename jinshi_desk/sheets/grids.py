"""A sheet as plain cells, whatever kind of file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import Enum, auto
from typing import Protocol

CELL_LIMIT = 1_000_000
"""Filled cells of a file; a year's register of the whole city has fewer."""


class NoValue(Enum):
    """What stands where a formula has no stored result."""

    UNCACHED = auto()


Value = str | int | float | bool | date | time | timedelta | NoValue
"""What a cell holds; ``datetime`` is a date too. Empty cells are not kept."""

Row = Mapping[int, Value]
"""The filled cells of a row by column number from 1."""


class Progress(Protocol):
    """What slow reading reports to; raising there stops it."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say that ``done`` of ``total`` is done; ``what`` names the part in hand."""


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells, from corner to corner, both included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's filled cells by row number from 1, and what its look says about them.

    ``formats`` has the display format of numbers with a fraction. ``textual`` marks files of text only.
    """

    name: str
    rows: Mapping[int, Row]
    hidden: bool = False
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    from_1904: bool = False
    textual: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file's sheets, and the fingerprint of the file itself."""

    file: str
    sha256: str
    grids: tuple[Grid, ...]

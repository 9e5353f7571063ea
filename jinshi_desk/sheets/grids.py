"""A sheet as plain cells, whatever kind of file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import Enum, auto
from typing import Protocol

from jinshi_desk.domain.errors import OversizedFile

CELL_LIMIT = 1_000_000
"""Filled cells of a sheet; twenty years of registers of the whole city have fewer."""
TEXT_LIMIT = 50_000_000
"""Characters in the cells of a sheet: one text may stand in every cell, and each is looked at."""


class TooMuch:
    """Counts what a sheet holds, and refuses when it is more than any register."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._cells = self._characters = 0

    def add(self, row: "Row") -> None:
        """Count a row.

        Raises:
            OversizedFile: the sheet has more cells or more text than we accept.
        """
        self._cells += len(row)
        self._characters += sum(len(value) for value in row.values() if type(value) is str)
        if self._cells > CELL_LIMIT or self._characters > TEXT_LIMIT:
            raise OversizedFile(self._file, f"{CELL_LIMIT} 个单元格")


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
    ``top`` is the row it begins in, where it is a table among several of a sheet.
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
    top: int = 1


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file's sheets, and the fingerprint of the file itself."""

    file: str
    sha256: str
    grids: tuple[Grid, ...]

"""What the heat grid shows: units in groups, twelve months each, and what each cell means."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class CellState(StrEnum):
    """How a cell is drawn: each state has a mark of its own, so that it reads without colour."""

    COMPLETED = "ok"
    LATE = "late"
    SHORT = "warn"
    ZERO = "zero"
    EXEMPT = "exempt"
    PLAIN = "plain"
    """A figure of which nothing is asked."""
    NOT_DUE = "not_due"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One unit's month: the figure or word shown, and the sentence said of it."""

    state: CellState
    text: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One unit; ``totals`` are the year's figures after the months, ``tip`` is said of its name."""

    key: str
    label: str
    cells: tuple[HeatCell, ...]
    totals: tuple[HeatCell, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class HeatGroup:
    """Units under one heading, with a note such as 9 家."""

    title: str
    note: str
    rows: tuple[HeatRow, ...]


class HeatModel(QAbstractTableModel):
    """Groups laid out as lines: a line is a group's heading or a unit. Column 0 is the unit's name."""

    def __init__(self, corner: str, totals: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corner, self._totals = corner, tuple(totals)
        self._columns: tuple[str, ...] = ()
        self.lines: list[HeatGroup | HeatRow] = []

    def show_groups(self, columns: Sequence[str], groups: Sequence[HeatGroup]) -> None:
        """Show ``groups``; every row has one cell for each of ``columns``."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.lines = []
        for group in groups:
            self.lines.append(group)
            self.lines.extend(group.rows)
        self.endResetModel()

    @property
    def headings(self) -> tuple[str, ...]:
        return (self._corner, *self._columns, *self._totals)

    @property
    def months(self) -> int:
        """How many columns are months; they begin at 1, the totals stand after them."""
        return len(self._columns)

    def unit(self, line: int) -> HeatRow | None:
        """Return the unit at ``line``, none where a heading stands."""
        row = self.lines[line] if 0 <= line < len(self.lines) else None
        return row if isinstance(row, HeatRow) else None

    def cell(self, line: int, column: int) -> HeatCell | None:
        """Return the cell at ``column`` of the grid, 1 being the first month, the totals included."""
        unit = self.unit(line)
        if unit is None or column < 1:
            return None
        cells = (*unit.cells, *unit.totals)
        return cells[column - 1] if column <= len(cells) else None

    @property
    def units(self) -> list[int]:
        """The lines that are units."""
        return [line for line, each in enumerate(self.lines) if isinstance(each, HeatRow)]

    def group_start(self, line: int, *, down: bool) -> int:
        """Return the first unit of the next group; upwards of this one, or of the one before if it is that.

        After the last group ``down`` leads to the last unit.
        """
        starts = [at + 1 for at, each in enumerate(self.lines) if isinstance(each, HeatGroup) and each.rows]
        if down:
            return next((start for start in starts if start > line), len(self.lines) - 1)
        return next((start for start in reversed(starts) if start < line), line)

    def line_of(self, key: str) -> int | None:
        """Return the line of the unit ``key``."""
        return next(
            (line for line in range(len(self.lines)) if (unit := self.unit(line)) and unit.key == key), None
        )

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns) + len(self._totals) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.unit(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, HeatGroup):
            heading = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
            return f"{line.title} {line.note}".strip() if heading else None
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == 0:
                return line.tip or line.label  # it may be cut short
            return cell.tip or None if cell is not None else None
        if role == Qt.ItemDataRole.AccessibleTextRole and cell is not None:
            return cell.tip or f"{line.label} {self.headings[index.column()]} {cell.text}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text if cell is not None else line.label if index.column() == 0 else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.headings[section] if shown and section < len(self.headings) else None

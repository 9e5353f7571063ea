"""Tables as they are printed, each figure in them a way to its chain."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.domain.tables import Amount, Table
from jinshi_desk.domain.tables import Column as TableColumn
from jinshi_desk.ui.explain.figure_tables import FigureTables
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.cell_list import CellList
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel


class TableRow(NamedTuple):
    """A row as it is printed, with the keys of its figures."""

    place: int
    cells: tuple[str, ...]
    keys: tuple[str, ...]


class TablesPage(QWidget):
    """Shows one table at a time; a cell that is no figure opens the points of its row."""

    figure_opened = Signal(object)  # Opens

    def __init__(self, look: Look, shown: FigureTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._shown = look, shown
        self.segments = Segments(look, self.tr("附件"))
        self.tables = QStackedWidget()
        self.total = label(shown.total, "h2")
        self.total.setWordWrap(True)
        self.total.setContentsMargins(18, 8, 18, 8)
        self.total.setVisible(bool(shown.total))
        for name, table in shown.tables:
            self.tables.addWidget(self._list(table, name))
        self.segments.show_segments(
            [Segment(str(place), name) for place, (name, _) in enumerate(shown.tables)]
        )
        self.segments.setVisible(len(shown.tables) > 1)
        self.segments.chosen.connect(self._on_chosen)
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 18, 8 if len(shown.tables) > 1 else 0)
        head.addWidget(self.segments)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tables, 1)
        column.addWidget(self.total)

    @property
    def leads_on(self) -> bool:
        """Tell whether any cell is a figure that opens."""
        return any(any(map(any, table.keys)) for _, table in self._shown.tables)

    def take_focus(self) -> None:
        """Give the focus to the table in front, the ring in its first row."""
        shown = self.tables.currentWidget()
        if isinstance(shown, CellList):
            shown.setFocus()
            if not shown.currentIndex().isValid():
                shown.go_first()
                self._go_to_points(shown)

    def _list(self, table: Table, name: str) -> CellList:
        none = ("",) * len(table.columns)
        keys = table.keys or (none,) * len(table.rows)
        rows = [
            TableRow(place, cells, own)
            for place, (cells, own) in enumerate(zip(table.printed_rows, keys, strict=True))
        ]
        widest = max((column.width for column in table.columns if column.left), default=0)
        columns = [
            Column[TableRow](
                str(place),
                _head(column, table),
                _cell(place),
                align="right" if any(isinstance(row[place], int | Amount) for row in table.rows) else "left",
                elastic=column.left and column.width == widest,
                sortable=False,
            )
            for place, column in enumerate(table.columns)
        ]
        model: PagedTableModel[TableRow] = PagedTableModel(columns, key=lambda row: row.place)
        made = CellList(self._look, model, "annex")
        model.setParent(made)
        made.setAccessibleName(name)
        made.empty.set_words(self.tr("后面没有明细。"))
        made.cell_opened.connect(self._on_cell_opened)
        model.show_rows(lambda offset, limit, _sort: rows[offset : offset + limit], lambda: len(rows))
        return made

    def _go_to_points(self, shown: CellList) -> None:
        """Put the ring on the points of the row in front."""
        row = shown.current_row
        if row is not None and (key := _points(row)):
            shown.setCurrentIndex(shown.currentIndex().siblingAtColumn(row.keys.index(key)))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.tables.setCurrentIndex(int(key))
        self.take_focus()

    @Slot(object, str)
    def _on_cell_opened(self, row: TableRow, column: str) -> None:
        if key := row.keys[int(column)] or _points(row):
            self.figure_opened.emit(self._shown.opens(key))


def _points(row: TableRow) -> str:
    """Return the key of the row's points: of the month where there are several."""
    figures = [key for key in row.keys if key]
    return next((key for key in figures if key.endswith(".total")), figures[0] if figures else "")


def _head(column: TableColumn, table: Table) -> str:
    """Return the head of a column, with what it is under where two are called alike."""
    alike = sum(each.under == column.under for each in table.columns) > 1
    if not column.under:
        return column.head
    return f"{column.head}·{column.under}" if alike else column.under


def _cell(place: int) -> Callable[[TableRow], str]:
    return lambda row: row.cells[place]

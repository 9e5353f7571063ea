"""Units × months at a glance: colour, figure and mark, moved over by arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.empty_note import EmptyNote
from jinshi_desk.ui.widgets.heat_model import HeatGroup, HeatModel
from jinshi_desk.ui.widgets.heat_painter import HeatPainter

_NARROW_NAME, _TOTAL = 126, 46
_NAMES = ((180, 56), (148, 40))  # a name's width, and the month's from which on there is room for it
_LEAST = 34  # where there is no room, names give way before months do
_ROOMY = 1600


class _Header(QHeaderView):
    """The heading, its first section frozen."""

    def __init__(self, grid: "HeatGrid") -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._grid.paint_header(painter, self.viewport().height())


class HeatGrid(QTableView):
    """The grid. Arrows move, Enter opens the pieces behind a cell, Space ticks the unit; typing is told on.

    Home and End lead to the first and the last month, with Ctrl to the first and the last unit; Ctrl and an
    arrow to the current month and on to the year's edge, or to the first unit of the group before or after.
    """

    cell_entered = Signal(str, int)  # the unit's key, the month's number from 1
    cell_opened = Signal(str, int)
    unit_ticked = Signal(str, bool)
    typed = Signal(str)

    def __init__(self, look: Look, corner: str, totals: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = HeatModel(corner, totals, self)
        self._painter = HeatPainter(look)
        self._current_column = 0
        self._ticked: set[str] = set()
        self._across: list[tuple[int, int]] = []
        """Left edge and width of every column but the names', as it is painted now."""
        self.empty = EmptyNote(look, self.viewport())
        self._set_up()
        self.setModel(self._model)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def _set_up(self) -> None:
        self.setHorizontalHeader(_Header(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)

    def show_groups(self, columns: Sequence[str], groups: Sequence[HeatGroup], current: int = 0) -> None:
        """Show ``groups`` with ``current``, a month's number from 1, between two lines; stay where it was."""
        key, column, scroll = *self.current_cell(), self.verticalScrollBar().value()
        self._current_column = current
        self._model.show_groups(columns, groups)
        self._ticked &= {
            unit.key for line in range(len(self._model.lines)) if (unit := self._model.unit(line))
        }
        self._fit()
        self.empty.setVisible(not self._model.lines and self.empty.has_words)
        self.empty.place()
        self.verticalScrollBar().setValue(scroll)
        if key:
            self.go_to(key, column)

    def current_cell(self) -> tuple[str, int]:
        """The unit and month the ring is on; empty and 0 where it is on none."""
        index = self.currentIndex()
        unit = self._model.unit(index.row()) if index.isValid() else None
        return (unit.key, index.column()) if unit is not None else ("", 0)

    def words(self) -> str:
        """Return the sentence said of the cell the ring is on, empty where it is on none."""
        index = self.currentIndex()
        cell = self._model.cell(index.row(), index.column()) if index.isValid() else None
        return cell.tip if cell is not None else ""

    def go_to(self, key: str, column: int) -> None:
        """Put the ring on a unit's month."""
        line = self._model.line_of(key)
        if line is not None:
            self.setCurrentIndex(self._model.index(line, column))

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the units that are ticked."""
        return frozenset(self._ticked)

    def set_ticked(self, keys: Sequence[str]) -> None:
        """Tick these units and no others, silently."""
        self._ticked = set(keys)
        self.viewport().update()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self.rowAt(max(0, event.rect().top()))
        if first < 0:
            return
        height = self.verticalHeader().defaultSectionSize()
        y, line = self.rowViewportPosition(first), first
        self._painter.be_on(self.devicePixelRatio())
        columns = range(1, self._model.columnCount())
        self._across = [(self.columnViewportPosition(each), self.columnWidth(each)) for each in columns]
        while line < len(self._model.lines) and y <= event.rect().bottom():
            self._paint_line(painter, line, y, height)
            y += height
            line += 1
        self._paint_month_lines(painter, y)
        self._paint_ring(painter, height)

    def _paint_line(self, painter: QPainter, line: int, y: int, height: int) -> None:
        theme, width = self._look.theme, self.viewport().width()
        unit, frozen = self._model.unit(line), QRectF(0, y, self.columnWidth(0), height)
        if unit is None:
            self._paint_heading(painter, line, QRectF(0, y, width, height))
            return
        current = line == self.currentIndex().row()
        if current:
            ground = theme.color("selected" if self.hasFocus() else "selected_idle")
            painter.fillRect(QRectF(0, y, width, height), ground)
        for (x, across), cell in zip(self._across, (*unit.cells, *unit.totals), strict=False):
            self._painter.cell(painter, x, y, (across, height), cell)
        self._paint_name(painter, frozen, unit.label, ticked=unit.key in self._ticked, current=current)

    def _paint_heading(self, painter: QPainter, line: int, box: QRectF) -> None:
        group, letters = self._model.lines[line], self._painter.small_bold
        if isinstance(group, HeatGroup):
            painter.fillRect(box, self._look.theme.color("header"))
            painter.setPen(self._look.theme.color("text2"))
            letters.at_left(painter, box.adjusted(10, 0, -10, 0), group.title)
            letters.at_left(painter, box.adjusted(22 + letters.width(group.title), 0, -10, 0), group.note)

    def _paint_name(self, painter: QPainter, box: QRectF, name: str, *, ticked: bool, current: bool) -> None:
        theme = self._look.theme
        if self.horizontalOffset():
            token = "surface" if not current else "selected" if self.hasFocus() else "selected_idle"
            painter.fillRect(box, theme.color(token))
        if current:
            painter.fillRect(QRectF(0, box.y(), 3, box.height()), theme.color("accent"))
        painter.setPen(theme.color("text"))
        self._painter.body.at_left(painter, box.adjusted(10, 0, -26 if ticked else -4, 0), name)
        if ticked:
            self._painter.tick(painter, box)

    def _paint_month_lines(self, painter: QPainter, bottom: int) -> None:
        if not 1 <= self._current_column <= self._model.months:
            return
        left = self.columnViewportPosition(self._current_column)
        for x in (left, left + self.columnWidth(self._current_column)):
            if x >= self.columnWidth(0):
                painter.fillRect(QRectF(x - 1, 0, 1, bottom), self._look.theme.color("border_button"))

    def _paint_ring(self, painter: QPainter, height: int) -> None:
        index = self.currentIndex()
        if self._model.cell(index.row(), index.column()) is None:
            return
        x, y = self.columnViewportPosition(index.column()), self.rowViewportPosition(index.row())
        if x < self.columnWidth(0):
            return
        painter.setPen(QPen(self._look.theme.color("focus" if self.hasFocus() else "border_field"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(x, y, self.columnWidth(index.column()), height).adjusted(1, 1, -1, -1), 4, 4
        )

    def paint_header(self, painter: QPainter, height: int) -> None:
        """Draw the heading, month names centred over their cells, the first section last and in place."""
        theme, headings = self._look.theme, self._model.headings
        painter.fillRect(QRectF(0, 0, self.width(), height), theme.color("header"))
        for column in [*range(1, len(headings)), 0]:
            x = self.columnViewportPosition(column) if column else 0
            box = QRectF(x, 0, self.columnWidth(column), height)
            painter.fillRect(box, theme.color("header"))
            now = 0 < column == self._current_column
            letters = self._painter.small_bold if now else self._painter.small
            painter.setPen(theme.color("text" if now else "text2"))
            if column:
                letters.centred(painter, box, headings[column])
            else:
                letters.at_left(painter, box.adjusted(8, 0, 0, 0), headings[0])
        painter.fillRect(QRectF(0, height - 1, self.width(), 1), theme.color("border"))

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, column = self.current_cell()
        if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cell_opened.emit(key, column)
        elif key and event.key() == Qt.Key.Key_Space:
            self._ticked ^= {key}
            self.viewport().update()
            self.unit_ticked.emit(key, key in self._ticked)
        elif _is_typing(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, cursor_action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key leads; never to a heading, which would hold the ring fast."""
        move, here = QAbstractItemView.CursorAction, self.currentIndex()
        if not here.isValid():
            return super().moveCursor(cursor_action, modifiers)
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        line, column = here.row(), here.column()
        match cursor_action:
            case move.MoveHome:
                line, column = (self._model.units[0] if far else line), 1
            case move.MoveEnd:
                line, column = (self._model.units[-1] if far else line), self._model.months
            case move.MovePageUp:
                line = self._unit_near(line - self._page(), down=False)
            case move.MovePageDown:
                line = self._unit_near(line + self._page(), down=True)
            case move.MoveLeft if far:
                column = self._current_column if 1 <= self._current_column < column else 1
            case move.MoveRight if far:
                column = self._current_column if self._current_column > column else self._model.months
            case move.MoveUp if far:
                line = self._model.group_start(line, down=False)
            case move.MoveDown if far:
                line = self._model.group_start(line, down=True)
            case _:
                return super().moveCursor(cursor_action, modifiers)
        return self._model.index(line, column)

    def _page(self) -> int:
        """How many lines are seen whole, less one to go by."""
        return max(1, self.viewport().height() // self.verticalHeader().defaultSectionSize() - 1)

    def _unit_near(self, line: int, *, down: bool) -> int:
        """Return the unit at ``line`` or beyond it, the first or last where there is none."""
        units = self._model.units
        if down:
            return next((unit for unit in units if unit >= line), units[-1])
        return next((unit for unit in reversed(units) if unit <= line), units[0])

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: what is typed is told on, to be filtered by."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        key, column = self.current_cell()
        if key:
            self.cell_opened.emit(key, column)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.current_cell()[0]:
            line = next((line for line in range(len(self._model.lines)) if self._model.unit(line)), None)
            if line is not None:
                self.setCurrentIndex(self._model.index(line, max(1, self._current_column)))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        key, column = self.current_cell()
        if key:
            self.cell_entered.emit(key, column)

    def indexAt(self, pos: QPoint) -> QModelIndex:
        index = super().indexAt(pos)
        frozen = index.isValid() and pos.x() < self.columnWidth(0)
        return index.siblingAtColumn(0) if frozen else index

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if index.column() > 0 and hidden > 0:  # it lies below the frozen names
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            tip = self._model.data(index, Qt.ItemDataRole.ToolTipRole) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), tip or "", self.viewport())
            return True
        return super().viewportEvent(event)

    # --- sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.empty.place()

    def _fit(self) -> None:
        theme, months = self._look.theme, self._model.months
        if months < 1:
            return
        totals = range(months + 1, self._model.columnCount())
        room = self.viewport().width() - theme.scaled(_TOTAL) * len(totals)
        fitting = (name for name, each in _NAMES if theme.scaled(name) + months * theme.scaled(each) <= room)
        name = theme.scaled(next(fitting, _NARROW_NAME))
        room -= name
        each = max(theme.scaled(_LEAST), room // months)
        header = self.horizontalHeader()
        header.resizeSection(0, name + max(0, room - each * months))
        for column in range(1, months + 1):
            header.resizeSection(column, each)
        for column in totals:
            header.resizeSection(column, theme.scaled(_TOTAL))
        height = theme.size("row_h_grid") + (2 if self.window().width() >= _ROOMY else 0)
        self.verticalHeader().setDefaultSectionSize(height)

    @Slot()
    def _on_look_changed(self) -> None:
        self._painter.refresh()
        self.horizontalHeader().setFixedHeight(self._look.theme.size("header_h"))
        self._fit()
        self.viewport().update()


def _is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key writes something, and is no command."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.text().isprintable() and bool(event.text().strip()) and not event.modifiers() & command

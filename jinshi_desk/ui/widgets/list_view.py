"""The list of every tab: a table that paints its own rows and stays where it was."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRectF,
    QSettings,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.column_widths import ColumnWidths
from jinshi_desk.ui.widgets.empty_note import EmptyNote
from jinshi_desk.ui.widgets.kept_place import KeptPlace, choose_row, chosen_count, chosen_ranges
from jinshi_desk.ui.widgets.paged_table import Index, PagedTableModel, tabbed
from jinshi_desk.ui.widgets.row_painter import RowPainter, RowState

_ROOMY = 1600  # from this window width on rows are 2 px higher
_BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class _Head(QHeaderView):
    """The heads of the columns, of the height they are given; they stay when other rows are shown."""

    def sizeHint(self) -> QSize:
        """Spare Qt measuring every title whenever the table is laid out."""
        return QSize(0, self.minimumHeight())

    def reset(self) -> None:
        if self.model() is None or self.count() != self.model().columnCount():
            super().reset()


class ListView(QTableView):
    """Shows a ``PagedTableModel``; ``name`` is what its column widths are remembered under.

    Enter and double click open a row, Ctrl+C copies the selected ones for a sheet; Space, Delete and the menu
    are left to the tab.
    """

    row_entered = Signal(object)  # the current row, None where there is none
    row_opened = Signal(object)
    rows_picked = Signal(int)  # how many rows are selected
    space_hit = Signal(object)
    delete_hit = Signal()
    menu_wanted = Signal(QPoint)  # where on the screen: a right click, or the menu key at the current row

    def __init__(
        self,
        look: Look,
        model: PagedTableModel[Any],
        name: str,
        settings: QSettings | None = None,
        *,
        sheet: bool = False,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = model
        self._sheet = sheet
        self._painter = RowPainter(look)
        self._hovered = -1
        self._place: KeptPlace | None = None
        self.setObjectName("sheet" if sheet else f"list_{name}")
        self.setViewport(QWidget())  # for one that Qt made, PySide would look through every kind of widget
        self.empty = EmptyNote(look, self.viewport())
        self._set_up(several=several)
        self.setModel(model)
        self._widths = ColumnWidths(look, self.horizontalHeader(), model, self._painter, name, settings)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        for told in (model.rowsInserted, model.rowsRemoved):
            told.connect(self._on_rows_changed)
        look.changed.connect(self._on_look_changed)
        self.horizontalHeader().sortIndicatorChanged.connect(self._on_sort_wanted)
        self._on_look_changed()

    def _set_up(self, *, several: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setHorizontalHeader(_Head(Qt.Orientation.Horizontal))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        header.setSectionsClickable(not self._sheet)
        header.setSortIndicatorShown(not self._sheet)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    @property
    def current_row(self) -> Any:
        """The current row, or None."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[Any]:
        """The selected rows, from the top."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [row for row in map(self._rows.row, numbers) if row is not None]

    def go_to(self, key: Hashable) -> bool:
        """Make the row ``key`` current; tell whether it is in the list."""
        number = self._rows.find(key, max(0, self.currentIndex().row()))
        if number is None:
            return False
        choose_row(self, number)
        return True

    def go_first(self) -> None:
        """Make the first row current where none is."""
        if not self.currentIndex().isValid() and self._rows.rowCount():
            choose_row(self, 0)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._painter.begin(painter)
        spans = self._widths.spans()
        height = self.verticalHeader().defaultSectionSize()
        top, bottom = event.rect().top(), event.rect().bottom()
        first = self.rowAt(max(0, top))
        if first < 0:
            return
        y = self.rowViewportPosition(first)
        width, count = self.viewport().width(), self._rows.rowCount()
        chosen, current, focused = chosen_ranges(self), self.currentIndex().row(), self.hasFocus()
        for number in range(first, count):
            if y > bottom:
                break
            row = self._rows.row(number)
            selected = any(number in part for part in chosen)
            state = RowState(selected, number == current, number == self._hovered, focused)
            self._painter.ground(painter, QRectF(0, y, width, height), state)
            if row is not None:
                void = self._rows.void(row)
                for column, x, across in spans:
                    self._painter.cell(painter, QRectF(x, y, across, height), column, row, state, void=void)
            y += height
        for _column, x, across in spans if self._sheet else ():
            painter.fillRect(QRectF(x + across - 1, 0, 1, y), self._look.theme.color("border"))

    # --- keys, mouse, focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.row_opened.emit(row)
        elif event.key() == Qt.Key.Key_Space and row is not None:
            self.space_hit.emit(row)
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.delete_hit.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard as they are shown, to be pasted into a sheet."""
        if text := tabbed([column for column, _x, _across in self._widths.spans()], self.selected_rows()):
            QGuiApplication.clipboard().setText(text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        if self.indexAt(at).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: typing belongs to the filter, and Qt would fetch every row to look for it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        row = self._rows.row(self.rowAt(int(event.position().y())))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.go_first()
        # Qt makes a row current that it does not select: acts on the selection would miss it.
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if model.currentIndex().isValid() and not model.hasSelection() and event.reason() not in _BY_MOUSE:
            model.select(model.currentIndex(), flag.ClearAndSelect | flag.Rows)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._rows.screenful = self.viewport().height() // self.verticalHeader().defaultSectionSize() + 1
        self.empty.place()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self._place is None:
            self.row_entered.emit(self.current_row)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if self._place is None:
            self.rows_picked.emit(chosen_count(self))

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()

    def _show_tip(self, at: QPoint, on_screen: QPoint) -> None:
        index = self.indexAt(at)
        tip, text = self._rows.data(index, Qt.ItemDataRole.ToolTipRole), self._rows.data(index)
        if not tip and text and not self._painter.fits(text, self.columnWidth(index.column())):
            tip = text
        QToolTip.showText(on_screen, tip or "", self.viewport())

    # --- columns

    def _fold(self) -> None:
        width = self.window().width()
        self._widths.fold(width)
        height = self._look.theme.size("row_h") + (2 if width >= _ROOMY else 0)
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

    @Slot(int, Qt.SortOrder)
    def _on_sort_wanted(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0 and not self._rows.columns[column].sortable:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        self._rows.sort(column, order)

    # --- staying in place

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._place = KeptPlace.of(self, self._rows)

    @Slot()
    def _on_reset(self) -> None:
        place, self._hovered = self._place, -1
        if not self._widths.fitted:
            self._widths.fit()
        if place is not None:
            place.restore(self, self._rows)
        self._place = None
        self._on_rows_changed()
        if place is not None and place.key is not None:
            self.row_entered.emit(self.current_row)
            self.rows_picked.emit(chosen_count(self))

    @Slot()
    def _on_rows_changed(self) -> None:
        self.empty.setVisible(self._rows.rowCount() == 0 and self.empty.has_words)
        self.empty.place()

    @Slot()
    def _on_look_changed(self) -> None:
        self._painter.refresh()
        self.horizontalHeader().setFixedHeight(self._look.theme.size("header_h"))
        self.verticalHeader().setMinimumSectionSize(8)
        self._widths.fit()
        self._fold()
        self.viewport().update()

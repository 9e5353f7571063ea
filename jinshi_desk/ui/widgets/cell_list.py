"""A list whose cells are reached one by one: arrow keys move a ring, Enter opens the cell in it."""

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from jinshi_desk.ui.widgets.list_view import ListView


class CellList(ListView):
    """A ``ListView`` that tells which cell was opened, by Enter, F2 or double click."""

    cell_opened = Signal(object, str)  # the row, and the key of its column

    def current_column(self) -> str:
        """The key of the column that the ring is in; empty where there is no row."""
        index, columns = self.currentIndex(), self._rows.columns
        return columns[index.column()].key if index.isValid() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if index.isValid() and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._look.theme.color("focus"), 2))
            painter.drawRect(QRectF(self.visualRect(index)).adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open(self.current_row)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._open(self.current_row)

    def _open(self, row: Any) -> None:
        if row is not None:
            self.cell_opened.emit(row, self.current_column())

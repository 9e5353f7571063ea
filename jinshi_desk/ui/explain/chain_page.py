"""A chain in the window: its lines, their sum, and all that is known of the line in front."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.services.chains import Chain, Contribution
from jinshi_desk.ui.explain.chain_list import NumberedLine, chain_list
from jinshi_desk.ui.explain.line_pane import LinePane
from jinshi_desk.ui.explain.sum_row import SumRow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.list_view import ListView


class ChainPage(QWidget):
    """Shows one chain at a time; what a line leads to is left to whoever holds the page."""

    line_opened = Signal(object)  # Contribution
    line_entered = Signal(object)  # Contribution, or None where there is no line

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.list: ListView | None = None
        self.sum = SumRow(look)
        self.line = LinePane()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)  # the list's room until there is one
        self._column.addWidget(self.sum)
        self._column.addWidget(self.line)
        self.line.hide()

    @property
    def current_line(self) -> Contribution | None:
        """The line in front."""
        row = self.list.current_row if self.list is not None else None
        return row.line if row is not None else None

    @property
    def place(self) -> int:
        """The number of the line in front."""
        row = self.list.current_row if self.list is not None else None
        return row.place if row is not None else 0

    def show_chain(self, chain: Chain, place: int) -> None:
        """Show ``chain`` with the line ``place`` in front."""
        before = self._column.takeAt(0)
        if before is not None and (widget := before.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        nothing = chain.nothing or self.tr("这个数是 {}，后面没有明细。").format(chain.figure)
        self.list = chain_list(self._look, chain, nothing, self)
        self._column.insertWidget(0, self.list, 1)
        self.list.show()  # now and not in the next turn, so that it can take the focus
        self.sum.show_chain(chain)
        self.line.setVisible(any(line.explained for line in chain.lines))
        self.list.setFocus()
        if not self.list.go_to(place):
            self.list.go_first()
        self.list.row_opened.connect(self._on_row_opened)
        self.list.row_entered.connect(self._on_row_entered)
        self._on_row_entered(self.list.current_row)

    @Slot(object)
    def _on_row_opened(self, row: NumberedLine) -> None:
        self.line_opened.emit(row.line)

    @Slot(object)
    def _on_row_entered(self, row: NumberedLine | None) -> None:
        line = row.line if row is not None else None
        self.line.show_line(line)
        self.line_entered.emit(line)

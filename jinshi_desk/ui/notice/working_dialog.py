"""What stands behind a figure of a quarter or a year: a table, and how it makes the figure."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jinshi_desk.domain.period_notices import Working
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel

_WIDTH, _HEIGHT = 900, 480

_Row = tuple[int, tuple[str, ...]]


class WorkingDialog(QDialog):
    """The table of a working, with its sum in words at the foot; a row with a figure behind it opens that."""

    opened = Signal(str)  # the key of the figure

    def __init__(self, look: Look, working: Working, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(working.title)
        title = label(working.title, "title")
        self._keys = working.table.keys
        self.hint = label(self.tr("双击或按 Enter 往下看") if any(map(any, self._keys)) else "", "hint")
        head = QVBoxLayout()
        head.setContentsMargins(18, 16, 18, 12)
        head.setSpacing(4)
        head.addWidget(title)
        head.addWidget(self.hint)
        self.hint.setVisible(bool(self.hint.text()))
        self.total = label(working.total, "h2")
        self.total.setWordWrap(True)
        self.close_button = Button(look, self.tr("看完了"), kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.list = self._table(look, working)
        foot = FootBand(look, left=18)
        foot.row.addWidget(self.total, 1)
        foot.row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        room = parent.window().size() - QSize(80, 80)
        self.resize(QSize(look.theme.scaled(_WIDTH), look.theme.scaled(_HEIGHT)).boundedTo(room))
        self.list.setFocus()
        self.list.go_first()

    def _table(self, look: Look, working: Working) -> ListView:
        rows: list[_Row] = list(enumerate(working.table.printed_rows))
        widest = max((head.width for head in working.table.columns if head.left), default=0)
        columns = [
            Column[_Row](
                str(place),
                f"{head.head}{head.under}",
                _cell(place),
                align="left" if head.left else "right",
                elastic=head.left and head.width == widest,
                sortable=False,
            )
            for place, head in enumerate(working.table.columns)
        ]
        model: PagedTableModel[_Row] = PagedTableModel(columns, key=lambda row: row[0], parent=self)
        table = ListView(look, model, "workings")
        table.setAccessibleName(working.title)
        table.row_opened.connect(self._on_row_opened)
        table.empty.set_words(self.tr("这个数后面没有明细。"))
        model.show_rows(lambda offset, limit, _sort: rows[offset : offset + limit], lambda: len(rows))
        return table

    @Slot(object)
    def _on_row_opened(self, row: _Row) -> None:
        key = next(filter(None, self._keys[row[0]]), "") if self._keys else ""
        if key:
            self.accept()
            self.opened.emit(key)


def _cell(place: int) -> Callable[[_Row], str]:
    return lambda row: row[1][place]

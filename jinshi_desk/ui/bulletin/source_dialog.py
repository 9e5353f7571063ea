"""The window of 这分怎么来的 and 数字来源: a table, what it adds up to, and the way deeper."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.ui.bulletin.source import Line, Source
from jinshi_desk.ui.bulletin.sources import Sources
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel

_WIDTH, _HEIGHT = 1120, 520

_Row = tuple[int, Line]


class SourceDialog(QDialog):
    """Shows what is behind a figure; a line with more behind it opens by Enter or double click."""

    def __init__(
        self,
        look: Look,
        sources: Sources,
        figures: MonthFigures,
        key: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._sources = sources
        self._figures = figures
        self._path = [key]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = label("", "title")
        self._title.setWordWrap(True)
        self._hint = label("", "hint")
        self._total = label("", "h2")
        self.back_button = Button(look, self.tr("返回"), icon="chevron-left")
        self.close_button = Button(look, self.tr("看完了"), kind="primary")
        self.close_button.setDefault(True)
        self.list: ListView | None = None
        self.back_button.clicked.connect(self._on_back_clicked)
        self.close_button.clicked.connect(self.accept)
        self._column = QVBoxLayout(self)
        self._arrange(parent.window().size() - QSize(80, 80))
        self._show()

    @property
    def source(self) -> Source:
        """What is shown now."""
        return self._sources.of(self._path[-1], self._figures)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and len(self._path) > 1:
            self._on_back_clicked()
        else:
            super().keyPressEvent(event)

    def _arrange(self, room: QSize) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(18, 16, 18, 12)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._hint)
        foot = FootBand(self._look, left=18)
        foot.row.addWidget(self._total, 1)
        foot.row.addWidget(self.back_button)
        foot.row.addWidget(self.close_button)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(foot)
        theme = self._look.theme
        self.resize(QSize(theme.scaled(_WIDTH), theme.scaled(_HEIGHT)).boundedTo(room))

    def _show(self) -> None:
        source = self.source
        self.setWindowTitle(source.title)
        self._title.setText(source.title)
        self._total.setText(source.total)
        deeper = any(line.key and line.key != self._path[-1] for line in source.lines)
        self._hint.setText(self.tr("双击或按 Enter 看这个单位的明细") if deeper else "")
        self._hint.setVisible(deeper)
        self.back_button.setVisible(len(self._path) > 1)
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        self.list = self._table(source)
        self._column.insertWidget(1, self.list, 1)
        self.list.setFocus()
        self.list.go_first()

    def _table(self, source: Source) -> ListView:
        columns = [
            Column[_Row](
                str(place),
                head.title,
                _cell(place),
                align="right" if head.number else "left",
                elastic=head.elastic,
                sortable=False,
            )
            for place, head in enumerate(source.heads)
        ]
        rows = list(enumerate(source.lines))
        model: PagedTableModel[_Row] = PagedTableModel(columns, key=lambda row: row[0], parent=self)
        table = ListView(self._look, model, "sources")
        table.setAccessibleName(source.title)
        table.empty.set_words(self.tr("这个数后面没有明细。"))
        table.row_opened.connect(self._on_row_opened)
        model.show_rows(lambda offset, limit, _sort: rows[offset : offset + limit], lambda: len(rows))
        return table

    @Slot(object)
    def _on_row_opened(self, row: _Row) -> None:
        key = row[1].key
        if key and key != self._path[-1]:
            self._path.append(key)
            self._show()

    @Slot()
    def _on_back_clicked(self) -> None:
        self._path.pop()
        self._show()


def _cell(place: int) -> Callable[[_Row], str]:
    return lambda row: row[1].cells[place]

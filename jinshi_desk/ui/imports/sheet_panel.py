"""The opened file as a sheet: its rows, filtered by table and by what becomes of them."""

from collections import Counter
from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jinshi_desk.domain.registers import Action, RowReading
from jinshi_desk.services.importing import OpenSheet
from jinshi_desk.sheet_words import ACTION
from jinshi_desk.ui.imports.lines import Lines
from jinshi_desk.ui.imports.session import Place, place_of
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import IconLabel
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import label, rule
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import PagedTableModel, Sort

_ALL = "*"
_ORDER = (Action.IMPORT, Action.ASK, Action.SKIP)
_MOST_SEGMENTS = 4
_MARGIN = 12
_NARROWEST = 560
_LEGEND = (("ok", "ok"), ("warning", "warn"), ("fail", "bad"))


class SheetPanel(QWidget):
    """The table and the filters above it."""

    row_entered = Signal(object)  # the RowReading, or None
    row_opened = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._opened: OpenSheet | None = None
        self._rows: Sequence[RowReading] = ()
        self._places: dict[Hashable, int] = {}
        self._model: PagedTableModel[RowReading] = PagedTableModel((), place_of)
        self._keys: tuple[str, ...] = ()
        self._sheet = _ALL
        self.lines = Lines()
        self.table: ListView | None = None
        self.results = Segments(look, self.tr("结果"))
        self.sheets = Segments(look, self.tr("表"))
        self.many_sheets = QComboBox()
        self.many_sheets.setAccessibleName(self.tr("表"))
        self.many_sheets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.results.chosen.connect(self._on_filter_chosen)
        self.sheets.chosen.connect(self._on_sheet_chosen)
        self.many_sheets.activated.connect(self._on_sheet_picked)
        self._sheet_row, sheet_row = self._filter_row()
        sheet_row.addWidget(self.sheets)
        sheet_row.addWidget(self.many_sheets)
        sheet_row.addStretch()
        self._action_row, action_row = self._filter_row()
        action_row.addWidget(self.results)
        action_row.addStretch()
        legend = (self.tr("可导入"), self.tr("有疑问，请选"), self.tr("读不出，请填"))
        for (icon, token), words in zip(_LEGEND, legend, strict=True):
            action_row.addSpacing(8)
            action_row.addWidget(IconLabel(look, icon, token))
            action_row.addWidget(label(words, "label"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._sheet_row)
        self._column.addWidget(self._action_row)
        self._column.addWidget(rule())

    def _filter_row(self) -> tuple[QWidget, QHBoxLayout]:
        widget = QWidget()
        widget.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # never widens the window
        row = QHBoxLayout(widget)
        row.setContentsMargins(8, 4, 12, 4)
        row.setSpacing(4)
        return widget, row

    def show_sheet(self, opened: OpenSheet) -> None:
        """Show what the file says now; the table stays where it was while its columns stay the same."""
        self._opened = opened
        self.lines.show(opened)
        self._show_filters(opened)
        self._filter(stay=not self._fit_columns())

    def start_over(self) -> None:
        """Forget the filters of the file before."""
        self._keys = ()
        self._sheet = _ALL
        self.results.show_segments([])
        self.sheets.show_segments([])

    def go_to(self, place: Place) -> None:
        """Make a row current, out of the filters if need be."""
        if self.table is None:
            return
        if not self.table.go_to(place):
            self.show_all()
            self.table.go_to(place)

    def show_all(self) -> None:
        """Take the filters off."""
        self._sheet = _ALL
        self.results.choose(_ALL)

    def _show_filters(self, opened: OpenSheet) -> None:
        rows = [row for row in opened.reading.rows if self._sheet in (_ALL, row.sheet)]
        counts = Counter(row.action for row in rows)
        parts = (Segment(action.value, ACTION[action], counts[action]) for action in _ORDER)
        self.results.show_segments([Segment(_ALL, self.tr("全部"), len(rows)), *parts])
        named = [sheet for sheet in opened.reading.sheets if sheet.rows]
        self._sheet_row.setVisible(len(named) > 1)
        words = {_ALL: self.tr("全部 {} 个表").format(len(named))}
        words |= {sheet.name: self._sheet_words(sheet.name, sheet.rows) for sheet in named}
        self.sheets.show_segments(
            [Segment(*each) for each in words.items()] if len(named) <= _MOST_SEGMENTS else []
        )
        self.many_sheets.clear()
        for name, text in words.items():
            self.many_sheets.addItem(text, name)
        self.many_sheets.setCurrentIndex(max(0, self.many_sheets.findData(self._sheet)))
        if self.sheets.current not in ("", self._sheet):
            self.sheets.choose(self._sheet)
        self._fit_sheets()

    def _fit_sheets(self) -> None:
        """Show the sheets side by side where they are few and there is room, else as a list."""
        wanted = self.sheets.sizeHint().width() + 2 * _MARGIN
        few = bool(self.sheets.current) and wanted <= max(self.width(), self._look.theme.scaled(_NARROWEST))
        self.sheets.setVisible(few)
        self.many_sheets.setVisible(not few)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sheets()

    def _sheet_words(self, name: str, rows: Sequence[RowReading]) -> str:
        counts = Counter(row.action for row in rows)
        told = [f"{ACTION[action]} {counts[action]}" for action in _ORDER if counts[action]]
        return f"{name}（{' · '.join(told)}）"

    def _fit_columns(self) -> bool:
        """Make the table anew where the rows have other columns now; tell whether that was so."""
        self.lines.show_only(self._sheet)
        keys = tuple(column.title + column.key + str(column.folds_below) for column in self.lines.columns())
        if keys == self._keys and self.table is not None:
            return False
        self._keys = keys
        self._rebuild()
        return True

    def _rebuild(self) -> None:
        self._model = PagedTableModel(self.lines.columns(), place_of)
        table = ListView(self._look, self._model, "import", sheet=True)
        table.setAccessibleName(self.tr("表格内容"))
        table.row_entered.connect(self.row_entered)
        table.row_opened.connect(self.row_opened)
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        table.empty.set_words(self.tr("没有这样的行。"), self.tr("看全部"))
        table.empty.acted.connect(self.show_all)
        self.table = table
        self._column.addWidget(table, 1)
        table.show()  # the layout would show it later, too late to take the focus

    def _filter(self, *, stay: bool = False) -> None:
        if self._opened is None:
            return
        action, sheet = self.results.current or _ALL, self._sheet
        self._rows = [
            row
            for row in self._opened.reading.rows
            if action in (_ALL, row.action.value) and sheet in (_ALL, row.sheet)
        ]
        self._places = {place_of(row): number for number, row in enumerate(self._rows)}
        if stay:
            self._model.reload()
        else:
            self._model.show_rows(self._fetch, lambda: len(self._rows), self._locate)

    def _fetch(self, offset: int, limit: int, _sort: Sort | None) -> Sequence[RowReading]:
        return self._rows[offset : offset + limit]

    def _locate(self, key: Hashable, _sort: Sort | None) -> int | None:
        return self._places.get(key)

    @Slot(str)
    def _on_sheet_chosen(self, name: str) -> None:
        if name != self._sheet:
            self._sheet = name
            self._on_filter_chosen()

    @Slot(int)
    def _on_sheet_picked(self, _index: int) -> None:
        self._on_sheet_chosen(str(self.many_sheets.currentData()))

    @Slot()
    def _on_filter_chosen(self) -> None:
        if self._opened is not None:
            self._show_filters(self._opened)
            self._fit_columns()
            self._filter()

"""How wide a list's columns are: fitted once, then as the clerk left them."""

from typing import Any

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QHeaderView

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel
from jinshi_desk.ui.widgets.row_painter import RowPainter

_MEASURED = PagedTableModel.PAGE
_WIDEST = 360
_SORT_MARK = 12
_ROOMY = 1600  # from this window width on columns need not cut what they say


class ColumnWidths(QObject):
    """Sizes the sections of ``header``; widths are kept at 标准 text size, under ``columns/<name>``."""

    def __init__(
        self,
        look: Look,
        header: QHeaderView,
        model: PagedTableModel[Any],
        painter: RowPainter,
        name: str,
        settings: QSettings | None,
    ) -> None:
        super().__init__(header)
        self._look = look
        self._header = header
        self._rows = model
        self._painter = painter
        self._group = f"columns/{name}"
        self._settings = settings
        self._by_hand = True
        self._roomy = False
        self.fitted = False
        header.sectionResized.connect(self._on_resized)

    def fit(self) -> None:
        """Size every column; those without a kept or given width to the first rows there are."""
        rows = map(self._rows.row, range(min(_MEASURED, self._rows.rowCount())))
        sample = [row for row in rows if row is not None]
        self._by_hand = False
        for number, column in enumerate(self._rows.columns):
            if column.elastic:
                self._header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                self._header.resizeSection(number, self._wanted(number, sample))
        self._by_hand = True
        self.fitted = bool(sample)

    def fold(self, window_width: int) -> None:
        """Hide the columns for which the window is too narrow; cut none where it has room to spare."""
        roomy = window_width >= self._look.theme.scaled(_ROOMY)
        if roomy != self._roomy:
            self._roomy = roomy
            self.fit()
        self._by_hand = False
        for number, column in enumerate(self._rows.columns):
            hidden = window_width < self._look.theme.scaled(column.folds_below)
            self._header.setSectionHidden(number, hidden)
        self._by_hand = True

    def spans(self) -> list[tuple[Column[Any], int, int]]:
        """Return each column that is shown, where it begins and how wide it is."""
        header = self._header
        return [
            (column, header.sectionViewportPosition(number), header.sectionSize(number))
            for number, column in enumerate(self._rows.columns)
            if not header.isSectionHidden(number)
        ]

    def _wanted(self, number: int, sample: list[Any]) -> int:
        column, theme = self._rows.columns[number], self._look.theme
        kept = self._settings.value(f"{self._group}/{column.key}") if self._settings is not None else None
        wanted = theme.scaled(float(str(kept or column.width)))
        if not wanted or (self._roomy and not kept and not column.check):
            title = self._painter.text_width(column.title) + (_SORT_MARK if column.sortable else 0)
            chip = column.chip is not None
            texts = (self._painter.text_width(column.text(row), chip=chip) for row in sample)
            wanted = max(wanted, round(max([title, *texts])) + 1)
        return min(wanted, theme.scaled(_WIDEST))

    @Slot(int, int, int)
    def _on_resized(self, number: int, _old: int, new: int) -> None:
        column = self._rows.columns[number]
        if self._by_hand and self._settings is not None and new and not column.elastic:
            self._settings.setValue(f"{self._group}/{column.key}", round(new / self._look.theme.factor))

"""The figures beneath a chart: this year, last year, and the difference, month by month."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.trends import Measure, Series, change
from jinshi_desk.trend_words import written_amount, written_change
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.list_view import ListView
from jinshi_desk.ui.widgets.paged_table import Column, PagedTableModel

_ROWS, _MONTH, _SUM = 3, 68, 84
_FRAME = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A line: what it is called, twelve months and their sum in words."""

    name: str
    cells: tuple[str, ...]


class YearTable(ListView):
    """Shows a series in three lines; Ctrl+C copies the one that is current."""

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        months = [
            Column[_Row](f"m{place}", self.tr("{}月").format(place + 1), _cell(place), _MONTH, "right")
            for place in range(12)
        ]
        columns = (
            Column[_Row]("name", self.tr("年份"), lambda row: row.name, elastic=True),
            *months,
            Column[_Row]("sum", self.tr("合计"), _cell(12), _SUM, "right"),
        )
        self._model = PagedTableModel[_Row]([each._replace(sortable=False) for each in columns], _name)
        super().__init__(look, self._model, "trends", settings, parent=parent)
        self._fit_height()
        look.changed.connect(self._fit_height)

    def show_series(self, series: Series) -> None:
        """Show ``series``: both years and by how much this one is above the last."""
        now, before = (*series.now, series.sum_now), (*series.before, series.sum_before)
        changes = (*series.changes, change(series.sum_now, series.sum_before))
        rows = (
            _Row(self.tr("{}年").format(series.year), _written(series.measure, now)),
            _Row(self.tr("{}年").format(series.year - 1), _written(series.measure, before)),
            _Row(self.tr("增减"), tuple(written_change(series.measure, amount) for amount in changes)),
        )
        self._model.show_rows(lambda offset, limit, _sort: rows[offset : offset + limit], lambda: len(rows))

    @Slot()
    def _fit_height(self) -> None:
        theme = self._look.theme
        self.setFixedHeight(theme.size("header_h") + _ROWS * (theme.size("row_h") + 2) + _FRAME)


def _written(measure: Measure, amounts: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(written_amount(measure, amount) for amount in amounts)


def _cell(place: int) -> Callable[[_Row], str]:
    return lambda row: row.cells[place]


def _name(row: _Row) -> str:
    return row.name

"""The sheet 趋势: charts that the office can restyle, and beneath them the figures they are drawn from."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinshi_desk.domain.months import months_of
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.trends import Amounts, Measure, MonthTrend, Series, Trends, Whose, series
from jinshi_desk.domain.units import Group
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.printed import Percent, PrintedSheet, Value, fill
from jinshi_desk.trend_words import EVERYONES, MEASURE, MEASURE_COUNTED
from jinshi_desk.wording import GROUP

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.chart import BarChart, LineChart
    from openpyxl.chart.series import Series as Drawn
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "趋势"
_BLOCKS = (Whose(), *map(Whose, Group))
_MONTHS, _MONTH_COLUMN = 12, 2
_TALL, _WIDE = 7, 11  # cm
_ACROSS, _ROWS_A_CHART = ("A", "F", "J"), 15  # three charts are as wide as the figures beneath
_HEADS = 2 * _ROWS_A_CHART + 2
"""The row of the heads: below two rows of charts."""
_NOW, _BEFORE = "1F5A9E", "4A4D52"
_OF_GROUP = {Group.TOWN: _NOW, Group.BUREAU: "7DB2F0", Group.OFFICE: "DCE8F6"}
"""Apart also in grey: dark, middle, pale inside a line."""


def write(trends: Trends, path: Path) -> None:
    """Write a workbook of this sheet alone.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # costs start-up time, and most runs write no workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = f"{trends.year}年趋势"
    add_trends(workbook, trends)
    with replace_file(path) as file:
        workbook.save(file)


def add_trends(workbook: "Workbook", trends: Trends) -> None:
    """Add the sheet to ``workbook``."""
    worksheet = workbook.create_sheet(NAME)
    fill(worksheet, _figures(trends), f"{trends.year}年{NAME}", _HEADS)
    _frame_figures(worksheet)
    for place, measure in enumerate(Measure):
        _place(worksheet, place, _two_years(worksheet, series(trends, measure)))
    _place(worksheet, len(Measure), _by_group(worksheet, trends.year))


def _frame_figures(worksheet: "Worksheet") -> None:
    """Print lines around the figures, and none behind the charts."""
    from openpyxl.styles import Border, Side

    worksheet.print_options.gridLines = False
    line = Side("thin", "BDBEBA")
    for row in worksheet.iter_rows(min_row=_HEADS):
        for cell in row:
            cell.border = Border(line, line, line, line)


def _figures(trends: Trends) -> PrintedSheet:
    years = (trends.year, trends.year - 1)
    heads = [f"{MEASURE[measure]}·{year}年" for measure in Measure for year in years]
    columns = (("组别", 14), ("月份", 8), ("账", 8), *((head, 14) for head in heads))
    return PrintedSheet(NAME, columns, [row for whose in _BLOCKS for row in _rows(trends, whose)])


def _rows(trends: Trends, whose: Whose) -> Iterator[tuple[Value | Percent, ...]]:
    name = EVERYONES if whose.group is None else GROUP[whose.group]
    for month, now, before in zip(months_of(trends.year), trends.now, trends.before, strict=True):
        amounts = [None if each is None else each.of(whose) for each in (now, before)]
        cells = [_cell(each, measure) for measure in Measure for each in amounts]
        yield name, f"{month.month}月", _state(now), *cells


def _state(month: MonthTrend | None) -> str | None:
    if month is None:
        return None
    return "已关账" if month.closed else "未关账"


def _cell(amounts: Amounts | None, measure: Measure) -> Value | Percent:
    value = None if amounts is None else amounts.of(measure)
    if value is None:
        return None
    match measure:
        case Measure.RATE:
            return Percent(value)
        case Measure.POINTS:
            return in_points(value)
        case _:
            return value


# ---- the charts


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the twelve months of a measure stand."""

    block: int
    measure: Measure
    last_year: bool = False

    @property
    def number(self) -> int:
        return 4 + 2 * tuple(Measure).index(self.measure) + self.last_year

    @property
    def first(self) -> int:
        return _HEADS + 1 + self.block * _MONTHS

    @property
    def last(self) -> int:
        return self.first + _MONTHS - 1


def _two_years(worksheet: "Worksheet", drawn: Series) -> "BarChart":
    """Return bars for the year and, where there was one, a dashed line with rings for the year before."""
    measure = drawn.measure
    bars = _bar_chart(f"{EVERYONES} {MEASURE_COUNTED[measure]}")
    bars.append(_drawn(worksheet, _Column(0, measure), _NOW))
    amounts = (*drawn.now, *drawn.before)
    if all(amount is None or amount >= 0 for amount in amounts):
        bars.y_axis.scaling.min = 0  # a bar that begins elsewhere tells the wrong length
    if measure is Measure.RATE:
        bars.y_axis.number_format = "0%"
    if any(amount is not None for amount in drawn.before):
        bars += _dashed_line(worksheet, measure)
    return bars


def _dashed_line(worksheet: "Worksheet", measure: Measure) -> "LineChart":
    from openpyxl.chart import LineChart
    from openpyxl.chart.marker import Marker
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    line, drawn = LineChart(), _drawn(worksheet, _Column(0, measure, last_year=True), _BEFORE)
    drawn.graphicalProperties.line.dashStyle = "dash"
    ring = GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(solidFill=_BEFORE))
    drawn.marker = Marker("circle", 6, ring)
    drawn.smooth = False
    line.append(drawn)
    return line


def _by_group(worksheet: "Worksheet", year: int) -> "BarChart":
    """Return what was valid in the year, the groups on top of each other."""
    bars = _bar_chart(f"{year}年各组{MEASURE_COUNTED[Measure.VALID]}")
    bars.grouping, bars.overlap = "stacked", 100
    for block, whose in enumerate(_BLOCKS):
        if whose.group is not None:
            column = _Column(block, Measure.VALID)
            part = _drawn(worksheet, column, _OF_GROUP[whose.group], GROUP[whose.group])
            part.graphicalProperties.line.solidFill = _NOW
            bars.append(part)
    return bars


def _bar_chart(title: str) -> "BarChart":
    from openpyxl.chart import BarChart

    bars = BarChart()
    bars.title, bars.height, bars.width = title, _TALL, _WIDE
    bars.gapWidth, bars.display_blanks = 80, "gap"
    bars.x_axis.delete = bars.y_axis.delete = False  # as openpyxl leaves them, Excel shows no axes
    bars.x_axis.tickLblPos = "low"  # under the months that came to less than nothing
    bars.y_axis.number_format = "General"
    bars.legend.position = "b"
    return bars


def _drawn(worksheet: "Worksheet", column: _Column, color: str, name: str = "") -> "Drawn":
    """Return a column as a series in ``color``, called ``name`` or by the head of the column."""
    from openpyxl.chart import Reference
    from openpyxl.chart.data_source import AxDataSource, StrRef
    from openpyxl.chart.series_factory import SeriesFactory

    first = column.first if name else _HEADS  # the head stands right over the first block alone
    cells = Reference(worksheet, column.number, first, column.number, column.last)
    drawn: Drawn = SeriesFactory(cells, title=name or None, title_from_data=not name)
    months = Reference(worksheet, _MONTH_COLUMN, column.first, _MONTH_COLUMN, column.last)
    drawn.cat = AxDataSource(strRef=StrRef(str(months)))
    drawn.graphicalProperties.solidFill = color
    drawn.graphicalProperties.line.solidFill = color
    return drawn


def _place(worksheet: "Worksheet", place: int, chart: "BarChart") -> None:
    """Put the ``place``-th chart on the sheet."""
    row, column = divmod(place, len(_ACROSS))
    worksheet.add_chart(chart, f"{_ACROSS[column]}{1 + row * _ROWS_A_CHART}")

"""The desk for 趋势: the figures of two years side by side, drawn, and saved as a picture or a workbook."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.errors import DeskError, NothingToDraw
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.trends import MonthTrend, Series, Trends, Whose, month_trend
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.freezing import frozen_month
from jinshi_desk.services.office import letterhead
from jinshi_desk.store.database import Store
from jinshi_desk.trend_words import EVERYONES
from jinshi_desk.wording import GROUP

if TYPE_CHECKING:
    from jinshi_desk.papers.trends import Palette
    from jinshi_desk.papers.typesetting import Press


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as SVG, and where in it each month stands: ``left`` px and ``width`` px of a column."""

    svg: bytes
    left: float
    width: float


class TrendsDesk:
    """What a clerk does in 趋势."""

    def __init__(self, store: Store, press: "Press", today: Callable[[], date]) -> None:
        self._store = store
        self._press = press
        self.today = today

    def trends(self, year: int) -> Trends:
        """Return ``year`` up to this month and the year before it, by group and by unit.

        Each month's amounts come from its figures, those of a closed month from what it froze.
        """
        return _trends(self._store, year, Month.of(self.today()), self._store.months.open_from())

    def years(self) -> tuple[int, int]:
        """Return the first and the last year that there is something to see of."""
        begin, now = self._store.drafts.first_month(), self.today().year
        return min(begin.year if begin else now, now), now

    def units(self) -> tuple[Unit, ...]:
        """Return every unit, in the office's order."""
        return self._store.units.all()

    def spellings(self) -> dict[str, tuple[str, str]]:
        """Return pinyin and initials of every unit by id, to find units by typing."""
        return self._store.units.spellings()

    def name_of(self, whose: Whose) -> str:
        """Return who ``whose`` are: a unit by its present name, a group, or all."""
        if whose.unit:
            return next((unit.name for unit in self.units() if unit.id == whose.unit), whose.unit)
        return EVERYONES if whose.group is None else GROUP[whose.group]

    def drawing(self, series: Series, palette: "Palette", size: tuple[int, int]) -> Drawing:
        """Return the chart for a screen of ``size`` px in the colours of ``palette``.

        Raises:
            PaperFailed: it could not be drawn.
        """
        from jinshi_desk.papers import trends

        value = trends.value(series, self.name_of(series.whose), palette, size)
        left, width = trends.columns(size)
        return Drawing(self._press.svg_pages(trends.TEMPLATE, value)[0], left, width)

    def save_picture(self, series: Series, path: Path) -> None:
        """Write the chart as PNG: white paper, twice its size on the screen, signed by the office.

        Raises:
            NothingToDraw: there is nothing to draw.
            PaperFailed: it could not be drawn.
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.papers.trends import save_png

        if series.is_empty:
            raise NothingToDraw(self.name_of(series.whose), series.year)
        signed = f"{letterhead(self._store).signer}　{written_date(self.today())}"
        save_png(self._press, series, self.name_of(series.whose), signed, path)

    def template_fault(self) -> DeskError | None:
        """Return why the office's own template was not used for the last chart, if it has one."""
        return self._press.fault("trend")

    def save_sheet(self, trends: Trends, path: Path) -> None:
        """Write all charts of a year with their figures as a workbook, the one that the bulletin's has.

        Raises:
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.sheets.trends import write

        write(trends, path)


def year_so_far(store: Store, month: Month, *, closing: bool = False) -> Trends:
    """Return what the bulletin of ``month`` shows: its year up to ``month``, and last year, by group.

    The amounts of single units stay out of it: it is kept in the file for ever. ``closing`` counts ``month``
    as closed, which it is about to be.
    """
    trends = _trends(store, month.year, month, month.next() if closing else store.months.open_from())
    return replace(trends, now=_by_group(trends.now), before=_by_group(trends.before))


def kept_or_computed(store: Store, month: Month) -> Trends | None:
    """Return the trends for the workbook of a month's bulletin: what a closed month froze, if it froze any.

    What they show of a month closed before this was kept is nothing, and stays so (docs/decisions/0075).
    """
    frozen = frozen_month(store, month)
    return year_so_far(store, month) if frozen is None else frozen.trends


def _trends(store: Store, year: int, until: Month, open_from: Month) -> Trends:
    begin = store.drafts.first_month()
    units = {unit.id: unit for unit in store.units.all()}

    def group_of(unit: str, month: Month) -> Group:
        return units[unit].group_in(month)

    def of(month: Month) -> MonthTrend | None:
        if begin is None or not begin <= month <= until:
            return None
        return month_trend(month_figures(store, month), group_of, closed=month < open_from)

    return Trends(year, tuple(map(of, months_of(year))), tuple(map(of, months_of(year - 1))))


def _by_group(months: Iterable[MonthTrend | None]) -> tuple[MonthTrend | None, ...]:
    return tuple(month and replace(month, units={}) for month in months)

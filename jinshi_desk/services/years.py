"""The year's figures, gathered from those of its months."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from jinshi_desk.domain.books import Gap
from jinshi_desk.domain.errors import NoWorkThatYear, YearToCome
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.years import YearFigures, year_figures
from jinshi_desk.services.figures import month_figures, owed_entries, standings
from jinshi_desk.store.database import Store


class YearDesk:
    """What the year's figures are asked of."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def years(self) -> tuple[int, int]:
        """Return the first year with anything in it, and this one."""
        this = self._today().year
        return min(first_year(self._store) or this, this), this

    def is_closed(self, year: int) -> bool:
        """Tell whether the year's December is closed, and with it the year."""
        return self._store.months.is_closed(Month(year, 12))

    def figures(self, year: int) -> YearFigures | None:
        """Return the year's figures; none of a year with nothing on the books."""
        try:
            return year_of(self._store, year, self._today())
        except (YearToCome, NoWorkThatYear):
            return None


def year_of(store: Store, year: int, today: date) -> YearFigures:
    """Return the year's figures: its months from the first on the books to this one.

    Those of a closed month are what it froze; nothing is counted a second time.

    Raises:
        YearToCome: the year has not begun.
        NoWorkThatYear: the books begin later, or hold nothing at all.
    """
    months = year_months(store, year, today)
    return year_figures(
        [month_figures(store, month) for month in months],
        store.units.all(),
        Month.of(today).previous(),
    )


def first_year(store: Store) -> int | None:
    """Return the first year with anything in it; none in an empty file."""
    begin = store.drafts.first_month()
    return begin.year if begin else None


def year_gaps(store: Store, figures: YearFigures) -> Iterator[Gap]:
    """Yield what keeps the year from being the sum of its months, and of the ledger behind them (§3.3)."""
    yield from figures.gaps()
    months = [month.month for month in figures.months]
    booked = Counter[str]()
    for row in store.ledger.sums(months[0], months[-1]):
        booked[row.unit] += row.cents
    still_open = [month for month in months if not store.months.is_closed(month)]
    if still_open:
        for entry in owed_entries(store, standings(store, still_open)):
            booked[entry.unit or ""] += entry.cents
    for each in figures.units:
        if each.cents != booked[each.unit.id]:
            yield Gap(f"{each.unit.name}全年", each.cents, booked[each.unit.id])


def year_months(store: Store, year: int, today: date) -> tuple[Month, ...]:
    """Return the year's months from the first on the books to this one.

    Raises:
        YearToCome: the year has not begun.
        NoWorkThatYear: the books begin later, or hold nothing at all.
    """
    this = Month.of(today)
    if year > this.year:
        raise YearToCome(year)
    begin = store.drafts.first_month()
    months = tuple(month for month in months_of(year) if begin is not None and begin <= month <= this)
    if not months:
        raise NoWorkThatYear(year)
    return months

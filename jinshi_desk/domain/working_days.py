"""Working days: Monday to Friday, but for the days off and make-up days of the office's table (§3.6, §4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jinshi_desk.domain.problems import Problem

_SATURDAY = 5


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """A day of the table: a day off (放假), or a Saturday or Sunday that is worked (调休上班).

    ``name`` is what the notice calls it, ``春节``; empty where nobody said.
    """

    day: date
    working: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tells which days are worked; without a table, Monday to Friday."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether the office works on ``day``."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)


WEEKDAYS = Calendar()
"""The calendar of an office that has typed no table: no built-in guess beyond Saturday and Sunday."""


def calendar_of(holidays: Iterable[Holiday]) -> Calendar:
    """Return the calendar that a table of holidays makes."""
    table = tuple(holidays)
    return Calendar(
        frozenset(each.day for each in table if not each.working),
        frozenset(each.day for each in table if each.working),
    )


def working_days_after(day: date, number: int, calendar: Calendar = WEEKDAYS) -> date:
    """Return the ``number``-th working day after ``day``, counted from the day after."""
    while number:
        day += timedelta(days=1)
        if calendar.is_working(day):
            number -= 1
    return day


FIRST_YEAR, LAST_YEAR = 2000, 2099
"""The years that may have a table."""


def problems(year: int, holidays: Iterable[Holiday]) -> Iterator[Problem]:
    """Yield what keeps a table from being kept: a day that is both, a weekday that is worked anyway."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        yield Problem("year", "out_of_range", detail=f"{FIRST_YEAR}–{LAST_YEAR}")
    seen: dict[date, bool] = {}
    for each in holidays:
        if seen.setdefault(each.day, each.working) != each.working:
            yield Problem("holidays", "both", detail=each.day.isoformat())
        if each.working and each.day.weekday() < _SATURDAY:
            yield Problem("holidays", "worked_anyway", detail=each.day.isoformat())

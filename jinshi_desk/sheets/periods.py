"""Which months a register speaks of: by its title, its name, else by its dates (§7)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.months import Month

_MONTHS = re.compile(r"(20\d\d)\s*年\s*(\d{1,2})(?:\s*月?\s*[-—~至]\s*(\d{1,2}))?\s*月")
_POINTED = re.compile(r"(?<!\d)(20\d\d)[.\-/_](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?:\d\d)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月(?!\s*\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last`` month, both included."""

    first: Month
    last: Month

    @property
    def month(self) -> Month | None:
        """The month, where it is only one."""
        return self.first if self.first == self.last else None

    @property
    def end(self) -> date:
        return self.last.last_day

    def holds(self, day: date) -> bool:
        first, last = self.first, self.last
        return (first.year, first.month) <= (day.year, day.month) <= (last.year, last.month)


def period_in(texts: Iterable[str]) -> Period | None:
    """Return the period that ``texts`` name, the nearer first; year and month may stand apart."""
    year = month = None
    for line in texts:
        text = unicodedata.normalize("NFKC", line)
        if found := _MONTHS.search(text) or _COMPACT.search(text) or _POINTED.search(text):
            first, last = int(found[2]), int(found[3] or found[2]) if found.re is _MONTHS else int(found[2])
            return _period(int(found[1]), month or first, month or last)
        if month is None and (found := _MONTH.search(text)):
            month = int(found[1])
        if year is None and (found := _YEAR.search(text)):
            year = int(found[1])
    if year is None:
        return None
    return _period(year, month or 1, month or 12)


def period_of(days: Iterable[date]) -> Period | None:
    """Return the month in which most of ``days`` lie."""
    months = Counter((day.year, day.month) for day in days if 2000 <= day.year <= 2100)
    if not months:
        return None
    (year, month), _ = months.most_common(1)[0]
    return _period(year, month, month)


def _period(year: int, first: int, last: int) -> Period | None:
    if not (1 <= first <= last <= 12):
        return None
    return Period(Month(year, first), Month(year, last))

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
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月")


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
        return self.first.first_day <= day <= self.last.last_day


def period_in(texts: Iterable[str]) -> Period | None:
    """Return the period that the first telling of ``texts`` names; year and month may stand apart."""
    lines = [unicodedata.normalize("NFKC", text) for text in texts]
    for line in lines:
        if found := _MONTHS.search(line):
            return _period(int(found[1]), int(found[2]), int(found[3] or found[2]))
    for line in lines:
        if found := _COMPACT.search(line) or _POINTED.search(line):
            return _period(int(found[1]), int(found[2]), int(found[2]))
    year = next((found for line in lines if (found := _YEAR.search(line))), None)
    if year is None:
        return None
    month = next((found for line in lines if (found := _MONTH.search(line))), None)
    if month is None:
        return _period(int(year[1]), 1, 12)
    return _period(int(year[1]), int(month[1]), int(month[1]))


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

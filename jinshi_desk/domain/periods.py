"""The month, quarter or year that something is due in, written ``2022-06``, ``2022-Q2`` or ``2022``."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from jinshi_desk.domain.errors import BadPeriod, BadQuarter
from jinshi_desk.domain.months import Month

_WRITTEN = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?\Z", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-?[Qq]([1-4])\Z", re.ASCII)
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
_MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month, a quarter or a year, from ``first`` to ``last`` month, both included."""

    first: Month
    last: Month

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what ``str`` writes.

        Raises:
            BadPeriod: ``text`` is none of the three.
        """
        found = _WRITTEN.match(text)
        if found is None or not 1900 <= int(found[1]) <= 2100:
            raise BadPeriod(text)
        year = int(found[1])
        if found[3]:
            return cls(Month(year, int(found[3])), Month(year, int(found[3])))
        if found[2]:
            return cls.quarter(year, int(found[2]))
        return cls(Month(year, 1), Month(year, 12))

    @classmethod
    def parse_quarter(cls, text: str) -> Self:
        """Read ``2022Q2``, or ``2022-Q2`` as ``str`` writes it.

        Raises:
            BadQuarter: ``text`` is no quarter.
        """
        found = _QUARTER.match(text)
        if found is None or not 1900 <= int(found[1]) <= 2100:
            raise BadQuarter(text)
        return cls.quarter(int(found[1]), int(found[2]))

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        """Return the ``number``-th quarter of ``year``, from 1 to 4."""
        last = number * _MONTHS_A_QUARTER
        return cls(Month(year, last - _MONTHS_A_QUARTER + 1), Month(year, last))

    @classmethod
    def around(cls, month: Month) -> tuple[Self, Self, Self]:
        """Return the month, the quarter and the year that hold ``month``."""
        return (
            cls(month, month),
            cls.quarter(month.year, (month.month - 1) // _MONTHS_A_QUARTER + 1),
            cls.parse(f"{month.year:04d}"),
        )

    @property
    def first_day(self) -> date:
        return self.first.first_day

    @property
    def last_day(self) -> date:
        return self.last.last_day

    @property
    def months(self) -> tuple[Month, ...]:
        """Its months, in order."""
        return tuple(self.first.plus(number) for number in range(self.last.month - self.first.month + 1))

    @property
    def label(self) -> str:
        """The period in words, ``2022年第二季度``."""
        if self.first == self.last:
            return self.first.label
        if self.last.month - self.first.month == _MONTHS_A_QUARTER - 1:
            return f"{self.first.year}年{_QUARTERS[self.first.month // _MONTHS_A_QUARTER]}"
        return f"{self.first.year}年"

    def holds(self, month: Month) -> bool:
        """Tell whether ``month`` is in it."""
        return self.first <= month <= self.last

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        if self.last.month - self.first.month == _MONTHS_A_QUARTER - 1:
            return f"{self.first.year:04d}-Q{self.last.month // _MONTHS_A_QUARTER}"
        return f"{self.first.year:04d}"

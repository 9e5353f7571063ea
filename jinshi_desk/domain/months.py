"""The month, the office's unit of account."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from jinshi_desk.domain.errors import BadMonth

_WRITTEN = re.compile(r"(\d{4})-(\d{2})\Z", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, written ``2022-06``."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1900 <= self.year <= 2100):
            raise BadMonth(f"{self.year:04d}-{self.month:02d}")

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month that holds ``day``."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2022-06``.

        Raises:
            BadMonth: ``text`` is not a month from 1900 to 2100.
        """
        found = _WRITTEN.match(text)
        if found is None:
            raise BadMonth(text)
        try:
            return cls(int(found[1]), int(found[2]))
        except BadMonth:
            raise BadMonth(text) from None

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year + self.month // 12, self.month % 12 + 1, 1) - timedelta(days=1)

    @property
    def label(self) -> str:
        """The month in words, ``2022年6月``."""
        return f"{self.year}年{self.month}月"

    def next(self) -> "Month":
        return self.plus(1)

    def previous(self) -> "Month":
        return self.plus(-1)

    def plus(self, months: int) -> "Month":
        """Return the month ``months`` later, or earlier where negative."""
        count = self.year * 12 + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def year_to(month: Month) -> Iterator[Month]:
    """Yield the months from January of its year to ``month``, both included."""
    for number in range(1, month.month + 1):
        yield Month(month.year, number)


def months_of(year: int) -> tuple[Month, ...]:
    """Return the twelve months of ``year``."""
    return tuple(Month(year, number) for number in range(1, 13))

"""The columns of a list: what stands at their head, what kind of value they hold, how wide they are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.months import Month

Cell = str | int | float | date | Month | None
"""What a cell may hold. Points are given in points (7.5), never in cents."""


class ColumnKind(StrEnum):
    """What a column holds, and so how its cells are written."""

    TEXT = "text"
    """Words, and figures that are names: 007 stays 007."""
    WHOLE = "whole"
    POINTS = "points"
    DATE = "date"
    MONTH = "month"
    """Written ``2022-06`` as text: as a date, Excel would make it the first of the month."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` is in characters of half width, as Excel counts."""

    header: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 12

"""趋势: what all units, a group or one unit did month by month, this year beside the last (§3.6, §4)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from jinshi_desk.domain.figures import MonthFigures, permille
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.units import Group


class Measure(StrEnum):
    """What is counted; the three counters are never mixed (§4)."""

    RECEIVED = "received"
    VALID = "valid"
    ADOPTED = "adopted"
    RATE = "rate"
    POINTS = "points"


_FINEST = {Measure.RATE: 10, Measure.POINTS: 10}
"""The least step of a scale, in tenths of a percent and in cents; counts go by ones."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was done in some months: 报送 and 有效 in 条, 采用 in 篇 by booked month, points in cents.

    ``adopted_of_valid`` is the numerator of 采用率 (§3.6): valid drafts adopted by the close; none where a
    closed month did not keep it.
    """

    received: int = 0
    valid: int = 0
    adopted: int = 0
    adopted_of_valid: int | None = 0
    cents: int = 0

    def of(self, measure: Measure) -> int | None:
        """Return the amount: 条, 篇, tenths of a percent or cents; no rate where nothing was valid."""
        match measure:
            case Measure.RECEIVED:
                return self.received
            case Measure.VALID:
                return self.valid
            case Measure.ADOPTED:
                return self.adopted
            case Measure.RATE:
                return None if self.adopted_of_valid is None else permille(self.adopted_of_valid, self.valid)
            case Measure.POINTS:
                return self.cents


def total(parts: Iterable[Amounts]) -> Amounts:
    """Return the sum of ``parts``; a rate of the sum is one of all its drafts, not a mean of rates."""
    rows = tuple(parts)
    kept = [row.adopted_of_valid for row in rows if row.adopted_of_valid is not None]
    return Amounts(
        received=sum(row.received for row in rows),
        valid=sum(row.valid for row in rows),
        adopted=sum(row.adopted for row in rows),
        adopted_of_valid=sum(kept) if len(kept) == len(rows) else None,
        cents=sum(row.cents for row in rows),
    )


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose amounts are asked for: a unit's (its id), else a group's, else all."""

    group: Group | None = None
    unit: str = ""


EVERYONE = Whose()


@dataclass(frozen=True, slots=True)
class MonthTrend:
    """A month's amounts by group, and by unit (id) where they were asked for; ``closed`` ones never move."""

    month: Month
    closed: bool
    groups: Mapping[Group, Amounts]
    units: Mapping[str, Amounts] = field(default_factory=dict)

    def of(self, whose: Whose) -> Amounts | None:
        """Return the amounts of ``whose``; none of a unit that was not listed in the month."""
        if whose.unit:
            return self.units.get(whose.unit)
        return total(self.groups.values()) if whose.group is None else self.groups[whose.group]


def month_trend(
    figures: MonthFigures, group_of: Callable[[str, Month], Group], *, closed: bool
) -> MonthTrend:
    """Return the amounts of a month from its figures: those that ``figures``, board and bulletin show.

    ``group_of`` tells the group of a unit (id) that the figures do not list.
    """
    month = figures.month
    groups = {row.unit.id: row.unit.group for row in figures.standings}
    adopted: dict[str, set[str]] = {}
    for piece in figures.pieces:
        adopted.setdefault(piece.lead, set()).add(piece.number)
    counts = {row.unit.id: row.count for row in figures.standings}
    units = {}
    for unit in dict.fromkeys((*counts, *adopted, *(u for u, p in figures.points.items() if p.total))):
        count = counts.get(unit)
        units[unit] = Amounts(
            received=count.received if count else 0,
            valid=count.valid if count else 0,
            adopted=len(adopted.get(unit, ())),
            adopted_of_valid=count.adopted_of_valid if count else 0,
            cents=figures.points_of(unit).total,
        )
        groups.setdefault(unit, group_of(unit, month))
    by_group = {
        group: total(amounts for unit, amounts in units.items() if groups[unit] is group) for group in Group
    }
    return MonthTrend(month, closed, by_group, units)


@dataclass(frozen=True, slots=True)
class Trends:
    """A year and the one before it, twelve months each; none before the books begin, nor to come."""

    year: int
    now: tuple[MonthTrend | None, ...]
    before: tuple[MonthTrend | None, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn: a measure of somebody through twelve months of ``year`` and of the year before.

    Amounts are as ``Amounts.of`` gives them. ``is_open`` tells which months of ``year`` may still move. The
    sums are over the same months of both years, those that ``year`` has; none where last year lacks one.
    """

    measure: Measure
    whose: Whose
    year: int
    now: tuple[int | None, ...]
    before: tuple[int | None, ...]
    is_open: tuple[bool, ...]
    compared: tuple[int, ...]
    """The months (1 to 12) that are added up."""
    sum_now: int | None
    sum_before: int | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw in either year."""
        return not any((*self.now, *self.before))

    @property
    def changes(self) -> tuple[int | None, ...]:
        """By how much each month is above the same month of last year."""
        return tuple(change(now, before) for now, before in zip(self.now, self.before, strict=True))


def change(now: int | None, before: int | None) -> int | None:
    """Return the difference of two amounts; none where one of them is missing."""
    return None if now is None or before is None else now - before


def series(trends: Trends, measure: Measure, whose: Whose = EVERYONE) -> Series:
    """Return ``measure`` of ``whose`` through both years."""
    now, before = _amounts(trends.now, whose), _amounts(trends.before, whose)
    compared = tuple(number for number, amounts in enumerate(now, start=1) if amounts is not None)
    return Series(
        measure=measure,
        whose=whose,
        year=trends.year,
        now=_values(now, measure),
        before=_values(before, measure),
        is_open=tuple(month is not None and not month.closed for month in trends.now),
        compared=compared,
        sum_now=_sum(now, compared, measure),
        sum_before=_sum(before, compared, measure),
    )


def _amounts(months: Iterable[MonthTrend | None], whose: Whose) -> list[Amounts | None]:
    return [None if month is None else month.of(whose) for month in months]


def _values(months: Iterable[Amounts | None], measure: Measure) -> tuple[int | None, ...]:
    return tuple(None if amounts is None else amounts.of(measure) for amounts in months)


def _sum(months: Sequence[Amounts | None], compared: Sequence[int], measure: Measure) -> int | None:
    parts = [amounts for number in compared if (amounts := months[number - 1]) is not None]
    return total(parts).of(measure) if parts and len(parts) == len(compared) else None


_MOST_STEPS = 5


def scale(measure: Measure, values: Iterable[int | None]) -> tuple[int, ...]:
    """Return the marks of an axis that holds ``values``: round steps of 1, 2 or 5, zero among them."""
    known = [value for value in values if value is not None]
    low, high = min((0, *known)), max((0, *known))
    if low == high:
        high = _FINEST.get(measure, 1)
    step = next(step for step in _steps(measure) if _ceil(high, step) - _floor(low, step) <= _MOST_STEPS)
    return tuple(step * mark for mark in range(_floor(low, step), _ceil(high, step) + 1))


def _steps(measure: Measure) -> Iterable[int]:
    finest = _FINEST.get(measure, 1)
    while True:
        yield from (finest, 2 * finest, 5 * finest)
        finest *= 10


def _floor(value: int, step: int) -> int:
    return value // step


def _ceil(value: int, step: int) -> int:
    return -(-value // step)

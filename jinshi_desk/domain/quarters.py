"""A quarter as the sum of its months (§6.5): nothing here is counted anew but the rate."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jinshi_desk.domain import ranking
from jinshi_desk.domain.figures import NO_POINTS, MonthFigures, Piece, permille
from jinshi_desk.domain.grade_rules import Grade, Graded, grade_of
from jinshi_desk.domain.month_sums import MonthSums, UnitMonths, added, best_first
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.piece_tables import high_pieces
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group


@dataclass(frozen=True, slots=True)
class UnitQuarter(UnitMonths):
    """A unit's quarter, as it was last listed.

    ``rank`` is the one of the quarter's points in its group; none for the organiser, for who was exempt all
    along, and for who is not listed at the end.
    """

    grade: str = ""

    @property
    def is_graded(self) -> bool:
        """Tell whether it gets a grade: once a month is over, who has a rank and owed or did something."""
        did_anything = self.count.received or self.adoption.times or self.cents
        return self.rank is not None and self.over > 0 and bool(self.due_months or did_anything)

    @property
    def due_months(self) -> int:
        """Months that ended and asked something of it."""
        return sum(each is not None and each.due for each in self.standings[: self.over])


@dataclass(frozen=True, slots=True)
class QuarterFigures(MonthSums):
    """The quarter's numbers: its months so far, and every unit that any of them lists, in the office's order.

    ``adopted_of_valid`` is the numerator of 采用率: its valid drafts that ran by its last month (§3.6).
    """

    period: Period
    units: tuple[UnitQuarter, ...]
    adopted_of_valid: int

    @property
    def rate(self) -> int | None:
        """采用率 in tenths of a percent; none where nothing was valid."""
        return permille(self.adopted_of_valid, self.valid)

    @property
    def high(self) -> tuple[Piece, ...]:
        """The adoptions 市级以上, in the order of their list."""
        return high_pieces(self.pieces)

    @property
    def deducted(self) -> int:
        """扣分 of all units, in cents."""
        return sum(month.deducted for each in self.units for month in each.points if month)

    def of_group(self, group: Group) -> tuple[UnitQuarter, ...]:
        """Return the units of ``group``, best first."""
        return best_first(self.units, group)

    def missed(self, least: int, most: int) -> tuple[UnitQuarter, ...]:
        """Return the units that owed something and missed so many months of it."""
        return tuple(each for each in self.units if each.due_months and least <= each.missed_months <= most)


def quarter_figures(
    period: Period,
    months: Sequence[MonthFigures],
    ended: Month,
    grades: Sequence[Grade],
    adopted_of_valid: int,
) -> QuarterFigures:
    """Return the quarter of ``months``, in order and at least one; the last one over is ``ended``."""
    places: dict[str, dict[Month, Standing]] = {}
    for figures in months:
        for standing in figures.standings:
            places.setdefault(standing.unit.id, {})[figures.month] = standing
    over = sum(figures.month <= ended for figures in months)
    plain = [_unit_quarter(listed, months, over) for listed in places.values()]
    ranked = _ranked(plain, months)
    sizes = {
        group: sum(each.rank is not None and each.unit.group is group for each in ranked) for group in Group
    }
    units = [_graded(each, months, sizes, grades) for each in ranked]
    return QuarterFigures(
        tuple(months),
        period,
        tuple(sorted(units, key=lambda each: each.unit.position)),
        adopted_of_valid,
    )


def _unit_quarter(listed: Mapping[Month, Standing], months: Sequence[MonthFigures], over: int) -> UnitQuarter:
    unit = listed[max(listed)].unit
    return UnitQuarter(
        unit,
        tuple(listed.get(figures.month) for figures in months),
        tuple(
            figures.points.get(unit.id, NO_POINTS) if figures.month in listed else None for figures in months
        ),
        added(figures.adoption_of(unit.id) for figures in months),
        over,
    )


def _ranked(units: Iterable[UnitQuarter], months: Sequence[MonthFigures]) -> list[UnitQuarter]:
    """Rank the units of each group that have a rank in one of the months and are listed in the last."""
    found = list(units)
    places: dict[str, int | None] = {}
    for group in Group:
        members = {each.unit.id: each for each in found if each.unit.group is group}
        competing = {
            unit
            for unit, each in members.items()
            if each.standings[-1] is not None
            and any(_rank_in(figures, unit) is not None for figures in months)
        }
        places |= ranking.ranks({unit: each.cents for unit, each in members.items()}, competing)
    return [replace(each, rank=places[each.unit.id]) for each in found]


def _rank_in(figures: MonthFigures, unit: str) -> int | None:
    return next((ranks[unit] for ranks in figures.rank_month.values() if unit in ranks), None)


def _graded(
    each: UnitQuarter, months: Sequence[MonthFigures], sizes: Mapping[Group, int], grades: Sequence[Grade]
) -> UnitQuarter:
    """Grade a unit that is graded at all."""
    if each.rank is None or not each.is_graded:
        return each
    share = Decimal(each.rank) / Decimal(sizes[each.unit.group])
    lost = frozenset(
        row.type for figures in months for row in figures.events.deducted if row.unit == each.unit.id
    )
    grade = grade_of(Graded(each.missed_months, share, lost), grades)
    return replace(each, grade=grade.id if grade else "")

"""A year as the sum of its months (§3.3, §6.6): nothing here is counted anew."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jinshi_desk.domain.books import Gap
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import NO_POINTS, Completion, MonthFigures, UnitPoints
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.month_sums import MonthSums, UnitMonths, added, best_first
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group, Unit

MONTHS = 12


@dataclass(frozen=True, slots=True)
class UnitYear(UnitMonths):
    """A unit's year, by its present name and the group it was last listed in; all twelve months have a place.

    ``rank`` is the one of the last month's cumulative list; none for the organiser, and for who is not
    listed at the end.
    """

    @property
    def by_kind(self) -> Mapping[Kind, int]:
        """The year's cents by what they are for; what was carried in among them."""
        sums = Counter[Kind]()
        for month in self.points:
            sums.update(month.by_kind if month else {})
        return sums

    @property
    def carried(self) -> int:
        """结转: what was taken over from units before (§3.4)."""
        return sum(month.by_kind.get(Kind.CARRY, 0) for month in self.points if month)

    @property
    def cents(self) -> int:
        """The year's score: its months and what was carried in."""
        return self.carried + sum(month.total for month in self.points if month)

    @property
    def earned(self) -> UnitPoints:
        """The year as a month shows itself: 基础分, 采用分, 加分 and 扣分 are those of its months."""
        return UnitPoints(self.by_kind, self.cents)

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """基础分, 采用分, 加分 and 扣分, each the sum of its months."""
        listed = [month for month in self.points if month]
        return (
            sum(month.base for month in listed),
            sum(month.gained for month in listed),
            sum(month.bonus for month in listed),
            sum(month.deducted for month in listed),
        )

    @property
    def quota(self) -> int:
        """What the months asked of it; nothing in exempt ones."""
        return sum(each.quota for each in self.standings if each and each.due)

    @property
    def due_months(self) -> int:
        return sum(each is not None and each.due for each in self.standings)

    @property
    def exempt_months(self) -> int:
        return sum(each is not None and each.exempt for each in self.standings)

    @property
    def completed_months(self) -> int:
        return sum(each is not None and each.completed for each in self.standings)

    @property
    def completed_all(self) -> bool:
        """Tell whether all twelve months were completed or exempt, and one at least was due."""
        listed = [each for each in self.standings if each and (each.exempt or each.completed)]
        return len(listed) == MONTHS and self.completed_months > 0


@dataclass(frozen=True, slots=True)
class YearFigures(MonthSums):
    """The year's numbers: its months so far, and every unit that any of them lists, in the office's order."""

    year: int
    units: tuple[UnitYear, ...]

    @property
    def last(self) -> Month:
        """The last month that is part of it."""
        return self.months[-1].month

    @property
    def valid_by_group(self) -> Mapping[Group, int]:
        return {group: sum(month.valid_by_group.get(group, 0) for month in self.months) for group in Group}

    @property
    def valid_by_category(self) -> Mapping[Category, int]:
        return {
            category: sum(month.valid_by_category.get(category, 0) for month in self.months)
            for category in Category
        }

    @property
    def completed_all(self) -> Completion:
        """Units that owed anything in the year, and those of them that completed all twelve months."""
        due = [each for each in self.units if each.due_months]
        return Completion(len(due), 0, sum(each.completed_all for each in due))

    @property
    def pushes(self) -> tuple[int, int] | None:
        """群发次数 and 编发条数 as far as typed; none where no month says any."""
        typed = [month.events.platform for month in self.months if month.events.platform]
        return (sum(each.pushes for each in typed), sum(each.articles for each in typed)) if typed else None

    @property
    def has_carried(self) -> bool:
        return any(each.carried for each in self.units)

    def of_group(self, group: Group) -> tuple[UnitYear, ...]:
        """Return the units of ``group``, best first."""
        return best_first(self.units, group)

    def of_unit(self, unit: str) -> UnitYear | None:
        """Return the year of a unit by its id; none where no month lists it."""
        return next((each for each in self.units if each.unit.id == unit), None)

    def gaps(self) -> Iterator[Gap]:
        """Yield each unit whose months do not add up to what the last one prints as its year so far."""
        printed = {unit: earned.cumulative for unit, earned in self.months[-1].points.items()}
        for each in self.units:
            if each.cents != printed.get(each.unit.id, 0):
                yield Gap(f"{each.unit.name}全年", printed.get(each.unit.id, 0), each.cents)


def year_figures(months: Sequence[MonthFigures], units: Iterable[Unit], ended: Month) -> YearFigures:
    """Return the year of ``months``, from its first on without a gap; the last one over is ``ended``.

    ``units`` are all there are, by their present names: year tables print those (§3.4).
    """
    year = months[0].month.year
    known = {unit.id: unit for unit in units}
    places: dict[str, dict[Month, Standing]] = {}
    for figures in months:
        for standing in figures.standings:
            places.setdefault(standing.unit.id, {})[figures.month] = standing
    found = [_unit_year(known[unit], listed, months, ended) for unit, listed in places.items()]
    return YearFigures(tuple(months), year, tuple(sorted(found, key=lambda each: each.unit.position)))


def _unit_year(
    unit: Unit, listed: Mapping[Month, Standing], months: Sequence[MonthFigures], ended: Month
) -> UnitYear:
    group = listed[max(listed)].unit.group
    by_month = {figures.month: figures for figures in months}
    last = months[-1]
    return UnitYear(
        unit=replace(unit, group=group),
        standings=tuple(listed.get(month) for month in months_of(last.month.year)),
        points=tuple(
            by_month[month].points.get(unit.id, NO_POINTS) if month in listed else None
            for month in months_of(last.month.year)
        ),
        adoption=added(figures.adoption_of(unit.id) for figures in months),
        rank=last.rank_cumulative.get(group, {}).get(unit.id),
        over=sum(month <= ended for month in months_of(last.month.year)),
    )

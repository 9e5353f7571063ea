"""What quarters and years have in common: they are the sum of their months (§3.6, decision 0085)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from jinshi_desk.domain.figures import Completion, MonthFigures, Piece, Tally, UnitPoints
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.quota import Count, Standing
from jinshi_desk.domain.units import Group, Unit


@dataclass(frozen=True, slots=True)
class UnitMonths:
    """What the months say of a unit.

    ``standings`` and ``points`` have a place for each, none where it was not listed.
    ``over`` is how many of them have ended.
    """

    unit: Unit
    standings: tuple[Standing | None, ...]
    points: tuple[UnitPoints | None, ...]
    adoption: Tally
    over: int
    rank: int | None = None

    @property
    def cents(self) -> int:
        """The score of its months."""
        return sum(month.total for month in self.points if month)

    @property
    def count(self) -> Count:
        """The counters, each the sum of its months."""
        counts = [each.count for each in self.standings if each]
        return Count(
            received=sum(each.received for each in counts),
            valid=sum(each.valid for each in counts),
            adopted=sum(each.adopted for each in counts),
            late=sum(each.late for each in counts),
            weighted=sum(each.weighted for each in counts),
            weighted_late=sum(each.weighted_late for each in counts),
        )

    @property
    def missed_months(self) -> int:
        """Months that ended below the quota; the running one may still be filled."""
        return sum(each is not None and each.owes for each in self.standings[: self.over])


@dataclass(frozen=True, slots=True)
class MonthSums:
    """What the months of a quarter or a year add up to; at least one, in order."""

    months: tuple[MonthFigures, ...]

    @property
    def received(self) -> int:
        return sum(month.received for month in self.months)

    @property
    def valid(self) -> int:
        return sum(month.valid for month in self.months)

    @property
    def adoption(self) -> Tally:
        """篇 and 篇次, those of its months."""
        return added(month.adoption for month in self.months)

    @property
    def completion(self) -> Completion:
        """应报送, 免考核 and 完成, each month of each unit counted once."""
        done = [month.completion for month in self.months]
        return Completion(
            sum(each.due for each in done),
            sum(each.exempt for each in done),
            sum(each.completed for each in done),
        )

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every adoption, in the order of the months."""
        return tuple(piece for month in self.months for piece in month.pieces)


_Unit = TypeVar("_Unit", bound=UnitMonths)


def best_first(units: Iterable[_Unit], group: Group) -> tuple[_Unit, ...]:
    """Return the units of ``group``, best first, equals in the office's order; who has no rank last."""
    members = [each for each in units if each.unit.group is group]
    return tuple(sorted(members, key=lambda each: (each.rank is None, -each.cents, each.unit.position)))


def added(tallies: Iterable[Tally]) -> Tally:
    """Add months up: 篇 and 篇次 of a longer time are those of its months (§3.6)."""
    drafts, times = 0, Counter[Level]()
    for each in tallies:
        drafts += each.drafts
        times.update(each.times_by_level)
    return Tally(drafts, {level: times[level] for level in LEVELS_HIGHEST_FIRST})

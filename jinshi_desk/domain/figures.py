"""All the numbers of a month, worked out once and used by every screen, sheet and paper."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from jinshi_desk.domain import ranking
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.month_events import NO_EVENTS, MonthEvents
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group

_GAINED = (Kind.ADOPTION, Kind.UPGRADE)


@dataclass(frozen=True, slots=True)
class UnitPoints:
    """A unit's month in cents, by kind, and its year so far."""

    by_kind: Mapping[Kind, int]
    cumulative: int

    @property
    def total(self) -> int:
        """The month's score; what was carried in counts in the year only (§3.3)."""
        return sum(cents for kind, cents in self.by_kind.items() if kind is not Kind.CARRY)

    @property
    def base(self) -> int:
        """基础分."""
        return self.by_kind.get(Kind.QUOTA_BASE, 0)

    @property
    def gained(self) -> int:
        """采用分: adoptions and upgrades."""
        return sum(self.by_kind.get(kind, 0) for kind in _GAINED)

    @property
    def bonus(self) -> int:
        """加分: 批示, and 约稿 and 更正 where positive (§3.6)."""
        extras = (Kind.COMMISSION, Kind.CORRECTION)
        return self.by_kind.get(Kind.INSTRUCTION, 0) + sum(
            max(0, self.by_kind.get(kind, 0)) for kind in extras
        )

    @property
    def deducted(self) -> int:
        """扣分: the negative rest, so that the four columns add up to the month."""
        return self.total - self.base - self.gained - self.bonus


NO_POINTS = UnitPoints({}, 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """An adoption booked in the month: a line of annex 2. ``cents`` is what it booked to all its units."""

    adoption: int
    number: str
    title: str
    units: tuple[str, ...]
    authors: tuple[str, ...]
    category: Category
    outlet: str
    level: Level
    adopted_on: date
    cents: int
    retracted: bool = False
    void: bool = False

    @property
    def lead(self) -> str:
        return self.units[0]


@dataclass(frozen=True, slots=True)
class Tally:
    """采用: 篇 and 篇次, the latter by level."""

    drafts: int
    times_by_level: Mapping[Level, int]

    @property
    def times(self) -> int:
        return sum(self.times_by_level.values())


@dataclass(frozen=True, slots=True)
class Completion:
    """应报送、免考核、完成 and the rate, in tenths of a percent."""

    due: int
    exempt: int
    completed: int

    @property
    def rate(self) -> int | None:
        return permille(self.completed, self.due)


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The month's numbers. ``previous_valid`` is none where last month can't be compared with (§6.7)."""

    month: Month
    received: int
    valid_by_group: Mapping[Group, int]
    valid_by_category: Mapping[Category, int]
    standings: tuple[Standing, ...]
    pieces: tuple[Piece, ...]
    points: Mapping[str, UnitPoints]
    rank_month: Mapping[Group, Mapping[str, int | None]]
    rank_cumulative: Mapping[Group, Mapping[str, int | None]]
    previous_valid: int | None = None
    events: MonthEvents = NO_EVENTS
    unit_names: Mapping[str, str] = field(default_factory=dict)
    """What every unit was called in the month, by id."""

    @property
    def valid(self) -> int:
        return sum(self.valid_by_category.values())

    @property
    def completion(self) -> Completion:
        due = [standing for standing in self.standings if standing.due]
        exempt = sum(standing.exempt and standing.quota > 0 for standing in self.standings)
        return Completion(len(due), exempt, sum(standing.completed for standing in due))

    @property
    def adoption(self) -> Tally:
        return tally(self.pieces)

    def adoption_of(self, unit: str) -> Tally:
        """Return the adoptions of drafts that ``unit`` led (§3.6, annex 1)."""
        return tally(piece for piece in self.pieces if piece.lead == unit)

    def name_of(self, unit: str) -> str:
        """Return what ``unit`` was called in the month."""
        if unit in self.unit_names:
            return self.unit_names[unit]
        return next((row.unit.name for row in self.standings if row.unit.id == unit), unit)

    def points_of(self, unit: str) -> UnitPoints:
        return self.points.get(unit, NO_POINTS)


def permille(part: int, whole: int) -> int | None:
    """Return the share in tenths of a percent, 四舍五入; none of nothing."""
    if whole == 0:
        return None
    return int((Decimal(part) * 1000 / Decimal(whole)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def percent(permille_: int) -> str:
    """Write tenths of a percent with one decimal, without a trailing zero: ``92.7%``."""
    whole, tenth = divmod(permille_, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"


def tally(pieces: Iterable[Piece]) -> Tally:
    """Count 篇 and 篇次 of ``pieces``."""
    rows = tuple(pieces)
    times = Counter(piece.level for piece in rows)
    return Tally(
        len({piece.number for piece in rows}), {level: times[level] for level in LEVELS_HIGHEST_FIRST}
    )


def rank_groups(
    standings: Iterable[Standing], scores: Mapping[str, int], not_ranked: frozenset[str]
) -> dict[Group, dict[str, int | None]]:
    """Rank the units of each group by ``scores``; units in ``not_ranked`` are listed without a rank."""
    by_group: dict[Group, dict[str, int]] = {group: {} for group in Group}
    for standing in standings:
        by_group[standing.unit.group][standing.unit.id] = scores.get(standing.unit.id, 0)
    return {group: ranking.ranks(units, units.keys() - not_ranked) for group, units in by_group.items()}

"""All that the review of a quarter is made of beside its figures (§6.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.grade_rules import Grade
from jinshi_desk.domain.quarters import QuarterFigures, UnitQuarter
from jinshi_desk.domain.units import Group


@dataclass(frozen=True, slots=True)
class FirstRun:
    """A draft and the day it ran first."""

    number: str
    title: str
    unit: str
    received_on: date
    adopted_on: date

    @property
    def days(self) -> int:
        """From 报送 to 首次采用; what ran before it came in took none."""
        return max(0, (self.adopted_on - self.received_on).days)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An author who never ran before the quarter, with the draft that ran."""

    name: str
    unit: str
    title: str
    adopted_on: date


@dataclass(frozen=True, slots=True)
class Returned:
    """A return for revision, with what the draft is called and what it is where nobody is to be named."""

    number: str
    title: str
    unit: str
    group: Group
    category: Category
    on: date
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Praised:
    """A good draft, where it ran highest and first, and why it was picked."""

    number: str
    title: str
    units: str
    authors: str
    outlet: str
    adopted_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A commission that is due in the next quarter."""

    unit: str
    subject: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Owing:
    """A person's task of the quarter that is not done."""

    name: str
    unit: str
    done: int
    target: int


@dataclass(frozen=True, slots=True)
class Quarter:
    """All that the review of a quarter is made of.

    ``adopted`` are the valid drafts that ran by the quarter's end, ``first_runs`` those whose first adoption
    is booked in it. ``before`` and ``year_ago`` are there where the whole of that quarter is closed.
    ``newcomers`` are none where the books begin with the quarter: everybody would be one then. What was
    ``typed`` is by field.
    """

    figures: QuarterFigures
    before: QuarterFigures | None
    year_ago: QuarterFigures | None
    tagged_of: int
    topics: tuple[tuple[str, int], ...]
    adopted: tuple[FirstRun, ...]
    first_runs: tuple[FirstRun, ...]
    newcomers: tuple[Newcomer, ...] | None
    praised: tuple[Praised, ...]
    returns: tuple[Returned, ...]
    asked: tuple[Asked, ...]
    owing: tuple[Owing, ...]
    grades: tuple[Grade, ...]
    typed: Mapping[str, str]

    @property
    def number_word(self) -> str:
        """``二季度``."""
        return "一二三四"[self.figures.period.first.month // 3] + "季度"

    @property
    def average_days(self) -> Decimal | None:
        """From 报送 to 首次采用, one decimal, 四舍五入; none where nothing ran first."""
        if not self.first_runs:
            return None
        days = Decimal(sum(each.days for each in self.first_runs)) / len(self.first_runs)
        return days.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)

    def graded(self, grade: str) -> tuple[UnitQuarter, ...]:
        """Return the units of a grade, group by group, best first."""
        return tuple(each for group in Group for each in self.figures.of_group(group) if each.grade == grade)

"""What other assessments take from the year (§1 row 54): a table for each, its arithmetic in a column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from jinshi_desk.domain import ranking
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.tables import Cell, Column, Table, points
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import UnitYear, YearFigures

DEFAULT_N = 200
"""What the best of a group gets in 绩效考核, in cents, unless the office says otherwise (§6.6)."""


class Extract(StrEnum):
    """绩效考核 of units, 述职评议 of party committees, 干部考核 of people and the units they work for."""

    PERFORMANCE = "performance"
    ACCOUNTABILITY = "accountability"
    CADRE = "cadre"


@dataclass(frozen=True, slots=True)
class PersonYear:
    """What a person's own drafts earned in the year; ``drafts`` are those that earned anything.

    ``unit`` is where the person works at its end, ``duties`` what the person answered for, in words.
    """

    name: str
    unit: str
    duties: str
    drafts: int
    cents: int


@dataclass(frozen=True, slots=True)
class ExtractPaper:
    """An extract as it is printed; ``note`` says how its figures come about."""

    year: int
    title: str
    note: str
    tables: tuple[Table, ...]
    signer: str
    dated: date


_PERFORMANCE = (
    Column(12, "序号"),
    Column(60, "单位", left=True),
    Column(28, "全年积分"),
    Column(28, "本组最高分"),
    Column(28, "折算分"),
    Column(68, "算式", left=True),
)
_ACCOUNTABILITY = (
    Column(10, "序号"),
    Column(45, "单位", left=True),
    Column(13, "报送"),
    Column(13, "有效"),
    Column(21, "完成任务（月）"),
    Column(21, "未完成（月）"),
    Column(15, "采用篇数"),
    Column(56, "算式", left=True),
    Column(17, "全年积分"),
    Column(14, "本组名次"),
)
_PEOPLE = (
    Column(12, "序号"),
    Column(30, "姓名"),
    Column(60, "单位", left=True),
    Column(52, "身份", left=True),
    Column(28, "得分稿件（篇）"),
    Column(24, "全年得分"),
    Column(18, "名次"),
)
_UNITS = (
    Column(12, "序号"),
    Column(60, "单位", left=True),
    Column(18, "报送"),
    Column(18, "有效"),
    Column(26, "完成任务（月）"),
    Column(26, "未完成（月）"),
    Column(22, "采用篇数"),
    Column(24, "全年积分"),
    Column(18, "本组名次"),
)


def converted(cents: int, highest: int, n: int) -> int:
    """Return ``n`` × score ÷ the group's highest in cents, 四舍五入, nothing below nought (§6.6)."""
    if cents <= 0 or highest <= 0:
        return 0
    return int((Decimal(n) * cents / highest).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def performance(figures: YearFigures, group: Group, name: str, n: int = DEFAULT_N) -> Table:
    """Return 绩效考核 of ``group``; who has no rank is listed without a result."""
    members = figures.of_group(group)
    highest = max((each.cents for each in members if each.rank is not None), default=0)
    rows = tuple(_converted_row(place, each, highest, n) for place, each in enumerate(members, start=1))
    return Table(name, _PERFORMANCE, rows)


def accountability(figures: YearFigures, group: Group, name: str) -> Table:
    """Return 述职评议 of the party committees of ``group``'s units."""
    rows = tuple(_year_row(place, each) for place, each in enumerate(figures.of_group(group), start=1))
    return Table(name, _ACCOUNTABILITY, rows)


def people_of_year(people: Iterable[PersonYear], name: str) -> Table:
    """Return 干部考核 of ``people``, given in the office's order: best first; without points no rank."""
    listed = sorted(people, key=lambda each: -each.cents)
    scores = {str(place): each.cents for place, each in enumerate(listed)}
    ranks = ranking.ranks(scores, (place for place, cents in scores.items() if cents > 0))
    rows = tuple(
        (
            place + 1,
            each.name,
            each.unit,
            each.duties or None,
            each.drafts,
            points(each.cents),
            ranks[str(place)],
        )
        for place, each in enumerate(listed)
    )
    return Table(name, _PEOPLE, rows)


def units_of_year(members: Sequence[UnitYear], name: str) -> Table:
    """Return 干部考核 of the units that people work for, best first."""
    rows = tuple(
        (*_counts(place, each), points(each.cents), each.rank) for place, each in enumerate(members, 1)
    )
    return Table(name, _UNITS, rows)


def _converted_row(place: int, each: UnitYear, highest: int, n: int) -> tuple[Cell, ...]:
    if each.rank is None:
        return place, each.unit.name, points(each.cents), points(highest), None, "不参加排名，不折算"
    result = converted(each.cents, highest, n)
    if each.cents <= 0 or highest <= 0:
        said = "不高于0分，折算为0"
    else:
        said = f"{plain(n)} × {plain(each.cents)} ÷ {plain(highest)} = {plain(result)}"
    return place, each.unit.name, points(each.cents), points(highest), points(result), said


def _year_row(place: int, each: UnitYear) -> tuple[Cell, ...]:
    base, gained, bonus, deducted = each.parts
    terms = [("基础", base), ("采用", gained), ("加分", bonus), ("扣分", deducted), ("结转", each.carried)]
    said = "".join(
        f" {'−' if cents < 0 else '+'} {word}{plain(abs(cents))}" for word, cents in terms if cents
    )
    said = said.removeprefix(" + ").strip()
    arithmetic = f"{said} = {plain(each.cents)}" if said else ""
    return (*_counts(place, each), arithmetic, points(each.cents), each.rank)


def _counts(place: int, each: UnitYear) -> tuple[Cell, ...]:
    """Return the place, the name and what was counted of a unit's year; no months where none was due."""
    months = (each.completed_months, each.missed_months) if each.due_months else (None, None)
    return place, each.unit.name, each.count.received, each.count.valid, *months, each.adoption.drafts

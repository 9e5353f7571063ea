"""What other assessments take from the year (§1 row 54): a table for each, its arithmetic in a column."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from jinshi_desk.domain.points import plain
from jinshi_desk.domain.tables import Cell, Column, Table, points
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import UnitYear, YearFigures

DEFAULT_N = 200
"""What the best of a group gets in 绩效考核, in cents, unless the office says otherwise (§6.6)."""


class Extract(StrEnum):
    """绩效考核 of units, 述职评议 of party committees."""

    PERFORMANCE = "performance"
    ACCOUNTABILITY = "accountability"


_PERFORMANCE = (
    Column(12, "序号"),
    Column(60, "单位", left=True),
    Column(24, "全年积分"),
    Column(24, "本组最高分"),
    Column(24, "折算分"),
    Column(50, "算式", left=True),
)
_ACCOUNTABILITY = (
    Column(10, "序号"),
    Column(48, "单位", left=True),
    Column(14, "报送"),
    Column(14, "有效"),
    Column(22, "完成任务（月）"),
    Column(22, "未完成（月）"),
    Column(16, "采用篇数"),
    Column(56, "算式", left=True),
    Column(18, "全年积分"),
    Column(16, "本组名次"),
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
    return (
        place,
        each.unit.name,
        each.count.received,
        each.count.valid,
        each.completed_months,
        each.missed_months,
        each.adoption.drafts,
        f"{said} = {plain(each.cents)}" if said else "",
        points(each.cents),
        each.rank,
    )

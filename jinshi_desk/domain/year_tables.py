"""The tables of the year's notice: points by month, what ran 市级以上, corrections, the lists (§6.6 Y8)."""

from collections.abc import Iterator

from jinshi_desk.domain.award_decisions import Roll
from jinshi_desk.domain.bulletins import Names
from jinshi_desk.domain.figure_keys import Column as FigureColumn
from jinshi_desk.domain.figure_keys import contender_key, in_month
from jinshi_desk.domain.months import months_of
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.piece_tables import high_pieces, piece_table
from jinshi_desk.domain.tables import Cell, Column, Table, points
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.year_sentences import AnnualNames
from jinshi_desk.domain.years import UnitYear, YearFigures

_CORRECTIONS = (
    Column(12, "序号"),
    Column(60, "单位", left=True),
    Column(34, "更正的月份"),
    Column(28, "应为（分）"),
    Column(28, "差额（分）"),
    Column(34, "计入的月份"),
    Column(29, "缘由"),
)
_NONE = ("",) * len(_CORRECTIONS)
_NAMES = (
    Column(16, "等次"),
    Column(60, "名单", left=True),
    Column(16, "积分"),
    Column(60, "另定的原因", left=True),
)


def year_table(figures: YearFigures, group: Group, name: str) -> Table:
    """Return the year of the units of ``group``, best first; empty months are those it was not listed in."""
    carried = figures.has_carried
    rows = tuple(
        _row(place, each, carried=carried) for place, each in enumerate(figures.of_group(group), start=1)
    )
    keys = tuple(tuple(_keys(figures, each, carried=carried)) for each in figures.of_group(group))
    return Table(name, _columns(figures, carried=carried), rows, keys)


def year_pieces(figures: YearFigures, names: Names) -> Table:
    """Return what ran 市级以上 and still stands; units by their present names, as all year tables (§3.4)."""
    units = {each.unit.id: each.unit.name for each in figures.units}
    standing = [piece for piece in figures.pieces if not (piece.void or piece.retracted)]
    return piece_table(high_pieces(standing), units, names)


def correction_table(figures: YearFigures) -> Table:
    """Return every correction that a month of the year printed, in the order of those months."""
    units = {each.unit.id: each.unit.name for each in figures.units}
    found = [(month.month, each) for month in figures.months for each in month.events.corrected]
    rows = (
        (
            place,
            units.get(each.unit, each.unit),
            each.month.label,
            points(each.cents),
            points(each.difference),
            booked.label,
            "异议成立" if each.objected else "漏登、错登",
        )
        for place, (booked, each) in enumerate(found, start=1)
    )
    keys = tuple(
        (
            *_NONE[:3],
            in_month(f"corrected.{each.month}.{each.unit}", booked),
            in_month(f"correction.{each.month}.{each.unit}", booked),
            *_NONE[:2],
        )
        for booked, each in found
    )
    return Table("", _CORRECTIONS, tuple(rows), keys)


def names_table(roll: Roll, name: str, names: AnnualNames) -> Table:
    """Return who has a place on a list, with the reason where it was decided otherwise."""
    rows = tuple(
        (
            names.grades[each.grade],
            each.contender.label,
            points(each.contender.cents),
            each.decision.reason or None if each.decision else None,
        )
        for each in roll.winners
    )
    keys = tuple(("", "", contender_key(roll.contest.award, each.who), "") for each in roll.winners)
    return Table(name, _NAMES, rows, keys)


def months_table(figures: YearFigures, names: Names) -> Table:
    """Return the months of the year one below the other, and their sum."""
    heads = (
        "报送",
        "有效",
        "采用（篇）",
        "采用（篇次）",
        *(names.levels[level] for level in LEVELS_HIGHEST_FIRST),
    )
    columns = (Column(20, "月份"), *(Column(18, head) for head in heads))
    return Table("", columns, tuple(_month_rows(figures)), tuple(_month_keys(figures)))


def _month_rows(figures: YearFigures) -> Iterator[tuple[Cell, ...]]:
    for month in figures.months:
        done = month.adoption
        levels = (done.times_by_level[level] for level in LEVELS_HIGHEST_FIRST)
        yield f"{month.month.month}月", month.received, month.valid, done.drafts, done.times, *levels
    whole = figures.adoption
    levels = (whole.times_by_level[level] for level in LEVELS_HIGHEST_FIRST)
    yield "合计", figures.received, figures.valid, whole.drafts, whole.times, *levels


def _month_keys(figures: YearFigures) -> Iterator[tuple[str, ...]]:
    """Yield the keys of the months and of their sum; levels have none."""
    told, levels = ("received", "valid", "adopted", "times"), ("",) * len(LEVELS_HIGHEST_FIRST)
    for month in figures.months:
        yield "", *(in_month(what, month.month) for what in told), *levels
    yield "", *told, *levels


def _columns(figures: YearFigures, *, carried: bool) -> tuple[Column, ...]:
    months = (Column(12, f"{month.month}月") for month in months_of(figures.year))
    taken_over = (Column(11, "结转"),) if carried else ()
    unit = Column(35 if carried else 46, "单位", left=True)
    return Column(9, "序号"), unit, *months, *taken_over, Column(14, "全年"), Column(12, "名次")


def _row(place: int, each: UnitYear, *, carried: bool) -> tuple[Cell, ...]:
    months = (None if month is None else points(month.total) for month in each.points)
    taken_over = (points(each.carried) if each.carried else None,) if carried else ()
    return place, each.unit.name, *months, *taken_over, points(each.cents), each.rank


def _keys(figures: YearFigures, each: UnitYear, *, carried: bool) -> Iterator[str]:
    """Yield the keys of a unit's row."""
    unit = f"unit.{each.unit.id}"
    yield from ("", "")
    for month, earned in zip(months_of(figures.year), each.points, strict=True):
        yield in_month(f"{unit}.{FigureColumn.TOTAL}", month) if earned else ""
    if carried:
        yield f"{unit}.carried" if each.carried else ""
    yield f"{unit}.{FigureColumn.CUMULATIVE}"
    yield "" if each.rank is None else in_month(f"{unit}.{FigureColumn.RANK_CUMULATIVE}", figures.last)

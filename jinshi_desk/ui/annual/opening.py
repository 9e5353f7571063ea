"""Which figure stands in a cell of the year's table, and beside a name on its lists."""

from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.figure_keys import Column, contender_key
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.years import MONTHS, YearFigures
from jinshi_desk.services.chains import Opens


def opens_of_cell(figures: YearFigures, unit: str, column: int) -> Opens | None:
    """Return the figure of a cell, none of an empty one; months count from 1, 结转, 全年 and 名次 follow."""
    each = figures.of_unit(unit)
    if each is None or column < 1:
        return None
    if column <= MONTHS:
        month = months_of(figures.year)[column - 1]
        return None if each.points[column - 1] is None else Opens(f"unit.{unit}.{Column.TOTAL}", month)
    if column == MONTHS + 1:
        return _of_year(figures, f"unit.{unit}.carried") if each.carried else None
    if column == MONTHS + 2:
        return _of_year(figures, f"unit.{unit}.{Column.CUMULATIVE}")
    return None if each.rank is None else Opens(f"unit.{unit}.{Column.RANK_CUMULATIVE}", figures.last)


def opens_of_name(figures: YearFigures, award: Award, who: str) -> Opens:
    """Return the points that somebody contends with: a unit's or a person's year, a draft's adoptions."""
    return _of_year(figures, contender_key(award, who))


def _of_year(figures: YearFigures, key: str) -> Opens:
    return Opens(key, figures.last, since=Month(figures.year, 1))

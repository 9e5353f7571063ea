"""The year's points as a table: twelve months, what was carried in, their sum and the rank (§6.6 Y8)."""

from jinshi_desk.domain.months import months_of
from jinshi_desk.domain.tables import Cell, Column, Table, points
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import UnitYear, YearFigures


def year_table(figures: YearFigures, group: Group, name: str) -> Table:
    """Return the year of the units of ``group``, best first; empty months are those it was not listed in."""
    rows = tuple(
        _row(place, each, carried=figures.has_carried)
        for place, each in enumerate(figures.of_group(group), start=1)
    )
    return Table(name, _columns(figures), rows)


def _columns(figures: YearFigures) -> tuple[Column, ...]:
    months = (Column(12, f"{month.month}月") for month in months_of(figures.year))
    carried = (Column(11, "结转"),) if figures.has_carried else ()
    unit = Column(35 if figures.has_carried else 46, "单位", left=True)
    return Column(9, "序号"), unit, *months, *carried, Column(14, "全年"), Column(12, "名次")


def _row(place: int, each: UnitYear, *, carried: bool) -> tuple[Cell, ...]:
    months = (None if month is None else points(month.total) for month in each.points)
    taken_over = ((points(each.carried) if each.carried else None),) if carried else ()
    return place, each.unit.name, *months, *taken_over, points(each.cents), each.rank

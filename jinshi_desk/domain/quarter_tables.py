"""The tables of the quarter's review: its months side by side, its units, what ran 市级以上."""

from collections.abc import Iterator

from jinshi_desk.domain.bulletins import Names
from jinshi_desk.domain.figure_keys import in_month
from jinshi_desk.domain.figures import Tally, permille
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.piece_tables import piece_table
from jinshi_desk.domain.quarter_review import Quarter
from jinshi_desk.domain.quarters import QuarterFigures, UnitQuarter
from jinshi_desk.domain.tables import Cell, Column, Table, points, share
from jinshi_desk.domain.units import Group

_MM_A_CHARACTER, _NARROWEST = 1.8, 6


def months_table(quarter: Quarter, names: Names) -> Table:
    """Return the months side by side, and the quarter (Q1)."""
    figures = quarter.figures
    columns = [
        Column(40, "项目", left=True),
        *(Column(22, f"{month.month.month}月") for month in figures.months),
        Column(24, "本季度"),
    ]
    return Table("", tuple(columns), tuple(_month_rows(figures, names)))


def _month_rows(figures: QuarterFigures, names: Names) -> Iterator[tuple[Cell, ...]]:
    months = figures.months
    yield "报送（条）", *(month.received for month in months), figures.received
    yield "有效信息（条）", *(month.valid for month in months), figures.valid
    done = [*(month.completion for month in months), figures.completion]
    yield "完成任务（家次）", *(each.completed for each in done)
    yield "完成率", *(share(permille(each.completed, each.due)) for each in done)
    tallies: list[Tally] = [*(month.adoption for month in months), figures.adoption]
    yield "采用（篇）", *(each.drafts for each in tallies)
    yield "采用（篇次）", *(each.times for each in tallies)
    for level in LEVELS_HIGHEST_FIRST:
        yield f"　其中{names.levels[level]}", *(each.times_by_level[level] for each in tallies)


def annex_columns(quarter: Quarter) -> tuple[Column, ...]:
    """Return the columns of the units' table; a column for each month of the quarter so far."""
    return (
        Column(10, "序号"),
        Column(44, "单位", left=True),
        Column(14, "报送"),
        Column(14, "有效"),
        Column(20, "未完成月数"),
        Column(16, "采用篇数"),
        Column(16, "采用篇次"),
        *(Column(17, "积分", f"{month.month.month}月") for month in quarter.figures.months),
        Column(20, "积分", "本季度"),
        Column(18, "本组名次"),
        Column(18, "等次"),
    )


def unit_rows(quarter: Quarter, group: Group) -> tuple[tuple[Cell, ...], ...]:
    """Return a line for each unit of ``group``, best first."""
    names = {grade.id: grade.name for grade in quarter.grades}
    return tuple(
        _unit_cells(place, each, names.get(each.grade))
        for place, each in enumerate(quarter.figures.of_group(group), start=1)
    )


def unit_keys(quarter: Quarter, group: Group) -> tuple[tuple[str, ...], ...]:
    """Return the keys of those lines; ranks over a quarter have none."""
    return tuple(("", "", *_unit_keys(quarter, each)) for each in quarter.figures.of_group(group))


def _unit_keys(quarter: Quarter, each: UnitQuarter) -> Iterator[str]:
    unit = f"unit.{each.unit.id}"
    yield from (f"{unit}.{what}" for what in ("received", "valid", "missed", "adopted", "times"))
    for month, earned in zip(quarter.figures.months, each.points, strict=True):
        yield in_month(f"{unit}.total", month.month) if earned else ""
    yield from (f"{unit}.total", "", "")


def _unit_cells(place: int, each: UnitQuarter, grade: str | None) -> tuple[Cell, ...]:
    count, done = each.count, each.adoption
    months = (None if month is None else points(month.total) for month in each.points)
    missed = each.missed_months if each.due_months else None
    who = (place, each.unit.name, count.received, count.valid, missed, done.drafts, done.times)
    return (*who, *months, points(each.cents), each.rank, grade)


def quarter_pieces(quarter: Quarter, names: Names) -> Table:
    """Return what ran 市级以上; units by the names they had then."""
    figures = quarter.figures
    units = {unit: name for month in figures.months for unit, name in month.unit_names.items()}
    return piece_table(figures.high, units, names)


def in_sheet(name: str, table: Table) -> Table:
    """Return ``table`` as a sheet of the workbook: one line of heads, widths in characters."""
    columns = tuple(
        Column(
            max(_NARROWEST, round(column.width / _MM_A_CHARACTER)),
            f"{column.under}{column.head}",
            left=column.left,
        )
        for column in table.columns
    )
    return Table(name, columns, table.rows)

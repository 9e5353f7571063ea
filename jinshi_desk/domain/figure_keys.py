"""Every figure of a month by its key, as it is printed: in a sentence, in an annex, on a tile."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.bulletins import Names
from jinshi_desk.domain.composition import figures_said
from jinshi_desk.domain.figures import MonthFigures, Piece, percent
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group


class Column(StrEnum):
    """A figure of a unit's month: those of annex 1, and what the board counts."""

    RECEIVED = "received"
    VALID = "valid"
    COUNTED = "counted"
    LATE = "late"
    RAN = "ran"
    """Drafts of the month that were adopted; ``ADOPTED`` are those whose adoptions are booked in it."""
    ADOPTED = "adopted"
    TIMES = "times"
    BASE = "base"
    GAINED = "gained"
    BONUS = "bonus"
    DEDUCTED = "deducted"
    TOTAL = "total"
    CUMULATIVE = "cumulative"
    RANK = "rank"
    RANK_CUMULATIVE = "rank_cumulative"


IN_POINTS = frozenset(
    {Column.BASE, Column.GAINED, Column.BONUS, Column.DEDUCTED, Column.TOTAL, Column.CUMULATIVE}
)
RANKS = frozenset({Column.RANK, Column.RANK_CUMULATIVE})
_IN = "@"
_OF_UNITS = frozenset({Award.TOWN, Award.BUREAU, Award.OFFICE})
ADDED_UP = frozenset(Column) - RANKS - {Column.CUMULATIVE, Column.RAN, Column.COUNTED}
"""What the units of a group add up to."""


def unit_figure(figures: MonthFigures, standing: Standing, column: Column) -> int | None:
    """Return a unit's figure, points in cents; none where it has no rank."""
    unit, count, earned = standing.unit, standing.count, figures.points_of(standing.unit.id)
    match column:
        case Column.RECEIVED | Column.VALID | Column.LATE:
            return int(getattr(count, column))
        case Column.COUNTED:
            return count.weighted
        case Column.RAN:
            return count.adopted
        case Column.ADOPTED:
            return figures.adoption_of(unit.id).drafts
        case Column.TIMES:
            return figures.adoption_of(unit.id).times
        case Column.RANK:
            return figures.rank_month[unit.group][unit.id]
        case Column.RANK_CUMULATIVE:
            return figures.rank_cumulative[unit.group][unit.id]
    return int(getattr(earned, column))


def piece_key(piece: Piece) -> str:
    """Return the key of what an adoption booked: 计分 of annex 2."""
    return f"piece.{piece.adoption}"


def person_key(person: int, column: Column) -> str:
    """Return the key of an author's points, ``TOTAL`` of the month or ``CUMULATIVE``."""
    return f"person.{person}.{column}"


def contender_key(award: Award, who: str) -> str:
    """Return the key of what somebody contends with over a year: a unit's or person's points, a draft's."""
    if award in _OF_UNITS:
        return f"unit.{who}.{Column.CUMULATIVE}"
    return f"person.{who}.{Column.TOTAL}" if award is Award.PERSON else f"pieces.{who}"


def in_month(key: str, month: Month) -> str:
    """Return the key of a month's figure among those of a longer span."""
    return f"{key}{_IN}{month}"


def parted(key: str) -> tuple[str, Month | None]:
    """Part a key of a table into the figure's own and its month, where it is not the whole span's."""
    own, _, month = key.partition(_IN)
    return own, Month.parse(month) if month else None


def printed_figures(figures: MonthFigures, names: Names) -> Mapping[str, str]:
    """Return every figure of the month by its key, as it is printed."""
    counted = (*_counts(figures), *_groups(figures), *_units(figures), *_pieces(figures))
    return dict((*counted, *_said(figures, names)))


def written(column: Column, amount: int) -> str:
    """Write a unit's figure."""
    return plain(amount) if column in IN_POINTS else str(amount)


def _said(figures: MonthFigures, names: Names) -> Iterator[tuple[str, str]]:
    for figure in figures_said(figures, names):
        yield figure.key, figure.text


def _counts(figures: MonthFigures) -> Iterator[tuple[str, str]]:
    """Yield the figures of the tiles, and of the month as a whole."""
    done, adopted = figures.completion, figures.adoption
    yield "received", str(figures.received)
    yield "valid", str(figures.valid)
    for name, count in (("due", done.due), ("exempt", done.exempt), ("completed", done.completed)):
        yield name, str(count)
    if done.rate is not None:
        yield "rate", percent(done.rate)
    yield "adopted", str(adopted.drafts)
    yield "times", str(adopted.times)
    taken = sum(figures.points_of(standing.unit.id).deducted for standing in figures.standings)
    yield "deducted", plain(taken)
    earned = sum(figures.points_of(standing.unit.id).total for standing in figures.standings)
    yield "points", plain(earned)


def _groups(figures: MonthFigures) -> Iterator[tuple[str, str]]:
    for group in Group:
        members = [standing for standing in figures.standings if standing.unit.group is group]
        for column in Column:
            if members and column in ADDED_UP:
                amount = sum(unit_figure(figures, each, column) or 0 for each in members)
                yield f"group.{group}.{column}", written(column, amount)


def _units(figures: MonthFigures) -> Iterator[tuple[str, str]]:
    for standing in figures.standings:
        for column in Column:
            amount = unit_figure(figures, standing, column)
            if amount is not None:
                yield f"unit.{standing.unit.id}.{column}", written(column, amount)
        for level, times in figures.adoption_of(standing.unit.id).times_by_level.items():
            yield f"unit.{standing.unit.id}.{Column.TIMES}.{level}", str(times)


def _pieces(figures: MonthFigures) -> Iterator[tuple[str, str]]:
    """Yield 计分 of annex 2."""
    for piece in figures.pieces:
        yield piece_key(piece), plain(piece.cents)

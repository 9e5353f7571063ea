"""The bulletin's annexes as tables of plain words: what the page and the document both print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jinshi_desk.domain.bulletins import AuthorRow, Bulletin, PieceRow, PointsRow
from jinshi_desk.domain.points import plain

NONE = "—"
"""What stands where there is no rank and no state."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column ``width`` mm wide. ``head`` is shared by neighbours that have an ``under`` of their own."""

    width: float
    head: str
    under: str = ""
    left: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A cell of the header, over ``wide`` columns and ``deep`` rows."""

    text: str
    wide: int = 1
    deep: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a text for each column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def heads(self) -> tuple[tuple[Head, ...], ...]:
        """The header's rows: two where columns share a head."""
        if not any(column.under for column in self.columns):
            return (tuple(Head(column.head) for column in self.columns),)
        return (
            tuple(self._upper_heads()),
            tuple(Head(column.under) for column in self.columns if column.under),
        )

    def _upper_heads(self) -> Iterator[Head]:
        for (head, two_rows), columns in groupby(
            self.columns, key=lambda column: (column.head, bool(column.under))
        ):
            yield Head(head, len(tuple(columns))) if two_rows else Head(head, deep=2)


@dataclass(frozen=True, slots=True)
class Annex:
    """附件: its name as the text lists it, and its tables."""

    label: str
    name: str
    tables: tuple[Table, ...]


_POINTS = (
    Column(9, "序号"),
    Column(35, "单位", left=True),
    Column(10, "报送情况", "报送"),
    Column(10, "报送情况", "有效"),
    Column(18, "报送情况", "完成情况"),
    Column(11, "采用篇数"),
    Column(10, "采用篇次", "国家"),
    Column(10, "采用篇次", "省"),
    Column(10, "采用篇次", "市"),
    Column(10, "采用篇次", "本级"),
    Column(13, "本月得分", "基础分"),
    Column(13, "本月得分", "采用分"),
    Column(11, "本月得分", "加分"),
    Column(11, "本月得分", "扣分"),
    Column(11.5, "积分", "本月"),
    Column(12.5, "积分", "累计"),
    Column(10, "本组名次", "本月"),
    Column(10, "本组名次", "累计"),
)
_PIECES = (
    Column(9, "序号"),
    Column(68, "标题", left=True),
    Column(36, "单位"),
    Column(27.5, "作者"),
    Column(16.5, "类别"),
    Column(27.5, "媒体"),
    Column(13, "级别"),
    Column(17, "日期"),
    Column(10.5, "计分"),
)
_AUTHORS = (
    Column(14, "序号"),
    Column(40, "作者"),
    Column(80, "单位", left=True),
    Column(30, "本月积分"),
    Column(30, "累计积分"),
    Column(24, "本月名次"),
)


def annexes(bulletin: Bulletin) -> tuple[Annex, ...]:
    """Return 积分表, 采用稿件目录 and, where the office prints it, 作者积分表."""
    points, pieces, *authors = bulletin.attachments
    numerals = "一二三四五六七八九十"
    tables = tuple(
        Table(f"（{numeral}）{table.group}", _POINTS, tuple(_points_cells(row) for row in table.rows))
        for numeral, table in zip(numerals, bulletin.points_tables, strict=False)
    )
    rows = tuple(_piece_cells(row, bulletin.month.year) for row in bulletin.pieces)
    people = tuple(_author_cells(row) for row in bulletin.author_table)
    return (
        Annex("附件1", points, tables),
        Annex("附件2", pieces, (Table("", _PIECES, rows),)),
        *(Annex("附件3", name, (Table("", _AUTHORS, people),)) for name in authors),
    )


def _points_cells(row: PointsRow) -> tuple[str, ...]:
    counts = (row.received, row.valid)
    amounts = (row.base, row.gained, row.bonus, row.deducted, row.total, row.cumulative)
    return (
        str(row.place),
        row.unit,
        *map(str, counts),
        row.state or NONE,
        str(row.adopted),
        *map(str, row.times),
        *map(plain, amounts),
        *(NONE if rank is None else str(rank) for rank in (row.rank, row.rank_cumulative)),
    )


def _piece_cells(row: PieceRow, year: int) -> tuple[str, ...]:
    title = f"{row.title}（{row.mark}）" if row.mark else row.title
    day = _day(row.adopted_on, year)
    who = (row.units, row.authors or NONE)
    return (str(row.place), title, *who, row.category, row.outlet, row.level, day, plain(row.cents))


def _author_cells(row: AuthorRow) -> tuple[str, ...]:
    return (str(row.place), row.name, row.unit, plain(row.total), plain(row.cumulative), str(row.rank))


def _day(day: date, year: int) -> str:
    """Write ``day``; its year only where it isn't the bulletin's."""
    short = f"{day.month}月{day.day}日"
    return short if day.year == year else f"{day.year}年{short}"

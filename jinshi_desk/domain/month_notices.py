"""The month's bulletin as a notice: its annexes and the tables of its workbook (§6.2)."""

from collections.abc import Iterator
from datetime import date

from jinshi_desk.domain.bulletins import AuthorRow, Bulletin, Names, PieceRow, PointsRow
from jinshi_desk.domain.figure_keys import Column as FigureColumn
from jinshi_desk.domain.figure_keys import person_key, piece_key
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.notices import Annex, Notice
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.tables import Cell, Column, Table, day, points, share

TEMPLATE = "bulletin"

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

_NONE = ("",) * len(_POINTS)
_COUNTED = (FigureColumn.RECEIVED, FigureColumn.VALID, FigureColumn.COUNTED, FigureColumn.ADOPTED)
_EARNED = (
    FigureColumn.BASE,
    FigureColumn.GAINED,
    FigureColumn.BONUS,
    FigureColumn.DEDUCTED,
    FigureColumn.TOTAL,
    FigureColumn.CUMULATIVE,
)
"""The figures of a row of 积分表, before and after 采用篇次 by level; the ranks come last."""


def _columns(*wanted: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(width, head) for head, width in wanted)


_FIGURE_COLUMNS = _columns(("项目", 24), ("数值", 14))
_POINTS_COLUMNS = _columns(
    ("序号", 6), ("单位", 26), ("报送", 6), ("有效", 6), ("完成情况", 10), ("采用篇数", 10),
    ("国家级篇次", 11), ("省级篇次", 10), ("市级篇次", 10), ("本级篇次", 10),
    ("基础分", 8), ("采用分", 8), ("加分", 8), ("扣分", 8), ("本月积分", 10), ("累计积分", 10),
    ("本组名次（本月）", 17), ("本组名次（累计）", 17),
)  # fmt: skip
_PIECE_COLUMNS = _columns(
    ("序号", 6), ("标题", 60), ("单位", 26), ("作者", 24), ("类别", 10), ("媒体", 22), ("级别", 8),
    ("日期", 12), ("计分", 8), ("标记", 8),
)  # fmt: skip
_AUTHOR_COLUMNS = _columns(
    ("序号", 6), ("作者", 14), ("单位", 26), ("本月积分", 10), ("累计积分", 10), ("本月名次", 10),
)  # fmt: skip


def month_notice(bulletin: Bulletin, names: Names) -> Notice:
    """Return the bulletin as page, document and workbook read it."""
    return Notice(
        period=Period(bulletin.month, bulletin.month),
        template=TEMPLATE,
        stem=f"组工信息月通报-{bulletin.month}",
        title=bulletin.title,
        addressee=bulletin.addressee,
        opening=bulletin.opening,
        sections=bulletin.sections,
        annexes=tuple(_annexes(bulletin)),
        sheets=tuple(_sheets(bulletin, names)),
        signer=bulletin.signer,
        dated=bulletin.dated,
        contact=bulletin.contact,
    )


def _annexes(bulletin: Bulletin) -> Iterator[Annex]:
    """Yield 积分表, 采用稿件目录 and, where the office prints it, 作者积分表."""
    points_name, pieces_name, *authors = bulletin.attachments
    numerals = "一二三四五六七八九十"
    ids = {standing.unit.name: standing.unit.id for standing in bulletin.figures.standings}
    yield Annex(
        points_name,
        tuple(
            Table(
                f"（{numeral}）{table.group}",
                _POINTS,
                tuple(map(_points_cells, table.rows)),
                tuple(_points_keys(row, ids.get(row.unit, "")) for row in table.rows),
            )
            for numeral, table in zip(numerals, bulletin.points_tables, strict=False)
        ),
    )
    pieces = tuple(_printed_piece(row, bulletin.month.year) for row in bulletin.pieces)
    piece_keys = tuple((*_NONE[:8], piece_key(piece)) for piece in bulletin.figures.pieces)
    yield Annex(pieces_name, (Table("", _PIECES, pieces, piece_keys),))
    people = tuple(map(_author_cells, bulletin.author_table))
    people_keys = tuple(_author_keys(row) for row in bulletin.author_table)
    yield from (Annex(name, (Table("", _AUTHORS, people, people_keys),)) for name in authors)


def _sheets(bulletin: Bulletin, names: Names) -> Iterator[Table]:
    yield Table("数据", _FIGURE_COLUMNS, tuple(_figures(bulletin.figures, names)))
    for table in bulletin.points_tables:
        yield Table(f"积分·{table.group}", _POINTS_COLUMNS, tuple(map(_points_cells, table.rows)))
    yield Table("采用目录", _PIECE_COLUMNS, tuple(map(_piece_cells, bulletin.pieces)))
    if bulletin.author_table:
        yield Table("作者积分", _AUTHOR_COLUMNS, tuple(map(_author_cells, bulletin.author_table)))


def _figures(figures: MonthFigures, names: Names) -> Iterator[tuple[str, Cell]]:
    """Yield name and value of each number that the text is made of."""
    yield "月份", str(figures.month)
    yield "收到（条）", figures.received
    yield "有效信息（条）", figures.valid
    yield "上月有效信息（条）", figures.previous_valid
    for group, count in figures.valid_by_group.items():
        yield f"有效信息·{names.groups[group]}", count
    for category, count in figures.valid_by_category.items():
        yield f"有效信息·{names.categories[category]}", count
    completion, adoption = figures.completion, figures.adoption
    yield "应报送单位（家）", completion.due
    yield "免考核单位（家）", completion.exempt
    yield "完成任务单位（家）", completion.completed
    yield "完成率", share(completion.rate)
    yield "采用（篇）", adoption.drafts
    yield "采用（篇次）", adoption.times
    for level, count in adoption.times_by_level.items():
        yield f"采用篇次·{names.levels[level]}", count


def _points_cells(row: PointsRow) -> tuple[Cell, ...]:
    amounts = (row.base, row.gained, row.bonus, row.deducted, row.total, row.cumulative)
    who = (row.place, row.unit, row.received, row.valid, row.state or None, row.adopted)
    return (*who, *row.times, *map(points, amounts), row.rank, row.rank_cumulative)


def _printed_piece(row: PieceRow, year: int) -> tuple[Cell, ...]:
    title = f"{row.title}（{row.mark}）" if row.mark else row.title
    when, who = written_day(row.adopted_on, year), (row.units, row.authors or None)
    return (row.place, title, *who, row.category, row.outlet, row.level, when, points(row.cents))


def _piece_cells(row: PieceRow) -> tuple[Cell, ...]:
    who = (row.place, row.title, row.units, row.authors or None)
    where = (row.category, row.outlet, row.level, day(row.adopted_on))
    return (*who, *where, points(row.cents), row.mark or None)


def _author_cells(row: AuthorRow) -> tuple[Cell, ...]:
    return row.place, row.name, row.unit, points(row.total), points(row.cumulative), row.rank


def _points_keys(row: PointsRow, unit: str) -> tuple[str, ...]:
    """Return the keys of a row of 积分表: none of a unit that is not known by its name, nor of no rank."""
    if not unit:
        return _NONE[: len(_POINTS)]
    times = (f"{FigureColumn.TIMES}.{level}" for level in LEVELS_HIGHEST_FIRST)
    ranks = ((FigureColumn.RANK, row.rank), (FigureColumn.RANK_CUMULATIVE, row.rank_cumulative))
    told = (*_COUNTED, *times, *_EARNED, *("" if rank is None else key for key, rank in ranks))
    return ("", "", *(each and f"unit.{unit}.{each}" for each in told))


def _author_keys(row: AuthorRow) -> tuple[str, ...]:
    if not row.person:
        return _NONE[: len(_AUTHORS)]
    keys = (person_key(row.person, FigureColumn.TOTAL), person_key(row.person, FigureColumn.CUMULATIVE))
    return ("", "", "", *keys, "")


def written_day(when: date, year: int) -> str:
    """Write a day; its year only where it isn't the notice's."""
    short = f"{when.month}月{when.day}日"
    return short if when.year == year else f"{when.year}年{short}"

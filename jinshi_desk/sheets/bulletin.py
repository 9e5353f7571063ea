"""The bulletin's numbers as a workbook: typed cells that can be added up and filtered."""

from collections.abc import Iterator
from pathlib import Path

from jinshi_desk.domain.bulletins import AuthorRow, Bulletin, PieceRow, PointsRow
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.trends import Trends
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.printed import Percent, PrintedSheet, Value, clean, fill, sheet_name
from jinshi_desk.sheets.trends import add_trends
from jinshi_desk.wording import CATEGORY, GROUP, LEVEL

_POINTS: tuple[tuple[str, float], ...] = (
    ("序号", 6), ("单位", 26), ("报送", 6), ("有效", 6), ("完成情况", 10), ("采用篇数", 10),
    ("国家级篇次", 11), ("省级篇次", 10), ("市级篇次", 10), ("本级篇次", 10),
    ("基础分", 8), ("采用分", 8), ("加分", 8), ("扣分", 8), ("本月积分", 10), ("累计积分", 10),
    ("本组名次（本月）", 17), ("本组名次（累计）", 17),
)  # fmt: skip
_PIECES: tuple[tuple[str, float], ...] = (
    ("序号", 6), ("标题", 60), ("单位", 26), ("作者", 24), ("类别", 10), ("媒体", 22), ("级别", 8),
    ("日期", 12), ("计分", 8), ("标记", 8),
)  # fmt: skip
_AUTHORS: tuple[tuple[str, float], ...] = (
    ("序号", 6), ("作者", 14), ("单位", 26), ("本月积分", 10), ("累计积分", 10), ("本月名次", 10),
)  # fmt: skip


def write(bulletin: Bulletin, path: Path, trends: Trends | None = None) -> None:
    """Write the workbook, with a sheet of charts where there are ``trends``.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # costs start-up time, and most runs write no workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = clean(bulletin.title)
    workbook.properties.creator = clean(bulletin.signer)
    for sheet in _sheets(bulletin):
        fill(workbook.create_sheet(sheet.name), sheet, f"{bulletin.month.label} {sheet.name}")
    if trends is not None:
        add_trends(workbook, trends)
    with replace_file(path) as file:
        workbook.save(file)


def _sheets(bulletin: Bulletin) -> Iterator[PrintedSheet]:
    yield PrintedSheet("数据", (("项目", 24), ("数值", 14)), tuple(_figures(bulletin.figures)))
    for table in bulletin.points_tables:
        yield PrintedSheet(sheet_name(f"积分·{table.group}"), _POINTS, tuple(map(_points_cells, table.rows)))
    yield PrintedSheet("采用目录", _PIECES, tuple(map(_piece_cells, bulletin.pieces)))
    if bulletin.author_table:
        yield PrintedSheet("作者积分", _AUTHORS, tuple(map(_author_cells, bulletin.author_table)))
    yield PrintedSheet("正文", (("部分", 16), ("文字", 100)), tuple(_text(bulletin)))


def _figures(figures: MonthFigures) -> Iterator[tuple[str, Value | Percent]]:
    """Yield name and value of each number that the text is made of."""
    yield "月份", str(figures.month)
    yield "收到（条）", figures.received
    yield "有效信息（条）", figures.valid
    yield "上月有效信息（条）", figures.previous_valid
    for group, count in figures.valid_by_group.items():
        yield f"有效信息·{GROUP[group]}", count
    for category, count in figures.valid_by_category.items():
        yield f"有效信息·{CATEGORY[category]}", count
    completion, adoption = figures.completion, figures.adoption
    yield "应报送单位（家）", completion.due
    yield "免考核单位（家）", completion.exempt
    yield "完成任务单位（家）", completion.completed
    yield "完成率", None if completion.rate is None else Percent(completion.rate)
    yield "采用（篇）", adoption.drafts
    yield "采用（篇次）", adoption.times
    for level, count in adoption.times_by_level.items():
        yield f"采用篇次·{LEVEL[level]}", count


def _points_cells(row: PointsRow) -> tuple[Value, ...]:
    points = (row.base, row.gained, row.bonus, row.deducted, row.total, row.cumulative)
    who = (row.place, row.unit, row.received, row.valid, row.state or None, row.adopted)
    return (*who, *row.times, *map(in_points, points), row.rank, row.rank_cumulative)


def _piece_cells(row: PieceRow) -> tuple[Value, ...]:
    who = (row.place, row.title, row.units, row.authors or None)
    where = (row.category, row.outlet, row.level, row.adopted_on)
    return (*who, *where, in_points(row.cents), row.mark or None)


def _author_cells(row: AuthorRow) -> tuple[Value, ...]:
    return row.place, row.name, row.unit, in_points(row.total), in_points(row.cumulative), row.rank


def _text(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    yield "标题", bulletin.title
    yield "主送", bulletin.addressee
    if bulletin.opening.included:
        yield "开头", bulletin.opening.text
    for heading, paragraphs in bulletin.printed_sections:
        for paragraph in paragraphs:
            yield heading, paragraph

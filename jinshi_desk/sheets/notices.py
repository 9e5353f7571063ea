"""The numbers of a notice (通报) as a workbook: typed cells that can be added up and filtered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.points import in_points
from jinshi_desk.domain.tables import Amount, AmountKind, Cell, Table
from jinshi_desk.domain.trends import Trends
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.printed import Percent, PrintedSheet, Value, clean, fill, sheet_name
from jinshi_desk.sheets.trends import add_trends


def write(notice: Notice, path: Path, trends: Trends | None = None) -> None:
    """Write the workbook, with a sheet of charts where there are ``trends``.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # costs start-up time, and most runs write no workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = clean(notice.title)
    workbook.properties.creator = clean(notice.signer)
    for sheet in _sheets(notice):
        fill(workbook.create_sheet(sheet.name), sheet, f"{notice.period.label} {sheet.name}")
    if trends is not None:
        add_trends(workbook, trends)
    with replace_file(path) as file:
        workbook.save(file)


def table_sheet(table: Table) -> PrintedSheet:
    """Return a table as a sheet of its own, named by its caption."""
    columns = tuple((column.head, column.width) for column in table.columns)
    return PrintedSheet(sheet_name(table.caption), columns, _rows(table))


def _sheets(notice: Notice) -> Iterator[PrintedSheet]:
    yield from map(table_sheet, notice.sheets)
    yield PrintedSheet("正文", (("部分", 16), ("文字", 100)), tuple(_text(notice)))


def _rows(table: Table) -> tuple[tuple[Value | Percent, ...], ...]:
    return tuple(tuple(map(_value, row)) for row in table.rows)


def _value(cell: Cell) -> Value | Percent:
    match cell:
        case Amount(AmountKind.POINTS, cents):
            return in_points(cents)
        case Amount(AmountKind.SHARE, permille):
            return Percent(permille)
        case Amount(_, ordinal):
            return date.fromordinal(ordinal)
        case _:
            return cell


def _text(notice: Notice) -> Iterator[tuple[str, str]]:
    yield "标题", notice.title
    yield "主送", notice.addressee
    if notice.opening.included:
        yield "开头", notice.opening.text
    for heading, section in notice.printed_sections:
        for paragraph in section.paragraphs:
            yield heading, paragraph

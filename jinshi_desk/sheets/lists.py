"""Any list as .xlsx: typed cells, headings on every page, nothing to be taken for a row or a formula."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinshi_desk.domain.drafts import clean_text
from jinshi_desk.domain.months import Month
from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.columns import Cell, Column, ColumnKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import cell

WriteOnlySheet = Any
"""A sheet in write-only mode: openpyxl's types know only half of what it can do."""

BANNER = "本系统为非涉密系统，严禁存储、处理、传输国家秘密和工作秘密"

_LONGEST_CELL = 32_767
_LONGEST_PAGE_LINE = 255
_ROWS_A_STEP = 200
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_FORMATS = {
    ColumnKind.TEXT: "@",  # so that a figure typed over stays as typed, and = stays text
    ColumnKind.MONTH: "@",
    ColumnKind.WHOLE: "0",
    ColumnKind.POINTS: "0.##",
    ColumnKind.DATE: "yyyy-mm-dd",
}
_CENTRED = frozenset({ColumnKind.DATE, ColumnKind.MONTH})


@dataclass(frozen=True, slots=True)
class Listing:
    """A list ready to be written on a sheet called ``title``."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def write_list(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    path: Path,
    footer: str = "",
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write one list; see ``write_lists``."""
    write_lists([Listing(title, columns, rows)], path, footer, progress)


def write_lists(
    listings: Sequence[Listing],
    path: Path,
    footer: str = "",
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write each list on a sheet of its own, whole or not at all.

    ``footer`` (导出人/时间) and the banner stand in the foot of the page, not in cells, so that reading
    the sheet again finds the rows and nothing else. ``progress`` hears how many rows are written; what it
    raises stops the work.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # most runs write no workbook

    workbook = Workbook(write_only=True)
    names = _sheet_names(listing.title for listing in listings)
    done = 0
    with replace_file(path) as file:
        for listing, name in zip(listings, names, strict=True):
            sheet = framed_sheet(workbook, name, listing.columns)
            set_page(sheet, listing.title, footer)
            done = _write_rows(sheet, listing, done, progress)
            if progress is not None:
                progress(done)
        workbook.save(file)


def framed_sheet(workbook: "Workbook", name: str, columns: Sequence[Column]) -> WriteOnlySheet:
    """Return a new sheet with its headings written: in write-only mode all that frames them comes first."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = workbook.create_sheet(name)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        whole = sheet.column_dimensions[get_column_letter(number)]
        whole.width = column.width
        _style(whole, column.kind)  # what is typed later into an empty cell looks like the others
        if column.kind is ColumnKind.POINTS:
            whole.number_format = "General"  # 0.## would show 5 as "5."
    sheet.append([_heading(sheet, column) for column in columns])
    return sheet


def _heading(sheet: WriteOnlySheet, column: Column) -> "cell.Cell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = WriteOnlyCell(sheet)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="E7E6E6")
    cell.border = Border(bottom=Side("thin"))
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    _put(cell, column.header, ColumnKind.TEXT)
    return cell


def _write_rows(
    sheet: WriteOnlySheet, listing: Listing, done: int, progress: Callable[[int], None] | None
) -> int:
    """Write the rows; return how many are written in the workbook so far."""
    from openpyxl.utils import get_column_letter

    kinds = [column.kind for column in listing.columns]
    cells = [
        styled_cell(sheet, kind) for kind in kinds
    ]  # a row is written at once, so its cells serve the next
    before = done
    # openpyxl would first try each cell as a value, fail, and make a new one: a quarter of the time.
    sheet._values_to_row = _placed  # noqa: SLF001  # and should it ever be called otherwise, it is as before
    try:
        for row in listing.rows:
            sheet.append([_filled(*each) for each in zip(cells, row, kinds, strict=True)])
            done += 1
            if progress is not None and done % _ROWS_A_STEP == 0:
                progress(done)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(kinds))}{done - before + 1}"
    finally:
        sheet.close()  # else what openpyxl left open complains when it is thrown away
    return done


def _placed(cells: "Sequence[cell.Cell | None]", row: int) -> "Iterator[cell.Cell]":
    """Yield the cells of a row that hold something, each told where it stands."""
    for column, cell in enumerate(cells, 1):
        if cell is not None:
            cell.row, cell.column = row, column
            yield cell


def styled_cell(sheet: WriteOnlySheet, kind: ColumnKind) -> "cell.Cell":
    """Return an empty cell that looks as a value of ``kind`` should."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    _style(cell, kind)
    return cell


def _style(styled: Any, kind: ColumnKind) -> None:
    """Have a cell or a whole column look as values of ``kind`` should."""
    from openpyxl.styles import Alignment

    styled.number_format = _FORMATS[kind]
    across = "center" if kind in _CENTRED else None
    styled.alignment = Alignment(horizontal=across, vertical="center", wrap_text=kind is ColumnKind.TEXT)


def _filled(cell: "cell.Cell", value: Cell, kind: ColumnKind) -> "cell.Cell | None":
    """Return ``cell`` with its value; none where there is nothing: the column has its look."""
    if value is None or value == "":
        return None
    if type(value) is str and value.isprintable():  # as nearly all are
        cell.value = value
        cell.data_type = "s"  # openpyxl takes a leading = for a formula
    else:
        _put(cell, value, kind)
    return cell


def _put(cell: "cell.Cell", value: Cell, kind: ColumnKind) -> None:
    """Give ``cell`` its value in the type of its column; text stays text whatever it begins with."""
    if kind is ColumnKind.POINTS:  # 0.## alone would show 5 as "5."
        cell.number_format = "0" if value is None or value == int(_number(value)) else "0.##"
    written = kind in (ColumnKind.TEXT, ColumnKind.MONTH) and value is not None
    if written or isinstance(value, str | Month):
        cell.value = clean_text(str(value))[:_LONGEST_CELL]
        cell.data_type = "s"  # openpyxl takes a leading = for a formula
    else:
        cell.value = value


def _number(value: Cell) -> Decimal:
    """Return ``value`` as a number; words in a column of points count as none."""
    return Decimal(value) if isinstance(value, int | float) else Decimal(0)


def set_page(sheet: WriteOnlySheet, title: str, footer: str) -> None:
    """Set A4 landscape, fit to width, headings on every page, and what stands in the page's margins."""
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.oddHeader.center.text = _page_line(title)
    sheet.oddFooter.left.text = _page_line(f"{BANNER}\n{footer}" if footer else BANNER)
    sheet.oddFooter.right.text = "第 &P 页，共 &N 页"


def _page_line(text: str) -> str:
    """Return ``text`` as the margins of a page take it: ``&`` starts a code there."""
    return clean_text(text).replace("&", "&&")[: _LONGEST_PAGE_LINE // 2]


def _sheet_names(titles: Iterable[str]) -> list[str]:
    """Return names that Excel allows: 31 characters, some marks not, no name twice."""
    names: list[str] = []
    for title in titles:
        name = stem = _NOT_IN_SHEET_NAMES.sub(" ", clean_text(title)).strip(" '")[:28] or "清单"
        for number in range(2, 100):
            if name.casefold() not in (known.casefold() for known in names):
                break
            name = f"{stem}{number}"
        names.append(name)
    return names

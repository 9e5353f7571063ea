"""Reading .xls (BIFF), which WPS also writes under the name .et; see docs/decisions/0020."""

import io
import struct
from typing import Any

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError

from jinshi_desk.domain.errors import DamagedFile, EncryptedFile, OversizedFile
from jinshi_desk.packages import MEGABYTE
from jinshi_desk.sheets.grids import Area, Grid, Progress, TooMuch, Value

XLS_LIMIT = 32 * MEGABYTE
_DAMAGE = (
    XLRDError,
    CompDocError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    TypeError,
    ValueError,
)


def read_xls(file: str, content: bytes, progress: Progress) -> tuple[Grid, ...]:
    """Return every sheet of the workbook, hidden ones too.

    Raises:
        EncryptedFile: it wants a password.
        OversizedFile: it has more than we accept.
        DamagedFile: xlrd can't make sense of it.
    """
    if len(content) > XLS_LIMIT:
        raise OversizedFile(file, f"{XLS_LIMIT // MEGABYTE} MB")
    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        return tuple(_grid(file, book, sheet, progress) for sheet in book.sheets())
    except _DAMAGE as error:
        if "encrypted" in str(error).lower():
            raise EncryptedFile(file) from None
        raise DamagedFile(file) from None


def _grid(file: str, book: xlrd.Book, sheet: xlrd.sheet.Sheet, progress: Progress) -> Grid:
    progress.step(0, sheet.nrows, sheet.name)
    rows: dict[int, dict[int, Value]] = {}
    formats: dict[tuple[int, int], str] = {}
    size = TooMuch(file)
    for number in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(number), start=1):
            value = _value(book, cell)
            if value is None:
                continue
            rows.setdefault(number + 1, {})[column] = value
            if isinstance(value, float):
                formats[number + 1, column] = _number_format(book, cell)
        size.add(rows.get(number + 1, {}))
    return Grid(
        sheet.name,
        rows,
        hidden=sheet.visibility != 0,
        formats=formats,
        merged=tuple(
            Area(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
        ),
        hidden_rows=frozenset(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden),
        hidden_columns=frozenset(column + 1 for column, info in sheet.colinfo_map.items() if info.hidden),
        from_1904=book.datemode == 1,
    )


def _value(book: xlrd.Book, cell: xlrd.sheet.Cell) -> Value | None:
    value: Any = cell.value
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return str(value) if value.strip() else None
        case xlrd.XL_CELL_NUMBER:
            return int(value) if float(value).is_integer() else float(value)
        case xlrd.XL_CELL_DATE:
            return _day(value, from_1904=book.datemode == 1)
        case xlrd.XL_CELL_BOOLEAN:
            return bool(value)
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(int(value), "#VALUE!")
    return None


def _day(value: float, *, from_1904: bool) -> Value:
    try:
        return xlrd.xldate_as_datetime(value, 1 if from_1904 else 0)
    except (OverflowError, ValueError):
        return "#VALUE!"


def _number_format(book: xlrd.Book, cell: xlrd.sheet.Cell) -> str:
    if cell.xf_index is None:
        return ""
    return str(book.format_map[book.xf_list[cell.xf_index].format_key].format_str)

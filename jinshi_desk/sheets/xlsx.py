"""Reading .xlsx: openpyxl's own sheet parser, without building a cell object for every cell."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element, ParseError, iterparse

from openpyxl import Workbook as OpenpyxlWorkbook
from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, MERGE_TAG, ROW_TAG, WorkSheetParser

from jinshi_desk.domain.errors import DamagedFile, NotAWorkbook, OversizedFile
from jinshi_desk.packages import MEGABYTE, open_package
from jinshi_desk.sheets.grids import CELL_LIMIT, Area, Grid, NoValue, Progress, Value

XML_LIMIT = 64 * MEGABYTE
"""Of all sheets unpacked; a year's register of the whole city is not a tenth of it."""

_REPORT_EVERY = 500
_DAMAGE = (
    ParseError,
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    AttributeError,  # openpyxl meets parts that lack what they must have
    ArithmeticError,
    LookupError,
    SyntaxError,
    TypeError,
    ValueError,
)


def read_xlsx(file: str, content: bytes, progress: Progress) -> tuple[Grid, ...]:
    """Return every sheet of the workbook, hidden ones too.

    Raises:
        NotAWorkbook: it is a package of something else.
        EncryptedFile, OversizedFile, DamagedFile: see ``open_package``.
    """
    _check(file, content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about extensions that nobody here looks at
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            sheets: list[Any] = list(book.worksheets)
            return tuple(_grid(file, book, sheet, progress) for sheet in sheets)
        except _DAMAGE:
            raise DamagedFile(file) from None


def _check(file: str, content: bytes) -> None:
    """Refuse what is no workbook, or would unpack to too much, before openpyxl sees it."""
    with open_package(file, content) as package:
        sizes = {part.filename.lstrip("/"): part.file_size for part in package.infolist()}
    if "xl/workbook.xml" not in sizes:
        raise NotAWorkbook(file)
    if sum(size for name, size in sizes.items() if name.endswith(".xml")) > XML_LIMIT:
        raise OversizedFile(file, f"{XML_LIMIT // MEGABYTE} MB")


class _SheetParser(WorkSheetParser):
    """openpyxl's parser, asked for rows, merges and what is hidden; it marks formulas without a result."""

    def __init__(self, sheet: ReadOnlyWorksheet, book: OpenpyxlWorkbook, source: Any) -> None:
        super().__init__(
            source,
            sheet._shared_strings,  # type: ignore[attr-defined]  # noqa: SLF001  # as openpyxl's read-only mode does
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # type: ignore[attr-defined]  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # type: ignore[attr-defined]  # noqa: SLF001
        )
        self.areas: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def rows(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """Yield each row's number with openpyxl's cells."""
        for _, element in iterparse(self.source):  # noqa: S314  # open_package saw that it has no entities
            tag = element.tag
            if tag == ROW_TAG:
                number, cells = self.parse_row(cast("Any", element))
                if _is_hidden(element, "ht"):
                    self.hidden_rows.add(number)
                yield number, cells
                element.clear()
            elif tag == COL_TAG and _is_hidden(element, "width"):
                self.hidden_columns.update(range(int(element.attrib["min"]), int(element.attrib["max"]) + 1))
            elif tag == MERGE_TAG:
                self.areas.extend(_area(child.attrib["ref"]) for child in element)

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["value"] = NoValue.UNCACHED
        return cell


def _is_hidden(element: Element, size: str) -> bool:
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _area(reference: str) -> Area:
    left, top, right, bottom = range_boundaries(reference)
    return Area(top or 1, left or 1, bottom or top or 1, right or left or 1)


def _grid(file: str, book: OpenpyxlWorkbook, sheet: ReadOnlyWorksheet, progress: Progress) -> Grid:
    rows: dict[int, dict[int, Value]] = {}
    formats: dict[tuple[int, int], str] = {}
    cell_count = 0
    with sheet._get_source() as source:  # type: ignore[attr-defined]  # noqa: SLF001
        parser = _SheetParser(sheet, book, source)
        for done, (number, cells) in enumerate(parser.rows()):
            if done % _REPORT_EVERY == 0:
                progress.step(done, max(done, sheet.max_row or 0), sheet.title)
            filled: dict[int, Value] = {}
            for cell in cells:
                value = cell["value"]
                if value is None or (type(value) is str and not value.strip()):
                    continue
                filled[cell["column"]] = value
                if type(value) is float:
                    formats[number, cell["column"]] = _number_format(book, cell["style_id"])
            cell_count += len(filled)
            if cell_count > CELL_LIMIT:
                raise OversizedFile(file, f"{CELL_LIMIT} 个单元格")
            if filled:
                rows[number] = filled
    return Grid(
        sheet.title,
        rows,
        hidden=sheet.sheet_state != "visible",
        formats=formats,
        merged=tuple(parser.areas),
        hidden_rows=frozenset(parser.hidden_rows),
        hidden_columns=frozenset(parser.hidden_columns),
        from_1904=book.epoch == MAC_EPOCH,
    )


def _number_format(book: OpenpyxlWorkbook, style: int) -> str:
    number: int = book._cell_styles[style].numFmtId  # type: ignore[attr-defined]  # noqa: SLF001
    if number < BUILTIN_FORMATS_MAX_SIZE:
        return BUILTIN_FORMATS.get(number, "")
    custom: str = book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE]  # type: ignore[attr-defined]  # noqa: SLF001
    return custom

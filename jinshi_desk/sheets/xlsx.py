"""Reading .xlsx: openpyxl's own sheet parser, without building a cell object for every cell."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, cast
from xml.etree.ElementTree import Element, ParseError, iterparse

from openpyxl import Workbook as OpenpyxlWorkbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import (
    COL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHEET_MAIN_NS

from jinshi_desk.domain.errors import DamagedFile, NotAWorkbook, OversizedFile
from jinshi_desk.packages import MEGABYTE, open_package
from jinshi_desk.sheets.grids import CELL_LIMIT, Area, Grid, NoValue, Progress, TooMuch, Value

XML_LIMIT = 64 * MEGABYTE
"""Of all sheets unpacked; a year's register of the whole city is not a tenth of it."""

_ELEMENT_LIMIT = 4 * CELL_LIMIT
"""A cell is up to four elements; empty ones, with a look only, count too."""
_REPORT_EVERY = 500
_SIZE = re.compile(rb'<(?:\w+:)?dimension ref="([A-Z0-9:]+)"')
_HEAD = 4096
"""Bytes of a sheet in which its size stands, if it is told."""
_TEXT_KINDS = ("s", "inlineStr")
_RUN = f"{{{SHEET_MAIN_NS}}}r"
_TEXT = f"{{{SHEET_MAIN_NS}}}t"
_COLUMNS: dict[str, int] = {}
"""Column numbers by their letters, as they are met."""
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
            reader = _Reader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            reader.read()
            book = reader.wb
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


class _Sheet(ReadOnlyWorksheet):
    """A sheet as in openpyxl's read-only mode, which would read one whole that does not tell its size."""

    def _get_size(self) -> None:
        with self._get_source() as source:  # type: ignore[attr-defined]
            size = _SIZE.search(source.read(_HEAD))
        if size:
            self._max_row = range_boundaries(size[1].decode())[3]


class _Reader(ExcelReader):
    """openpyxl's reader, making such sheets."""

    def read_worksheets(self) -> None:
        told: Any
        for told, part in self.parser.find_sheets():
            if part.target not in self.valid_files:
                continue
            if "chartsheet" in part.Type:
                self.read_chartsheet(told, part)
                continue
            sheet = _Sheet(self.wb, told.name, part.target, self.shared_strings)
            sheet.sheet_state = told.state
            self.wb._sheets.append(sheet)  # type: ignore[attr-defined]  # noqa: SLF001  # as in openpyxl's own


class _SheetParser(WorkSheetParser):
    """openpyxl's parser, asked for rows, merges and what is hidden; it marks formulas without a result."""

    def __init__(self, file: str, sheet: ReadOnlyWorksheet, book: OpenpyxlWorkbook, source: Any) -> None:
        super().__init__(
            source,
            sheet._shared_strings,  # type: ignore[attr-defined]  # noqa: SLF001  # as openpyxl's read-only mode does
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # type: ignore[attr-defined]  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # type: ignore[attr-defined]  # noqa: SLF001
        )
        self._file = file
        self.areas: list[Area] = []
        self.styles: dict[tuple[int, int], int] = {}
        """Of the numbers with a fraction."""
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def rows(self) -> Iterator[tuple[int, Mapping[int, Value]]]:
        """Yield each row's number and filled cells."""
        source = iterparse(self.source)  # noqa: S314  # open_package saw that it has no entities
        for count, (_, element) in enumerate(source):
            if count > _ELEMENT_LIMIT:
                raise OversizedFile(self._file, f"{CELL_LIMIT} 个单元格")
            tag = element.tag
            if tag == ROW_TAG:
                self.row_counter, self.col_counter = int(element.get("r") or self.row_counter + 1), 0
                if _is_hidden(element, "ht"):
                    self.hidden_rows.add(self.row_counter)
                yield self.row_counter, dict(self._cells(element))
                element.clear()
            elif tag == COL_TAG and _is_hidden(element, "width"):
                self.hidden_columns.update(range(int(element.attrib["min"]), int(element.attrib["max"]) + 1))
            elif tag == MERGE_TAG:
                self.areas.extend(_area(child.attrib["ref"]) for child in element)

    def _cells(self, row: Element) -> Iterator[tuple[int, Value]]:
        """Yield the filled cells of a row; texts, which are most, without openpyxl's detour."""
        value: Value | None
        for element in row:
            if element.get("t") in _TEXT_KINDS:
                column, value = self._column(element), self._text(element)
            else:
                cell = self.parse_cell(cast("Any", element))
                column, value = cell["column"], cell["value"]
                if type(value) is float:
                    self.styles[self.row_counter, column] = cell["style_id"]
                elif value is None and element.find(FORMULA_TAG) is not None:
                    value = NoValue.UNCACHED
            if value is not None and (type(value) is not str or value.strip()):
                yield column, value

    def _column(self, element: Element) -> int:
        place = element.get("r")
        if place is None:
            self.col_counter += 1
        else:
            letters = place.rstrip("0123456789")
            self.col_counter = _COLUMNS.get(letters) or _COLUMNS.setdefault(
                letters, column_index_from_string(letters)
            )
        return self.col_counter

    def _text(self, element: Element) -> str | None:
        if element.get("t") == "s":
            number = element.findtext(VALUE_TAG)
            return self.shared_strings[int(number)] if number else None
        inline = element.find(INLINE_STRING)
        if inline is None:
            return None
        runs = [inline, *inline.iterfind(_RUN)]  # readings above the characters (rPh) are no runs
        return "".join(run.findtext(_TEXT) or "" for run in runs)


def _is_hidden(element: Element, size: str) -> bool:
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _area(reference: str) -> Area:
    left, top, right, bottom = range_boundaries(reference)
    return Area(top or 1, left or 1, bottom or top or 1, right or left or 1)


def _grid(file: str, book: OpenpyxlWorkbook, sheet: ReadOnlyWorksheet, progress: Progress) -> Grid:
    rows: dict[int, Mapping[int, Value]] = {}
    size = TooMuch(file)
    with sheet._get_source() as source:  # type: ignore[attr-defined]  # noqa: SLF001
        parser = _SheetParser(file, sheet, book, source)
        for done, (number, cells) in enumerate(parser.rows()):
            if done % _REPORT_EVERY == 0:
                progress.step(done, max(done, sheet.max_row or 0), sheet.title)
            size.add(cells)
            if cells:
                rows[number] = cells
    return Grid(
        sheet.title,
        rows,
        hidden=sheet.sheet_state != "visible",
        formats={place: _number_format(book, style) for place, style in parser.styles.items()},
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

"""Sheets of figures that are also printed: typed cells under bold heads, an A4 page wide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None

_NEVER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML holds none of them
_COMMAND = ("=", "+", "-", "@")
_LONGEST = 32_767  # characters in a cell


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in tenths of a percent, shown as one."""

    permille: int


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet: its columns with their widths in characters, and its rows."""

    name: str
    columns: tuple[tuple[str, float], ...]
    rows: Sequence[Sequence[Value | Percent]]


def fill(worksheet: "Worksheet", sheet: PrintedSheet, head: str, first_row: int = 1) -> None:
    """Write heads and rows from ``first_row`` on; every printed page says ``head``."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for place, (words, width) in enumerate(sheet.columns, start=1):
        _write(worksheet, (first_row, place), words, font=Font(bold=True))
        worksheet.column_dimensions[get_column_letter(place)].width = width
    wrapped = Alignment(vertical="center", wrap_text=True)
    for line, row in enumerate(sheet.rows, start=first_row + 1):
        for place, value in enumerate(row, start=1):
            _write(worksheet, (line, place), value, alignment=wrapped)
    if first_row == 1:
        worksheet.freeze_panes = "A2"
        worksheet.print_title_rows = "1:1"
    _set_up_print(worksheet, head)


def clean(text: str) -> str:
    """Return ``text`` as a cell can hold it."""
    return _NEVER.sub("", text)[:_LONGEST]


def sheet_name(name: str) -> str:
    """Return ``name`` without what Excel refuses in a tab."""
    return re.sub(r"[\\/*?:\[\]]", "", clean(name))[:31]


def _write(worksheet: "Worksheet", at: tuple[int, int], value: Value | Percent, **looks: object) -> None:
    """Write ``value`` in its own type; a text stays a text, also where it looks like a formula."""
    cell = worksheet.cell(*at)
    match value:
        case str():
            cell.value = clean(value)
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_COMMAND)
            for name, look in looks.items():
                setattr(cell, name, look)
        case Percent(permille):
            cell.value = permille / 1000
            cell.number_format = "0.0%"
        case date():
            cell.value = value
            cell.number_format = "yyyy-mm-dd"
        case _:
            cell.value = value


def _set_up_print(worksheet: "Worksheet", head: str) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    worksheet.page_setup.paperSize = worksheet.PAPERSIZE_A4
    worksheet.page_setup.orientation = worksheet.ORIENTATION_LANDSCAPE
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_options.gridLines = True
    for item, text in (
        (worksheet.oddHeader, head.replace("&", "&&")),
        (worksheet.oddFooter, "第 &P 页，共 &N 页"),
    ):
        if item is not None:
            item.center.text = text

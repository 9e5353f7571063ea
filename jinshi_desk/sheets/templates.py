"""The blank sheet that units fill in: the importer's own headings, and lists to choose from."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinshi_desk.safe_files import replace_file
from jinshi_desk.sheets.columns import Column
from jinshi_desk.sheets.columns import ColumnKind as Kind
from jinshi_desk.sheets.lists import WriteOnlySheet, framed_sheet, set_page, styled_cell
from jinshi_desk.wording import CATEGORY, FORM

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

COLUMNS = (
    Column("序号", Kind.WHOLE, 6),
    Column("报送单位", Kind.TEXT, 20),
    Column("标题", Kind.TEXT, 48),
    Column("类别", Kind.TEXT, 10),
    Column("体裁", Kind.TEXT, 10),
    Column("作者", Kind.TEXT, 20),
    Column("报送日期", Kind.DATE, 12),
    Column("字数", Kind.WHOLE, 8),
    Column("拟投媒体", Kind.TEXT, 18),
    Column("审批表", Kind.TEXT, 8),
    Column("备注", Kind.TEXT, 20),
)
BLANK_ROWS = 200
_CHOICES_SHEET = "选项"
_LAST = BLANK_ROWS + 1


def write_template(path: Path, units: Sequence[str], title: str = "报送登记") -> None:
    """Write a sheet without rows, whose cells offer what the register knows: units, categories, forms, 有/无.

    ``units`` are names; a template for one unit has one.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from openpyxl import Workbook  # most runs write no workbook

    choices = {
        "报送单位": tuple(units),
        "类别": tuple(CATEGORY.values()),
        "体裁": tuple(FORM.values()),
        "审批表": ("有", "无"),
    }
    workbook = Workbook(write_only=True)
    with replace_file(path) as file:
        sheet = framed_sheet(workbook, title, COLUMNS)
        set_page(sheet, title, "")
        blanks = [styled_cell(sheet, column.kind) for column in COLUMNS]
        for _ in range(BLANK_ROWS):
            sheet.append(blanks)
        for number, (header, words) in enumerate(choices.items(), 1):
            _offer(sheet, header, _choice(header, number, len(words)))
        _offer(sheet, "报送日期", _day())
        _write_choices(workbook.create_sheet(_CHOICES_SHEET), choices)
        workbook.save(file)


def _offer(sheet: WriteOnlySheet, header: str, rule: "DataValidation") -> None:
    """Put ``rule`` on every blank cell under ``header``."""
    from openpyxl.utils import get_column_letter

    headers = [column.header for column in COLUMNS]
    letter = get_column_letter(headers.index(header) + 1)
    rule.add(f"{letter}2:{letter}{_LAST}")
    sheet.data_validations.append(rule)


def _choice(header: str, number: int, count: int) -> "DataValidation":
    """Return a list to choose from, on a sheet of its own: a rule itself holds 255 characters at most."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(number)
    where = f"{_CHOICES_SHEET}!${letter}$1:${letter}${max(count, 1)}"
    return DataValidation(
        type="list",
        formula1=where,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=header,
        error=f"请从列表中选择{header}。",
    )


def _day() -> "DataValidation":
    from openpyxl.worksheet.datavalidation import DataValidation

    return DataValidation(
        type="date",
        operator="greaterThan",
        formula1="36526",  # 2000-01-01 in Excel's count of days
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="报送日期",
        error="请写成 2022-6-30 这样的日期。",
    )


def _write_choices(sheet: WriteOnlySheet, choices: dict[str, tuple[str, ...]]) -> None:
    """Write the choices in columns without headings, on a sheet that is never shown nor imported."""
    sheet.sheet_state = "veryHidden"
    columns = list(choices.values())
    for row in range(max(map(len, columns))):
        cells = [styled_cell(sheet, Kind.TEXT) for _ in columns]
        for cell, words in zip(cells, columns, strict=True):
            cell.value = words[row] if row < len(words) else None
        sheet.append(cells)

"""The blank sheet for units offers what the register knows."""

from pathlib import Path

import openpyxl

from jinshi_desk.sheets.templates import COLUMNS, write_template
from jinshi_desk.wording import CATEGORY

UNITS = [f"市第{number}单位" for number in range(66)]


def test_the_template_has_headings_and_no_rows(tmp_path: Path) -> None:
    write_template(tmp_path / "模板.xlsx", UNITS)
    book = openpyxl.load_workbook(tmp_path / "模板.xlsx")
    rows = list(book["报送登记"].iter_rows(values_only=True))
    assert rows[0] == tuple(column.header for column in COLUMNS)
    assert not any(any(row) for row in rows[1:])


def test_units_and_categories_are_chosen_from_lists(tmp_path: Path) -> None:
    write_template(tmp_path / "模板.xlsx", UNITS)
    book = openpyxl.load_workbook(tmp_path / "模板.xlsx")
    rules = {str(rule.sqref): rule.formula1 for rule in book["报送登记"].data_validations.dataValidation}
    assert rules["B2:B201"] == "选项!$A$1:$A$66"
    assert rules["D2:D201"] == "选项!$B$1:$B$4"
    choices = book["选项"]
    assert choices.sheet_state == "veryHidden"
    assert [choices.cell(row, 1).value for row in (1, 66)] == [UNITS[0], UNITS[-1]]
    assert [choices.cell(row, 2).value for row in range(1, 5)] == list(CATEGORY.values())
    assert book.active is book["报送登记"]

"""Rows of other ledgers in the window: what each is about leads, what is in doubt is asked there too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk.services.importing import BatchAnswers
from jinshi_desk.ui.imports.batch_view import BatchView
from jinshi_desk.ui.imports.lines import Lines
from jinshi_desk.ui.theme import Look
from tests.office import Office
from tests.ui.imports.clerk import Clerk

EXEMPTIONS = (("单位", "月份", "原因", "批准人"), ("药山镇", "2022-06", "防汛抗旱", "高样二"))
DEDUCTIONS = (
    ("单位", "标题", "扣分类型", "分值", "原因", "提出日期", "提出人"),
    ("药山镇", None, "差错", "-1", "错别字", "2022-06-20", "陈示四"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    book = Workbook()
    for name, rows in (("免考核", EXEMPTIONS), ("扣分", DEDUCTIONS)):
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "六月.xlsx")
    return tmp_path / "六月.xlsx"


def test_what_a_row_is_about_leads(clerk: Callable[..., Clerk], file: Path) -> None:
    sheet = clerk(file).sheet
    lines = Lines()
    lines.show(sheet)
    exemption, deduction = sheet.reading.rows
    assert [lines.text(exemption, meaning) for meaning in ("title", "unit", "month", "reason")] == [
        "防汛抗旱",
        "药山镇",
        "2022-06",
        "",
    ]
    assert (lines.text(deduction, "reason"), lines.mark(deduction, "type")) == ("错别字", "warn")
    headings = {column.key: column.title for column in lines.columns()}
    assert (headings["type"], headings["month"]) == ("扣分项目", "月份")


def test_a_doubt_is_settled_by_one_key_and_comes_in(
    office: Office, clerk: Callable[..., Clerk], file: Path, look: Look
) -> None:
    window = clerk(file)
    assert window.counts == (1, 0, 1)
    window.type("1")
    assert window.counts == (2, 0, 0)
    view = BatchView(look)
    view.show_sheet(window.sheet)
    assert view._words.text() == "免考核 1 条、扣分登记 1 条进入台账"
    imports = window.dialog.session._imports
    imports.bring_in(window.sheet, BatchAnswers())
    assert [each.type for each in office.deduction.all()] == ["text_error"]


def test_one_sheet_shows_its_own_columns_alone(clerk: Callable[..., Clerk], file: Path) -> None:
    window = clerk(file)
    panel = window.dialog.preview.sheet
    assert {"type", "month"} <= {column.key for column in panel.lines.columns()}
    panel.sheets.choose("免考核")
    keys = [column.key for column in panel.lines.columns()]
    assert ("month" in keys, "type" in keys, "sheet" in keys) == (True, False, False)
    assert [column.title for column in panel.lines.columns() if column.key == "title"] == ["原因"]

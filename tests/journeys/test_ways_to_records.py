"""From a check or a cell the clerk comes to the record, by the way the tabs are wired."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.registers import Action
from jinshi_desk.services.importing import BatchAnswers, ImportDesk
from jinshi_desk.ui.imports.dialog import ImportDialog
from jinshi_desk.ui.unit_sheets.dialog import UnitSheetsDialog
from tests.journeys.clerk import Clerk
from tests.office import JUNE, Office, unit_id

Start = Callable[..., Clerk]


@pytest.fixture
def doubtful(data_file: Path, tmp_path: Path) -> Path:
    """A draft of 药山镇 in June that came with a sheet, of which a row was left in doubt."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["单位", "标题", "类别", "作者", "报送日期"])
    book.active.append(["药山镇", "屋场夜话聚民心", "动态信息", "周试一", "2022-06-08"])
    book.active.append(["药山镇", "日子写错的一篇", "动态信息", "周试一", "2022.6.31"])
    book.save(tmp_path / "六月.xlsx")
    office = Office(data_file)
    imports = ImportDesk(office.store, office.register, office.adoption, office.today)
    imports.bring_in(imports.open(tmp_path / "六月.xlsx"), BatchAnswers())
    office.store.close()
    return data_file


def test_rows_left_in_doubt_are_looked_at_in_their_sheet_again(doubtful: Path, start: Start) -> None:
    clerk = start(doubtful)
    line = clerk.bulletin.figures.checks.lines[CheckName.IMPORTS]
    assert line.accessibleName() == "导入时待定：待办 1 行，查看"
    line.detail.linkActivated.emit("0")
    (dialog,) = clerk.window.findChildren(ImportDialog)
    clerk.see(lambda: dialog.session.sheet is not None)
    sheet = dialog.session.sheet
    assert sheet is not None
    assert sheet.path.name == "六月.xlsx"
    asked = [row for part in sheet.reading.sheets for row in part.rows if row.action is Action.ASK]
    assert "日子写错的一篇" in [row.cells["title"].raw for row in asked]
    assert sheet.path.exists()
    dialog.reject()
    clerk.see(lambda: not sheet.path.exists())


def test_a_cell_leads_to_the_units_sheet_of_its_month(doubtful: Path, start: Start) -> None:
    clerk = start(doubtful)
    tab = clerk.quota
    tab.board.go_to(unit_id("药山镇"), JUNE)
    clerk.press("Return")
    tab.cell.sheet_button.click()
    (dialog,) = clerk.window.findChildren(UnitSheetsDialog)
    clerk.see(lambda: len(dialog.preview.svgs) > 0)
    assert [each.unit for each in dialog.units.ticked] == ["药山镇"]
    assert dialog.windowTitle() == "2022年6月核对单"
    dialog.reject()

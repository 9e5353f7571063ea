from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.units import Exemption
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.lists import Scope
from jinshi_desk.ui.quota.tab import QuotaTab
from tests.office import JUNE, MAY, Office, unit_id
from tests.ui.framed import Told
from tests.ui.scripted import ScriptedDialogs


def _sheet(file: Path) -> list[tuple[object, ...]]:
    book = load_workbook(file)
    assert book.sheetnames == ["任务进度"]
    return list(book["任务进度"].values)


def test_the_year_goes_out_as_a_sheet(
    office: Office, tab: QuotaTab, dialogs: ScriptedDialogs, told: Told, tmp_path: Path, qtbot: QtBot
) -> None:
    office.log(unit="药山镇")
    dialogs.files = [tmp_path / "进度.xlsx"]
    tab.show()
    tab.board.export_wanted.emit()
    qtbot.waitUntil(lambda: told.acts == ["已导出 66 家到 进度.xlsx"])
    heads, *rows = _sheet(tmp_path / "进度.xlsx")
    assert heads[:3] == ("单位", "组别", "1月")
    assert [row[0] for row in rows[:2]] == ["新洲镇", "药山镇"]


def test_nothing_is_written_where_no_file_was_chosen(
    tab: QuotaTab, dialogs: ScriptedDialogs, told: Told
) -> None:
    tab.show()
    tab.board.export_wanted.emit()
    assert dialogs.asked == ["导出任务进度"]
    assert told.acts == []


def test_a_line_has_figures_and_says_where_it_fell_short(office: Office, tmp_path: Path) -> None:
    office.day = date(2022, 7, 3)
    for _ in range(2):
        office.log(unit="药山镇", received="2022-05-10")
    office.log(unit="药山镇")
    office.log(unit="毛里湖镇")
    office.log(unit="毛里湖镇", received="2022-07-02", makeup=True)
    office.quota.exempt(Exemption(unit_id("白衣镇"), JUNE, "防汛抢险", "周试一"))
    file = tmp_path / "进度.xlsx"
    ExportDesk(office.store).export("board", Scope(month=MAY), file)
    rows = {row[0]: row[2:] for row in _sheet(file)}
    assert rows["药山镇"][4:6] == (2, 1)
    assert rows["药山镇"][12] == 1
    assert str(rows["药山镇"][14]).startswith("6月（差1条）")
    assert rows["毛里湖镇"][15] == "6月"
    assert rows["白衣镇"][5] == "免"
    assert rows["新洲镇"][:4] == (None,) * 4

"""Four stories of one month, through the real window and a real file."""

from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.register import Segment
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.store.database import Store
from jinshi_desk.ui.explain.dialog import ExplainDialog
from jinshi_desk.ui.imports.dialog import ImportDialog
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.office import JULY, a_draft, an_adoption
from tests.ui.quota.seen import state, words


def a_day() -> date:
    return date(2022, 7, 3)


def logged(store: Store, title: str, *, on_file: bool = True, unit: str = "药山镇") -> str:
    """A valid draft that was there before the story begins."""
    desk = RegisterDesk(store, a_day, Undo(store))
    return desk.log(a_draft(title, unit=unit, approval_on_file=on_file), accepted=True)


def test_a_draft_is_logged_by_keys_and_counts(clerk: Clerk) -> None:
    clerk.press("Ctrl+N")
    clerk.type("屋场夜话聚民心", "yaosz", "", "0628", "周试一", "", "", "", "860")
    clerk.press("Space", "Ctrl+S")  # the form is on file
    assert clerk.told == ["已登记 2022-0001：屋场夜话聚民心"]
    clerk.see(lambda: "待审核 1" in clerk.todos)
    clerk.press("Esc", "Down")
    assert clerk.register.detail.number == "2022-0001"
    clerk.register.detail.panel.step_buttons[Status.ACCEPTED].setFocus()
    clerk.press("Space")
    assert clerk.told[-1] == "已列为有效：《屋场夜话聚民心》"
    clerk.press("Ctrl+3")
    clerk.see(lambda: state(clerk.quota, "药山镇")[1] == "差1")
    clerk.press("Ctrl+Z")
    assert clerk.told[-1] == "已撤销：2022-0001"
    clerk.see(lambda: state(clerk.quota, "药山镇")[1] == "差2")
    assert "待审核 1" in clerk.todos


def test_a_clean_sheet_comes_in_and_the_bulletin_goes_out(
    start: Start, samples: Path, tmp_path: Path
) -> None:
    clerk = start(day=date(2022, 8, 3))
    dialogs = clerk.dialogs
    clerk.drop(samples / "clean_202207.xlsx")
    (dialog,) = clerk.window.findChildren(ImportDialog)
    clerk.see(lambda: dialog.preview.isVisible() and not dialog.session.busy)
    clerk.press("Ctrl+Return")
    clerk.hear("已导入 24 行")
    clerk.come_back()
    assert len(list(ListDesk(clerk.desk.store).records("drafts", Scope(JULY)))) == 24
    clerk.press("Ctrl+4", "Ctrl+Alt+Right")
    clerk.see(lambda: clerk.bulletin.draft is not None and clerk.bulletin.draft.bulletin.month == JULY)
    dialogs.files = [tmp_path / "通报"]
    clerk.press("Ctrl+Shift+S")
    clerk.hear("已存为 PDF、DOCX、XLSX")
    names = {f"组工信息月通报-2022-07.{kind}" for kind in ("pdf", "docx", "xlsx")}
    assert {file.name for file in (tmp_path / "通报").iterdir()} == names
    dialogs.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialogs.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialogs.printer.setOutputFileName(str(tmp_path / "印出.pdf"))
    clerk.press("Ctrl+P")
    clerk.hear("已送去打印")
    saved, printed = (
        pypdfium2.PdfDocument(file)
        for file in (tmp_path / "通报" / "组工信息月通报-2022-07.pdf", tmp_path / "印出.pdf")
    )
    assert len(printed) == len(saved) > 1


def test_forms_that_come_in_are_marked_by_key_and_count(clerk: Clerk) -> None:
    for title in ("板凳会议解民忧", "屋场夜话聚民心"):
        logged(clerk.desk.store, title, on_file=False)
    clerk.see(lambda: "缺审批表 2" in clerk.todos)
    assert state(clerk.quota, "药山镇")[1] == "差2"
    clerk.press("Ctrl+4")
    clerk.see(lambda: clerk.bulletin.figures.tiles["valid"].figure.text() == "0")
    clerk.window.todo_opened.emit("form_missing")
    assert clerk.window.current_key == "approval"
    assert clerk.counts.endswith("缺表 2 篇")
    clerk.press("Shift+Down", "Space")
    assert clerk.told == ["已标记已交：2 篇"]
    clerk.press("Ctrl+3")
    clerk.see(lambda: state(clerk.quota, "药山镇")[1] == "2")
    clerk.press("Ctrl+4")
    clerk.see(lambda: clerk.bulletin.figures.tiles["valid"].figure.text() == "2")
    clerk.press("Ctrl+Z", "Ctrl+3")
    clerk.see(lambda: state(clerk.quota, "药山镇")[1] == "差2")


def test_an_adoption_is_recorded_proven_explained_and_taken_back(clerk: Clerk) -> None:
    number = logged(clerk.desk.store, "屋场夜话聚民心")
    desk = clerk.register.detail.panel.adoptions
    clerk.see(lambda: clerk.register.list.model.rowCount() == 1)
    clerk.register.list.view.setFocus()
    clerk.press("Down", "Ctrl+D")
    clerk.type("hxw", "0620", "0622")
    clerk.press("Ctrl+S")
    assert clerk.told[-1] == "已登记采用：红星网，待核实"
    clerk.see(lambda: "待核实 1" in clerk.todos)
    assert desk.view.hasFocus()
    clerk.press("Down", "Space")
    assert clerk.told[-1] == "已核实 1 条采用"
    clerk.see(lambda: desk.points.text() == "本稿得分 8 分")
    clerk.press("F2")
    explained = clerk.window.findChild(ExplainDialog)
    assert isinstance(explained, ExplainDialog)
    clerk.see(lambda: explained.page.sum.words.text() == "1 行，合计 8 分")
    explained.accept()
    clerk.window.activateWindow()
    clerk.see(clerk.window.isActiveWindow)
    clerk.press("Ctrl+Z")
    assert clerk.told[-1] == f"已撤销：{number}"
    clerk.see(lambda: "待核实 1" in clerk.todos)
    assert not clerk.desk.store.adoptions.get(1).verified
    clerk.see(lambda: desk.points.text() == "本稿得分 0 分")


def test_what_is_owed_is_opened_from_the_bar(clerk: Clerk) -> None:
    logged(clerk.desk.store, "屋场夜话聚民心")
    clerk.see(lambda: any(todo.startswith("欠报") for todo in clerk.todos))
    clerk.window.todo_opened.emit("owing")
    assert clerk.window.current_key == "quota"
    assert clerk.quota.owing.list.hasFocus()
    clerk.press("Return")
    assert words(clerk.quota)


def test_a_check_of_the_bulletin_leads_to_the_drafts_it_counts(clerk: Clerk) -> None:
    logged(clerk.desk.store, "屋场夜话聚民心")
    waiting = logged(clerk.desk.store, "板凳会议解民忧")
    desk = AdoptionDesk(clerk.desk.store, a_day, Undo(clerk.desk.store))
    desk.adopt(waiting, an_adoption(Level.PROVINCE, verified=False))
    clerk.bulletin.list_wanted.emit(Segment.UNVERIFIED)
    assert clerk.window.current_key == "register"
    clerk.see(lambda: clerk.register.list.model.rowCount() == 1)
    assert clerk.register.detail.number == waiting


def test_a_search_lands_on_the_draft_in_its_month(clerk: Clerk) -> None:
    number = RegisterDesk(clerk.desk.store, a_day, Undo(clerk.desk.store)).log(
        a_draft("屋场夜话聚民心", received="2022-05-10")
    )
    clerk.press("Ctrl+F")
    clerk.type("wcyh")
    clerk.see(lambda: clerk.register.detail.number == number)
    assert clerk.register.list.view.current_row.number == number

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.errors import CannotWrite, PaperFailed, TemplateBroken
from jinshi_desk.domain.notices import Notice
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.notice_files import Format
from jinshi_desk.services.progress import Cancelled
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.set_pages import SetPages
from tests.office import MAY
from tests.papers.bulletins import a_notice
from tests.ui.bulletin.conftest import Clerk
from tests.ui.framed import Told
from tests.ui.scripted import ScriptedDialogs

NAMES = {f"组工信息月通报-2022-06.{form}" for form in Format}


@pytest.fixture
def press(real_press: Press) -> Press:
    """What leaves the desk comes from the real press."""
    return real_press


def a_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def test_the_three_files_are_saved_and_found_again(
    clerk: Clerk,
    dialogs: ScriptedDialogs,
    frame: Frame,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialogs.files = [tmp_path / "通报"]
    with qtbot.waitSignal(frame.notices.result_told) as told:
        clerk.tab.head.files.save_button.click()
    assert {file.name for file in (tmp_path / "通报").iterdir()} == NAMES
    assert told.args is not None
    text, verb, follow = told.args
    assert (text, verb) == ("组工信息月通报-2022-06 已存为 PDF、DOCX、XLSX", "打开文件夹")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    follow()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "通报"]


def test_only_what_is_ticked_is_saved_and_remembered(
    clerk: Clerk, dialogs: ScriptedDialogs, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.files = [tmp_path]
    ticks = clerk.tab.head.files.ticks
    ticks[Format.PDF].click()
    ticks[Format.XLSX].click()
    with qtbot.waitSignal(frame.notices.result_told):
        QTest.keyClick(
            clerk.tab,
            Qt.Key.Key_S,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert [file.suffix for file in tmp_path.glob("组工*")] == [".docx"]
    assert frame.settings.value("bulletin/formats") == "docx"
    ticks[Format.DOCX].click()
    assert not clerk.tab.head.files.save_button.isEnabled()
    assert clerk.tab.head.files.save_button.toolTip().startswith("先勾选一种文件")


def test_files_are_replaced_only_when_agreed(
    clerk: Clerk, dialogs: ScriptedDialogs, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "组工信息月通报-2022-06.pdf"
    there.write_text("旧")
    dialogs.files, dialogs.agrees = [tmp_path], False
    clerk.tab.head.files.save_button.click()
    assert dialogs.asked[-1] == "文件夹里已有2022年6月通报，替换吗？"
    assert not frame.tasks.busy
    assert there.read_text() == "旧"
    dialogs.agrees = True
    with qtbot.waitSignal(frame.notices.result_told):
        clerk.tab.head.files.save_button.click()
    assert there.read_bytes().startswith(b"%PDF")


def test_no_folder_no_files(clerk: Clerk, dialogs: ScriptedDialogs, frame: Frame) -> None:
    dialogs.files = []
    clerk.tab.head.files.save_button.click()
    assert not frame.tasks.busy


def test_a_folder_that_takes_nothing_is_a_refusal(
    clerk: Clerk, dialogs: ScriptedDialogs, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_text("")
    dialogs.files = [tmp_path / "文件"]
    with qtbot.captureExceptions() as refused:
        clerk.tab.head.files.save_button.click()
        qtbot.waitUntil(lambda: not frame.tasks.busy)
    assert [kind for kind, *_ in refused] == [CannotWrite]


def test_what_is_printed_has_the_pages_that_are_shown(
    clerk: Clerk, dialogs: ScriptedDialogs, told: Told, qtbot: QtBot, tmp_path: Path, frame: Frame
) -> None:
    dialogs.printer = a_printer(tmp_path / "印.pdf")
    with qtbot.waitSignal(frame.notices.act_told):
        QTest.keyClick(clerk.tab, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    pages = clerk.tab.page.preview.pages
    assert told.acts == [f"已送去打印，共 {pages} 页"]
    printed = pypdfium2.PdfDocument(tmp_path / "印.pdf")
    assert len(printed) == pages > 3
    printed.close()


def test_what_is_being_typed_is_printed(
    clerk: Clerk, dialogs: ScriptedDialogs, bulletins: BulletinDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Notice] = []
    monkeypatch.setattr(clerk.tab.delivery, "print_", asked.append)
    row = clerk.row("T1")
    row.edit()
    row.editor.setPlainText(row.sentence.text.replace("共收到", "全市共收到"))
    clerk.settle(clerk.tab.head.files.print_button.click)
    assert "全市共收到" in asked[0].sections[0].sentences[0].text


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_is_not_there_is_told(
    clerk: Clerk, dialogs: ScriptedDialogs, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.printer = a_printer(tmp_path / "无此夹" / "印.pdf")
    with qtbot.waitSignal(frame.notices.refusal_told) as refused:
        clerk.tab.head.files.print_button.click()
    assert refused.args == ["打印机没有接收，看它是否开机、连好，再打印一次。"]
    dialogs.printer = None
    clerk.tab.head.files.print_button.click()
    assert not frame.tasks.busy


def test_saving_stops_when_told(
    clerk: Clerk,
    dialogs: ScriptedDialogs,
    bulletins: BulletinDesk,
    told: Told,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr(bulletins.files, "save", stopped)
    dialogs.files = [tmp_path]
    with qtbot.waitSignal(clerk.tab.notices.act_told):
        clerk.tab.head.files.save_button.click()
    assert told.acts == ["已停下"]


def test_only_the_latest_text_is_shown(clerk: Clerk, bulletins: BulletinDesk) -> None:
    typesetter, shown = clerk.tab.typesetter, []
    typesetter.paged.connect(lambda done: shown.append(done.notice.period.last))
    may, june = bulletins.draft(MAY).notice, bulletins.draft(MAY.next()).notice
    typesetter.want(may)
    typesetter._start()
    typesetter.want(june)
    typesetter._start()
    clerk.settle(lambda: typesetter.want(may))
    assert shown == [MAY]


def test_a_page_that_cannot_be_set_is_told_and_none_is_shown(
    clerk: Clerk, bulletins: BulletinDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Notice) -> list[bytes]:
        raise PaperFailed("bulletin", "没有字体")

    monkeypatch.setattr(bulletins.files, "pages", fails)
    with qtbot.captureExceptions() as told, qtbot.waitSignal(clerk.tab.typesetter.failed):
        QTest.keyClick(clerk.row("T1"), Qt.Key.Key_Space)
    assert [kind for kind, *_ in told] == [PaperFailed]
    assert clerk.tab.page.preview.pages == 0


def test_stand_in_fonts_are_named(clerk: Clerk) -> None:
    assert clerk.tab.page.fonts.text() == "小标宋、仿宋、楷体、黑体、宋体用后备字体"
    assert "GW BiaoSong" in clerk.tab.page.fonts.toolTip()


def test_a_fault_in_the_offices_template_is_told_below_the_page(clerk: Clerk, press: Press) -> None:
    page = clerk.tab.page
    assert not page.fault.isVisibleTo(page)
    fault = TemplateBroken("bulletin.typ 第 9 行", "没有“标题”这个名称")
    page.show_set(SetPages(a_notice(), (), dict(press.fonts_in_use()), fault))
    assert page.fault.text().startswith("自定版面 bulletin.typ 第 9 行 有错：没有“标题”这个名称；")
    assert page.fault.isVisibleTo(page)


def test_where_there_is_no_room_the_page_takes_the_place_of_the_text(clerk: Clerk) -> None:
    tab = clerk.tab
    tab.resize(900, 400)
    assert not tab.page.isVisible()
    assert tab.head.page_button.isVisible()
    tab.head.page_button.click()
    assert tab.page.isVisible()
    assert not tab.text.isVisible()
    tab.resize(1350, 580)
    assert tab.page.isVisible()
    assert tab.text.isVisible()
    assert not tab.head.page_button.isVisible()


def test_counts_and_steps_are_told(clerk: Clerk, told: Told) -> None:
    clerk.rewrite("T1", "信息3条", "信息5条")
    pages = clerk.tab.page.preview.pages
    assert told.counts == f"6月通报 · {pages} 页 · 改过 1 句"
    assert [step.chip.text() for step in clerk.tab.head.steps] == ["⚠ 1", "⚠ 2", "3", "4"]

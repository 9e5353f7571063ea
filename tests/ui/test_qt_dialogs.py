from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.dialogs import QtDialogs
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.ask import AskReason, Question


@pytest.fixture
def asking(look: Look, settings: QSettings, qtbot: QtBot) -> QtDialogs:
    window = QWidget()
    qtbot.addWidget(window)
    asking = QtDialogs(window, look, settings)
    asking.setProperty("window", window)
    return asking


def _agree(question: Question) -> int:
    if isinstance(question, AskReason):
        question.field.setText("误登")
    return QDialog.DialogCode.Accepted.value


def _decline(_question: Question) -> int:
    return QDialog.DialogCode.Rejected.value


def test_who_agrees_agrees_and_who_closes_does_not(
    asking: QtDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Question, "exec", _agree)
    assert asking.confirm("关账？", "本月不再变动。", "关账")
    assert asking.ask_reason("作废？") == "误登"
    monkeypatch.setattr(Question, "exec", _decline)
    assert not asking.confirm("关账？", "本月不再变动。", "关账")
    assert asking.ask_reason("作废？") is None


def test_the_folder_last_used_is_offered_again(
    asking: QtDialogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered: list[str] = []

    def choose(_window: QWidget, _title: str, start: str, kinds: str) -> tuple[str, str]:
        offered.append(start)
        return str(tmp_path / "汇总.xlsx"), kinds

    def choose_several(window: QWidget, title: str, start: str, kinds: str) -> tuple[list[str], str]:
        file, kind = choose(window, title, start, kinds)
        return [file], kind

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose_several)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert asking.choose_file("导入", ["表格 (*.xlsx)"]) == tmp_path / "汇总.xlsx"
    assert asking.choose_files("导入") == [tmp_path / "汇总.xlsx"]
    assert asking.save_file("导出", "6月.xlsx") == tmp_path / "汇总.xlsx"
    assert offered == [str(Path.home()), str(tmp_path), str(tmp_path / "6月.xlsx")]


def test_not_now_is_none(asking: QtDialogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: "")
    assert asking.choose_file("导入") is None
    assert asking.choose_folder("存到") is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    assert asking.choose_folder("存到") == tmp_path


def test_a_printer_is_chosen(asking: QtDialogs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 1)
    assert isinstance(asking.choose_printer("打印"), QPrinter)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    assert asking.choose_printer("打印") is None


def test_the_log_is_opened_where_it_is_offered(
    asking: QtDialogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(Question, "exec", _agree)
    asking.show_error("未能存盘：磁盘已满。腾出空间后按 Ctrl+S。")
    assert opened == []
    asking.show_error("程序出错，数据没有改动。", tmp_path / "log.txt")
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "log.txt"))]

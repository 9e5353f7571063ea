import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import CannotWrite, MonthClosed
from jinshi_desk.domain.months import Month
from jinshi_desk.ui import report
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.report import Report
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def sorter(dialogs: ScriptedDialogs, gui: GuiThread, told: list[str]) -> Report:
    return Report(dialogs, gui, told.append)


def _fail() -> None:
    raise ZeroDivisionError


def _pass(sorter: Report, error: BaseException) -> None:
    sorter.on_exception(type(error), error, None)


def test_a_refusal_is_told_as_its_sentence(
    sorter: Report, told: list[str], dialogs: ScriptedDialogs, caplog: pytest.LogCaptureFixture
) -> None:
    refusal = MonthClosed(Month(2022, 6))
    with caplog.at_level(logging.INFO):
        _pass(sorter, refusal)
    assert told == [error_sentence(refusal)]
    assert dialogs.errors == []
    assert caplog.records[0].levelno == logging.INFO


def test_what_the_machine_refused_is_logged_as_an_error(
    sorter: Report, caplog: pytest.LogCaptureFixture
) -> None:
    refusal = CannotWrite("台账.jinshi", "磁盘已满")
    refusal.__cause__ = OSError(28, "No space left on device")
    _pass(sorter, refusal)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_a_bug_is_told_without_its_name_and_logged_with_its_trace(
    sorter: Report, dialogs: ScriptedDialogs, caplog: pytest.LogCaptureFixture
) -> None:
    _pass(sorter, ZeroDivisionError("division by zero"))
    assert dialogs.errors[0].startswith("程序出错，数据没有改动。")
    assert "division" not in dialogs.errors[0]
    assert caplog.records[0].levelno == logging.CRITICAL


def test_a_bug_in_telling_of_a_bug_is_told_once(gui: GuiThread) -> None:
    class Stumbling(ScriptedDialogs):
        def show_error(self, sentence: str, log_file: object = None) -> None:
            super().show_error(sentence)
            _pass(report_of_it, ZeroDivisionError())

    dialogs = Stumbling()
    report_of_it = Report(dialogs, gui)
    _pass(report_of_it, ZeroDivisionError())
    assert len(dialogs.errors) == 1


@pytest.fixture
def installed(dialogs: ScriptedDialogs, gui: GuiThread) -> Iterator[Report]:
    before = sys.excepthook, threading.excepthook
    sorter = report.install(dialogs, gui)
    yield sorter
    sorter.remove()
    sys.excepthook, threading.excepthook = before


@pytest.mark.usefixtures("installed")
def test_a_failing_thread_is_told_on_the_thread_of_the_window(dialogs: ScriptedDialogs, qtbot: QtBot) -> None:
    failing = threading.Thread(target=_fail)
    failing.start()
    failing.join()
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1)


@pytest.mark.usefixtures("installed")
def test_what_qt_says_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    qWarning("漏画一笔")
    assert [(record.name, record.message) for record in caplog.records] == [("qt", "漏画一笔")]

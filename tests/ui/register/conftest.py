"""A clerk at 报送登记: the real tab in the real window over a real data file."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.intake.drafts import read_draft
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.main_window import MainWindow, TabSpec
from jinshi_desk.ui.news import News
from jinshi_desk.ui.register.desks import Desks
from jinshi_desk.ui.register.tab import RegisterTab
from jinshi_desk.ui.tasks import TaskRunner
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.worked_month import WorkedMonth
from tests.office import JUNE, Office
from tests.ui.ledger_desks import ledger_desks
from tests.ui.scripted import ScriptedDialogs


@dataclass
class Clerk:
    """Who works at the tab; remembers what was told."""

    office: Office
    window: MainWindow
    tab: RegisterTab
    month: WorkedMonth
    dialogs: ScriptedDialogs
    told: list[str]
    tasks: TaskRunner
    qtbot: QtBot

    def type(self, *words: str) -> None:
        """Type each of ``words`` where the focus is, with Enter after it."""
        for word in words:
            control = self.focus
            if word.isascii():
                QTest.keyClicks(control, word)
            elif isinstance(control, QLineEdit):
                control.insert(word)  # as an input method would
                control.textEdited.emit(control.text())
            self.press(Qt.Key.Key_Return)

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Press a key where the focus is."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.focus, key, held)

    @property
    def focus(self) -> QWidget:
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    @property
    def titles(self) -> list[str]:
        """The titles in the list, from the top."""
        model = self.tab.list.model
        rows = [model.row(number) for number in range(model.rowCount())]
        return [row.title for row in rows if row is not None]

    def pick(self, *numbers: str) -> None:
        """Select drafts in the list, the first of them current."""
        view, model = self.tab.list.view, self.tab.list.model
        view.setFocus()
        assert self.tab.list.go_to(numbers[0])
        for number in numbers[1:]:
            place = model.find(number)
            assert place is not None
            flag = view.selectionModel().SelectionFlag
            view.selectionModel().select(model.index(place, 0), flag.Select | flag.Rows)

    def settle(self) -> None:
        """Wait until the list has heard of the last act, and counted."""
        with self.qtbot.waitSignals([self.tab.list.shown, self.tab.list._counting.answered]):
            self.tab._frame.news.publish(RegisterTab.SHOWS)
        self.qtbot.waitUntil(lambda: not self.tasks.busy)

    def draft(self, number: str) -> Draft:
        return self.office.register.open(number).draft

    def problem(self, name: str) -> str:
        """What is said to be wrong at a field."""
        field = self.tab.detail.form.fields[name]
        return field.control.accessibleDescription()


@pytest.fixture
def clerk(
    office: Office, look: Look, settings: QSettings, gui: GuiThread, dialogs: ScriptedDialogs, qtbot: QtBot
) -> Iterator[Clerk]:
    news, notices, month = News(gui), Notices(), WorkedMonth(JUNE)
    tasks = TaskRunner(gui, at_thread_end=office.store.release)
    frame = Frame(news, month, notices, dialogs, tasks, look, settings)
    desks = Desks(
        office.register,
        office.adoption,
        office.approval,
        office.returns,
        office.versions,
        ExportDesk(office.store),
        office.undo,
        lambda: ledger_desks(office),
    )
    names = UnitNames(office.register.units())
    tab = RegisterTab(
        frame,
        office.register,
        lambda: desks,
        lambda path: read_draft(path, names, office.today()),
        office.today,
    )
    specs = [
        TabSpec("register", "报送登记", "register", lambda: tab),
        TabSpec("quota", "任务进度", "quota", QLabel),
    ]
    window = MainWindow(specs, month, notices, look, settings, on_close=tasks.stop)
    qtbot.addWidget(window)
    office.store.on_change(news.publish)
    window.resize(1366, 694)  # the platform without a screen has a small one
    told: list[str] = []
    notices.act_told.connect(lambda text, _undo: told.append(text))
    notices.result_told.connect(lambda text, _verb, _follow: told.append(text))
    window.show()
    window.show_tab("register")
    window.activateWindow()
    qtbot.waitUntil(lambda: window.focusWidget() is tab.detail.form.title)
    yield Clerk(office, window, tab, month, dialogs, told, tasks, qtbot)
    tasks.stop()

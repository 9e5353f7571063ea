"""A frame for a tab to be tried in, without the window around it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.months import Month
from jinshi_desk.store.database import Store
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.news import News
from jinshi_desk.ui.tasks import TaskRunner
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.worked_month import WorkedMonth
from tests.ui.scripted import ScriptedDialogs


@contextmanager
def framed(
    store: Store, look: Look, settings: QSettings, dialogs: ScriptedDialogs, month: Month
) -> Iterator[Frame]:
    """Give a frame that hears of what ``store`` changes; its worker is stopped at the end."""
    gui = GuiThread()
    news, tasks = News(gui), TaskRunner(gui, at_thread_end=store.release)
    store.on_change(news.publish)
    try:
        yield Frame(news, WorkedMonth(month), Notices(), dialogs, tasks, look, settings)
    finally:
        tasks.stop()


def come_to(page: QWidget, qtbot: QtBot) -> None:
    """Show ``page`` in an active window: keys and focus want one."""
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


class Told:
    """What a frame's notices said."""

    def __init__(self, frame: Frame) -> None:
        self.acts: list[str] = []
        self.results: list[str] = []
        self.counts = self.keys = ""
        self._undo: object = None
        self._follow: object = None
        frame.notices.act_told.connect(self._on_act)
        frame.notices.result_told.connect(self._on_result)
        frame.notices.counts_told.connect(self._on_counts)
        frame.notices.keys_told.connect(self._on_keys)

    def undo(self) -> None:
        """Press 撤销 in the toast."""
        assert callable(self._undo)
        self._undo()

    def follow(self) -> None:
        """Press the button of the last result."""
        assert callable(self._follow)
        self._follow()

    def _on_result(self, text: str, _verb: str, follow: object) -> None:
        self.results.append(text)
        self._follow = follow

    def _on_act(self, text: str, undo: object) -> None:
        self.acts.append(text)
        self._undo = undo

    def _on_counts(self, text: str) -> None:
        self.counts = text

    def _on_keys(self, text: str) -> None:
        self.keys = text

"""A clerk who works the whole window by keys and reads what it says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QKeyCombination, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.app import Desk
from jinshi_desk.ui.approval.tab import ApprovalTab
from jinshi_desk.ui.bulletin.notices_tab import NoticesTab
from jinshi_desk.ui.bulletin.tab import BulletinTab
from jinshi_desk.ui.main_window import MainWindow
from jinshi_desk.ui.quota.tab import QuotaTab
from jinshi_desk.ui.register.tab import RegisterTab
from tests.ui.scripted import ScriptedDialogs


@dataclass
class Clerk:
    """Strikes keys where the focus is; whatever a key leads to is waited for by what it shows."""

    desk: Desk
    dialogs: ScriptedDialogs
    qtbot: QtBot
    told: list[str] = field(default_factory=list)
    """What toasts said, the latest last."""

    def __post_init__(self) -> None:
        notices = self.desk.frame.notices
        notices.act_told.connect(lambda text, _undo: self.told.append(text))
        notices.result_told.connect(lambda text, _verb, _follow: self.told.append(text))
        notices.refusal_told.connect(self.told.append)

    @property
    def window(self) -> MainWindow:
        return self.desk.window

    def come(self) -> None:
        """Open the window."""
        self.qtbot.addWidget(self.window)
        self.window.resize(1366, 694)  # what a common office screen leaves to a window
        self.come_back()

    def come_back(self) -> None:
        """Turn to the window, as a window manager does when a dialog has closed."""
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def leave(self) -> None:
        """Close the window and the file."""
        if self.window.isVisible():
            assert self.window.close()
        self.desk.close()

    def press(self, *keys: str) -> None:
        """Press keys one after another: ``Ctrl+N``, ``Return``, ``Down``."""
        for name in keys:
            combination: QKeyCombination = QKeySequence(name)[0]  # type: ignore[index]  # Qt's hints forget it
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())

    def type(self, *words: str) -> None:
        """Type each of ``words`` where the focus is, with Enter after it."""
        for word in words:
            control = self.focus
            if word.isascii():
                QTest.keyClicks(control, word)
            elif isinstance(control, QLineEdit):
                control.insert(word)  # as an input method would
                control.textEdited.emit(control.text())
            self.press("Return")

    def drop(self, *files: Path) -> None:
        """Let files fall on the window."""
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, left, none))

    def see(self, seen: Callable[[], bool]) -> None:
        """Wait until something is seen."""
        self.qtbot.waitUntil(seen, timeout=15_000)

    def hear(self, words: str) -> None:
        """Wait until a toast says so."""
        self.see(lambda: any(words in said for said in self.told))

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    @property
    def register(self) -> RegisterTab:
        tab = self.window.show_tab("register")
        assert isinstance(tab, RegisterTab)
        return tab

    @property
    def approval(self) -> ApprovalTab:
        tab = self.window.show_tab("approval")
        assert isinstance(tab, ApprovalTab)
        return tab

    @property
    def quota(self) -> QuotaTab:
        tab = self.window.show_tab("quota")
        assert isinstance(tab, QuotaTab)
        return tab

    @property
    def bulletin(self) -> BulletinTab:
        tab = self.window.show_tab("bulletin")
        assert isinstance(tab, NoticesTab)
        return tab.month

    @property
    def todos(self) -> list[str]:
        """What waits, as the pills say it."""
        return [pill.text() for pill in self.window._top.todos._pills]

    @property
    def counts(self) -> str:
        """The left of the status bar."""
        return self.window._status.counts.text()

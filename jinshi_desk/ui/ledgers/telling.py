"""What every act on a ledger shares: the reason asked for, the words told with the way back."""

from datetime import datetime

from PySide6.QtCore import QObject

from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.ledgers.desks import LedgerDesks


class Telling(QObject):
    """Does nothing by itself; knows no widget."""

    def __init__(self, desks: LedgerDesks, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desks = desks
        self._frame = frame
        self._takable = False

    def _ask(self, question: str, consequence: str) -> str | None:
        presets = (self.tr("登记错误"), self.tr("重复登记"))
        return self._frame.dialogs.ask_reason(question, consequence, presets, self.tr("作废"))

    def _tell(self, words: str) -> None:
        """Say what was done, with the way back."""
        self._saved()
        self._takable = True
        self._frame.notices.tell_act(words, self._take_back)

    def _tell_only(self, words: str) -> None:
        self._saved()
        self._frame.notices.tell_act(words)

    def _take_back(self) -> None:
        """Take the last act back, once: the main window is told of the same way back."""
        if not self._takable:
            return
        self._takable = False
        self._desks.undo.last()
        self._tell_only(self.tr("已撤销"))

    def _saved(self) -> None:
        self._frame.notices.tell_saved(datetime.now().astimezone())

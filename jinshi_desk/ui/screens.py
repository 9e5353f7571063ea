"""A picture of every tab, taken when its slow work is done (``demo --screens``)."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from jinshi_desk.domain.months import Month
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.main_window import MainWindow

_LOOK_AGAIN = 50  # milliseconds between two looks whether the work is done
_MONTH = Month(2022, 6)
_SIZE = 1366, 694  # what a common office screen leaves to a window


class Screens(QObject):
    """Shows one tab after another, saves each as PNG and ends the program."""

    def __init__(self, window: MainWindow, frame: Frame, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._frame = frame
        self._folder = folder
        self._waiting = list(enumerate(window.tab_keys, start=1))
        self._quiet_looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._timer.timeout.connect(self._on_look)

    def start(self) -> None:
        """Begin with the first tab; from now on an error ends the program instead of asking anybody."""
        sys.excepthook = self._on_exception
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.resize(*_SIZE)
        self._frame.month.turn_to(_MONTH)
        self._window.show_tab(self._waiting[0][1])

    @Slot()
    def look(self) -> None:
        """Take the pictures from now on: the first tab has all it wants."""
        self._timer.start()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        QApplication.exit(1)

    @Slot()
    def _on_look(self) -> None:
        """Take the picture once nothing has been under way at several looks in a row."""
        self._quiet_looks = 0 if self._frame.tasks.busy else self._quiet_looks + 1
        if self._quiet_looks < 8:
            return
        self._quiet_looks = 0
        number, key = self._waiting.pop(0)
        self._window.grab().save(str(self._folder / f"{number}-{key}.png"))
        if self._waiting:
            self._window.show_tab(self._waiting[0][1])
        else:
            self._timer.stop()
            self._window.close()
            QApplication.quit()

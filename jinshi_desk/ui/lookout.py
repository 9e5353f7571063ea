"""Looks whether another program has written to the data file."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

_EVERY = 5000
"""Milliseconds between two looks while the window is worked in."""


class Lookout(QObject):
    """Calls ``look`` whenever ``window`` comes to the front, and now and then while it is there."""

    def __init__(self, window: QWidget, look: Callable[[], None], every: int = _EVERY) -> None:
        super().__init__(window)
        self._look = look
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._on_time)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._timer.start()
            self._look()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return False

    @Slot()
    def _on_time(self) -> None:
        self._look()

"""What can wait until a widget is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_SOON = 1
"""Millisecond: with none, it would be done before keys that were pressed meanwhile are heard."""


class _FirstPaint(QObject):
    """Watches a widget until it is painted."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_SOON, self, self._act)
        return False


def after_first_paint(widget: QWidget, act: Callable[[], object]) -> None:
    """Call ``act`` from the event loop once ``widget`` has been painted."""
    _FirstPaint(widget, act)

"""What can wait until a widget is on the screen."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_SOON = 1
"""Millisecond: with none, it would be done before keys that were pressed meanwhile are heard."""


class _FirstPaint(QObject):
    """Watches a widget until it is painted."""

    def __init__(self, widget: QWidget, acts: tuple[Callable[[], object], ...]) -> None:
        super().__init__(widget)
        self._acts = iter(acts)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._go_on()
        return False

    def _go_on(self) -> None:
        act = next(self._acts, None)
        if act is not None:
            QTimer.singleShot(_SOON, self, partial(self._do, act))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        finally:  # one that fails does not take the others with it
            self._go_on()


def after_first_paint(widget: QWidget, *acts: Callable[[], object]) -> None:
    """Call ``acts`` once ``widget`` has been painted, one a turn of the event loop with keys between."""
    _FirstPaint(widget, acts)


def bring(module: str) -> Callable[[], object]:
    """Return the act of importing ``module``, for what another act will want."""
    return partial(import_module, module)

"""What can wait until a widget is on the screen."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_SOON = 1
"""Millisecond: with none, it would be done before keys that were pressed meanwhile are heard."""
Act = Callable[[], object]


class _FirstPaint(QObject):
    """Watches a widget until it is painted."""

    def __init__(self, widget: QWidget, acts: tuple[Act, ...]) -> None:
        super().__init__(widget)
        self._acts = acts
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            one_by_one(self, *self._acts)
        return False


def after_first_paint(widget: QWidget, *acts: Act) -> None:
    """Call ``acts`` once ``widget`` has been painted, one a turn of the event loop with keys between."""
    _FirstPaint(widget, acts)


def one_by_one(owner: QObject, *acts: Act) -> None:
    """Call ``acts`` while ``owner`` lives, one a turn of the event loop with keys between."""
    if acts:
        QTimer.singleShot(_SOON, owner, partial(_do, owner, acts))


def _do(owner: QObject, acts: tuple[Act, ...]) -> None:
    first, *others = acts
    try:
        first()
    finally:  # one that fails does not take the others with it
        one_by_one(owner, *others)


def bring(module: str) -> Act:
    """Return the act of importing ``module``, for what another act will want."""
    return partial(import_module, module)

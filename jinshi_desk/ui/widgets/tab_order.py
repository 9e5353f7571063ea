"""Where Tab leads: widgets that come late would be the last in the window."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def line_up(inside: QWidget, widgets: Iterable[QWidget]) -> None:
    """Have Tab lead along ``widgets`` where it comes to ``inside``, their parent."""
    before = _stop_before(inside)
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


def stops(inside: QWidget) -> list[QWidget]:
    """Return the widgets within ``inside`` that Tab leads to, in the order in which it does."""
    found: list[QWidget] = []
    at = inside.nextInFocusChain()
    while at is not None and at is not inside:
        if inside.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def _stop_before(widget: QWidget) -> QWidget:
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if before.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isAncestorOf(before):
            return before
        before = before.previousInFocusChain()
    return widget

"""A field for a text of several lines, each a paragraph of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jinshi_desk.ui.theme import Look

_HEIGHT = 108
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class LinesEntry(QPlainTextEdit):
    """Speaks like a field of one line; Enter begins another line, Ctrl+Enter or leaving is done with it."""

    editingFinished = Signal()  # as QLineEdit calls it
    returnPressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(look.theme.scaled(_HEIGHT))

    def text(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show ``text``; the place typed at stays where nothing changes."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.editingFinished.emit()

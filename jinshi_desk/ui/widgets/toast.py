"""The dark strip at the bottom that says what was done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.labels import label

_STAYS, _REFUSAL_STAYS = 5_000, 12_000
_ABOVE_STATUS = 60  # over lists, not over the buttons in the feet of panels


class Toast(QFrame):
    """Shown over the bottom of ``over`` for five seconds, longer while the mouse is on it; takes no focus."""

    undone = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "toast")
        self._icon = IconLabel(look, "ok", "surface")
        self._text = label("")
        self._text.setWordWrap(False)
        self.undo_button = Button(look, self.tr("撤销 Ctrl+Z"), kind="toast")
        self.undo_button.setAccessibleName(self.tr("撤销"))
        self.follow_button = Button(look, kind="toast")
        self._follow: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.follow_button.clicked.connect(self._on_follow_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.follow_button)
        row.addWidget(self.undo_button)
        for widget in (self, self.follow_button, self.undo_button):
            widget.setFocusPolicy(self.focusPolicy().NoFocus)
        self.hide()

    def show_act(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done; the undo button is there when ``undo`` is."""
        self._icon.set_icon("ok", "surface")
        self.undo_button.setVisible(undo is not None)
        self.follow_button.hide()
        self._show(text, _STAYS)

    def show_result(self, text: str, verb: str, follow: Callable[[], None]) -> None:
        """Say what came of longer work; the button ``verb`` leads to it."""
        self._icon.set_icon("ok", "surface")
        self._follow = follow
        self.follow_button.setText(verb)
        self.follow_button.setAccessibleName(verb)
        self.follow_button.show()
        self.undo_button.hide()
        self._show(text, _REFUSAL_STAYS)

    def show_refusal(self, sentence: str) -> None:
        """Say why something was not done."""
        self._icon.set_icon("notice", "surface")
        self.undo_button.hide()
        self.follow_button.hide()
        self._show(sentence, _REFUSAL_STAYS)

    def place(self) -> None:
        """Move to the bottom centre of ``over``."""
        self.ensurePolished()
        room = self._over.width() - 32
        # Margins of the text alone: hidden buttons take no part in the hint.
        self.resize(min(self.sizeHint().width() + 8, room), max(36, self.sizeHint().height()))
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - _ABOVE_STATUS)
        self.raise_()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(_STAYS)
        super().leaveEvent(event)

    def _show(self, text: str, stays: int) -> None:
        self._text.setText(text)
        self._text.setToolTip(text)
        self.setAccessibleName(text)
        self.show()
        self.place()
        self._timer.start(stays)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undone.emit()

    @Slot()
    def _on_follow_clicked(self) -> None:
        self.hide()
        if self._follow is not None:
            self._follow()

"""What an empty list says: one sentence and one act."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label


class EmptyNote(QWidget):
    """A sentence, a button and a hint at the top left of an empty list; laid out when it is to be seen."""

    acted = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._words = ("", "", "")
        self._sentence = label("")
        self._button = Button(look, "")
        self._hint = label("", "hint")
        self._button.clicked.connect(self.acted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._button)
        row.addWidget(self._hint)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._sentence)
        column.addLayout(row)
        self.hide()

    @property
    def has_words(self) -> bool:
        return bool(self._words[0])

    def set_words(self, sentence: str, act: str = "", hint: str = "") -> None:
        """Set what is said when the list is empty; ``act`` is the button, ``hint`` what else would help."""
        self._words = (sentence, act, hint)
        if not self.isHidden():
            self._show_words()

    def showEvent(self, event: QShowEvent) -> None:
        self._show_words()
        super().showEvent(event)

    def _show_words(self) -> None:
        sentence, act, hint = self._words
        self._sentence.setText(sentence)
        self._button.setText(act)
        self._button.setAccessibleName(act)
        self._button.setVisible(bool(act))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.place()

    def place(self) -> None:
        self.setGeometry(0, 0, self._over.width(), self.sizeHint().height())

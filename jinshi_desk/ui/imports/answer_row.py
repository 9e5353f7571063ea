"""An answer on offer, with the key that gives it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from jinshi_desk.ui.widgets.labels import label


class AnswerRow(QFrame):
    """Taken by a click anywhere in it; ``key`` is shown at the right and works in the whole window."""

    taken = Signal()

    def __init__(self, words: str, hint: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sentence")
        self.radio = QRadioButton(words)
        self.radio.setAccessibleName(f"{words} {key}")
        self.radio.clicked.connect(self.taken)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.radio)
        if hint:
            below = label(hint, "hint")
            below.setContentsMargins(22, 0, 0, 2)
            below.setWordWrap(True)
            column.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.addLayout(column, 1)
        row.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignVCenter)

    def clear(self) -> None:
        """Show the answer as not taken."""
        self.radio.setAutoExclusive(False)
        self.radio.setChecked(False)
        self.radio.setAutoExclusive(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.click()

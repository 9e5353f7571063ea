"""A line above the sheet: what was seen, or why something was not done."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import IconLabel
from jinshi_desk.ui.widgets.labels import label, restyle

_ICONS = {"warn": "warning", "bad": "fail"}


class Notice(QFrame):
    """Gone where there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "problem")
        self._icon = IconLabel(look, "warning", "warn")
        self.words = label("")
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, sentence: str, level: str = "warn") -> None:
        """Show ``sentence`` at ``level`` warn or bad; nothing hides the line."""
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self._icon.set_icon(_ICONS[level], level)
        restyle(self, "level", level)
        restyle(self.words, "level", level)
        self.setVisible(bool(sentence))

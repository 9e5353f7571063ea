"""The band at the foot of a dialog."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jinshi_desk.ui.theme import Look


class FootBand(QFrame):
    """A band for what a dialog can do: ``row`` takes the buttons; ``left`` and ``right`` are px."""

    def __init__(self, look: Look, left: int = 14, right: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "foot")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(left, 0, right, 0)
        self.row.setSpacing(8)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFixedHeight(self._look.theme.size("foot_h"))

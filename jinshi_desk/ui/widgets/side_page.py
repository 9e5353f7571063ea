"""A page that lies over another for a moment; Esc goes back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.panel import Panel


class SidePage(Panel):
    """A panel with its title and the way back."""

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.back_button = Button(look, self.tr("返回"), "chevron-left", "quiet")
        self.back_button.set_tip(self.tr("返回"), "Esc")
        self.back_button.clicked.connect(self.left)
        self.band.addWidget(self.title)
        self.band.addWidget(self.chip)
        self.band.addStretch()
        self.band.addWidget(self.back_button)

    def name_page(self, title: str) -> None:
        """Say what the page is for."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

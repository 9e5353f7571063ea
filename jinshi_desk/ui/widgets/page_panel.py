"""A panel that shows a paper as it will be printed, with notes below the page."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.paper_preview import PaperPreview, PreviewBar


class PagePanel(Panel):
    """The preview with its bar; a note that says nothing takes no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.preview = PaperPreview(look)
        self.bar = PreviewBar(look, self.preview)
        self.title.setText(self.tr("版面"))
        self.setAccessibleName(self.title.text())
        self.band.addWidget(self.title)
        self.band.addStretch()
        self.band.addWidget(self.bar)
        self.body.addWidget(self.preview, 1)

    def add_note(self, role: str) -> QLabel:
        """Add a line below the page, and below the notes that are there."""
        note = label("", role)
        note.setContentsMargins(12, 4, 12, 5)
        note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        note.hide()
        self.body.addWidget(note)
        return note


def say(note: QLabel, words: str, tip: str = "") -> None:
    """Let a note say ``words``, whole in its tooltip where the line cuts them; without words it goes."""
    note.setText(words)
    note.setToolTip(tip or words)
    note.setVisible(bool(words))

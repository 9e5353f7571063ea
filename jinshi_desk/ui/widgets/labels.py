"""Words: chips, labels by role, sentences with linked figures."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at and have the sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Chip(QLabel):
    """A word of the glossary on its ground: ok late warn bad zero exempt info neutral."""

    def __init__(self, text: str = "", level: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("chip", level)
        self.setSizePolicy(self.sizePolicy().Policy.Maximum, self.sizePolicy().Policy.Maximum)

    def show_chip(self, text: str, level: str) -> None:
        """Show ``text`` at ``level``; nothing at all where ``text`` is empty."""
        self.setText(text)
        self.setVisible(bool(text))
        restyle(self, "chip", level)


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label; ``role`` is title, h2, label, hint, figure or key."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def rule(*, vertical: bool = False) -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("role", "vrule" if vertical else "rule")
    return line


class Link(NamedTuple):
    """A part of a sentence behind which ``target`` stands."""

    text: str
    target: str


class LinkedText(QLabel):
    """A sentence whose figures open something: by click, by Tab and Enter, or the first of them by F2."""

    link_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: list[Link] = []
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._on_link_activated)

    def show_parts(self, parts: Iterable[str | Link]) -> None:
        """Show the sentence that ``parts`` make."""
        import html  # with its table of two thousand names

        self._links = []
        written = []
        for part in parts:
            if isinstance(part, Link):
                written.append(f'<a href="{len(self._links)}">{html.escape(part.text)}</a>')
                self._links.append(part)
            else:
                written.append(html.escape(part))
        self.setText("".join(written))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._links:
            text = self.text()
            self.clear()  # the same text would be left as it is, its links in the colour they were written in
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self._links:
            self.link_opened.emit(self._links[0].target)
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_link_activated(self, number: str) -> None:
        self.link_opened.emit(self._links[int(number)].target)

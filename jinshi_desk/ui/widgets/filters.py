"""Above every list: the type-to-filter field and the segments with their counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.search_box import IconField
from jinshi_desk.ui.widgets.tab_order import line_up


class FilterField(IconField):
    """Filters as it is typed into; Esc clears it, Down leaves for the list."""

    filtered = Signal(str)
    left_down = Signal()

    def __init__(self, look: Look, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "filter", parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.textChanged.connect(self._on_text_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.filtered.emit(text.strip())


@dataclass(frozen=True, slots=True)
class Segment:
    """A filter with its count; none where counting says nothing."""

    key: str
    label: str
    count: int | None = None


class Segments(QWidget):
    """A row of filters, one of them on; arrow keys move along it. Short of room, it does not count."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: dict[str, QPushButton] = {}
        self._segments: Sequence[Segment] = ()
        self._whole = 0  # px that the words want with their counts
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    @property
    def current(self) -> str:
        """The key of the segment that is on, empty where there are none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show ``segments``; the one that was on stays on, else the first. Emits nothing."""
        kept = self.current
        if [segment.key for segment in segments] != list(self._buttons):
            self._rebuild(segments)
        self._segments = tuple(segments)
        self._fit()
        if self._buttons:
            self._buttons[kept if kept in self._buttons else segments[0].key].setChecked(True)

    def sizeHint(self) -> QSize:
        return QSize(self._whole, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def choose(self, key: str) -> None:
        """Turn ``key`` on and tell."""
        self._buttons[key].click()

    def _fit(self) -> None:
        """Write the counts behind the words, and take them away again where they would be cut off."""
        self._write(counted=True)
        wanted = sum(button.sizeHint().width() for button in self._buttons.values())
        self._whole = wanted + self._row.spacing() * max(0, len(self._buttons) - 1)
        if self.isVisible() and self.width() < self._whole:
            self._write(counted=False)

    def _write(self, *, counted: bool) -> None:
        for segment in self._segments:
            words = segment.label if segment.count is None else f"{segment.label} {segment.count}"
            button = self._buttons[segment.key]
            button.setText(words if counted else segment.label)
            button.setToolTip("" if counted else words)
            button.setAccessibleName(words)

    def _rebuild(self, segments: Sequence[Segment]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for segment in segments:
            button = QPushButton(self)
            button.setProperty("kind", "seg")
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[segment.key] = button
        line_up(self, self._buttons.values())

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)

"""Lines of two: what it was and how much, and below it why. For points, for what happened, for facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jinshi_desk.ui.widgets.labels import label, rule
from jinshi_desk.ui.widgets.panel import scrolled


@dataclass(frozen=True, slots=True)
class Line:
    """``head`` at the left, ``figure`` at the right, ``reasons`` below; ``total`` lines stand out."""

    head: str
    figure: str = ""
    reasons: tuple[str, ...] = ()
    total: bool = False


class Lines(QWidget):
    """Shows lines one below the other, with hairlines between."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lines: tuple[Line, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        self._area: QScrollArea | None = None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show ``lines`` instead of what was there."""
        self.lines = tuple(lines)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        for place, line in enumerate(lines):
            if place:
                column.addWidget(rule())
            _add(column, line)
        column.addStretch()
        if self._area is None:
            self._area = scrolled(inside)
            self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # its arrow keys scroll
            self._area.setAccessibleName(self.accessibleName())
            self._column.addWidget(self._area)
        else:
            self._area.setWidget(inside)


def _add(column: QVBoxLayout, line: Line) -> None:
    role = "h2" if line.total else ""
    row = QHBoxLayout()
    row.setSpacing(8)
    head, figure = label(line.head, role), label(line.figure, role)
    head.setWordWrap(True)
    row.addWidget(head, 1)
    row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(row)
    for reason in line.reasons:
        words = label(reason, "body")
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)

"""Facts one below the other: what it is at the left, how it is at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from jinshi_desk.ui.widgets.labels import label


class Facts(QWidget):
    """Shows (name, words); what is long goes on in the next line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: tuple[tuple[str, str], ...] = ()
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 12, 10)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show ``facts`` instead of what was there."""
        self.facts = tuple(facts)
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        for row, (name, words) in enumerate(facts):
            value = label(words)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, "label"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self._column.addWidget(self._inside)

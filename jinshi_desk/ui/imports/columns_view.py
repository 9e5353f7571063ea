"""What each column of the file is taken for, to be put right by hand."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.registers import SheetReading
from jinshi_desk.services.importing import OpenSheet
from jinshi_desk.sheet_words import COLUMN
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label

_UNUSED = ""
_SETTLED = frozenset({"serial", "date", "correspondent"})
"""Meanings that nothing is read from, or that the sheet itself makes another one of."""


class ColumnsView(QWidget):
    """One line for each heading; the same heading in two sheets is one."""

    taken_for = Signal(str, str)  # the heading as written, what its column holds; empty for nothing

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.combos: dict[str, QComboBox] = {}
        hint = label(self.tr("左边是表上写的列名，右边是按什么读；改过的下次同样的表也这样读。"), "hint")
        hint.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self._column.addWidget(hint)
        self._lines: QWidget | None = None
        self._column.addStretch()

    def show_sheet(self, opened: OpenSheet) -> None:
        """Show the headings of every sheet that was read."""
        meanings = _meanings(opened)
        if list(self.combos) != list(meanings):
            self._rebuild(list(meanings))
        for heading, meaning in meanings.items():
            combo = self.combos[heading]
            combo.setCurrentIndex(max(0, combo.findData(meaning)))

    def _rebuild(self, headings: list[str]) -> None:
        if self._lines is not None:
            self._column.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.combos = {}
        for place, heading in enumerate(headings):
            words = label("".join(heading.split()))
            words.setToolTip(heading)
            combo = QComboBox()
            combo.setAccessibleName(self.tr("列“{}”按什么读").format(heading))
            combo.addItem(self.tr("不用这一列"), _UNUSED)
            for meaning, name in COLUMN.items():
                if meaning not in _SETTLED:
                    combo.addItem(name, meaning)
            combo.activated.connect(partial(self._on_activated, heading))
            grid.addWidget(words, place, 0)
            grid.addWidget(combo, place, 1)
            self.combos[heading] = combo
        self._column.insertWidget(1, self._lines)

    def _on_activated(self, heading: str, index: int) -> None:
        self.taken_for.emit(heading, str(self.combos[heading].itemData(index)))


def _meanings(opened: OpenSheet) -> dict[str, str]:
    """Return each heading's meaning, in the order of the sheets."""
    found: dict[str, str] = {}
    for sheet in opened.reading.sheets:
        for place, heading in sheet.headings.items():
            found[heading] = found.get(heading) or _meaning(sheet, place)
    return found


def _meaning(sheet: SheetReading, place: int) -> str:
    return next((meaning for meaning, column in sheet.columns.items() if column == place), _UNUSED)

"""Somebody who brings sheets in by keys alone."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.registers import Action, RowReading
from jinshi_desk.services.importing import OpenSheet
from jinshi_desk.ui.imports.dialog import ImportDialog


@dataclass
class Clerk:
    """Strikes keys where the focus is, and waits until what they asked for is done."""

    dialog: ImportDialog
    qtbot: QtBot

    def __post_init__(self) -> None:
        self.dialog.show()
        self.qtbot.waitActive(self.dialog)

    @property
    def sheet(self) -> OpenSheet:
        assert self.dialog.session.sheet is not None
        return self.dialog.session.sheet

    @property
    def counts(self) -> tuple[int, int, int]:
        counts = self.sheet.reading.counts
        return counts.imported, counts.skipped, counts.asked

    @property
    def row(self) -> RowReading:
        row = self.dialog.preview.current
        assert row is not None
        return row

    @property
    def said(self) -> str:
        """The counts that the bar below shows."""
        return self.dialog.preview.status.counts.text()

    @property
    def asking(self) -> list[int | None]:
        return [row.row for row in self.sheet.reading.rows if row.action is Action.ASK]

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog.session.busy)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.dialog

    def type(self, text: str) -> None:
        """Type characters; a digit answers, in a field it is written."""
        for char in text:
            QTest.keyClicks(self._focus(), char)
        self.wait()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focus(), key, modifier)
        self.wait()

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

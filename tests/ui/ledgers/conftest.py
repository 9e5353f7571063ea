"""A clerk at 本月台账: the real window over a real data file, worked by keys."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.ledgers.dialog import LedgersDialog
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.kinds import Ledger
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, Office
from tests.ui.framed import Told, come_to, framed
from tests.ui.ledger_desks import ledger_desks
from tests.ui.scripted import ScriptedDialogs


@dataclass
class Clerk:
    """Who works at the window; remembers what was told."""

    office: Office
    frame: Frame
    dialog: LedgersDialog
    dialogs: ScriptedDialogs
    told: Told
    qtbot: QtBot

    def go_to(self, ledger: Ledger) -> None:
        """Choose a ledger by its key."""
        place = list(Ledger).index(ledger) + 1
        self.press(Qt.Key(Qt.Key.Key_0 + min(place, 10) % 10), ctrl=True)
        for _ in range(10, place):  # there are ten digits
            self.press(Qt.Key.Key_Tab, ctrl=True)
        assert self.dialog.current is ledger

    @property
    def page(self) -> LedgerPage:
        """The list in front."""
        return self.dialog.lists[self.dialog.current]

    @property
    def form(self) -> EntryPage:
        """The form in front."""
        form = self.page.form
        assert form is not None
        return form

    @property
    def focus(self) -> QWidget:
        widget = self.dialog.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
        """Press a key where the focus is."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        if shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self.focus, key, held)

    def type(self, *words: str) -> None:
        """Type each of ``words`` where the focus is, with Enter after it."""
        for word in words:
            control = self.focus
            if isinstance(control, QLineEdit) and word:
                control.selectAll()
            if word.isascii():
                QTest.keyClicks(control, word)
            elif isinstance(control, QLineEdit):
                control.insert(word)  # as an input method would
                control.textEdited.emit(control.text())
            self.press(Qt.Key.Key_Return)

    def save(self) -> None:
        self.press(Qt.Key.Key_S, ctrl=True)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, ctrl=True)
        self.hear()

    def hear(self) -> None:
        """Wait until the window has heard of the last act."""
        heard: list[bool] = []
        self.frame.news.changed.connect(lambda _topics: heard.append(True))
        self.frame.news.publish(frozenset())
        self.qtbot.waitUntil(lambda: bool(heard))

    def lines(self, *columns: str) -> list[str]:
        """What the list says in ``columns``, from the top."""
        model = self.page.model
        places = [[column.key for column in model.columns].index(key) for key in columns]
        return [
            " ".join(str(model.data(model.index(row, place))) for place in places).strip()
            for row in range(model.rowCount())
        ]

    def problems(self) -> dict[str, str]:
        """What is said to be wrong at each field."""
        fields = self.form.form.fields.items()
        return {name: said for name, each in fields if (said := each.control.accessibleDescription())}

    @property
    def counts(self) -> str:
        """What the segments say."""
        return " ".join(button.text() for button in self.dialog.segments._buttons.values())


@pytest.fixture
def clerk(
    office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs, qtbot: QtBot
) -> Iterator[Clerk]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        told = Told(frame)
        dialog = LedgersDialog(frame, ledger_desks(office))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        come_to(dialog, qtbot)
        yield Clerk(office, frame, dialog, dialogs, told, qtbot)

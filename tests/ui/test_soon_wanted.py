"""What the other tabs are made of is imported while the first one is looked at."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.soon_wanted import MODULES, bring_soon_wanted


def test_every_piece_is_imported_one_after_another(qtbot: QtBot) -> None:
    owner = QObject()
    bring_soon_wanted(owner)
    qtbot.waitUntil(lambda: all(module in sys.modules for module in MODULES), timeout=20_000)

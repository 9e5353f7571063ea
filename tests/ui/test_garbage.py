"""Widgets that nothing reaches any more end on the thread of the window."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.garbage import GarbageRound


class _Ring(QWidget):
    """A widget that holds on to itself: only a search for garbage frees it."""

    def __init__(self, ends: list[int]) -> None:
        super().__init__()
        self.ring = self
        self.destroyed.connect(lambda: ends.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


@pytest.fixture
def rounds(qapp: object) -> Iterator[GarbageRound]:
    """The rounds of a window, and the search for garbage as it was before."""
    enabled = gc.isenabled()
    yield GarbageRound()
    if enabled:
        gc.enable()


def _many_objects() -> list[list[int]]:
    """Return many more objects than Python waits for before it searches; freed, they would count no more."""
    return [[number] for number in range(10 * gc.get_threshold()[0])]


@pytest.mark.usefixtures("rounds")
def test_an_unreachable_widget_ends_on_the_windows_thread(qtbot: QtBot) -> None:
    ends: list[int] = []
    _Ring(ends)
    worker = threading.Thread(target=_many_objects)
    worker.start()
    worker.join()
    assert ends == []

    made = _many_objects()
    qtbot.waitUntil(lambda: bool(ends))
    assert made
    assert ends == [threading.get_ident()]

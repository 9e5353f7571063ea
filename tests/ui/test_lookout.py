"""Another program on the same file: when the window looks for what it wrote."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.lookout import Lookout
from tests.ui.framed import come_to


def test_coming_to_the_front_looks_and_staying_there_looks_again(qtbot: QtBot) -> None:
    window, looks = QLabel(), list[str]()
    qtbot.addWidget(window)
    Lookout(window, lambda: looks.append("看"), every=1)
    assert looks == []
    come_to(window, qtbot)
    qtbot.waitUntil(lambda: len(looks) > 2)


def test_a_window_that_is_closed_looks_no_more(qtbot: QtBot) -> None:
    window, looks = QLabel(), list[str]()
    qtbot.addWidget(window)
    lookout = Lookout(window, lambda: looks.append("看"), every=1)
    come_to(window, qtbot)
    window.close()
    assert not lookout._timer.isActive()

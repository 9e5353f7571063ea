"""What waits for the first paint waits for the clerk too."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.first_paint import after_first_paint


def test_what_was_put_off_is_done_in_turn_with_the_keys_heard_between(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    done: list[str] = []

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, widget, lambda: done.append("key"))

    after_first_paint(widget, first, lambda: done.append("second"))
    assert done == []
    widget.show()
    qtbot.waitUntil(lambda: "second" in done)
    assert done == ["first", "key", "second"]


def test_nothing_is_done_for_a_widget_that_is_never_painted(qtbot: QtBot) -> None:
    hidden, shown = QWidget(), QWidget()
    for widget in (hidden, shown):
        qtbot.addWidget(widget)
    done: list[str] = []
    after_first_paint(hidden, lambda: done.append("hidden"))
    after_first_paint(shown, lambda: done.append("shown"))
    shown.show()
    qtbot.waitUntil(lambda: done == ["shown"])

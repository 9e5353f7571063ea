"""What waits for the first paint waits for the clerk too."""

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.first_paint import after_first_paint, one_by_one


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


def test_one_that_fails_does_not_take_the_others_with_it(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()

    def fail() -> None:
        raise ValueError("与后面的无关")

    with qtbot.captureExceptions() as failed:
        one_by_one(owner, fail, lambda: done.append("second"))
        qtbot.waitUntil(lambda: done == ["second"])
    assert [str(each[1]) for each in failed] == ["与后面的无关"]


def test_nothing_more_is_done_for_an_owner_that_is_gone(qtbot: QtBot) -> None:
    gone, there = QObject(), QObject()
    done: list[str] = []
    one_by_one(gone, lambda: done.append("gone"))
    one_by_one(there, lambda: done.append("there"))
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: "there" in done)
    assert done == ["there"]

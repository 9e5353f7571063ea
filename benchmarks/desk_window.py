"""The desk's own window over a data file, with June's register listed: built as ``jinshi_desk.app`` does."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.first_paint import AfterFirstPaint, end_after_first_paint
from jinshi_desk import paths
from jinshi_desk.app import Desk, build
from jinshi_desk.domain.months import Month
from jinshi_desk.services.opening import open_office
from jinshi_desk.ui.look_settings import saved_look
from jinshi_desk.ui.register.tab import RegisterTab
from jinshi_desk.ui.theme import application

_JUNE = Month(2022, 6)  # in the sample year, whose module would only be imported for its name

_SETTLED = 5
"""Milliseconds; whatever was put off until after the paint is due before."""


def show_desk(app: QApplication, file: Path) -> tuple[Desk, RegisterTab]:
    """Show the window over ``file``; its settings lie beside the file, not in the user's own."""
    settings = QSettings(str(file.with_suffix(".ini")), QSettings.Format.IniFormat)
    desk = build(open_office(file), saved_look(app, paths.resources(), settings), settings, _JUNE)
    desk.window.resize(1366, 768)
    desk.window.show()
    register = desk.window.show_tab("register")
    assert isinstance(register, RegisterTab)
    return desk, register


if __name__ == "__main__":
    app = application(sys.argv[0])
    opened, tab = show_desk(app, Path(sys.argv[1]))
    assert tab.list.model.rowCount() > 0
    if sys.argv[2:] == ["complete"]:
        AfterFirstPaint(tab.list.view.viewport(), lambda: QTimer.singleShot(_SETTLED, lambda: os._exit(0)))
    else:
        end_after_first_paint(tab.list.view.viewport())
    sys.exit(app.exec())

"""What tests of the window share: its look, its settings, and a clerk who answers by script."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from jinshi_desk.ui.gui_thread import GuiThread
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings of a clerk who has just started."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def gui(qapp: QApplication) -> GuiThread:
    """The way to the thread of the window."""
    return GuiThread()


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    """A clerk who agrees to everything."""
    return ScriptedDialogs()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say that it has no window frames."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))

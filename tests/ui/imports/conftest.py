"""The window in which files come in, over a real data file, with a clerk who answers by script."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.months import Month
from jinshi_desk.services.importing import ImportDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.imports.dialog import ImportDialog
from jinshi_desk.ui.news import News
from jinshi_desk.ui.tasks import TaskRunner
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.worked_month import WorkedMonth
from tests.office import Office
from tests.ui.imports.clerk import Clerk
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def frame(
    look: Look, settings: QSettings, gui: GuiThread, dialogs: ScriptedDialogs, office: Office
) -> Iterator[Frame]:
    tasks = TaskRunner(gui, at_thread_end=office.store.release)
    yield Frame(News(gui), WorkedMonth(Month(2022, 6)), Notices(), dialogs, tasks, look, settings)
    tasks.stop()


@pytest.fixture
def imports(office: Office) -> ImportDesk:
    return ImportDesk(office.store, office.register, office.adoption, office.today)


@pytest.fixture
def clerk(frame: Frame, imports: ImportDesk, qtbot: QtBot) -> Callable[..., Clerk]:
    """Open the window over files and wait until the first of them is there, or is refused."""

    def open_files(*files: Path) -> Clerk:
        dialog = ImportDialog(frame, imports, files)
        qtbot.addWidget(dialog)
        clerk = Clerk(dialog, qtbot)
        clerk.wait()
        return clerk

    return open_files

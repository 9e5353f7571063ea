"""The tab 审批表 over a small office in June."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.approval.marks_page import MarksPage
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, Office
from tests.ui.framed import Told, framed
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def told(frame: Frame) -> Told:
    return Told(frame)


@pytest.fixture
def marks(office: Office, frame: Frame, told: Told, qtbot: QtBot) -> MarksPage:
    """The page, built but not yet shown."""
    marks = MarksPage(frame, office.approval, office.undo)
    qtbot.addWidget(marks)
    marks.resize(1350, 580)
    return marks

"""The tab 审批表 over a small office in June."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.approval.tab import ApprovalTab
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
def tab(office: Office, frame: Frame, told: Told, qtbot: QtBot) -> ApprovalTab:
    """The tab, built but not yet shown."""
    tab = ApprovalTab(frame, office.approval, office.undo)
    qtbot.addWidget(tab)
    tab.resize(1350, 580)
    return tab

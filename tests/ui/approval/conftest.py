"""The tab 审批表 over a small office in June."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.services.ledgers import LedgersDesk
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.approval.marks_page import MarksPage
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
def marks(office: Office, frame: Frame, told: Told, qtbot: QtBot) -> MarksPage:
    """The page, built but not yet shown."""
    marks = MarksPage(frame, office.approval, office.undo)
    qtbot.addWidget(marks)
    marks.resize(1350, 580)
    return marks


@pytest.fixture
def tab(office: Office, frame: Frame, told: Told, qtbot: QtBot) -> ApprovalTab:
    """The whole tab, built but not yet shown; nobody types on while a page is set."""
    desks = ApprovalDesks(
        office.approval,
        office.signing,
        office.printing,
        office.form_files,
        office.releasing,
        office.returns,
        LedgersDesk(office.store, office.today),
        office.undo,
        office.today,
    )
    tab = ApprovalTab(frame, desks)
    tab.forms.typesetter._pause.setInterval(0)
    qtbot.addWidget(tab)
    tab.resize(1350, 580)
    return tab

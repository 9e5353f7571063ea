"""The tab 任务进度 over a small office, on the 27th of June."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.reminding import ReminderDesks
from jinshi_desk.ui.quota.tab import QuotaTab
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, Office
from tests.ui.framed import Told, framed
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    office.day = date(2022, 6, 27)
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def told(frame: Frame) -> Told:
    return Told(frame)


@pytest.fixture
def tab(office: Office, frame: Frame, told: Told, qtbot: QtBot) -> QuotaTab:
    """The tab, built but not yet shown."""
    desks = ReminderDesks(office.reminders, ReminderSheetDesk(office.store, Press(), office.today))
    tab = QuotaTab(frame, office.quota, office.points, desks, ExportDesk(office.store), office.today)
    qtbot.addWidget(tab)
    tab.resize(1350, 580)
    return tab

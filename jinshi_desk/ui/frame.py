"""What the window hands every tab."""

from typing import NamedTuple

from PySide6.QtCore import QSettings

from jinshi_desk.ui.dialogs import Dialogs
from jinshi_desk.ui.news import News
from jinshi_desk.ui.tasks import TaskRunner
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.worked_month import WorkedMonth


class Frame(NamedTuple):
    """The parts of the window that a tab may use; a tab is handed one and nothing global."""

    news: News
    month: WorkedMonth
    notices: Notices
    dialogs: Dialogs
    tasks: TaskRunner
    look: Look
    settings: QSettings

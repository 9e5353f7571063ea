"""The window's composition root: the only file that knows everyone."""

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from jinshi_desk import paths
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.months import Month
from jinshi_desk.services.front import FrontDesk
from jinshi_desk.services.opening import open_to_work
from jinshi_desk.store.database import Store
from jinshi_desk.ui import report
from jinshi_desk.ui.attention import Attention
from jinshi_desk.ui.dialogs import QtDialogs
from jinshi_desk.ui.first_paint import after_first_paint
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.look_settings import saved_look
from jinshi_desk.ui.lookout import Lookout
from jinshi_desk.ui.main_window import MainWindow
from jinshi_desk.ui.news import News
from jinshi_desk.ui.tabs import Tabs
from jinshi_desk.ui.tasks import TaskRunner
from jinshi_desk.ui.theme import Look, application
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.worked_month import WorkedMonth

_SAMPLE_MONTH = Month(2022, 6)


class Desk(NamedTuple):
    """The open window and what it stands on."""

    window: MainWindow
    frame: Frame
    tabs: Tabs
    store: Store
    reports: report.Report

    def close(self) -> None:
        """Close what the window left open: the hooks, then the file."""
        self.reports.remove()
        self.store.close()


def build(store: Store, look: Look, settings: QSettings, month: Month) -> Desk:
    """Put the window together over an open data file. Read this and you have read the architecture."""
    gui = GuiThread()
    news, notices, worked_month = News(gui), Notices(), WorkedMonth(month)
    tasks = TaskRunner(gui, at_thread_end=store.release)
    tabs = Tabs(store)
    window = MainWindow(
        tabs.specs(),
        worked_month,
        notices,
        look,
        settings,
        on_close=tasks.stop,
        may_close=tabs.may_close,
    )
    dialogs = QtDialogs(window, look, settings)
    frame = Frame(news, worked_month, notices, dialogs, tasks, look, settings)
    tabs.settle_in(window, frame)
    Attention(window, frame, FrontDesk(store))
    store.on_change(news.publish)
    Lookout(window, store.notice_others)
    reports = report.install(dialogs, gui, notices.tell_refusal, paths.log_file())
    return Desk(window, frame, tabs, store, reports)


def main(words: Sequence[str], then: Callable[[Desk], object] = lambda _desk: None) -> int:
    """Open the window on the data file that is named or found; return the exit code.

    ``then`` is handed the desk once its window is shown, before it is painted.
    """
    asked = _asked(words) if words else _Asked()
    app = application(sys.argv[0])
    app.setApplicationName("jinshi_desk")
    app.setOrganizationName("jinshi_desk")
    logging.getLogger().addHandler(_LogToBe(paths.log_file()))
    logging.getLogger().setLevel(logging.INFO)
    _speak_chinese(app)
    settings = QSettings()
    look = saved_look(app, paths.resources(), settings)
    try:
        store = _open(asked.data, look, settings)
    except DeskError as error:
        return _refuse(error, look, settings)
    if store is None:
        return 0
    desk = build(store, look, settings, _first_month(store))
    desk.window.show()
    after_first_paint(desk.window, partial(_collect_garbage, desk.window))
    if asked.screens:
        from jinshi_desk.ui.screens import Screens

        screens = Screens(desk.window, desk.frame, asked.screens)
        desk.tabs.completed.connect(screens.look)
        screens.start()
    then(desk)
    code = app.exec()
    desk.close()
    return code


def _collect_garbage(window: MainWindow) -> None:
    """Look for garbage from now on, if not among what the start has left: all that stays."""
    from jinshi_desk.ui.garbage import GarbageRound

    gc.freeze()
    GarbageRound(window)


class _Asked(NamedTuple):
    """The window's own options: a data file, a folder to put pictures of the window into."""

    data: Path | None = None
    screens: Path | None = None


def _asked(words: Sequence[str]) -> _Asked:
    from jinshi_desk.usage import Parser

    parser = Parser(prog="jinshi-desk")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--screens", type=Path)
    said = parser.parse_args(words)
    return _Asked(said.data, said.screens)


def _open(named: Path | None, look: Look, settings: QSettings) -> Store | None:
    """Open the data file; the first time ask the five questions. None: not now."""
    from jinshi_desk.ui.office.opening import last_file

    file = named or last_file(settings) or paths.default_data_file()
    if file.exists():
        return open_to_work(file)
    if named is not None:
        from jinshi_desk.services.office import create_office

        return create_office(named)
    return _first_start(file, look, settings)


def _first_start(file: Path, look: Look, settings: QSettings) -> Store | None:
    """Ask until a file can be made of the answers; the sample year is shown once and not come back to."""
    from PySide6.QtWidgets import QWidget

    from jinshi_desk.services.defaults import default_units
    from jinshi_desk.services.office import create_office
    from jinshi_desk.services.sample_year import create_sample_year
    from jinshi_desk.ui.office.first_start import FirstStartDialog
    from jinshi_desk.ui.office.opening import remember_file

    gc.enable()  # this start is no quick one, and has no other thread
    dialogs = QtDialogs(QWidget(), look, settings)
    dialog = FirstStartDialog(look, dialogs, default_units(), file)
    while dialog.exec() and dialog.chosen is not None:
        chosen = dialog.chosen
        try:
            if chosen.sample:
                return open_to_work(chosen.file) if chosen.file.exists() else create_sample_year(chosen.file)
            store = create_office(chosen.file, chosen.answers)
        except DeskError as error:
            from jinshi_desk.complaints import error_sentence

            dialogs.show_error(error_sentence(error))
        else:
            remember_file(settings, store.file)
            return store
    return None


def _first_month(store: Store) -> Month:
    """Return this month, or the last one with drafts where this one has none yet."""
    this = Month.of(date.today())  # noqa: DTZ011  # the desk's day
    last = store.register.last_month()
    if last is None or last >= this.previous():
        return this
    return _SAMPLE_MONTH if last.year == _SAMPLE_MONTH.year else last


def _refuse(error: DeskError, look: Look, settings: QSettings) -> int:
    from PySide6.QtWidgets import QWidget

    from jinshi_desk.complaints import error_sentence

    QtDialogs(QWidget(), look, settings).show_error(error_sentence(error))
    return 1


def _speak_chinese(app: QApplication) -> None:
    """Have Qt's own buttons and menus in Chinese."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale("zh_CN"), "qtbase", "_", folder):
        app.installTranslator(translator)


class _LogToBe(logging.Handler):
    """Opens the log at its first record: most days have none, and a window need not wait for it."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        logging.getLogger().removeHandler(self)
        _log_to(self._file)
        logging.getLogger().handle(record)


def _log_to(file: Path) -> None:
    """Keep the last errors in a file; a folder that can't be written to costs the log, nothing else."""
    from logging.handlers import RotatingFileHandler

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)

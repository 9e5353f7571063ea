"""What happens to an exception that reaches the event loop, and to what Qt has to say."""

import logging
import sqlite3
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler

from jinshi_desk.domain.errors import DeskError, FileBusy
from jinshi_desk.ui.dialogs import Dialogs
from jinshi_desk.ui.gui_thread import GuiThread

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Report:
    """Sorts exceptions: a refusal becomes its sentence, anything else the notice of a bug."""

    def __init__(
        self,
        dialogs: Dialogs,
        gui: GuiThread,
        tell_refusal: Callable[[str], None] | None = None,
        log_file: Path | None = None,
    ) -> None:
        self._dialogs = dialogs
        self._gui = gui
        self._tell_refusal = tell_refusal or dialogs.show_error
        self._log_file = log_file
        self._showing = False

    def install(self) -> None:
        """Take over ``sys.excepthook``, ``threading.excepthook`` and Qt's messages."""
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(log_qt_message)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log ``error`` and tell the clerk; on the GUI thread."""
        if isinstance(error, DeskError):
            from jinshi_desk.complaints import error_sentence

            # The store maps the machine's failures to refusals; their cause stays with them. That another
            # program has the file is none.
            machine = isinstance(error.__cause__, OSError | sqlite3.Error) and not isinstance(error, FileBusy)
            _log.log(logging.ERROR if machine else logging.INFO, "refused: %r", error, exc_info=machine)
            self._tell_refusal(error_sentence(error))
        elif isinstance(error, Exception):
            _log.critical("unexpected", exc_info=(kind, error, trace))
            self._tell_bug()
        else:
            sys.__excepthook__(kind, error, trace)

    def _tell_bug(self) -> None:
        # A bug in painting would come again with every repaint of the dialog that tells of it.
        if self._showing:
            return
        self._showing = True
        try:
            sentence = QCoreApplication.translate(
                "Report", "程序出错，数据没有改动。重做一次，仍出错时把日志交给维护人员。"
            )
            self._dialogs.show_error(sentence, self._log_file)
        finally:
            self._showing = False

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._gui.post(partial(self.on_exception, args.exc_type, args.exc_value, args.exc_traceback))


def log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass one of Qt's own messages to ``logging``."""
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)


def install(
    dialogs: Dialogs,
    gui: GuiThread,
    tell_refusal: Callable[[str], None] | None = None,
    log_file: Path | None = None,
) -> Report:
    """Install and return the program's ``Report``.

    ``tell_refusal`` shows the sentence of an expected refusal, usually as a toast; without it a dialog does.
    """
    report = Report(dialogs, gui, tell_refusal, log_file)
    report.install()
    return report

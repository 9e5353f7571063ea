"""Every question put to a person, behind one seam, so that a test answers by script."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from jinshi_desk.ui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from jinshi_desk.domain.returns import Return
    from jinshi_desk.ui.widgets.ask import Question
    from jinshi_desk.ui.widgets.ask_issue import Outgoing

_FOLDER = "dialogs/folder"


class Dialogs(Protocol):
    """What may be asked. ``kinds`` are file filters as ``"表格 (*.xlsx)"``; None and ``[]`` mean not now."""

    def confirm(self, question: str, consequence: str, verb: str, *, safe: str = "") -> bool:
        """Ask before what can't be undone; ``verb`` is the button that does it."""

    def ask_reason(
        self, title: str, consequence: str = "", presets: Sequence[str] = (), verb: str = ""
    ) -> str | None:
        """Ask for a reason; ``presets`` are offered ready to take. Never returns an empty one."""

    def ask_return(
        self, title: str, reasons: Sequence[str], on: date, until: Callable[[date], date]
    ) -> "Return | None":
        """Ask why a draft goes back and when, never without a reason; ``until`` says when it must be back."""

    def ask_issue(
        self, title: str, consequence: str, proposed: "Outgoing", check: "Callable[[Outgoing], Sequence[str]]"
    ) -> "Outgoing | None":
        """Ask under which number and on which day a notice goes out; ``check`` says what is wrong."""

    def choose_file(self, title: str, kinds: Sequence[str] = ()) -> Path | None: ...

    def choose_files(self, title: str, kinds: Sequence[str] = ()) -> list[Path]: ...

    def choose_folder(self, title: str) -> Path | None: ...

    def save_file(self, title: str, suggested: str, kinds: Sequence[str] = ()) -> Path | None:
        """Ask where to write; an existing file has been agreed to be replaced."""

    def choose_printer(self, title: str) -> "QPrinter | None": ...

    def show_error(self, sentence: str, log_file: Path | None = None) -> None:
        """Tell what went wrong, and offer the log file where there is one."""


class QtDialogs(QObject):
    """The real thing, over ``window``; remembers the folder last used.

    Each dialog is imported when it is asked for: the window starts without them.
    """

    def __init__(self, window: QWidget, look: Look, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._settings = settings

    def confirm(self, question: str, consequence: str, verb: str, *, safe: str = "") -> bool:
        from jinshi_desk.ui.widgets.ask import Question

        return self._ask(
            Question(self._look, question, consequence, verb, safe or self.tr("再看看"), self._window)
        )

    def ask_reason(
        self, title: str, consequence: str = "", presets: Sequence[str] = (), verb: str = ""
    ) -> str | None:
        from jinshi_desk.ui.widgets.ask import AskReason

        dialog = AskReason(self._look, title, consequence, presets, verb or self.tr("记下"), self._window)
        return dialog.reason if self._ask(dialog) else None

    def ask_return(
        self, title: str, reasons: Sequence[str], on: date, until: Callable[[date], date]
    ) -> "Return | None":
        from jinshi_desk.ui.widgets.ask_return import AskReturn

        dialog = AskReturn(self._look, title, reasons, on, until, self._window)
        return dialog.returned if self._ask(dialog) else None

    def ask_issue(
        self, title: str, consequence: str, proposed: "Outgoing", check: "Callable[[Outgoing], Sequence[str]]"
    ) -> "Outgoing | None":
        from jinshi_desk.ui.widgets.ask_issue import AskIssue

        dialog = AskIssue(self._look, title, consequence, proposed, check, self._window)
        return dialog.issue if self._ask(dialog) else None

    def choose_file(self, title: str, kinds: Sequence[str] = ()) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getOpenFileName(self._window, title, self._folder(), ";;".join(kinds))
        return self._remember(Path(name)) if name else None

    def choose_files(self, title: str, kinds: Sequence[str] = ()) -> list[Path]:
        from PySide6.QtWidgets import QFileDialog

        names, _kind = QFileDialog.getOpenFileNames(self._window, title, self._folder(), ";;".join(kinds))
        return [self._remember(Path(name)) for name in names]

    def choose_folder(self, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, title, self._folder())
        if not name:
            return None
        self._settings.setValue(_FOLDER, name)
        return Path(name)

    def save_file(self, title: str, suggested: str, kinds: Sequence[str] = ()) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        start = str(Path(self._folder()) / suggested)
        name, _kind = QFileDialog.getSaveFileName(self._window, title, start, ";;".join(kinds))
        return self._remember(Path(name)) if name else None

    def choose_printer(self, title: str) -> "QPrinter | None":
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(title)
        return printer if dialog.exec() else None

    def show_error(self, sentence: str, log_file: Path | None = None) -> None:
        from jinshi_desk.ui.widgets.ask import Question

        head, _stop, rest = sentence.partition("。")
        head = f"{head}。" if rest else head
        verb = self.tr("打开日志") if log_file else ""
        if self._ask(Question(self._look, head, rest, verb, self.tr("知道了"), self._window)) and log_file:
            from PySide6.QtCore import QUrl
            from PySide6.QtGui import QDesktopServices

            QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file)))

    def _ask(self, dialog: "Question") -> bool:
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        return agreed

    def _folder(self) -> str:
        return str(self._settings.value(_FOLDER, str(Path.home())))

    def _remember(self, file: Path) -> Path:
        self._settings.setValue(_FOLDER, str(file.parent))
        return file

"""What leaves the desk on paper: filled forms, batches, blank ones; printed, or saved as one PDF."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.form_papers import ApprovalForm
from jinshi_desk.form_words import FORM_KIND
from jinshi_desk.services.form_printing import FormPrinting
from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.printing import print_pages
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class FormDelivery(QObject):
    """Prints and saves off the window's thread; a print is recorded once the printer took it."""

    def __init__(
        self, frame: Frame, printing: FormPrinting, strip: ProgressStrip, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._printing = printing
        self._strip = strip

    def print_(self, numbers: Sequence[str]) -> None:
        """Ask for a printer and send filled forms to it.

        Raises:
            ApprovalOver, WrongStatus: one of them may not be printed; nobody was asked.
        """
        self._printing.refuse_unprintable(numbers)
        printer = self._frame.dialogs.choose_printer(self.tr("打印 {} 份审批表").format(len(numbers)))
        if printer is not None:
            forms = self._printing.papers(numbers)
            self._send(forms, printer, partial(self._printing.record, list(numbers)))

    def print_blank(self, kind: FormKind, copies: int) -> None:
        """Ask for a printer and send blank forms to it. Raises as ``FormPrinting.blank`` does."""
        forms = self._printing.blank(kind, copies)
        printer = self._frame.dialogs.choose_printer(self.tr("打印 {} 份空白表").format(copies))
        if printer is not None:
            self._send(forms, printer, _nothing)

    def save(self, numbers: Sequence[str]) -> None:
        """Ask where to, and write filled forms there as one PDF; this is a print and recorded as one.

        Raises:
            ApprovalOver, WrongStatus: one of them may not be printed; nobody was asked.
        """
        self._printing.refuse_unprintable(numbers)
        several = self.tr("审批表 {} 份").format(len(numbers))
        path = self._ask(numbers[0] if len(numbers) == 1 else several)
        if path is not None:
            self._write(partial(self._printing.save, list(numbers), path), len(numbers), path)

    def save_blank(self, kind: FormKind, copies: int) -> None:
        """Ask where to, and write blank forms there. Raises as ``FormPrinting.blank`` does."""
        self._printing.blank(kind, copies)
        path = self._ask(self.tr("空白{}").format(FORM_KIND[kind]))
        if path is not None:
            self._write(partial(self._printing.save_blank, kind, copies, path), copies, path)

    def _ask(self, name: str) -> Path | None:
        kinds = [self.tr("PDF (*.pdf)")]
        path = self._frame.dialogs.save_file(self.tr("存为PDF"), f"{name}.pdf", kinds)
        if path is None or path.suffix.casefold() == ".pdf":
            return path
        return path.with_name(f"{path.name}.pdf")

    def _send(self, forms: Sequence[ApprovalForm], printer: "QPrinter", record: Callable[[], object]) -> None:
        task = self._frame.tasks.start(partial(_print, self._printing, tuple(forms), printer))
        task.succeeded.connect(partial(self._on_printed, record))
        task.cancelled.connect(lambda: self._frame.notices.tell_act(self.tr("已停下")))
        self._strip.watch(task, self.tr("正在打印"))

    def _write(self, write: Callable[[], object], forms: int, path: Path) -> None:
        task = self._frame.tasks.start(lambda _progress: write())
        task.succeeded.connect(lambda _printed: self._tell_saved(forms, path))
        self._strip.watch(task, self.tr("正在存文件"))

    def _on_printed(self, record: Callable[[], object], result: tuple[int, bool]) -> None:
        pages, taken = result
        if not taken:
            self._frame.notices.tell_refusal(self.tr("打印机没有接收，看它是否开机、连好，再打印一次。"))
            return
        record()
        self._frame.notices.tell_act(self.tr("已送去打印，共 {} 页").format(pages))

    def _tell_saved(self, forms: int, path: Path) -> None:
        words = self.tr("已存 {} 份：{}").format(forms, path.name)
        self._frame.notices.tell_result(words, self.tr("打开文件夹"), partial(_open_folder, path.parent))


def _print(
    printing: FormPrinting, forms: Sequence[ApprovalForm], printer: "QPrinter", progress: Progress
) -> tuple[int, bool]:
    pages = printing.pages(forms).content
    return len(pages), print_pages(pages, printer, progress)


def _nothing() -> None:
    """Record nothing: a blank form has no record."""


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

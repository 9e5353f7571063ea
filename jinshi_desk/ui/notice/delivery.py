"""What leaves the desk: the printed notice and its files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from jinshi_desk.domain.notices import Notice
from jinshi_desk.services.notice_files import Format, NoticeFiles
from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.printing import print_pages
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Delivery(QObject):
    """Prints and saves, both off the window's thread."""

    def __init__(
        self, frame: Frame, files: NoticeFiles, strip: ProgressStrip, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._files = files
        self._strip = strip

    def print_(self, notice: Notice) -> None:
        """Ask for a printer and send ``notice`` to it."""
        title = self.tr("打印{}通报").format(notice.period.label)
        printer = self._frame.dialogs.choose_printer(title)
        if printer is None:
            return
        task = self._frame.tasks.start(partial(_print, self._files, notice, printer))
        task.succeeded.connect(self._on_printed)
        task.cancelled.connect(self._on_cancelled)
        self._strip.watch(task, self.tr("正在打印"))

    def save(self, notice: Notice, formats: Sequence[Format]) -> None:
        """Ask for a folder and write ``notice`` there in each of ``formats``."""
        title = self.tr("{}通报存到哪个文件夹").format(notice.period.label)
        folder = self._frame.dialogs.choose_folder(title)
        if folder is None or not self._may_replace(folder, notice, formats):
            return
        words = {form.value: self.tr("正在写 {}").format(form.value.upper()) for form in formats}
        task = self._frame.tasks.start(partial(_save, self._files, notice, folder, formats, words))
        task.succeeded.connect(self._on_saved)
        task.cancelled.connect(self._on_cancelled)
        self._strip.watch(task, self.tr("正在存文件"))

    def _may_replace(self, folder: Path, notice: Notice, formats: Sequence[Format]) -> bool:
        names = [f"{notice.stem}.{form}" for form in formats]
        there = [name for name in names if (folder / name).exists()]
        if not there:
            return True
        return self._frame.dialogs.confirm(
            self.tr("文件夹里已有{}通报，替换吗？").format(notice.period.label),
            self.tr("要替换 {} 个文件：{}").format(len(there), "、".join(there)),
            self.tr("替换"),
            safe=self.tr("先不存"),
        )

    @Slot(object)
    def _on_printed(self, result: tuple[int, bool]) -> None:
        pages, taken = result
        if taken:
            self._frame.notices.tell_act(self.tr("已送去打印，共 {} 页").format(pages))
        else:
            self._frame.notices.tell_refusal(self.tr("打印机没有接收，看它是否开机、连好，再打印一次。"))

    @Slot(object)
    def _on_saved(self, files: list[Path]) -> None:
        self._frame.notices.tell_result(
            self.tr("{} 已存为 {}").format(
                files[0].stem, "、".join(file.suffix.lstrip(".").upper() for file in files)
            ),
            self.tr("打开文件夹"),
            partial(_open_folder, files[0].parent),
        )

    @Slot()
    def _on_cancelled(self) -> None:
        self._frame.notices.tell_act(self.tr("已停下"))


def _print(files: NoticeFiles, notice: Notice, printer: "QPrinter", progress: Progress) -> tuple[int, bool]:
    pages = files.pages(notice)
    return len(pages), print_pages(pages, printer, progress)


def _save(
    files: NoticeFiles,
    notice: Notice,
    folder: Path,
    formats: Sequence[Format],
    words: dict[str, str],
    progress: Progress,
) -> list[Path]:
    return files.save(notice, folder, formats, _Worded(progress, words))


class _Worded:
    """Passes steps on in the words of the window."""

    def __init__(self, progress: Progress, words: dict[str, str]) -> None:
        self._progress = progress
        self._words = words

    def step(self, done: int, total: int, what: str = "") -> None:
        self._progress.step(done, total, self._words.get(what, what))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

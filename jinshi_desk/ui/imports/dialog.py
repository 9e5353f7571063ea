"""The window in which files come in, one after another."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.services.importing import Decisions, ImportDesk, Imported
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.imports.pages import ReadingPage, TroublePage
from jinshi_desk.ui.imports.preview import Preview
from jinshi_desk.ui.imports.session import ImportSession
from jinshi_desk.ui.imports.undoing import take_back
from jinshi_desk.ui.tasks import Task

_USUAL = QSize(1366, 694)
_READING, _TROUBLE, _PREVIEW = range(3)


class ImportDialog(QDialog):
    """Begins to read at once and closes after the last file.

    What came in is told by a toast of the window, with the way back.
    """

    imported = Signal(object)  # the Imported of each file

    def __init__(
        self, frame: Frame, imports: ImportDesk, files: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._imports = imports
        self._files = list(files)
        self._number = 0
        self._closing = False
        self._brought: list[Imported] = []
        self._rows = 0
        self._is_in = False
        look = frame.look
        self.session = ImportSession(imports, frame.tasks, self)
        self.reading = ReadingPage(look)
        self.trouble = TroublePage(look)
        self.preview = Preview(look, imports, self.session)
        self._pages = QStackedWidget()
        self._connect()
        self._arrange()
        self._read()

    def _connect(self) -> None:
        session, preview, side = self.session, self.preview, self.preview.side
        session.started.connect(self._on_started)
        session.opened.connect(self._on_opened)
        session.refused.connect(self._on_refused)
        session.brought.connect(self._on_brought)
        session.ended.connect(self._on_ended)
        self.trouble.another_wanted.connect(self._on_another_wanted)
        self.trouble.skipped.connect(self._go_on)
        preview.another_wanted.connect(self._on_another_wanted)
        preview.import_wanted.connect(self._on_import_wanted)
        side.undecided_wanted.connect(self._on_undecided_wanted)
        side.saving_wanted.connect(self._on_saving_wanted)
        side.loading_wanted.connect(self._on_loading_wanted)
        side.cancel_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("导入表格"))
        self.setAccessibleName(self.tr("导入表格"))
        for page in (_framed(self.reading), _framed(self.trouble), self.preview):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        over = self.parentWidget()
        size = over.window().size() if over is not None else _USUAL
        screen = QGuiApplication.primaryScreen()
        self.resize(size.boundedTo(screen.availableSize()) if screen is not None else size)

    @property
    def file(self) -> Path:
        """The file that is open or being opened."""
        return self._files[self._number]

    def reject(self) -> None:
        """Close; what is under way is stopped first, decisions are not thrown away unasked."""
        if self._closing:
            return
        if self._pages.currentIndex() == _PREVIEW and self.session.decided and not self._agrees():
            return
        self._closing = True
        if self.session.busy:
            self.session.cancel()
        else:
            self._finish()

    def _agrees(self) -> bool:
        return self._frame.dialogs.confirm(
            self.tr("不导入《{}》？").format(self.file.name),
            self.tr("作过的 {} 个决定不会留下；要留，先“决定另存”。").format(self.session.decided),
            self.tr("不导入"),
            safe=self.tr("接着定"),
        )

    def _read(self) -> None:
        self._pages.setCurrentIndex(_READING)
        self.session.open(self.file)

    @Slot()
    def _go_on(self) -> None:
        """Go to the next file, or close after the last."""
        self._number += 1
        if self._number < len(self._files):
            self._read()
        else:
            self._number -= 1
            self._finish()

    def _finish(self) -> None:
        if self._brought:
            batches = [imported.batch for imported in reversed(self._brought)]
            undo = partial(take_back, self._frame, self._imports, batches)
            self._frame.notices.tell_act(self.tr("已导入 {} 行").format(self._rows), undo)
            self.accept()
        else:
            super().reject()

    @Slot(object, str)
    def _on_started(self, task: Task, what: str) -> None:
        if self.session.sheet is None:
            self.reading.watch(task, what)
        else:
            self.preview.strip.watch(task, what)

    @Slot()
    def _on_opened(self) -> None:
        if self._closing or self.session.sheet is None:
            return
        several = len(self._files) > 1
        place = (
            self.tr("第 {} 个文件（共 {} 个）").format(self._number + 1, len(self._files)) if several else ""
        )
        self._pages.setCurrentIndex(_PREVIEW)
        self.preview.show_file(self.session.sheet, place)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
        self._show_trouble(error_sentence(error))

    def _show_trouble(self, sentence: str) -> None:
        self._pages.setCurrentIndex(_TROUBLE)
        self.trouble.show_trouble(sentence, more=self._number + 1 < len(self._files))

    @Slot(object)
    def _on_brought(self, imported: Imported) -> None:
        if self.session.sheet is not None:
            self._rows += self.session.sheet.reading.counts.imported
        self._brought.append(imported)
        self._is_in = True
        self.imported.emit(imported)

    @Slot()
    def _on_ended(self) -> None:
        if self._closing:
            self._finish()
            return
        self.preview.set_busy(False)
        if self._is_in:
            self._is_in = False
            self._go_on()
        elif self._pages.currentIndex() == _READING:  # cancelled, or a fault that is told elsewhere
            self._show_trouble(self.tr("{} 没有读完，什么都没有导入。").format(self.file.name))

    @Slot()
    def _on_import_wanted(self) -> None:
        self.preview.set_busy(True)
        self.session.bring_in(self.preview.side.batch.answers)

    @Slot()
    def _on_another_wanted(self) -> None:
        kinds = (self.tr("表格 (*.xlsx *.xls *.et *.csv)"), self.tr("所有文件 (*)"))
        file = self._frame.dialogs.choose_file(self.tr("要导入的表格"), kinds)
        if file is not None:
            self._files[self._number] = file
            self._read()

    @Slot()
    def _on_undecided_wanted(self) -> None:
        sheet = self.session.sheet
        suggested = f"{self.file.name}.待定.xlsx"
        file = self._frame.dialogs.save_file(self.tr("待定行另存"), suggested, (self.tr("表格 (*.xlsx)"),))
        if file is not None and sheet is not None:
            with self._told_here():
                self._imports.write_undecided(sheet, file)
                told = self.tr("待定的 {} 行已存到 {}")
                self.preview.tell(told.format(sheet.reading.counts.asked, file.name))

    @Slot()
    def _on_saving_wanted(self) -> None:
        kinds = (self.tr("导入决定 (*.json)"),)
        file = self._frame.dialogs.save_file(self.tr("决定另存"), self.tr("导入决定.json"), kinds)
        if file is not None:
            with self._told_here():
                self._imports.save_decisions(Decisions(self.session.answers), file)
                self.preview.tell(self.tr("{} 个决定已存到 {}").format(len(self.session.answers), file.name))

    @Slot()
    def _on_loading_wanted(self) -> None:
        file = self._frame.dialogs.choose_file(self.tr("载入决定"), (self.tr("导入决定 (*.json)"),))
        if file is not None:
            with self._told_here():
                self.session.load(file)

    @contextmanager
    def _told_here(self) -> Iterator[None]:
        """Tell a refusal in this window: the toast of the main one would be behind it."""
        try:
            yield
        except DeskError as error:
            self.preview.refuse(error)


def _framed(panel: QWidget) -> QWidget:
    """Return ``panel`` on a page of its own, as far from the window's edge as those of the preview."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 8, 8, 8)
    column.addWidget(panel)
    return page

"""核对单: a page for each unit, or for one, as they will be printed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.papers.typesetting import SetPaper
from jinshi_desk.services.progress import Progress
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.dialog_room import fit
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.paper_preview import PaperPreview, PreviewBar
from jinshi_desk.ui.widgets.printing import print_pages

_SIZE = 820, 660


class UnitSheetsDialog(QDialog):
    """Shows the sheets of a month, prints them, saves them as one file or a file for each unit."""

    def __init__(
        self,
        frame: Frame,
        desk: UnitSheetDesk,
        month: Month,
        units: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._month = frame, desk, month
        look = frame.look
        self.setWindowTitle(self.tr("{}核对单").format(month.label))
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("全部单位，或打拼音选一家"))
        self.unit.set_choices(units)
        self.preview = PaperPreview(look)
        self.bar = PreviewBar(look, self.preview)
        self.print_button = Button(look, self.tr("打印…"), icon="print", kind="primary", key="Ctrl+P")
        self.save_button = Button(look, self.tr("存为 PDF…"), icon="export", key="Ctrl+Shift+S")
        self.each_button = Button(look, self.tr("每家一个文件…"), icon="folder")
        self.close_button = Button(look, self.tr("关闭"))
        self.close_button.set_tip("", "Esc")
        self.unit.chosen.connect(self._set)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.each_button.clicked.connect(self._on_each_clicked)
        self.close_button.clicked.connect(self.reject)
        self._arrange()
        self.preview.setFocus()
        self._set()

    @property
    def units(self) -> tuple[str, ...]:
        """The unit chosen; none is all of them."""
        return (self.unit.chosen_id,) if self.unit.chosen_id else ()

    def _arrange(self) -> None:
        look = self._frame.look
        panel = Panel(look)
        panel.band.addWidget(self.unit, 1)
        panel.band.addStretch()
        panel.band.addWidget(self.bar)
        panel.body.addWidget(self.preview, 1)
        panel.foot.addWidget(self.print_button)
        panel.foot.addWidget(self.save_button)
        panel.foot.addWidget(self.each_button)
        panel.foot.addStretch()
        panel.foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(panel)
        fit(self, look, _SIZE)

    def _allow(self, *, ready: bool) -> None:
        for button in (self.print_button, self.save_button, self.each_button):
            button.setEnabled(ready)

    @Slot()
    def _set(self) -> None:
        self._allow(ready=False)
        units = self.units
        task = self._frame.tasks.start(lambda _: self._desk.pages(self._month, units))
        task.succeeded.connect(partial(self._on_set, units))

    def _on_set(self, units: tuple[str, ...], paper: SetPaper) -> None:
        if units == self.units:
            self.preview.show_pages(paper.content)
            self._allow(ready=True)

    @Slot()
    def _on_print_clicked(self) -> None:
        printer = self._frame.dialogs.choose_printer(self.windowTitle())
        if printer is None:
            return
        month, units, desk = self._month, self.units, self._desk

        def print_all(progress: Progress) -> tuple[int, bool]:
            # both sides are printed on: each unit begins on the front of a leaf
            pages = desk.pages(month, units, duplex=True).content
            return len(pages), print_pages(pages, printer, progress)

        self._frame.tasks.start(print_all).succeeded.connect(self._on_printed)

    @Slot(object)
    def _on_printed(self, result: tuple[int, bool]) -> None:
        pages, taken = result
        if taken:
            self._frame.notices.tell_act(self.tr("核对单已送去打印，共 {} 页").format(pages))
            self.accept()
        else:
            self._frame.notices.tell_refusal(self.tr("打印机没有接收，看它是否开机、连好，再打印一次。"))

    @Slot()
    def _on_save_clicked(self) -> None:
        name = self.tr("核对单-{}.pdf").format(self._month)
        path = self._frame.dialogs.save_file(self.tr("存核对单"), name, [self.tr("PDF 文件 (*.pdf)")])
        if path is not None:
            self._desk.save(self._month, self.units, path)
            self._frame.notices.tell_act(self.tr("核对单已存到 {}").format(path.name))
            self.accept()

    @Slot()
    def _on_each_clicked(self) -> None:
        folder = self._frame.dialogs.choose_folder(self.tr("核对单存到哪个文件夹"))
        if folder is not None:
            month, units, desk = self._month, self.units, self._desk
            task = self._frame.tasks.start(lambda _: desk.save_each(month, units, folder)[0])
            said = self.tr("已存 {} 份核对单到 {}")
            notices = self._frame.notices
            task.succeeded.connect(lambda files: notices.tell_act(said.format(len(files), folder.name)))
            self.accept()

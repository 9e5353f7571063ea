"""催报单: one list of the ticked units or a slip for each, as it will be printed."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jinshi_desk.domain.reminder_papers import ReminderSheet
from jinshi_desk.papers.typesetting import SetPaper
from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.paper_preview import PaperPreview, PreviewBar
from jinshi_desk.ui.widgets.printing import print_pages

_SIZE = 760, 640


class SheetDialog(QDialog):
    """Shows the paper, prints it and saves it; ``delivered`` says in words what was done with it."""

    delivered = Signal(str)

    def __init__(
        self, frame: Frame, desk: ReminderSheetDesk, sheet: ReminderSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._sheet = frame, desk, sheet
        look = frame.look
        self.setWindowTitle(self.tr("{}月催报单").format(sheet.month.month))
        self.kinds = Segments(look, self.tr("催报单样式"))
        self.preview = PaperPreview(look)
        self.bar = PreviewBar(look, self.preview)
        self.print_button = Button(look, self.tr("打印…"), icon="print", kind="primary", key="Ctrl+P")
        self.save_button = Button(look, self.tr("存为 PDF…"), icon="export", key="Ctrl+Shift+S")
        self.close_button = Button(look, self.tr("关闭"))
        self.close_button.set_tip("", "Esc")
        self.kinds.chosen.connect(self._set)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)
        self._arrange()
        self.kinds.show_segments(
            [Segment("list", self.tr("全部一张")), Segment("slips", self.tr("每家一张"))]
        )
        self.kinds.choose("list")
        self.preview.setFocus()
        self._set()

    @property
    def _slips(self) -> bool:
        return self.kinds.current == "slips"

    def _arrange(self) -> None:
        look = self._frame.look
        panel = Panel(look)
        panel.band.addWidget(self.kinds)
        panel.band.addStretch()
        panel.band.addWidget(self.bar)
        panel.body.addWidget(self.preview, 1)
        panel.foot.addWidget(self.print_button)
        panel.foot.addWidget(self.save_button)
        panel.foot.addStretch()
        panel.foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(panel)
        fit(self, look, _SIZE)

    @Slot()
    def _set(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(False)
        slips = self._slips
        task = self._frame.tasks.start(lambda _: self._desk.pages(self._sheet, slips=slips))
        task.succeeded.connect(partial(self._on_set, slips=slips))

    def _on_set(self, paper: SetPaper, *, slips: bool) -> None:
        if slips == self._slips:
            self.preview.show_pages(paper.content)
            for button in (self.print_button, self.save_button):
                button.setEnabled(True)

    @Slot()
    def _on_print_clicked(self) -> None:
        printer = self._frame.dialogs.choose_printer(self.windowTitle())
        if printer is not None:
            pages = self.preview.svgs
            task = self._frame.tasks.start(
                lambda progress: (len(pages), print_pages(pages, printer, progress))
            )
            task.succeeded.connect(self._on_printed)

    @Slot(object)
    def _on_printed(self, result: tuple[int, bool]) -> None:
        pages, taken = result
        if taken:
            self.accept()
            self.delivered.emit(self.tr("催报单已送去打印，共 {} 页").format(pages))
        else:
            self._frame.notices.tell_refusal(self.tr("打印机没有接收，看它是否开机、连好，再打印一次。"))

    @Slot()
    def _on_save_clicked(self) -> None:
        each = self.tr("-各单位") if self._slips else ""
        name = self.tr("催报单-{}{}.pdf").format(self._sheet.month, each)
        path = self._frame.dialogs.save_file(self.tr("存催报单"), name, [self.tr("PDF 文件 (*.pdf)")])
        if path is not None:
            self._desk.save(self._sheet, path, slips=self._slips)
            self.accept()
            self.delivered.emit(self.tr("催报单已存到 {}").format(path.name))

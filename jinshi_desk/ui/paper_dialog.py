"""A paper as it will be printed, with what prints and saves it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from jinshi_desk.papers.typesetting import SetPaper
from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.dialog_room import fit
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.paper_preview import PaperPreview, PreviewBar
from jinshi_desk.ui.widgets.printing import print_pages


class PaperDialog(QDialog):
    """Shows a paper and prints it; ``delivered`` says in words what was done with it.

    What is asked above the page, and how it is saved, is its heirs'.
    """

    delivered = Signal(str)

    def __init__(self, frame: Frame, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._name = frame, name
        self._wanted = 0
        look = frame.look
        self.preview = PaperPreview(look)
        self.bar = PreviewBar(look, self.preview)
        self.print_button = Button(look, self.tr("打印…"), icon="print", kind="primary", key="Ctrl+P")
        self.save_button = Button(look, self.tr("存为 PDF…"), icon="export", key="Ctrl+Shift+S")
        self.close_button = Button(look, self.tr("关闭"))
        self.close_button.set_tip("", "Esc")
        self._deliveries: tuple[QPushButton, ...] = (self.print_button, self.save_button)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self, size: tuple[int, int], head: QWidget, *others: QPushButton, stretch: int = 0) -> None:
        """Put ``head`` above the page and ``others`` beside the buttons below it."""
        look = self._frame.look
        self._deliveries += others
        panel = Panel(look)
        panel.band.addWidget(head, stretch)
        panel.band.addStretch()
        panel.band.addWidget(self.bar)
        panel.body.addWidget(self.preview, 1)
        for button in self._deliveries:
            panel.foot.addWidget(button)
        panel.foot.addStretch()
        panel.foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(panel)
        fit(self, look, size)
        self.preview.setFocus()

    def _want(self, make: Callable[[], SetPaper]) -> None:
        """Have a paper set beside the window's thread and show it, unless another is wanted by then."""
        self._wanted += 1
        self._allow(ready=False)
        task = self._frame.tasks.start(lambda _: make())
        task.succeeded.connect(partial(self._on_set, self._wanted))

    def _on_set(self, wish: int, paper: SetPaper) -> None:
        if wish == self._wanted:
            self.preview.show_pages(paper.content)
            self._allow(ready=True)

    def _allow(self, *, ready: bool) -> None:
        for button in self._deliveries:
            button.setEnabled(ready)

    def _printed(self) -> Callable[[], Sequence[bytes]]:
        """Return what gives the pages for the printer; it is called on the worker thread."""
        pages = self.preview.svgs
        return lambda: pages

    @Slot()
    def _on_print_clicked(self) -> None:
        printer = self._frame.dialogs.choose_printer(self.windowTitle())
        if printer is None:
            return
        make = self._printed()

        def print_all(progress: Progress) -> tuple[int, bool]:
            pages = make()
            return len(pages), print_pages(pages, printer, progress)

        self._frame.tasks.start(print_all).succeeded.connect(self._on_printed)

    @Slot(object)
    def _on_printed(self, result: tuple[int, bool]) -> None:
        pages, taken = result
        if taken:
            self._deliver(self.tr("{}已送去打印，共 {} 页").format(self._name, pages))
        else:
            self._frame.notices.tell_refusal(self.tr("打印机没有接收，看它是否开机、连好，再打印一次。"))

    def _deliver(self, words: str) -> None:
        """Close, and tell what was done."""
        self.accept()
        self.delivered.emit(words)

"""考核摘录: what other assessments take from the year, as it will be printed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.year_extracts import DEFAULT_N, Extract, ExtractPaper
from jinshi_desk.papers.typesetting import SetPaper
from jinshi_desk.services.progress import Progress
from jinshi_desk.services.year_extracts import YearExtractDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.ledgers.fields import PointsField
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import label, restyle
from jinshi_desk.ui.widgets.page_panel import PagePanel, say
from jinshi_desk.ui.widgets.printing import print_pages
from jinshi_desk.ui.widgets.typesetter import Typesetter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_POINTS = 56


class Wish(NamedTuple):
    """The extract that is to be shown; ``stamp`` tells apart what the books said at other times."""

    year: int
    extract: Extract
    n: int
    stamp: int


class ExtractsPage(PagePanel):
    """One extract at a time; it is printed and saved as it is shown."""

    told = Signal(str)  # what was done

    def __init__(self, frame: Frame, desk: YearExtractDesk, parent: QWidget | None = None) -> None:
        super().__init__(frame.look, parent)
        self._frame, self._desk = frame, desk
        self._year = self._stamp = 0
        self._paper: ExtractPaper | None = None
        look = frame.look
        self.kinds = Segments(look, self.tr("给哪项考核"))
        self.kinds.show_segments(
            [
                Segment(Extract.PERFORMANCE, self.tr("绩效考核")),
                Segment(Extract.ACCOUNTABILITY, self.tr("述职评议")),
                Segment(Extract.CADRE, self.tr("干部考核")),
            ]
        )
        self.best = PointsField(self.tr("折算满分"))
        self.best.setText(plain(DEFAULT_N))
        self.best.setFixedWidth(look.theme.scaled(_POINTS))
        self.best.setToolTip(self.tr("本组最高分折成几分，其余按比例"))
        self.print_button = Button(look, self.tr("打印…"), icon="print", kind="primary", key="Ctrl+P")
        self.save_button = Button(look, self.tr("存为 PDF…"), icon="export", key="Ctrl+Shift+S")
        self.sheet_button = Button(look, self.tr("存为表格…"), icon="export")
        self.why_none = label("", "body")
        self.why_none.setContentsMargins(13, 12, 12, 12)
        self.why_none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why_none.hide()
        self.fault = self.add_note("hint")
        self.typesetter = Typesetter(self._set_pages, frame.tasks, self)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._want)
        self.best.textChanged.connect(self._want)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(partial(self._on_save_clicked, ".pdf", self.tr("PDF 文件 (*.pdf)")))
        self.sheet_button.clicked.connect(partial(self._on_save_clicked, ".xlsx", self.tr("表格 (*.xlsx)")))
        self.typesetter.paged.connect(self._on_paged)
        self.typesetter.failed.connect(self._on_failed)

    def _arrange(self) -> None:
        self.title.hide()
        self.chosen_best = QWidget()
        self.chosen_best.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self.chosen_best)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("折算满分"), "label"))
        row.addWidget(self.best)
        self.band.insertWidget(0, self.kinds)
        self.band.insertWidget(1, self.chosen_best)
        self.body.insertWidget(0, self.why_none, 1)
        for button in (self.print_button, self.save_button, self.sheet_button):
            self.foot.addWidget(button)
        self.foot.addStretch()

    @property
    def extract(self) -> Extract:
        """The extract chosen."""
        return Extract(self.kinds.current)

    def show_year(self, year: int, *, there: bool) -> None:
        """Show the extracts of ``year`` as the books are now; say so where it is not ``there``."""
        self._year = year if there else 0
        self.why_none.setText(self.tr("{}年没有登记过稿件。").format(year))
        self.why_none.setVisible(not there)
        for part in (self.preview, self.bar):
            part.setVisible(there)
        self._stamp += 1
        self._want()

    @Slot()
    def _want(self, *_: object) -> None:
        self.chosen_best.setVisible(self.extract is Extract.PERFORMANCE)
        best = self.best.cents or 0
        restyle(self.best, "problem", "" if best > 0 else "bad")
        if not self._year or (best <= 0 and self.extract is Extract.PERFORMANCE):
            self.typesetter.drop()
            self._show(None, [])
            return
        self._allow(ready=False)
        n = best if self.extract is Extract.PERFORMANCE else DEFAULT_N
        self.typesetter.want(Wish(self._year, self.extract, n, self._stamp))

    def _set_pages(self, wish: Wish) -> tuple[ExtractPaper, SetPaper]:
        """Make the pages; called on the worker thread."""
        paper = self._desk.paper(wish.year, wish.extract, wish.n)
        return paper, self._desk.pages(paper)

    @Slot(object)
    def _on_paged(self, done: tuple[ExtractPaper, SetPaper]) -> None:
        paper, found = done
        self._show(paper, found.content)
        say(self.fault, error_sentence(found.fault) if found.fault else "")

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show(None, [])
        raise error

    def _show(self, paper: ExtractPaper | None, pages: list[bytes]) -> None:
        self._paper = paper
        self.preview.show_pages(pages)
        self._allow(ready=paper is not None)

    def _allow(self, *, ready: bool) -> None:
        for button in (self.print_button, self.save_button, self.sheet_button):
            button.setEnabled(ready)

    @Slot()
    def _on_print_clicked(self) -> None:
        printer = self._frame.dialogs.choose_printer(self.tr("打印考核摘录"))
        if printer is not None:
            task = self._frame.tasks.start(partial(_print, self.preview.svgs, printer))
            task.succeeded.connect(self._on_printed)

    @Slot(object)
    def _on_printed(self, result: tuple[int, bool]) -> None:
        pages, taken = result
        if taken:
            self.told.emit(self.tr("已送去打印，共 {} 页").format(pages))
        else:
            self._frame.notices.tell_refusal(self.tr("打印机没有接收，看它是否开机、连好，再打印一次。"))

    def _on_save_clicked(self, ending: str, kind: str) -> None:
        paper = self._paper
        if paper is None:
            return
        path = self._frame.dialogs.save_file(self.tr("存考核摘录"), f"{paper.title}{ending}", [kind])
        if path is not None:
            task = self._frame.tasks.start(partial(_save, self._desk, paper, path))
            task.succeeded.connect(self._on_saved)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.told.emit(self.tr("已存为 {}").format(path.name))


def _print(pages: Sequence[bytes], printer: "QPrinter", progress: Progress) -> tuple[int, bool]:
    return len(pages), print_pages(pages, printer, progress)


def _save(desk: YearExtractDesk, paper: ExtractPaper, path: Path, _: Progress) -> Path:
    return desk.save(paper, path)

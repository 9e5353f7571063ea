"""核对单: the units' pages as they will be printed, sent and recorded, and what comes back from the units."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import NewObjection
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.unit_sheets import UnitSheet
from jinshi_desk.papers.typesetting import SetPaper
from jinshi_desk.services.progress import Progress
from jinshi_desk.services.sheet_deliveries import SheetStatus
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.ledgers.acts import LedgerActs
from jinshi_desk.ui.ledgers.objection_pages import ObjectionPage
from jinshi_desk.ui.paper_dialog import PaperDialog
from jinshi_desk.ui.sent_form import Sent
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.unit_sheets.desks import UnitSheetDesks
from jinshi_desk.ui.unit_sheets.sent_form import SentSheetsDialog
from jinshi_desk.ui.unit_sheets.unit_list import UnitList
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.dialog_room import fit
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.panel import Panel, Split
from jinshi_desk.ui.widgets.toast import Toast
from jinshi_desk.ui.widgets.typesetter import Typesetter
from jinshi_desk.wording import CHANNEL

_SIZE = 1180, 660
_LIST = 372


class UnitSheetsDialog(PaperDialog):
    """Shows the sheet of the unit the list stands on; what is done is done with all that are ticked."""

    loaded = Signal()  # the sheets are made and shown

    def __init__(
        self,
        frame: Frame,
        desks: UnitSheetDesks,
        month: Month,
        choices: Sequence[Choice],
        units: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame, self.tr("核对单"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._left = False
        self._desks, self._month = desks, month
        self._first: Collection[str] | None = units
        self._undo: Callable[[], None] | None = None
        self._channel = Channel.PAPER
        self.setWindowTitle(self.tr("{}核对单").format(month.label))
        look = frame.look
        self.units = UnitList(look, choices, frame.settings)
        self.each_button = Button(look, self.tr("每家一个文件…"), icon="folder")
        self.sheet_button = Button(look, self.tr("存为表格…"), icon="export")
        self.record_button = Button(look, self.tr("记为已发…"), icon="check", key="Ctrl+M")
        self.object_button = Button(look, self.tr("登记异议…"), icon="edit", key="Ctrl+N")
        self._deliveries += (self.each_button, self.sheet_button, self.record_button)
        self.typesetter = Typesetter(desks.sheets.pages, frame.tasks, self)
        self._right = QStackedWidget()
        self._arrange()
        self.toast = Toast(look, self._right)
        self._connect()
        self._allow(ready=False)
        self.object_button.setEnabled(False)
        self.reload()

    def _arrange(self) -> None:
        look = self._frame.look
        page = Panel(look)
        page.band.addWidget(self.bar)
        page.band.addStretch()
        page.body.addWidget(self.preview, 1)
        page.foot.addWidget(self.object_button)
        page.foot.addStretch()
        self._right.addWidget(page)
        split = Split(self.units, self._right, stretch=1)
        split.remember(self._frame.settings, "unit_sheets", self._share)
        foot = FootBand(look, left=4, right=4)
        for button in self._deliveries:
            foot.row.addWidget(button)
        foot.row.addStretch()
        foot.row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(8)
        column.addWidget(split, 1)
        column.addWidget(foot)
        fit(self, look, _SIZE)
        self.units.list.setFocus()

    def _share(self, width: int) -> list[int]:
        listed = self._frame.look.theme.scaled(_LIST)
        return [listed, max(1, width - listed)]

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save_clicked)
        self.each_button.clicked.connect(self._on_each_clicked)
        self.sheet_button.clicked.connect(self._on_sheet_clicked)
        self.record_button.clicked.connect(self.record)
        self.object_button.clicked.connect(self._on_objection_wanted)
        self.units.entered.connect(self._on_unit_entered)
        self.units.ticked_anew.connect(self._on_ticked_anew)
        self.typesetter.paged.connect(self._on_paged)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo)
        self.toast.undone.connect(self.undo)
        notices = self._frame.notices
        notices.act_told.connect(self._on_act_told)
        notices.refusal_told.connect(self.toast.show_refusal)
        self._frame.news.changed.connect(self._on_news)

    # --- showing

    def reload(self) -> None:
        """Make the sheets anew, beside the window's thread."""
        desks, month = self._desks, self._month

        def made(_progress: Progress) -> tuple[SheetStatus, ...]:
            return desks.deliveries.statuses(month, desks.sheets.sheets(month))

        self._frame.tasks.start(made).succeeded.connect(self._on_made)

    @Slot(object)
    def _on_made(self, statuses: Sequence[SheetStatus]) -> None:
        ticked = None
        if self._first is not None:
            ticked = self._first or [each.sheet.unit_id for each in statuses]
            self._first = None
        self.units.show_statuses(statuses, ticked)
        self._on_ticked_anew()
        self.loaded.emit()

    @Slot(object)
    def _on_unit_entered(self, sheet: UnitSheet | None) -> None:
        self.object_button.setEnabled(sheet is not None)
        if sheet is not None:
            self.typesetter.want((sheet,))

    @Slot(object)
    def _on_paged(self, paper: SetPaper) -> None:
        self.preview.show_pages(paper.content)

    @Slot()
    def _on_ticked_anew(self) -> None:
        ready = bool(self.units.ticked)
        self._allow(ready=ready)

    # --- sending

    def _printed(self) -> Callable[[], Sequence[bytes]]:
        sheets, desk = self.units.ticked, self._desks.sheets
        # both sides are printed on: each unit begins on the front of a leaf
        return lambda: desk.pages(sheets, duplex=True).content

    def _deliver(self, words: str) -> None:
        self._offer(words, Channel.PAPER)

    def _offer(self, words: str, channel: Channel) -> None:
        """Say what was done, and offer to record that it went out, most likely by ``channel``."""
        if self._left:  # it took longer than the clerk stayed; nothing of this window is there any more
            self._frame.notices.tell_act(words)
            return
        self._channel = channel
        self.toast.show_result(words, self.tr("记为已发 Ctrl+M"), self.record)

    @Slot()
    def _on_save_clicked(self) -> None:
        name, kind = self.tr("核对单-{}.pdf").format(self._month), self.tr("PDF 文件 (*.pdf)")
        desk, sheets = self._desks.sheets, self.units.ticked
        self._save(name, kind, lambda path: desk.save(sheets, path))

    @Slot()
    def _on_sheet_clicked(self) -> None:
        name, kind = self.tr("核对单-{}.xlsx").format(self._month), self.tr("表格 (*.xlsx)")
        desk, sheets = self._desks.sheets, self.units.ticked
        self._save(name, kind, lambda path: desk.save_workbook(sheets, path))

    def _save(self, name: str, kind: str, write: Callable[[Path], object]) -> None:
        path = self._frame.dialogs.save_file(self.tr("存核对单"), name, [kind])
        if path is not None:
            words = self.tr("{} 家的核对单已存到 {}").format(len(self.units.ticked), path.name)
            task = self._frame.tasks.start(lambda _: write(path))
            task.succeeded.connect(lambda _: self._offer(words, Channel.GROUP))

    @Slot()
    def _on_each_clicked(self) -> None:
        folder = self._frame.dialogs.choose_folder(self.tr("核对单存到哪个文件夹"))
        if folder is not None:
            desk, sheets = self._desks.sheets, self.units.ticked
            words = self.tr("已存 {} 份核对单到 {}").format(len(sheets), folder.name)
            task = self._frame.tasks.start(lambda _: desk.save_each(sheets, folder))
            task.succeeded.connect(lambda _: self._offer(words, Channel.GROUP))

    @Slot()
    def record(self) -> None:
        """Ask when and how the ticked sheets went out, and record it."""
        desk, sheets = self._desks.deliveries, self.units.ticked
        known = Sent(self._desks.today(), self._channel, desk.last_sender())
        form = SentSheetsDialog(
            self._frame.look,
            self._month,
            len(sheets),
            known,
            lambda sent: desk.check(sheets, sent.on, sent.channel, sent.by),
            self,
        )
        form.submitted.connect(partial(self._file, sheets))
        form.open()

    def _file(self, sheets: Sequence[UnitSheet], sent: Sent) -> None:
        desk = self._desks.deliveries
        row = desk.record(sheets, sent.on, sent.channel, sent.by)
        words = self.tr("已记：{}发出核对单 {} 家").format(CHANNEL[sent.channel], len(sheets))
        self._frame.notices.tell_act(words, partial(desk.take_back, row))

    # --- what units object to

    @cached_property
    def objection_page(self) -> ObjectionPage:
        """The form for an objection, made when it is first wanted."""
        desks = self._desks.ledgers()
        acts = LedgerActs(desks, self._frame, self)
        page = ObjectionPage(self._frame.look, desks, UnitChoices(desks.register))

        def _on_submitted(new: NewObjection) -> None:
            acts.object_(new)
            self._show_page()

        page.submitted.connect(_on_submitted)
        page.left.connect(self._on_objection_left)
        self._right.addWidget(page)
        return page

    @Slot()
    def _on_objection_wanted(self) -> None:
        sheet = self.units.current
        if sheet is not None:
            self._right.setCurrentWidget(self.objection_page)
            self.objection_page.start(self._month, sheet.unit_id)

    @Slot()
    def _on_objection_left(self) -> None:
        if self._may_leave():
            self._show_page()

    def _show_page(self) -> None:
        self._right.setCurrentIndex(0)
        self.units.list.setFocus()

    def _may_leave(self) -> bool:
        page = self._right.currentWidget()
        return (
            not isinstance(page, ObjectionPage)
            or not page.is_dirty
            or self._frame.dialogs.confirm(
                self.tr("放弃没有登记的异议？"),
                self.tr("填好的内容不会留下。"),
                self.tr("放弃"),
                safe=self.tr("继续填"),
            )
        )

    # --- told here, the window being behind

    def reject(self) -> None:
        """Close; an objection that is typed is not thrown away unasked."""
        if self._may_leave():
            super().reject()

    def done(self, result: int) -> None:
        self._left = True
        super().done(result)

    @Slot()
    def undo(self) -> None:
        """Take back the last act that was told with a way back."""
        undo, self._undo = self._undo, None
        self.toast.hide()
        if undo is not None:
            undo()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toast.isVisible():
            self.toast.place()

    @Slot(str, object)
    def _on_act_told(self, text: str, undo: Callable[[], None] | None) -> None:
        self._undo = undo
        self.toast.show_act(text, undo)

    @Slot(frozenset)
    def _on_news(self, _topics: frozenset[Topic]) -> None:
        self.reload()  # whatever changed may stand on a sheet

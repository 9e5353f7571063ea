"""The month's forms: list, page, and the side where a form is signed and filled."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jinshi_desk.domain.approval_forms import FormState, Release
from jinshi_desk.domain.approvals import FormKind, NewSignature
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.form_papers import ApprovalForm
from jinshi_desk.papers.approval_forms import PrintedForms
from jinshi_desk.services.form_rows import FormRow
from jinshi_desk.ui.approval.acts import FormActs
from jinshi_desk.ui.approval.archive_side import ATTACHABLE
from jinshi_desk.ui.approval.delivery import FormDelivery
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.approval.form_list import ALL, OUT, OVERDUE, FormList
from jinshi_desk.ui.approval.new_page import NewPage
from jinshi_desk.ui.approval.page import FormPage
from jinshi_desk.ui.approval.panes import FormPanes
from jinshi_desk.ui.approval.print_page import BatchPage, BlankPage
from jinshi_desk.ui.approval.side import FACTS, SIGN, FormSide
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.dropped import dropped_files
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip
from jinshi_desk.ui.widgets.typesetter import Typesetter


class FormsPage(LivePage):
    """Knows which form is in front, and what is typed into it."""

    SHOWS: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.APPROVALS, Topic.DRAFTS, Topic.UNITS, Topic.PEOPLE, Topic.SETTINGS, Topic.MONTHS}
    )
    missing_wanted = Signal()
    draft_opened = Signal(str)  # its number
    _strayed = Signal()

    def __init__(self, frame: Frame, desks: ApprovalDesks) -> None:
        super().__init__(frame.news, frame.month, frame.notices)
        self._frame = frame
        self._desks = desks
        self._number = ""
        self._month_shown = frame.month.month
        self._reloading = False
        look = frame.look
        self.list = FormList(frame, desks.forms)
        self.page = FormPage(look)
        self.side = FormSide(look, desks)
        self.new = NewPage(look, desks, lambda: self.month)
        self.blank, self.batch = BlankPage(look), BatchPage(look)
        self.strip = ProgressStrip(look)
        self.acts = FormActs(desks, frame, self)
        self.delivery = FormDelivery(frame, desks.printing, self.strip, self)
        self.typesetter = Typesetter(desks.printing.pages, frame.tasks, self)
        self.nothing = Panel(look)
        self._right = QStackedWidget()
        self.setAcceptDrops(True)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self._connect_list()
        self._connect_side()
        self.new.form_wanted.connect(self._on_form_wanted)
        self.new.push_wanted.connect(self._on_push_wanted)
        self.blank.changed.connect(self._want_page)
        self.blank.print_wanted.connect(lambda: self.delivery.print_blank(*self.blank.wanted))
        self.blank.pdf_wanted.connect(lambda: self.delivery.save_blank(*self.blank.wanted))
        self.batch.print_wanted.connect(lambda: self.delivery.print_(self.batch.numbers))
        self.batch.pdf_wanted.connect(lambda: self.delivery.save(self.batch.numbers))
        for page in (self.new, self.blank, self.batch):
            page.left.connect(self._on_page_left)
        self.typesetter.paged.connect(self._on_paged)
        self.typesetter.failed.connect(self._on_failed)
        # A question inside the mouse press that chose the row would leave the list dragging.
        self._strayed.connect(self._on_strayed, Qt.ConnectionType.QueuedConnection)

    def _connect_list(self) -> None:
        self.list.new_wanted.connect(self._on_new_wanted)
        self.list.blank_wanted.connect(self._on_blank_wanted)
        self.list.batch_wanted.connect(self._on_batch_wanted)
        self.list.missing_wanted.connect(self.missing_wanted)
        self.list.shown.connect(self._tell)
        self.list.view.row_entered.connect(self._on_row_entered)
        self.list.view.row_opened.connect(self._on_row_opened)
        self.list.view.delete_hit.connect(self._on_void_wanted)

    def _connect_side(self) -> None:
        side = self.side
        side.left.connect(self._on_side_left)
        side.save_wanted.connect(self._on_save_wanted)
        side.print_wanted.connect(self._on_print_wanted)
        side.pdf_wanted.connect(self._on_pdf_wanted)
        side.attach_wanted.connect(self._on_attach_wanted)
        side.return_wanted.connect(self._on_return_wanted)
        side.withdraw_wanted.connect(self._on_withdraw_wanted)
        side.credits_wanted.connect(self._on_credits_wanted)
        side.draft_wanted.connect(self._on_draft_wanted)
        side.void_wanted.connect(self._on_void_wanted)
        side.sign.form.submitted.connect(self._on_signed)
        side.sign.release.submitted.connect(self._on_released)
        side.facts.edited.connect(self._want_page)
        side.archive.detach_wanted.connect(lambda which: self.acts.detach(self._number, which))
        side.archive.bound.connect(lambda place: self.acts.bind(self._number, place))

    def _arrange(self) -> None:
        self.page.body.insertWidget(0, self.strip)
        self.strip.hide()
        hint = label(self.tr("左边选一份表，或按 Ctrl+N 填新表。"), "hint")
        hint.setContentsMargins(12, 12, 12, 12)
        self.nothing.body.addWidget(hint)
        self.nothing.body.addStretch()
        for page in (self.nothing, self.side, self.new, self.blank, self.batch):
            self._right.addWidget(page)
        self._panes = FormPanes(self._frame, self.list, self.page, self._right, self.side.page_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._panes)

    # --- for the tab

    def first_focus(self) -> QWidget:
        return self.list.view

    def reload(self) -> None:
        turned, self._month_shown = self.month != self._month_shown, self.month
        if turned and not self.side.facts.is_dirty:
            self._number = ""
        self._refresh_list()
        row = self.list.view.current_row
        self._show(self._number or (row.number if row is not None else ""))

    def show_form(self, number: str) -> None:
        """Bring a form up, in the list where it is there."""
        if self.may_leave():
            self._refresh_list()
            if not self.list.show_form(number):
                self.list.leave()  # it is of another month
            self._show(number)
            self._go_to_side()

    def open_draft(self, draft: str) -> None:
        """Bring up the form of a draft, opened where it has none."""
        if self.may_leave():
            number = self.acts.start(draft)
            self.show_form(number)

    def compose(self, drafts: Sequence[str]) -> None:
        """Be ready to open the form of a push of these drafts."""
        if self.may_leave():
            self._right.setCurrentWidget(self.new)
            self.new.start(drafts)

    def show_segment(self, segment: str) -> None:
        """Show one of the ready-made filters."""
        self._refresh_list()
        self.list.choose(segment)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self) -> bool:
        """File what was typed; tell whether nothing is left that would be lost."""
        if not self.side.facts.is_dirty:
            return True
        if not self.side.facts.check(go_to_first=True):
            self.side.choose(FACTS)
            return False
        self._save()
        return True

    def _refresh_list(self) -> None:
        """Have the list as the data file is; the form in front stays, though its row may have gone."""
        self._reloading = True
        try:
            self.list.show_month(self.month)
        finally:
            self._reloading = False

    # --- showing

    def _show(self, number: str) -> None:
        """Show a form at the right and its page; none empties the page."""
        self._number = number
        if not number:
            if self._right.currentWidget() is self.side:
                self._right.setCurrentWidget(self.nothing)
            self.typesetter.drop()
            self.page.clear()
            return
        if self._right.currentWidget() is self.nothing:
            self._right.setCurrentWidget(self.side)
        self.side.show_form(self._desks.forms.open(number))
        self._want_page()

    @Slot()
    def _want_page(self) -> None:
        """Have the page set of what is typed, or of the blank form that is chosen."""
        forms: tuple[ApprovalForm, ...] = ()
        if self._right.currentWidget() is self.blank:
            forms = self._desks.printing.blank(self.blank.kind.member)
        elif self._number:
            facts, articles = self.side.facts.typed
            if articles:
                forms = (self._desks.printing.typed(self._number, facts, articles),)
        if forms:
            self.typesetter.want(forms)

    @Slot(object)
    def _on_paged(self, done: PrintedForms) -> None:
        self.page.show_set(done)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.page.clear()
        raise error

    @Slot()
    def _tell(self) -> None:
        rows, month = self.list.rows, self.month.month
        signed = sum(row.state in (FormState.SIGNED, FormState.RELEASED) for row in rows)
        void = sum(row.state is FormState.VOID for row in rows)
        said = [self.tr("{}月审批表 {} 份").format(month, self.list.count(ALL))]
        said += [self.tr("已签齐 {}").format(signed)] if signed else []
        said += [self.tr("在外 {}").format(self.list.count(OUT))] if self.list.count(OUT) else []
        said += [self.tr("逾期 {}").format(self.list.count(OVERDUE))] if self.list.count(OVERDUE) else []
        said += [self.tr("作废 {}").format(void)] if void else []
        self.tell_counts(" · ".join(said))
        self.tell_keys(self.tr("Ctrl+N 填新表　Enter 填写签批　Ctrl+Enter 登记签批　Ctrl+P 打印　Esc 回列表"))

    # --- the list

    @Slot(object)
    def _on_row_entered(self, row: FormRow | None) -> None:
        if row is None or self._reloading or row.number == self._number:
            return
        if self.side.facts.is_dirty:
            self._strayed.emit()
        else:
            self._show(row.number)
            self._on_page_left()

    @Slot()
    def _on_strayed(self) -> None:
        row = self.list.view.current_row
        if row is None or row.number == self._number:
            return
        if self.may_leave():
            self._show(row.number)
        else:
            self.list.view.go_to(self._number)

    @Slot(object)
    def _on_row_opened(self, row: FormRow) -> None:
        if row.number == self._number:
            self._on_page_left()
            self._go_to_side()

    def _go_to_side(self) -> None:
        """Be where the form's next step is: a new one is filled, any other signed."""
        shown = self.side.shown
        new = shown is not None and shown.approval.state is FormState.DRAFT
        self._right.setCurrentWidget(self.side)
        self.side.choose(FACTS if new else SIGN)

    @Slot()
    def _on_side_left(self) -> None:
        self.side.page_button.setChecked(False)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- pages over the side

    @Slot()
    def _on_new_wanted(self) -> None:
        if self.may_leave():
            self._right.setCurrentWidget(self.new)
            self.new.start()

    @Slot()
    def _on_blank_wanted(self) -> None:
        if self.may_leave():
            self._right.setCurrentWidget(self.blank)
            self.blank.start()
            self._want_page()

    @Slot()
    def _on_batch_wanted(self) -> None:
        if self.may_leave():
            self._right.setCurrentWidget(self.batch)
            self._want_page()
            self.batch.start(self.list.picked, chosen=len(self.list.view.selected_rows()) > 1)

    @Slot()
    def _on_page_left(self) -> None:
        front = self.side if self._number else self.nothing
        if self._right.currentWidget() is not front:
            self._right.setCurrentWidget(front)
            self._want_page()
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, object)
    def _on_form_wanted(self, draft: str, kind: FormKind) -> None:
        self.show_form(self.acts.start(draft, kind))

    @Slot(list, bool)
    def _on_push_wanted(self, drafts: list[str], one_each: bool) -> None:  # noqa: FBT001  # a signal's argument
        self.show_form(self.acts.start_push(drafts, one_each=one_each))

    # --- acts on the form in front

    @Slot(object)
    def _on_signed(self, new: NewSignature) -> None:
        self.acts.sign(self._number, new)
        self._show(self._number)
        self.side.go_first()

    @Slot(object)
    def _on_released(self, release: Release) -> None:
        self.acts.release(self._number, release)
        self._show(self._number)

    @Slot()
    def _on_save_wanted(self) -> None:
        if not self.side.facts.is_dirty:
            self.side.choose(SIGN)
        elif self.side.facts.check(go_to_first=True):
            self._save()
            self.side.choose(SIGN)

    def _save(self) -> None:
        shown = self.side.shown
        if shown is not None:
            facts, articles = self.side.facts.typed
            self.acts.fill(shown, facts, articles)
            self.side.facts.filed()
            self._show(self._number)

    @Slot()
    def _on_print_wanted(self) -> None:
        if self.may_leave():
            self.delivery.print_([self._number])

    @Slot()
    def _on_pdf_wanted(self) -> None:
        if self.may_leave():
            self.delivery.save([self._number])

    @Slot()
    def _on_attach_wanted(self) -> None:
        kinds = [self.tr("扫描件或照片 (*.pdf *.png *.jpg *.jpeg)")]
        self.acts.attach(self._number, self._frame.dialogs.choose_files(self.tr("选签批件"), kinds))

    @Slot()
    def _on_return_wanted(self) -> None:
        shown = self.side.shown
        if shown is not None:
            self.acts.send_back([draft.number for draft in shown.drafts], shown.approval.title)

    @Slot()
    def _on_withdraw_wanted(self) -> None:
        shown = self.side.shown
        if shown is not None and self.acts.withdraw(shown):
            self._show(self._number)

    @Slot()
    def _on_credits_wanted(self) -> None:
        if self.side.shown is not None:
            self.acts.copy_credits(self.side.shown)

    @Slot()
    def _on_draft_wanted(self) -> None:
        if self.side.shown is not None:
            self.draft_opened.emit(self.side.shown.drafts[0].number)

    @Slot()
    def _on_void_wanted(self) -> None:
        if self._number:
            self.acts.void(self._number)

    # --- files that fall on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._number and dropped_files(event.mimeData(), ATTACHABLE):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files: list[Path] = dropped_files(event.mimeData(), ATTACHABLE)
        if files and self._number:
            event.acceptProposedAction()
            self.acts.attach(self._number, files)

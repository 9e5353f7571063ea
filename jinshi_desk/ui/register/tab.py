"""The tab 报送登记: the list at the left, one draft at the right."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.draft_kinds import Status
from jinshi_desk.domain.register import RegisterRow, Segment
from jinshi_desk.services.register_list import RegisterList
from jinshi_desk.ui.first_paint import after_first_paint, bring
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.draft_list import DraftList
from jinshi_desk.ui.register.inbox import Inbox
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.folding_split import FoldingSplit
from jinshi_desk.ui.widgets.live_page import LivePage

if TYPE_CHECKING:
    from jinshi_desk.domain.drafts import NewDraft
    from jinshi_desk.intake.drafts import DraftProposal
    from jinshi_desk.ui.register.acts import DraftActs
    from jinshi_desk.ui.register.desks import Desks
    from jinshi_desk.ui.register.detail import DraftDetail
    from jinshi_desk.ui.register.draft_form import DraftForm
    from jinshi_desk.ui.register.likely_days import LikelyDays

_DETAIL, _NARROW_DETAIL, _ROOMY_DETAIL = 468, 420, 560
_WIDE, _ROOMY = 1100, 1600
_BESIDE = 1010  # list and draft at their narrowest; below, the draft is a page over the list
_WANTED = (
    "jinshi_desk.domain.rules",
    "jinshi_desk.domain.figures",
    "jinshi_desk.domain.bulletins",
    "jinshi_desk.domain.year_extracts",
    "jinshi_desk.domain.award_decisions",
    "jinshi_desk.wording",
    "jinshi_desk.services.lists",
    "jinshi_desk.ui.register.acts",
    "jinshi_desk.ui.register.detail",
)
"""What the draft beside the list is made of, imported first: all at once would keep a key waiting."""


class RegisterTab(LivePage):
    """Arranges; what is done is done in ``DraftActs``. ``read_draft`` is called on the worker thread.

    The list comes first: the draft beside it, its desks and the rules behind them are made when the list has
    been painted, or as soon as anything asks for them.
    """

    SHOWS = frozenset(
        {
            Topic.DRAFTS,
            Topic.ADOPTIONS,
            Topic.POINTS,
            Topic.UNITS,
            Topic.OUTLETS,
            Topic.PEOPLE,
            Topic.MONTHS,
            Topic.SETTINGS,
        }
    )

    ledgers_wanted = Signal()
    explain_wanted = Signal(str)  # the draft whose points are wondered at
    import_wanted = Signal(list)  # of Path; the importer shows what is in them
    approval_wanted = Signal(list)  # numbers of drafts whose form is wanted
    completed = Signal()  # the draft is beside the list, and all it wants is there
    _strayed = Signal()  # the list went to another draft while something was typed

    def __init__(
        self,
        frame: Frame,
        listed: RegisterList,
        make_desks: "Callable[[], Desks]",
        read_draft: "Callable[[Path], DraftProposal]",
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame.news, frame.month, frame.notices)
        self._frame = frame
        self._reloading = False
        self._month_shown = frame.month.month
        self._make_desks = make_desks
        self._read_draft = read_draft
        self._today = today
        self._detail: DraftDetail | None = None
        self._inbox = Inbox(frame, read_draft)
        self._units = UnitChoices(listed)
        self.list = DraftList(frame, listed, self._units.name)
        self._connect()
        self._arrange(frame)
        later = (*map(bring, _WANTED), lambda: self._form, self._complete, self._learn_to_spell)
        after_first_paint(self.list.view.viewport(), *later)

    def _connect(self) -> None:
        self.list.new_wanted.connect(self.new_draft)
        self.list.files_wanted.connect(self._on_files_wanted)
        self.list.sheets_wanted.connect(self._on_sheets_wanted)
        self.list.export_wanted.connect(self._on_export_wanted)
        self.list.step_wanted.connect(self._on_steps_wanted)
        self.list.forms_wanted.connect(self._on_forms_wanted)
        self.list.approval_wanted.connect(self._on_approval_wanted)
        self.list.pick_wanted.connect(self._on_pick_wanted)
        self.list.explain_wanted.connect(self.explain_wanted)
        self.list.shown.connect(self._tell)
        self.list.view.row_entered.connect(self._on_row_entered)
        self.list.view.row_opened.connect(self._on_row_opened)
        self._inbox.arrived.connect(self._on_file_arrived)
        self._inbox.sheets_found.connect(self.import_wanted)
        # A question inside the mouse press that chose the row would leave the list dragging.
        self._strayed.connect(self._on_strayed, Qt.ConnectionType.QueuedConnection)

    def _arrange(self, frame: Frame) -> None:
        page = QWidget()
        self._beside = QHBoxLayout(page)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self.split = FoldingSplit(frame.look, self.list, page, _BESIDE)
        new_key = QShortcut(QKeySequence("Ctrl+N"), self, self.new_draft)
        QShortcut(QKeySequence("Ctrl+G"), self, self._on_approval_wanted)
        new_key.setEnabled(False)  # the list's own button has the key while it can be seen
        self.split.list_hidden.connect(new_key.setEnabled)
        self.split.remember(frame.settings, "register", self._widths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    @cached_property
    def _desks(self) -> "Desks":
        return self._make_desks()

    @cached_property
    def _acts(self) -> "DraftActs":
        from jinshi_desk.ui.register.acts import DraftActs

        return DraftActs(self._desks, self._frame, self._today)

    @cached_property
    def _days(self) -> "LikelyDays":
        from jinshi_desk.ui.register.likely_days import LikelyDays

        return LikelyDays(self._frame.month, self._today)

    @cached_property
    def _form(self) -> "DraftForm":
        from jinshi_desk.ui.register.draft_form import DraftForm

        return DraftForm(self._frame.look, self._desks.register, self._units, self._days.near)

    @property
    def detail(self) -> "DraftDetail":
        """The draft at the right."""
        if self._detail is None:
            self._detail = self._make_detail()
        return self._detail

    def _make_detail(self) -> "DraftDetail":
        from jinshi_desk.ui.register.detail import DraftDetail

        detail = DraftDetail(
            self._frame, self._desks, self._acts, self._units, self._days, self._form, self._read_draft
        )
        detail.filed.connect(self._on_ready_for_next)
        detail.skip_wanted.connect(self._on_skip_wanted)
        detail.draft_wanted.connect(self.show_draft)
        detail.ledgers_wanted.connect(self.ledgers_wanted)
        detail.explain_wanted.connect(self.explain_wanted)
        detail.panel.approval_wanted.connect(self._on_approval_wanted)
        detail.left.connect(self._on_detail_left)
        detail.panel.back_button.setVisible(self.split.is_folded)
        self.split.folded.connect(detail.panel.back_button.setVisible)
        self._beside.addWidget(detail)
        detail.show()  # now, not when the event loop comes to it: it may be about to get the focus
        return detail

    @Slot()
    def _complete(self) -> None:
        """Have the draft beside the list, with the focus in its form unless the clerk was quicker."""
        title, meanwhile = self.detail.form.title, self.list.filter
        if self.window().focusWidget() is meanwhile and not meanwhile.text() and title.isVisible():
            title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _learn_to_spell(self) -> None:
        task = self._frame.tasks.ask(self._desks.register.learn_to_spell)
        task.finished.connect(self.completed)  # nobody else holds it once the window closes

    def _widths(self, width: int) -> list[int]:
        """Share ``width`` out between list and draft."""
        wanted = _DETAIL if width >= _WIDE else _NARROW_DETAIL
        detail = _ROOMY_DETAIL if width >= _ROOMY else wanted
        return [max(1, width - detail), detail]

    # --- for the window

    @Slot(str)
    def show_draft(self, number: str) -> None:
        """Bring the draft ``number`` up, in the list where it is there."""
        if self.detail.may_leave():
            self.detail.show_draft(number)
            self.list.go_to(number)
            self.split.show_page(over=True)

    def show_segment(self, segment: Segment) -> None:
        """Show one of the ready-made filters."""
        self.split.show_page(over=False)
        self.list.choose(segment)
        self.list.view.setFocus()

    @Slot()
    def new_draft(self) -> None:
        """Be ready for a new draft."""
        if self.detail.may_leave():
            self._start_new()

    def draft_of_lead(self, draft: "NewDraft", lead: int) -> None:
        """Be ready for a draft made of a lead."""
        if self.detail.may_leave():
            self.list.leave()
            self.split.show_page(over=True)
            self.detail.show_lead(draft, lead)

    @Slot(list)
    def take_files(self, files: Sequence[Path]) -> None:
        """Take files: drafts one after another into the form, sheets to the importer."""
        self._inbox.take(files)

    def may_close(self) -> bool:
        """Tell whether the window may close: nothing typed would be lost, or the clerk agrees."""
        return self._detail is None or self._detail.may_leave()

    # --- showing

    def first_focus(self) -> QWidget:
        if self._detail is None:
            return self.list.filter
        alone = self.split.is_folded and not self.split.hides_list
        return self.list.view if alone else self._detail.form.title

    def reload(self) -> None:
        self._units.refresh()
        turned, self._month_shown = self.month != self._month_shown, self.month
        self._reloading = True
        try:
            self.list.show_month(self.month)
        finally:
            self._reloading = False
        if self._detail is None:
            return
        if turned and not self._detail.is_dirty:
            self.list.leave()
            self._detail.show_new()
        else:
            self._detail.refresh()

    @Slot()
    def _tell(self) -> None:
        counts = self.list.counts
        month = self.list.month
        words = {
            Segment.RECEIVED: self.tr("收稿 {}"),
            Segment.RETURNED: self.tr("退回 {}"),
            Segment.FORM_MISSING: self.tr("缺审批表 {}"),
            Segment.UNVERIFIED: self.tr("待核实 {}"),
            Segment.GONE: self.tr("作废 {}"),
        }
        span = self.tr("{}月").format(month.month) if month else ""
        said = [self.tr("{}共 {} 篇").format(span, counts[Segment.ALL])]
        said += [word.format(counts[segment]) for segment, word in words.items() if counts[segment]]
        picked = len(self.list.view.selectionModel().selectedRows())
        if picked > 1:
            said.append(self.tr("已选 {} 篇").format(picked))
        shown = self.list.model.rowCount()
        if self.list.filter.text().strip():
            said.append(self.tr("筛出 {} 篇").format(shown))
        self.tell_counts(" · ".join(said))
        self.tell_keys(self.tr("Ctrl+N 新稿　Enter 下一项　Ctrl+S 保存　Esc 回列表　Ctrl+Z 撤销"))

    def _start_new(self) -> None:
        self.list.leave()
        self.split.show_page(over=True)
        incoming = self._inbox.next()
        if incoming is not None:
            self.detail.show_incoming(incoming, len(self._inbox.waiting))
        else:
            self.detail.show_new()
            self.detail.form.go_first()

    @Slot(object)
    def _on_row_entered(self, row: RegisterRow | None) -> None:
        if row is None or row.number == self.detail.number:
            return
        busy = self.detail.is_dirty
        if self._reloading and (busy or self.detail.number is None):
            return  # the list moved by itself; whoever types is not disturbed
        if busy:
            self._strayed.emit()
        else:
            self.detail.show_draft(row.number)

    @Slot()
    def _on_strayed(self) -> None:
        row = self.list.view.current_row
        if row is None or row.number == self.detail.number:
            return
        if self.detail.may_leave():
            self.detail.show_draft(row.number)
        elif self.detail.number is not None:
            self.list.view.go_to(self.detail.number)
        else:
            self.list.view.clearSelection()

    @Slot(object)
    def _on_row_opened(self, row: RegisterRow) -> None:
        if row.number != self.detail.number:
            self._on_row_entered(row)
        self.split.show_page(over=True)
        self.detail.form.go_first()

    @Slot()
    def _on_detail_left(self) -> None:
        self.split.show_page(over=False)
        self.list.view.setFocus()

    # --- files

    @Slot()
    def _on_file_arrived(self) -> None:
        waiting = len(self._inbox.waiting)
        if not self.detail.is_dirty:
            self._start_new()
        elif self.detail.shows_file:
            self.detail.show_waiting(waiting)
        else:
            self.notices.tell_act(self.tr("{} 个文件在等，登记完这一篇接着来").format(waiting))

    @Slot()
    def _on_ready_for_next(self) -> None:
        if not self._inbox.is_empty:
            self._start_new()

    @Slot()
    def _on_skip_wanted(self) -> None:
        self.detail.show_new()
        self._start_new()

    @Slot()
    def _on_files_wanted(self) -> None:
        kinds = [self.tr("稿件 (*.docx *.txt)")]
        self.take_files(self._frame.dialogs.choose_files(self.tr("选要登记的稿件"), kinds))

    @Slot()
    def _on_sheets_wanted(self) -> None:
        kinds = [self.tr("表格 (*.xlsx *.xls *.csv)")]
        files = self._frame.dialogs.choose_files(self.tr("选要导入的表格"), kinds)
        if files:
            self.import_wanted.emit(files)

    @Slot()
    def _on_export_wanted(self) -> None:
        from jinshi_desk.services.lists import Scope

        task = self._acts.export(Scope(self.list.month, numbers=self.list.narrowed_to))
        if task is not None:
            self.list.strip.watch(task, self.tr("正在导出"))

    @Slot()
    def _on_approval_wanted(self) -> None:
        """Ask for the form of the draft in front, or one for all the selected ones."""
        numbers = self.list.numbers
        if len(numbers) < 2:
            numbers = [self.detail.number] if self.detail.number else numbers
        if numbers and self.detail.may_leave():
            self.approval_wanted.emit(numbers)

    @Slot()
    def _on_pick_wanted(self) -> None:
        """Ask for the good draft's form over the draft that was clicked."""
        row = self.list.view.current_row
        if row is None:
            return
        if row.number != self.detail.number:
            if not self.detail.may_leave():
                return
            self.detail.show_draft(row.number)
        self.split.show_page(over=True)
        self.detail.pick()

    # --- several drafts at once

    @Slot(list, object)
    def _on_steps_wanted(self, numbers: list[str], then: Status) -> None:
        self._acts.become(numbers, then)

    @Slot(list, bool)
    def _on_forms_wanted(self, numbers: list[str], on_file: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._acts.mark_forms(numbers, on_file=on_file)

"""One draft at the right of the tab, and the pages that lie over it for a moment."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from jinshi_desk.domain.adoptions import Adoption, NewAdoption
from jinshi_desk.domain.drafts import NewDraft, Status
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.services.register import OpenDraft
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.acts import DraftActs
from jinshi_desk.ui.register.adoption_page import AdoptionPage
from jinshi_desk.ui.register.day_page import DayPage
from jinshi_desk.ui.register.desks import Desks
from jinshi_desk.ui.register.draft_events import DraftEvents
from jinshi_desk.ui.register.draft_form import DraftForm
from jinshi_desk.ui.register.draft_panel import DraftPanel
from jinshi_desk.ui.register.draft_versions import DraftVersions
from jinshi_desk.ui.register.history import HistoryPage
from jinshi_desk.ui.register.inbox import Incoming
from jinshi_desk.ui.register.likely_days import LikelyDays
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.side_page import SidePage
from jinshi_desk.wording import FILE_NOTE

if TYPE_CHECKING:
    from jinshi_desk.intake.drafts import DraftProposal


class DraftDetail(QStackedWidget):
    """Shows a draft, a new one or one of the side pages, and has done to it what the clerk wants."""

    filed = Signal(str)  # the number of a new draft
    draft_wanted = Signal(str)  # another draft is to be shown
    ledgers_wanted = Signal()  # 本月台账
    explain_wanted = Signal(str)  # the draft whose points are wondered at
    skip_wanted = Signal()  # the file in the form is not to be registered
    left = Signal()  # the clerk is done here and goes back to the list

    def __init__(
        self,
        frame: Frame,
        desks: Desks,
        acts: DraftActs,
        units: UnitChoices,
        days: LikelyDays,
        form: DraftForm,
        read_draft: "Callable[[Path], DraftProposal]",
    ) -> None:
        super().__init__()
        self._frame = frame
        self._desks = desks
        self._acts = acts
        self._units = units
        self._days = days
        self.form = form
        self._file_notes: list[str] = []
        self._lead: int | None = None  # what the new draft is made of
        self.panel = DraftPanel(frame, form)
        self.events = DraftEvents(frame, desks.ledgers, units, self)
        self.versions = DraftVersions(frame, desks, acts, read_draft, days.today, self)
        self.addWidget(self.panel)
        self._connect()
        self.show_new()

    def _connect(self) -> None:
        adoptions = self.panel.adoptions
        self.form.opened.connect(self.draft_wanted)
        self.panel.save_wanted.connect(self._on_save_wanted)
        self.panel.step_wanted.connect(self._on_step_wanted)
        self.panel.history_wanted.connect(self._on_history_wanted)
        self.panel.versions_wanted.connect(self._on_versions_wanted)
        self.panel.return_text_wanted.connect(self._on_return_text_wanted)
        self.panel.files_dropped.connect(self._on_files_dropped)
        self.versions.other_opened.connect(self.draft_wanted)
        self.panel.skip_wanted.connect(self.skip_wanted)
        self.panel.deduction_wanted.connect(self._on_deduction_wanted)
        self.panel.ledgers_wanted.connect(self.ledgers_wanted)
        self.panel.left.connect(self._on_panel_left)
        adoptions.adopt_wanted.connect(self._on_adopt_wanted)
        adoptions.explain_wanted.connect(self._on_explain_wanted)
        adoptions.verify_wanted.connect(self._acts.verify)
        adoptions.instruct_wanted.connect(self._on_instruct_wanted)
        adoptions.pick_wanted.connect(self.pick)
        adoptions.void_wanted.connect(self._on_void_wanted)
        adoptions.retract_wanted.connect(self._on_retract_wanted)
        for leaver in (self.events, self.versions):
            leaver.left.connect(self._on_side_left)

    # --- the pages over it, made when they are first wanted

    @cached_property
    def adoption_page(self) -> AdoptionPage:
        page = AdoptionPage(self._frame.look, self._desks.register, self._desks.adoptions, self._days.today)
        page.submitted.connect(self._on_adoption_submitted)
        self._lay_over(page)
        return page

    @cached_property
    def history_page(self) -> HistoryPage:
        page = HistoryPage(self._frame.look, self._units.name, self._outlet_name)
        self._lay_over(page)
        return page

    @cached_property
    def day_page(self) -> DayPage:
        page = DayPage(self._frame.look, self._days.near)
        self._lay_over(page)
        return page

    def _lay_over(self, page: SidePage) -> None:
        page.left.connect(self._on_side_left)
        self.addWidget(page)

    # --- what is shown

    @property
    def number(self) -> str | None:
        """The draft shown, None while a new one is typed."""
        return self.panel.number

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything typed would be lost."""
        front = self.currentWidget()
        adopting = isinstance(front, AdoptionPage) and front.is_dirty
        return self.form.is_dirty or adopting or self.events.is_dirty or self.versions.is_dirty

    def may_leave(self) -> bool:
        """Tell whether another draft may be shown; the clerk is asked only if something was typed."""
        if not self.is_dirty:
            return True
        title = self.form.draft().title
        question = self.tr("放弃没有保存的内容？")
        body = (
            self.tr("《{}》的改动还没有保存。").format(title)
            if title
            else self.tr("填了一半的稿件还没有登记。")
        )
        return self._frame.dialogs.confirm(question, body, self.tr("放弃"), safe=self.tr("继续填"))

    def show_new(self, day: date | None = None) -> None:
        """Be ready for a new draft."""
        self._lead = None
        self.panel.show_new()
        self.form.start(day or self._days.of_new_draft())
        self.setCurrentWidget(self.panel)

    def show_lead(self, draft: NewDraft, lead: int) -> None:
        """Be ready for a draft made of a lead; its units and a title are proposed."""
        self._lead = lead
        self.panel.show_new()
        self.panel.say(self.tr("由线索登记，署名的单位和组室都得分"))
        self.form.propose(draft)
        self.setCurrentWidget(self.panel)
        self.form.go_first()

    def show_incoming(self, incoming: Incoming, waiting: int) -> None:
        """Show what a file says, to be corrected and filed; ``waiting`` more files come after it."""
        self._file_notes = [self.tr("文件：{}").format(incoming.file.name)]
        self._file_notes += [FILE_NOTE.get(note, note) for note in incoming.proposal.notes]
        self._lead = None
        self.panel.show_new(from_file=True)
        self.show_waiting(waiting)
        self.form.propose(incoming.proposal.as_draft())
        self.setCurrentWidget(self.panel)
        self.form.go_first()

    @property
    def shows_file(self) -> bool:
        """Tell whether the form is filled from a file."""
        return self.number is None and self.panel.is_from_file

    def show_waiting(self, waiting: int) -> None:
        """Say beside the file's name how many come after it."""
        more = [self.tr("后面还有 {} 个文件").format(waiting)] if waiting else []
        self.panel.say("　".join([*self._file_notes, *more]))

    def show_draft(self, number: str) -> None:
        """Show a draft of the register."""
        opened = self._desks.register.open(number)
        self._show_panel(opened)
        self.form.show_draft(number, opened.draft)
        self._show_panel(opened)
        self.setCurrentWidget(self.panel)

    def refresh(self) -> None:
        """Show the same draft as it is now; what was typed meanwhile stays."""
        if self.number is None:
            if not self.form.is_dirty and not self.form.hasFocus():
                self.form.refresh_choices()
            return
        opened = self._desks.register.open(self.number)
        if not self.form.is_dirty:
            self.form.show_draft(self.number, opened.draft)
        self._show_panel(opened)

    def _show_panel(self, opened: OpenDraft) -> None:
        form_required = self._desks.register.form_required()
        outlets = self._outlets()
        rows = self.events.rows(opened, outlets)
        pick = self.events.pick_of(opened.draft.number)
        self.panel.show_draft(opened, outlets, rows, pick, form_required=form_required)

    def _outlets(self) -> dict[str, Outlet]:
        return {outlet.id: outlet for outlet in self._desks.register.outlets()}

    def _outlet_name(self, outlet: str) -> str:
        found = self._outlets().get(outlet)
        return found.name if found else outlet

    # --- what is done

    @Slot()
    def _on_save_wanted(self) -> None:
        if self.number is not None and not self.form.is_dirty:
            self._frame.notices.tell_act(self.tr("没有改动"))
        elif self.form.is_fileable():
            draft = self.form.draft()
            if self.number is not None:
                self._acts.revise(self.number, draft)
                self.show_draft(self.number)
            else:
                number = self._acts.file(draft, self._lead)
                self.form.remember_units()
                self.show_new(draft.received_on)
                self.form.go_first()
                self.filed.emit(number)

    @Slot(object)
    def _on_step_wanted(self, then: Status) -> None:
        number = self.number
        if number is None:
            return
        if then is Status.RECEIVED:
            self.versions.take_in(number)
        else:
            self._acts.become([number], then)

    @Slot()
    def _on_versions_wanted(self) -> None:
        if self.number is not None:
            self.versions.show(self.number)

    @Slot()
    def _on_return_text_wanted(self) -> None:
        if self.number is not None:
            self._acts.copy_return_text(self.number)

    @Slot(list)
    def _on_files_dropped(self, files: list[Path]) -> None:
        if self.number is not None:
            self.versions.take_in(self.number)
            self.versions.take_files(files)

    @Slot()
    def _on_history_wanted(self) -> None:
        if self.number is not None:
            title = self._desks.register.open(self.number).draft.title
            self.history_page.show_records(title, self._desks.register.history(self.number))
            self._show_side(self.history_page)

    @Slot()
    def _on_explain_wanted(self) -> None:
        if self.number is not None:
            self.explain_wanted.emit(self.number)

    @Slot()
    def _on_adopt_wanted(self) -> None:
        if self.number is not None:
            self.setCurrentWidget(self.adoption_page)
            self.adoption_page.start(self.number, self._desks.register.open(self.number).draft.title)

    @Slot(object)
    def _on_adoption_submitted(self, adoption: NewAdoption) -> None:
        if self.number is not None:
            self._acts.adopt(self.number, adoption)
            self._on_side_left()

    @Slot()
    def _on_instruct_wanted(self) -> None:
        if self.number is not None:
            self.events.instruct(self.number, self._desks.register.open(self.number).draft.title)

    @Slot()
    def pick(self) -> None:
        """Ask what the draft is good for, or put that right."""
        if self.number is not None:
            self.events.pick(self._desks.register.open(self.number).draft)

    @Slot()
    def _on_deduction_wanted(self) -> None:
        if self.number is not None:
            self.events.deduct(self.number)

    @Slot(object)
    def _on_void_wanted(self, event: Adoption | Instruction) -> None:
        if isinstance(event, Instruction):
            self.events.void(event)
        else:
            self._acts.void_adoption(event)

    @Slot(object)
    def _on_retract_wanted(self, adoption: Adoption) -> None:
        self._ask_day(
            self.tr("媒体撤稿"),
            self.tr("{}哪天撤下的？得分从撤稿当月扣回。").format(self._outlet_name(adoption.outlet)),
            lambda day: self._acts.retract(adoption, day),
        )

    def _ask_day(self, title: str, sentence: str, then: Callable[[date], None]) -> None:
        def _done(day: date) -> None:
            then(day)
            self._on_side_left()

        self.setCurrentWidget(self.day_page)
        self.day_page.ask(title, sentence, _done)

    def _show_side(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        page.setFocus()

    @Slot()
    def _on_side_left(self) -> None:
        self.setCurrentWidget(self.panel)
        self.refresh()
        self.panel.adoptions.view.setFocus()

    @Slot()
    def _on_panel_left(self) -> None:
        if self.may_leave():
            if self.number is not None:
                self.show_draft(self.number)
            elif self.is_dirty:
                self.show_new()
            self.left.emit()

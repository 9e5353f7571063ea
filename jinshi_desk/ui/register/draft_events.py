"""批示, 扣分 and 好稿 of the draft in front; their forms are made when they are first wanted."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.quality_picks import QualityPick
from jinshi_desk.services.register import OpenDraft
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.event_rows import EventRow, event_rows
from jinshi_desk.ui.unit_choices import UnitChoices

if TYPE_CHECKING:
    from jinshi_desk.ui.ledgers.acts import LedgerActs
    from jinshi_desk.ui.ledgers.deduction_pages import DeductionPage
    from jinshi_desk.ui.ledgers.desks import LedgerDesks
    from jinshi_desk.ui.ledgers.entry_page import EntryPage
    from jinshi_desk.ui.ledgers.instruction_page import InstructionPage
    from jinshi_desk.ui.ledgers.pick_acts import PickActs
    from jinshi_desk.ui.ledgers.pick_pages import PickPage, PickSettlePage


class DraftEvents(QObject):
    """Works at the desks of 本月台账; its forms lie over the draft, in ``stack``."""

    left = Signal()  # a form was filed or put away

    def __init__(
        self, frame: Frame, ledgers: "Callable[[], LedgerDesks]", units: UnitChoices, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._frame = frame
        self._ledgers = ledgers
        self._units = units
        self._stack = stack
        self._pages: list[EntryPage] = []

    def rows(self, opened: OpenDraft, outlets: Mapping[str, Outlet]) -> Iterator[EventRow]:
        """Yield what happened to a draft."""
        instructions, commissions = self.desks.ledgers.of_draft(opened.draft.number)
        return event_rows(opened, outlets, instructions, commissions)

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was typed into the form in front."""
        return any(page.is_dirty for page in self._pages if page is self._stack.currentWidget())

    def instruct(self, number: str, title: str) -> None:
        """Bring up the form for an instruction on a draft."""
        self._stack.setCurrentWidget(self.instruction_page)
        self.instruction_page.start(self._frame.month.month, number, title)

    def deduct(self, number: str) -> None:
        """Bring up the form for a deduction about a draft."""
        self._stack.setCurrentWidget(self.deduction_page)
        self.deduction_page.start(self._frame.month.month, number)

    def pick_of(self, number: str) -> QualityPick | None:
        """Return what a draft is picked for as a good one, if it is."""
        return self.desks.picks.of_draft(number)

    def pick(self, draft: Draft) -> None:
        """Bring up the form for a good draft, or for its reason where it is one."""
        known = self.pick_of(draft.number)
        if known is None:
            month = max(self._frame.month.month, draft.quota_month)
            self._stack.setCurrentWidget(self.pick_page)
            self.pick_page.start(month, draft.number, draft.title)
        else:
            self._stack.setCurrentWidget(self.settle_page)
            self.settle_page.start(known, draft.number, draft.title)

    def void(self, instruction: Instruction) -> None:
        """Strike an instruction out, for a reason."""
        self._acts.void_instruction(instruction)

    @cached_property
    def desks(self) -> "LedgerDesks":
        return self._ledgers()

    @cached_property
    def instruction_page(self) -> "InstructionPage":
        from jinshi_desk.ui.ledgers.instruction_page import InstructionPage

        page = InstructionPage(self._frame.look, self.desks, self._units)
        self._add(page, self._acts.instruct)
        return page

    @cached_property
    def deduction_page(self) -> "DeductionPage":
        from jinshi_desk.ui.ledgers.deduction_pages import DeductionPage

        page = DeductionPage(self._frame.look, self.desks, self._units, self._frame.settings)
        self._add(page, self._acts.propose)
        page.submitted.connect(page.remember)
        return page

    @cached_property
    def pick_page(self) -> "PickPage":
        from jinshi_desk.ui.ledgers.pick_pages import PickPage

        page = PickPage(self._frame.look, self.desks, self._units)
        self._add(page, self._pick_acts.pick)
        return page

    @cached_property
    def settle_page(self) -> "PickSettlePage":
        from jinshi_desk.ui.ledgers.pick_pages import PickSettlePage

        page = PickSettlePage(self._frame.look, self.desks)
        self._add(page, self._pick_acts.settle)
        page.take_back_wanted.connect(self._on_take_back_wanted)
        return page

    @cached_property
    def _pick_acts(self) -> "PickActs":
        from jinshi_desk.ui.ledgers.pick_acts import PickActs

        return PickActs(self.desks, self._frame, self)

    @Slot()
    def _on_take_back_wanted(self) -> None:
        if self._pick_acts.take_back(self.settle_page.number):
            self.left.emit()

    @cached_property
    def _acts(self) -> "LedgerActs":
        from jinshi_desk.ui.ledgers.acts import LedgerActs

        return LedgerActs(self.desks, self._frame, self)

    def _add(self, page: "EntryPage", file: Callable[[Any], object]) -> None:
        def _on_submitted(entry: object) -> None:
            file(entry)
            self.left.emit()

        self._pages.append(page)
        self._stack.addWidget(page)
        page.submitted.connect(_on_submitted)
        page.left.connect(self.left)

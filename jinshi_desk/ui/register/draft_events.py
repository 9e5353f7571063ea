"""批示 and 扣分 of the draft in front; their forms are made when they are first wanted."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.outlets import Outlet
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

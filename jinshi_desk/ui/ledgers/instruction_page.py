"""The form for a leader's instruction (批示) on a draft."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import DraftField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.wording import LEVEL_WITH_PLACE


@dataclass(frozen=True, slots=True)
class InstructionEntry:
    """What was typed, and the number of the draft it is about."""

    number: str
    new: NewInstruction


class InstructionPage(EntryPage):
    """Lies over a draft or beside the list; the draft is asked for where it is not given."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记批示"), self.tr("登记批示"), "instruction")
        self._desks = desks
        self._near = desks.today()
        self._number: str | None = None
        self.draft = DraftField(look, desks.ledgers, units.name)
        self.level = Pick(self.tr("级别"), LEVEL_WITH_PLACE)
        self.given = DateField(self.tr("批示日期"), lambda: self._near)
        self.leader = QLineEdit()
        self.leader.setPlaceholderText(self.tr("姓名或职务"))
        self.registered = DateField(self.tr("登记日期"), lambda: self._near)
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText(self.tr("可不填，如批示件存放处"))
        self.form.add_row(("draft", self.tr("稿件"), self.draft))
        self.form.add_row(("level", self.tr("级别"), self.level))
        self.form.add_row(("leader", self.tr("批示领导"), self.leader))
        self.form.add_row(("given_on", self.tr("批示日期"), self.given))
        self.form.add_row(("registered_on", self.tr("登记日期"), self.registered))
        self.form.add_row(("evidence", self.tr("凭据"), self.evidence))
        self._finish()

    def start(self, month: Month, number: str | None = None, title: str = "") -> None:
        """Be ready for an instruction; on the draft ``number`` where it is given."""
        self._near = self._desks.near(month)
        self._number = number
        self.form.fields["draft"].setHidden(number is not None)
        self.draft.narrow(month, accepted=True)
        self.draft.set_choice(None)
        self.level.set_member(Level.COUNTY)
        self.given.clear()
        self.leader.clear()
        self.registered.set_day(self._near)
        self.evidence.clear()
        self._start(f"{number}　《{title}》" if number is not None else "")

    def entry(self) -> InstructionEntry:
        return InstructionEntry(
            self._number or self.draft.chosen_id or "",
            NewInstruction(
                level=self.level.member,
                leader=self.leader.text().strip(),
                given_on=self.given.day or self._near,
                registered_on=self.registered.day or self._near,
                evidence=self.evidence.text().strip(),
            ),
        )

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        if entry.number:
            return self._desks.instructions.check(entry.number, entry.new)
        return () if entry.new.leader else (Problem("leader", "missing"),)

    def _more_problems(self) -> Iterator[FieldProblem]:
        if not self.entry().number and not self.draft.text().strip():
            yield FieldProblem("draft", "bad", self.tr("没有选稿件"))

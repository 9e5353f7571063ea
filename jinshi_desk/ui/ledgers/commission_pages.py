"""The forms for commissions (约稿): asking a unit, and noting what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain import commissions
from jinshi_desk.domain.commissions import Commission, NewCommission
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import DraftField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField


class CommissionPage(EntryPage):
    """Asks a unit for a piece; ``submitted`` a NewCommission."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("下达约稿"), self.tr("下达约稿"), "add")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("单位或拼音首字母"))
        self.subject = QLineEdit()
        self.asked = DateField(self.tr("下达日期"), lambda: self._near)
        self.due = DateField(self.tr("截止日期"), lambda: self.asked.day or self._near)
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("subject", self.tr("题目"), self.subject))
        self.form.add_row(("asked_on", self.tr("下达日期"), self.asked))
        self.form.add_row(("due_on", self.tr("截止日期"), self.due))
        self._finish()

    def start(self, month: Month) -> None:
        """Be ready for a new commission."""
        self._near = self._desks.near(month)
        self.unit.set_choices(self._units.on(self._near))
        self.unit.set_chosen(None)
        self.subject.clear()
        self.asked.set_day(self._near)
        self.due.clear()
        self._start("")

    def entry(self) -> NewCommission:
        return NewCommission(
            unit=self.unit.chosen_id or "",
            subject=self.subject.text().strip(),
            asked_on=self.asked.day or self._near,
            due_on=self.due.day or self._near,
        )

    def _problems(self) -> Iterable[Problem]:
        return self._desks.commissions.check(self.entry())


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of a commission: the day, and the draft where it is filed."""

    commission: int
    on: date
    number: str | None


class DeliveryPage(EntryPage):
    """Notes that a commission was delivered; ``submitted`` a Delivery."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记完成"), self.tr("登记完成"), "check")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._commission: Commission | None = None
        self.draft = DraftField(look, desks.ledgers, units.name)
        self.draft.setPlaceholderText(self.tr("可不填，↓ 看该单位的稿件"))
        self.delivered = DateField(self.tr("交稿日期"), lambda: self._near)
        self.form.add_row(("draft", self.tr("稿件"), self.draft))
        self.form.add_row(("delivered_on", self.tr("交稿日期"), self.delivered))
        self.draft.chosen.connect(self._on_draft_chosen)
        self._finish()

    def start(self, month: Month, commission: Commission, number: str | None) -> None:
        """Be ready to note the delivery of ``commission``; ``number`` is what was noted before."""
        self._near = self._desks.near(month)
        self._commission = commission
        self.draft.narrow(month, commission.unit)
        self.draft.set_draft(number)
        self.delivered.set_day(commission.delivered_on or self._near)
        self._start(asked_words(self, commission, self._units))

    def entry(self) -> Delivery:
        number = self._commission.id if self._commission else 0
        return Delivery(number, self.delivered.day or self._near, self.draft.chosen_id)

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        return self._desks.commissions.check_delivery(entry.commission, entry.on, entry.number)

    @Slot(object)
    def _on_draft_chosen(self, choice: Choice | None) -> None:
        if choice is not None and self.draft.row is not None:
            self.delivered.set_day(self.draft.row.received_on)  # it came when it was received


@dataclass(frozen=True, slots=True)
class NotDone:
    """Nothing came of a commission, as was noted on a day."""

    commission: int
    on: date


class NotDonePage(EntryPage):
    """Notes that nothing came of a commission; ``submitted`` a NotDone."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("记未完成"), self.tr("记未完成"), "fail")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._commission: Commission | None = None
        self.day = DateField(self.tr("认定日期"), lambda: self._near)
        self.form.add_row(("not_done_on", self.tr("认定日期"), self.day))
        self._finish()

    def start(self, month: Month, commission: Commission) -> None:
        """Be ready to note that nothing came of ``commission``."""
        self._near = self._desks.near(month)
        self._commission = commission
        self.day.set_day(commission.not_done_on or self._near)
        self._start(asked_words(self, commission, self._units))

    def entry(self) -> NotDone:
        return NotDone(self._commission.id if self._commission else 0, self.day.day or self._near)

    def _problems(self) -> Iterable[Problem]:
        if self._commission is None:
            return ()
        return commissions.not_done_problems(self._commission, self.entry().on, self._desks.today())


def asked_words(page: QWidget, commission: Commission, units: UnitChoices) -> str:
    """Return what was asked of whom, and until when."""
    words = page.tr("{}：{}\n{} 截止")
    return words.format(units.name(commission.unit), commission.subject, commission.due_on.isoformat())

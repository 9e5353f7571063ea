"""The forms for leads (线索): found, given to a 组室, written up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain.leads import Lead, NewLead
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import DraftField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.fields import DateField


class LeadPage(EntryPage):
    """Takes a lead in; ``submitted`` a NewLead."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记线索"), self.tr("登记"), "add")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("谁的做法，拼音首字母"))
        self.subject = QLineEdit()
        self.found = DateField(self.tr("线索日期"), lambda: self._near)
        self.office = ChoiceField(look, self.tr("主办组室"))
        self.office.setPlaceholderText(self.tr("可不填，以后交办"))
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("lead", self.tr("线索内容"), self.subject))
        self.form.add_row(("found_on", self.tr("线索日期"), self.found))
        self.form.add_row(("office", self.tr("主办组室"), self.office))
        self._finish()

    def start(self, month: Month) -> None:
        """Be ready for a lead."""
        self._near = self._desks.near(month)
        self.unit.set_choices(self._units.on(self._near))
        self.unit.set_chosen(None)
        self.office.set_choices(self._units.offices_on(self._near))
        self.office.set_chosen(None)
        self.subject.clear()
        self.found.set_day(min(self._near, month.last_day))  # so that it is listed where it is typed
        self._start("")

    def entry(self) -> NewLead:
        office, found_on = self.office.chosen_id or "", self.found.day or self._near
        return NewLead(
            unit=self.unit.chosen_id or "",
            subject=self.subject.text().strip(),
            found_on=found_on,
            office=office,
            assigned_on=found_on if office else None,
        )

    def _problems(self) -> Iterable[Problem]:
        return self._desks.leads.check(self.entry())


@dataclass(frozen=True, slots=True)
class Given:
    """The 组室 that is to write a lead up, from a day on."""

    lead: int
    office: str
    on: date


class AssignLeadPage(EntryPage):
    """Gives a lead to a 组室; ``submitted`` a Given."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("交办线索"), self.tr("交办"), "unit")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._lead: Lead | None = None
        self.office = ChoiceField(look, self.tr("主办组室"))
        self.office.setPlaceholderText(self.tr("组室或拼音首字母"))
        self.day = DateField(self.tr("交办日期"), lambda: self._near)
        self.form.add_row(("office", self.tr("主办组室"), self.office))
        self.form.add_row(("assigned_on", self.tr("交办日期"), self.day))
        self._finish()

    def start(self, month: Month, lead: Lead) -> None:
        """Be ready to give ``lead`` away; what was noted before stands there."""
        self._near = self._desks.near(month)
        self._lead = lead
        self.office.set_choices(self._units.offices_on(self._near))
        self.office.set_chosen(lead.office or None)
        self.day.set_day(lead.assigned_on or self._near)
        self._start(lead_words(self, lead, self._units))

    def entry(self) -> Given:
        number = self._lead.id if self._lead else 0
        return Given(number, self.office.chosen_id or "", self.day.day or self._near)

    def _problems(self) -> Iterable[Problem]:
        if self._lead is None:
            return ()
        entry = self.entry()
        return self._desks.leads.check_assignment(entry.lead, entry.office, entry.on)


@dataclass(frozen=True, slots=True)
class WrittenUp:
    """The draft that came of a lead."""

    lead: int
    number: str


class WriteUpPage(EntryPage):
    """Notes the draft that came of a lead; ``submitted`` a WrittenUp."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记成稿"), self.tr("登记成稿"), "check")
        self._desks = desks
        self._units = units
        self._lead: Lead | None = None
        self.draft = DraftField(look, desks.ledgers, units.name)
        self.draft.setPlaceholderText(self.tr("标题或编号，↓ 看该单位的稿件"))
        self.form.add_row(("draft", self.tr("稿件"), self.draft))
        self._finish()

    def start(self, month: Month, lead: Lead, number: str | None) -> None:
        """Be ready to note what came of ``lead``; ``number`` is what was noted before."""
        self._lead = lead
        self.draft.narrow(month, lead.unit)
        self.draft.set_draft(number)
        self._start(lead_words(self, lead, self._units))

    def entry(self) -> WrittenUp:
        return WrittenUp(self._lead.id if self._lead else 0, self.draft.chosen_id or "")

    def _problems(self) -> Iterable[Problem]:
        if self._lead is None:
            return ()
        return self._desks.leads.check_draft(self._lead.id, self.draft.chosen_id)


def lead_words(page: QWidget, lead: Lead, units: UnitChoices) -> str:
    """Return whose practice it is, and who is in charge."""
    words = f"{units.name(lead.unit)}：{lead.subject}"
    return words + (page.tr("\n主办 {}").format(units.name(lead.office)) if lead.office else "")

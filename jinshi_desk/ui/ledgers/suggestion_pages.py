"""The forms for problems and suggestions (问题建议): taken in, handed on, closed with a reply."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.suggestions import Concern, NewSuggestion, Suggestion
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import OptionalDateField, words_field
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.wording import CONCERN


class SuggestionPage(EntryPage):
    """Takes in what a unit raises; ``submitted`` a NewSuggestion."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记问题建议"), self.tr("登记"), "add")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("单位或拼音首字母"))
        self.concern: Pick[Concern] = Pick(self.tr("类型"), CONCERN)
        self.text: QPlainTextEdit = words_field(look)
        self.received = DateField(self.tr("收到日期"), lambda: self._near)
        self.office = ChoiceField(look, self.tr("承办组室"))
        self.office.setPlaceholderText(self.tr("可不填，以后转办"))
        self.handler = QLineEdit()
        self.handler.setPlaceholderText(self.tr("可不填"))
        self.due = OptionalDateField(self.tr("办理期限"), lambda: self.received.day or self._near)
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("concern", self.tr("类型"), self.concern))
        self.form.add_row(("text", self.tr("内容"), self.text))
        self.form.add_row(("raised_on", self.tr("收到日期"), self.received))
        self.form.add_row(("office", self.tr("承办组室"), self.office))
        self.form.add_row(("handler", self.tr("承办人"), self.handler))
        self.form.add_row(("due_on", self.tr("办理期限"), self.due))
        self._finish()

    def start(self, month: Month) -> None:
        """Be ready for what a unit raises."""
        self._near = self._desks.near(month)
        self.unit.set_choices(self._units.on(self._near))
        self.unit.set_chosen(None)
        self.office.set_choices(self._units.offices_on(self._near))
        self.office.set_chosen(None)
        self.concern.set_member(Concern.PROBLEM)
        self.text.clear()
        self.handler.clear()
        self.received.set_day(min(self._near, month.last_day))  # so that it is listed where it is typed
        self.due.clear()
        self._start("")

    def entry(self) -> NewSuggestion:
        return NewSuggestion(
            unit=self.unit.chosen_id or "",
            concern=self.concern.member,
            text=self.text.toPlainText().strip(),
            received_on=self.received.day or self._near,
            office=self.office.chosen_id or "",
            handler=self.handler.text().strip(),
            due_on=self.due.day,
        )

    def _problems(self) -> Iterable[Problem]:
        return self._desks.suggestions.check(self.entry())


@dataclass(frozen=True, slots=True)
class HandedOn:
    """Who is to handle a suggestion, until when."""

    suggestion: int
    office: str
    handler: str
    due_on: date | None


class HandOnPage(EntryPage):
    """Gives a suggestion to a 组室; ``submitted`` a HandedOn."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("转办"), self.tr("转办"), "unit")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._told: Suggestion | None = None
        self.office = ChoiceField(look, self.tr("承办组室"))
        self.office.setPlaceholderText(self.tr("组室或拼音首字母"))
        self.handler = QLineEdit()
        self.handler.setPlaceholderText(self.tr("可不填"))
        self.due = OptionalDateField(self.tr("办理期限"), lambda: self._near)
        self.form.add_row(("office", self.tr("承办组室"), self.office))
        self.form.add_row(("handler", self.tr("承办人"), self.handler))
        self.form.add_row(("due_on", self.tr("办理期限"), self.due))
        self._finish()

    def start(self, month: Month, told: Suggestion) -> None:
        """Be ready to hand ``told`` on; what was noted before stands there."""
        self._near = self._desks.near(month)
        self._told = told
        self.office.set_choices(self._units.offices_on(self._near))
        self.office.set_chosen(told.office or None)
        self.handler.setText(told.handler)
        self.due.set_day(told.due_on)
        self._start(told_words(self, told, self._units))

    def entry(self) -> HandedOn:
        number = self._told.id if self._told else 0
        return HandedOn(number, self.office.chosen_id or "", self.handler.text().strip(), self.due.day)

    def _problems(self) -> Iterable[Problem]:
        if self._told is None:
            return ()
        entry = self.entry()
        wanted = replace(self._told, office=entry.office, handler=entry.handler, due_on=entry.due_on)
        return self._desks.suggestions.check_handling(entry.suggestion, wanted)


@dataclass(frozen=True, slots=True)
class Closed:
    """What a unit was replied, and when."""

    suggestion: int
    on: date
    reply: str


class ClosePage(EntryPage):
    """Closes a suggestion with its reply; ``submitted`` a Closed."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("答复办结"), self.tr("办结"), "check")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._told: Suggestion | None = None
        self.reply: QPlainTextEdit = words_field(look)
        self.closed = DateField(self.tr("办结日期"), lambda: self._near)
        self.form.add_row(("reply", self.tr("答复"), self.reply))
        self.form.add_row(("closed_on", self.tr("办结日期"), self.closed))
        self._finish()

    def start(self, month: Month, told: Suggestion) -> None:
        """Be ready to close ``told``; what was replied before stands there."""
        self._near = self._desks.near(month)
        self._told = told
        self.reply.setPlainText(told.reply)
        self.closed.set_day(told.closed_on or self._near)
        self._start(told_words(self, told, self._units))

    def entry(self) -> Closed:
        number = self._told.id if self._told else 0
        return Closed(number, self.closed.day or self._near, self.reply.toPlainText().strip())

    def _problems(self) -> Iterable[Problem]:
        if self._told is None:
            return ()
        entry = self.entry()
        return self._desks.suggestions.check_closing(entry.suggestion, entry.on, entry.reply)


def told_words(page: QWidget, told: Suggestion, units: UnitChoices) -> str:
    """Return who raised what, and when."""
    words = page.tr("{}：{}\n{} 收到")
    return words.format(units.name(told.unit), told.text, told.received_on.isoformat())

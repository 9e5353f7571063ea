"""The forms for objections (异议): taken in, and ruled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import GRANTED, Finding, NewObjection, NewRuling, Objection, Remedy
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.services.objection_subjects import Subject
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import words_field
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField, MonthField
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.wording import CHANNEL, FINDING, REMEDY


class ObjectionPage(EntryPage):
    """Takes in what a unit objects to; ``submitted`` a NewObjection."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("登记异议"), self.tr("登记"), "add")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._subjects: dict[str, Subject] = {}
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("单位或拼音首字母"))
        self.month = MonthField(self.tr("异议月份"))
        self.about = ChoiceField(look, self.tr("关于"))
        self.about.setPlaceholderText(self.tr("稿件、积分或扣分，可不填"))
        self.text: QPlainTextEdit = words_field(look)
        self.raised_by = QLineEdit()
        self.channel: Pick[Channel] = Pick(self.tr("提出方式"), CHANNEL)
        self.received = DateField(self.tr("收到日期"), lambda: self._near)
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("objected_month", self.tr("异议月份"), self.month))
        self.form.add_row(("draft", self.tr("关于"), self.about))
        self.form.add_row(("objection", self.tr("异议内容"), self.text))
        self.form.add_row(("raised_by", self.tr("提出人"), self.raised_by))
        self.form.add_row(("channel", self.tr("提出方式"), self.channel))
        self.form.add_row(("objected_on", self.tr("收到日期"), self.received))
        self.unit.chosen.connect(self._on_month_touched)
        self.month.textChanged.connect(self._on_month_touched)
        self._finish()

    def start(self, month: Month, unit: str = "") -> None:
        """Be ready for an objection to ``month``, which may be closed, from ``unit`` where that is known."""
        self._near = self._desks.today()
        self.unit.set_choices(self._units.on(min(self._near, month.last_day)))
        self.unit.set_chosen(unit or None)
        self.month.set_month(month)
        self.text.clear()
        self.raised_by.clear()
        self.channel.set_member(Channel.PAPER)
        self.received.set_day(self._near)
        self._on_month_touched()
        self._start("", focus=not unit)
        if unit:
            self.about.setFocus()

    def entry(self) -> NewObjection:
        about = self._subjects.get(self.about.chosen_id or "", Subject(""))
        return NewObjection(
            unit=self.unit.chosen_id or "",
            month=self.month.month or Month.of(self._near),
            received_on=self.received.day or self._near,
            raised_by=self.raised_by.text().strip(),
            channel=self.channel.member,
            text=self.text.toPlainText().strip(),
            draft=about.draft,
            kind=about.kind,
            deduction=about.deduction,
        )

    def _problems(self) -> Iterable[Problem]:
        return self._desks.objections.check(self.entry())

    def _more_problems(self) -> Iterator[FieldProblem]:
        if self.month.month is None:
            problem = Problem("objected_month", "unreadable")
            yield FieldProblem("objected_month", "bad", problem_phrase(problem))

    @Slot()
    def _on_month_touched(self) -> None:
        """Offer what the unit has in the month."""
        unit, month = self.unit.chosen_id, self.month.month
        found = self._desks.objections.subjects(unit, month) if unit and month else ()
        self._subjects = {each.key: each for each in found}
        self.about.set_choices([Choice(each.key, each.words, also=(each.words,)) for each in found])
        self.about.set_chosen(None)


@dataclass(frozen=True, slots=True)
class Ruled:
    """An objection's id, and how it is ruled."""

    objection: int
    ruling: NewRuling


class RulingPage(EntryPage):
    """Rules on an objection; ``submitted`` a Ruled."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("裁定异议"), self.tr("裁定"), "check")
        self._desks = desks
        self._units = units
        self._near = desks.today()
        self._told: Objection | None = None
        self.finding: Pick[Finding] = Pick(self.tr("裁定"), FINDING)
        self.remedy: Pick[Remedy] = Pick(self.tr("处理"), REMEDY)
        self.reason: QPlainTextEdit = words_field(look)
        self.ruled_by = QLineEdit()
        self.ruled_on = DateField(self.tr("裁定日期"), lambda: self._near)
        self.form.add_row(("finding", self.tr("裁定"), self.finding))
        self.form.add_row(("remedy", self.tr("处理"), self.remedy))
        self.form.add_row(("ruling_reason", self.tr("理由"), self.reason))
        self.form.add_row(("ruled_by", self.tr("裁定人"), self.ruled_by))
        self.form.add_row(("ruled_on", self.tr("裁定日期"), self.ruled_on))
        self.finding.currentIndexChanged.connect(self._on_finding_touched)
        self._finish()

    def start(self, told: Objection) -> None:
        """Be ready to rule on ``told``; what was ruled before stands there."""
        self._near = self._desks.today()
        self._told = told
        held, closed = told.ruling, self._desks.objections.is_closed(told.month)
        self.finding.set_member(held.finding if held else Finding.UPHELD)
        usual = Remedy.CORRECTION if closed else Remedy.CHANGE
        self.remedy.set_member(held.remedy if held and held.remedy else usual)
        self.reason.setPlainText(held.reason if held else "")
        self.ruled_by.setText(held.ruled_by if held else self._desks.objections.last_ruler())
        self.ruled_on.set_day(self._near)
        self._on_finding_touched()
        words = self.tr("{}　{}月：{}").format(self._units.name(told.unit), told.month.month, told.text)
        after = self.tr("{}已关账，成立的登更正，计入未关账的月份。").format(told.month.label)
        self._start(f"{words}\n{after}" if closed else words)

    def entry(self) -> Ruled:
        finding = self.finding.member
        ruling = NewRuling(
            finding,
            self.remedy.member if finding in GRANTED else None,
            self.ruled_by.text().strip(),
            self.ruled_on.day or self._near,
            self.reason.toPlainText().strip(),
        )
        return Ruled(self._told.id if self._told else 0, ruling)

    def _problems(self) -> Iterable[Problem]:
        if self._told is None:
            return ()
        entry = self.entry()
        return self._desks.objections.check_ruling(entry.objection, entry.ruling)

    @Slot()
    def _on_finding_touched(self) -> None:
        self.form.fields["remedy"].setVisible(self.finding.member in GRANTED)

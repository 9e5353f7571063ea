"""The forms for deductions (扣分): proposing one, confirming it, proposing for all forms that are missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.ledgers import DeductionLine
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import DraftField, PointsField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices, spelled_choice
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem

_PROPOSED_BY, _CONFIRMED_BY = "ledgers/proposed_by", "ledgers/confirmed_by"


class DeductionPage(EntryPage):
    """Proposes a deduction; ``submitted`` a NewDeduction."""

    def __init__(
        self,
        look: Look,
        desks: LedgerDesks,
        units: UnitChoices,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("提出扣分"), self.tr("提出扣分"), "add")
        self._desks = desks
        self._units = units
        self._settings = settings
        self._near = desks.today()
        self._make(look)
        self._arrange()
        self.draft.chosen.connect(self._on_draft_chosen)
        self.type.chosen.connect(self._on_type_chosen)
        self.proposed.day_changed.connect(self._on_day_changed)
        self._finish()

    def _make(self, look: Look) -> None:
        self.draft = DraftField(look, self._desks.ledgers, self._units.name)
        self.draft.setPlaceholderText(self.tr("可不填，标题、编号或单位拼音"))
        self.unit = ChoiceField(look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("单位或拼音首字母"))
        self.type = ChoiceField(look, self.tr("扣分项目"))
        self.type.setPlaceholderText(self.tr("项目或拼音，↓ 看全部"))
        self.reason = QLineEdit()
        self.points = PointsField(self.tr("扣分"))
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText(self.tr("可不填"))
        self.proposed = DateField(self.tr("提出日期"), lambda: self._near)
        self.proposed_by = QLineEdit()

    def _arrange(self) -> None:
        self.form.add_row(("draft", self.tr("稿件"), self.draft))
        self.form.add_row(("unit", self.tr("单位"), self.unit))
        self.form.add_row(("type", self.tr("扣分项目"), self.type))
        self.form.add_row(("cents", self.tr("扣分"), self.points))
        self.form.add_row(("reason", self.tr("原因"), self.reason))
        self.form.add_row(("evidence", self.tr("凭据"), self.evidence))
        self.form.add_row(("proposed_on", self.tr("提出日期"), self.proposed))
        self.form.add_row(("proposed_by", self.tr("提出人"), self.proposed_by))

    def start(self, month: Month, number: str | None = None) -> None:
        """Be ready for a proposal; about the draft ``number`` where it is given."""
        self._near = self._desks.near(month)
        self.unit.set_choices(self._units.on(self._near))
        self.unit.set_chosen(None)
        self.draft.narrow(month)
        self.draft.set_draft(number)
        self.proposed.set_day(self._near)
        self._offer_types()
        self.type.set_chosen(None)
        self._on_type_chosen(None)
        self.points.clear()
        self.reason.clear()
        self.evidence.clear()
        self.proposed_by.setText(str(self._settings.value(_PROPOSED_BY, "")))
        self._on_draft_chosen(self.draft.choice)
        self._start("")
        if number is not None:
            self.type.setFocus()

    def entry(self) -> NewDeduction:
        return NewDeduction(
            unit=self.unit.chosen_id or "",
            type=self.type.chosen_id or "",
            reason=self.reason.text().strip(),
            proposed_on=self.proposed.day or self._near,
            proposed_by=self.proposed_by.text().strip(),
            draft=self.draft.chosen_id,
            evidence=self.evidence.text().strip(),
            cents=taken(self.points),
        )

    def remember(self) -> None:
        """Offer who proposed this one for the next."""
        self._settings.setValue(_PROPOSED_BY, self.proposed_by.text().strip())

    def _problems(self) -> Iterable[Problem]:
        return self._desks.deductions.check(self.entry())

    def _more_problems(self) -> Iterator[FieldProblem]:
        yield from unreadable_points(self.points)
        if not self.type.text().strip():
            yield FieldProblem("type", "bad", self.tr("没有选扣分项目"))

    def _offer_types(self) -> None:
        day = self.proposed.day or self._near
        desk = self._desks.ledgers
        choices = []
        for spelled in desk.deduction_types(day):
            rule = desk.deduction_rule(spelled.id, day)
            hint = self.tr("{} 分").format(plain(rule.cents)) if rule else ""
            choices.append(spelled_choice(spelled, hint))
        self.type.set_choices(choices)

    @Slot()
    def _on_day_changed(self) -> None:
        if self.proposed.day is not None:
            self._offer_types()

    @Slot(object)
    def _on_draft_chosen(self, choice: Choice | None) -> None:
        if choice is not None and self.draft.row is not None:
            self.unit.set_chosen(self.draft.row.unit)

    @Slot(object)
    def _on_type_chosen(self, choice: Choice | None) -> None:
        day = self.proposed.day or self._near
        rule = self._desks.ledgers.deduction_rule(choice.id, day) if choice else None
        words = self.tr("可不填，按细则 {}").format(plain(rule.cents)) if rule else self.tr("可不填，按细则")
        self.points.setPlaceholderText(words)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A deduction, and who confirmed it."""

    deduction: int
    confirmation: Confirmation


class ConfirmPage(EntryPage):
    """Confirms a proposal; ``submitted`` a Confirmed."""

    def __init__(
        self,
        look: Look,
        desks: LedgerDesks,
        units: UnitChoices,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("确认扣分"), self.tr("确认扣分"), "check")
        self._desks = desks
        self._units = units
        self._settings = settings
        self._near = desks.today()
        self._deduction = 0
        self.by = QLineEdit()
        self.by.setPlaceholderText(self.tr("分管领导"))
        self.on = DateField(self.tr("确认日期"), lambda: self._near)
        self.points = PointsField(self.tr("扣分"))
        self.form.add_row(("confirmed_by", self.tr("确认人"), self.by))
        self.form.add_row(("confirmed_on", self.tr("确认日期"), self.on))
        self.form.add_row(("cents", self.tr("扣分"), self.points))
        self._finish()

    def start(self, month: Month, line: DeductionLine) -> None:
        """Be ready to confirm the deduction of ``line``."""
        self._near = self._desks.near(month)
        self._deduction = line.event.id
        self.by.setText(str(self._settings.value(_CONFIRMED_BY, "")))
        self.on.set_day(max(self._near, line.event.proposed_on))
        self.points.clear()
        words = self.tr("可不填，扣 {} 分").format(plain(-(line.cents or 0)))
        self.points.setPlaceholderText(words)
        said = [self.tr("{}：{}").format(self._units.name(line.event.unit), line.event.reason)]
        if line.draft is not None and line.rule is not None and line.rule.void_item:
            said.append(self.tr("确认后《{}》作废，已得的分冲回。").format(line.draft.title))
        self._start("\n".join(said))

    def entry(self) -> Confirmed:
        by, on = self.by.text().strip(), self.on.day or self._near
        return Confirmed(self._deduction, Confirmation(by, on, taken(self.points)))

    def remember(self) -> None:
        """Offer who confirmed this one for the next."""
        self._settings.setValue(_CONFIRMED_BY, self.by.text().strip())

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        return self._desks.deductions.check_confirmation(entry.deduction, entry.confirmation)

    def _more_problems(self) -> Iterator[FieldProblem]:
        yield from unreadable_points(self.points)


class MissingFormsPage(EntryPage):
    """Proposes a deduction for every draft of the month without its form; ``submitted`` who proposes."""

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("按缺审批表提出"), self.tr("全部提出"), "approval")
        self._settings = settings
        self.proposed_by = QLineEdit()
        self.form.add_row(("proposed_by", self.tr("提出人"), self.proposed_by))
        self._finish()

    def start(self, month: Month, missing: int, open_ones: int) -> None:
        """Be ready; ``missing`` drafts of ``month`` lack their form, ``open_ones`` are not yet proposed."""
        self.proposed_by.setText(str(self._settings.value(_PROPOSED_BY, "")))
        words = self.tr("{}缺审批表 {} 篇，其中 {} 篇还没有提出扣分；每篇提一条，确认后才扣。")
        self._start(words.format(month.label, missing, open_ones))

    def entry(self) -> str:
        return self.proposed_by.text().strip()

    def remember(self) -> None:
        """Offer who proposed these for the next."""
        self._settings.setValue(_PROPOSED_BY, self.entry())

    def _problems(self) -> Iterable[Problem]:
        return () if self.entry() else (Problem("proposed_by", "missing"),)


def taken(field: PointsField) -> int | None:
    """Return what is to be taken off: 2 is meant as −2."""
    cents = field.cents
    return None if cents is None else -abs(cents)


def unreadable_points(field: PointsField) -> Iterator[FieldProblem]:
    """Yield that no amount is written in a field for points."""
    if field.is_unreadable:
        yield FieldProblem("cents", "bad", field.tr("不是分数，如 1.5"))

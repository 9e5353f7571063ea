"""The forms for good drafts (好稿): a draft picked, and its reason or day of upload put right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.quality_picks import NewQualityPick, QualityPick
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.entry_page import EntryPage
from jinshi_desk.ui.ledgers.fields import DraftField, OptionalDateField, words_field
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.fields import MonthField
from jinshi_desk.ui.widgets.form import FieldProblem


@dataclass(frozen=True, slots=True)
class PickEntry:
    """The number of a draft, and what it is picked for."""

    number: str
    new: NewQualityPick


class PickPage(EntryPage):
    """Lies over a draft or beside the list; the draft is asked for where it is not given."""

    def __init__(
        self, look: Look, desks: LedgerDesks, units: UnitChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("列为好稿"), self.tr("列为好稿"), "annual")
        self._desks = desks
        self._near = desks.today()
        self._number: str | None = None
        self.draft = DraftField(look, desks.ledgers, units.name)
        self.month = MonthField(self.tr("好稿月份"))
        self.reason: QPlainTextEdit = words_field(look)
        self.reason.setPlaceholderText(self.tr("好在哪里，印在季讲评的题目后面"))
        self.picked_by = QLineEdit()
        self.picked_by.setPlaceholderText(self.tr("可不填，就是本机登录的人"))
        self.uploaded = OptionalDateField(self.tr("上传日期"), lambda: self._near)
        self.form.add_row(("draft", self.tr("稿件"), self.draft))
        self.form.add_row(("pick_month", self.tr("好稿月份"), self.month))
        self.form.add_row(("pick_reason", self.tr("推荐理由"), self.reason))
        self.form.add_row(("picked_by", self.tr("推荐人"), self.picked_by))
        self.form.add_row(("uploaded_on", self.tr("上传日期"), self.uploaded))
        self._finish()

    def start(self, month: Month, number: str | None = None, title: str = "") -> None:
        """Be ready for a good draft of ``month``; the draft ``number`` where it is given."""
        self._near = self._desks.today()
        self._number = number
        self.form.fields["draft"].setHidden(number is not None)
        self.draft.narrow(month, accepted=True)
        self.draft.set_choice(None)
        self.month.set_month(month)
        self.reason.clear()
        self.picked_by.clear()
        self.uploaded.clear()
        self._start(f"{number}　《{title}》" if number is not None else "")
        if number is not None:
            self.reason.setFocus()  # the month stands already

    def entry(self) -> PickEntry:
        new = NewQualityPick(
            month=self.month.month or Month.of(self._near),
            reason=self.reason.toPlainText().strip(),
            picked_on=self._near,
            picked_by=self.picked_by.text().strip(),
            uploaded_on=self.uploaded.day,
        )
        return PickEntry(self._number or self.draft.chosen_id or "", new)

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        if entry.number:
            return self._desks.picks.check(entry.number, entry.new)
        return () if entry.new.reason else (Problem("pick_reason", "missing"),)

    def _more_problems(self) -> Iterator[FieldProblem]:
        if not self.entry().number and not self.draft.text().strip():
            yield FieldProblem("draft", "bad", self.tr("没有选稿件"))
        if self.month.month is None:
            yield FieldProblem("pick_month", "bad", problem_phrase(Problem("objected_month", "unreadable")))


@dataclass(frozen=True, slots=True)
class PickSettled:
    """A pick's id, its reason, and the day its draft was put on the website."""

    pick: int
    reason: str
    uploaded_on: date | None


class PickSettlePage(EntryPage):
    """Puts reason and day of upload right; ``submitted`` a PickSettled."""

    take_back_wanted = Signal()

    def __init__(self, look: Look, desks: LedgerDesks, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_entry(self.tr("好稿"), self.tr("保存"), "save")
        self._desks = desks
        self._near = desks.today()
        self._pick = 0
        self.number = ""
        self.reason: QPlainTextEdit = words_field(look)
        self.uploaded = OptionalDateField(self.tr("上传日期"), lambda: self._near)
        self.take_back_button = Button(look, self.tr("取消好稿…"), "void", "danger")
        self.take_back_button.clicked.connect(self.take_back_wanted)
        self.form.add_row(("pick_reason", self.tr("推荐理由"), self.reason))
        self.form.add_row(("uploaded_on", self.tr("上传日期"), self.uploaded))
        self._finish()
        self.foot.addWidget(self.take_back_button)

    def start(self, pick: QualityPick, number: str, title: str) -> None:
        """Be ready to put ``pick`` of the draft ``number`` right."""
        self._near = self._desks.today()
        self._pick, self.number = pick.id, number
        self.reason.setPlainText(pick.reason)
        self.uploaded.set_day(pick.uploaded_on)
        self._start(f"{number}　《{title}》\n{pick.month.label}　{pick.picked_by}")

    def entry(self) -> PickSettled:
        return PickSettled(self._pick, self.reason.toPlainText().strip(), self.uploaded.day)

    def _problems(self) -> Iterable[Problem]:
        entry = self.entry()
        return self._desks.picks.check_settled(entry.pick, entry.reason, entry.uploaded_on)

"""The form of a draft: typed from title to note without a mouse."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.drafts import Category, NewDraft
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.tags import cleaned_tags
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.ui.register import bylines
from jinshi_desk.ui.register.choices import late_lookup, people_lookup
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices, spelled_choice
from jinshi_desk.ui.widgets.choice_field import ChoicesField
from jinshi_desk.ui.widgets.fields import DateField, NumberField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.wording import CATEGORY, FORM, SOURCE

_SENT = frozenset({"title", "authors", "attachments", "word_count", "body"})
"""What a returned draft says: it stays so until it comes back as another version."""
_MAKEUP_UNTIL = 5
"""Up to this day a draft may be meant for the month before; the desk has the last word (§4)."""


class DraftForm(Form):
    """Shows a draft, existing or to be, and reads it back; what is wrong is shown once a field was left.

    It offers nothing until it is told what to show.
    """

    opened = Signal(str)  # the number of another draft that is asked for
    touched = Signal()  # something was typed or taken back

    def __init__(
        self,
        look: Look,
        register: RegisterDesk,
        units: UnitChoices,
        near: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._register = register
        self._unit_choices = units
        self._near = near
        self._number: str | None = None
        self._confirmed = False
        self._last_units: tuple[str, ...] = ()
        self._people_of = ""
        self._left: set[str] = set()
        self._filling = False
        self._untouched: tuple[Any, ...] = ()
        self._make(look)
        self._arrange()
        self.left.connect(self._on_left)
        self.edited.connect(self._on_edited)

    def _make(self, look: Look) -> None:
        self.title = QLineEdit()
        self.units = ChoicesField(look, self.tr("报送单位"))
        self.received = DateField(self.tr("收稿日期"), self._near)
        self.authors = ChoicesField(look, self.tr("作者"))
        self.category = Pick(self.tr("类别"), CATEGORY)
        self.kind = Pick(self.tr("体裁"), FORM)
        self.source = Pick(self.tr("来源"), SOURCE)
        self.words = NumberField(self.tr("字数"))
        self.on_file = QCheckBox(self.tr("已交"))
        self.makeup = QCheckBox()
        self.tags = ChoicesField(look, self.tr("选题"))
        self.note = QLineEdit()
        self.attachments = QLineEdit()
        self.body = QPlainTextEdit()
        self.on_file.setAccessibleName(self.tr("审批表已交"))
        self.units.setPlaceholderText(self.tr("单位或拼音首字母"))
        self.units.setToolTip(self.tr("联合报送用、隔开，牵头单位在前"))
        self.authors.setPlaceholderText(self.tr("几人用、隔开，记者写“记者 某某”"))
        self.words.setPlaceholderText(self.tr("可不填"))
        self.words.setToolTip(self.tr("有正文时按正文自动算"))
        self.tags.setPlaceholderText(self.tr("可不填，写的是哪方面的事，几个用、隔开"))
        self.note.setPlaceholderText(self.tr("可不填"))
        self.attachments.setPlaceholderText(self.tr("可不填，文件名用、隔开"))
        self.body.setTabChangesFocus(True)
        self.body.setPlaceholderText(self.tr("把正文粘贴在这里，字数自动算"))
        self.body.setMinimumHeight(look.theme.scaled(132))

    def _arrange(self) -> None:
        self.add_row(("title", self.tr("标题"), self.title))
        self.add_row(
            ("units", self.tr("报送单位"), self.units), ("received_on", self.tr("收稿日期"), self.received)
        )
        self.add_row(("authors", self.tr("作者"), self.authors))
        self.add_row(("category", self.tr("类别"), self.category), ("form", self.tr("体裁"), self.kind))
        self.add_row(("source", self.tr("来源"), self.source), ("word_count", self.tr("字数"), self.words))
        self.add_row(("approval", self.tr("审批表"), self.on_file), ("makeup", self.tr("补报"), self.makeup))
        self.add_row(("tags", self.tr("选题"), self.tags))
        self.add_row(
            ("attachments", self.tr("图片附件"), self.attachments), ("note", self.tr("备注"), self.note)
        )
        self.add_row(("body", self.tr("正文"), self.body))
        self.show_body(shown=False)

    # --- what is shown

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything was typed that is not filed."""
        return self._state() != self._untouched

    @property
    def has_body(self) -> bool:
        """Tell whether there is a text."""
        return bool(self.body.toPlainText().strip())

    def start(self, day: date | None = None) -> None:
        """Be ready for a new draft, received on ``day``."""
        empty = NewDraft("", (), Category.NEWS, day or self._near())
        self._fill(None, empty)
        if day is None:
            self.received.clear()
        self._settle()

    def propose(self, draft: NewDraft) -> None:
        """Show what a file says, to be corrected and filed; it counts as typed."""
        self.start(draft.received_on)
        untouched = self._untouched
        self._fill(None, draft)
        self._untouched = untouched
        self.touched.emit()

    def show_draft(self, number: str, draft: NewDraft) -> None:
        """Show a draft of the register."""
        self._fill(number, draft)
        self._settle()

    def lock(self, *, locked: bool, returned: bool = False) -> None:
        """Let nothing be typed: the draft is void or withdrawn; or nothing that its unit is to change."""
        for name, field in self.fields.items():
            control = field.control
            if isinstance(control, QLineEdit | QPlainTextEdit):
                sent = returned and name in _SENT
                control.setReadOnly(locked or sent or (name == "word_count" and self.has_body))
                if name in _SENT - {"word_count"}:
                    control.setToolTip(self.tr("已退回；改好的稿用“重新收稿…”登，原稿留底") if sent else "")
            elif isinstance(control, QComboBox | QCheckBox):
                control.setEnabled(not locked)

    def show_body(self, *, shown: bool) -> None:
        """Show or put away the text."""
        self.fields["body"].setVisible(shown)

    def refresh_choices(self) -> None:
        """Offer the units and people there are now."""
        self._offer_units()
        self._offer_people(anew=True)
        self.tags.set_lookup(late_lookup(lambda: map(spelled_choice, self._register.spelled_tags())))

    def remember_units(self) -> None:
        """Offer the units just filed for first: units send several drafts at once."""
        self._last_units = self.draft().units

    def draft(self) -> NewDraft:
        """Return what the form says."""
        authors, incomplete = bylines.read(self.authors.names())
        return NewDraft(
            title=self.title.text().strip(),
            units=tuple(self._unit_choices.unit_id(name) for name in self.units.names()),
            category=self.category.member,
            received_on=self.received.day or self._near(),
            authors=authors,
            form=self.kind.member,
            source=self.source.member,
            word_count=self.words.number,
            body=self.body.toPlainText(),
            makeup=self.makeup.isChecked() and not self.fields["makeup"].isHidden(),
            approval_on_file=self.on_file.isChecked(),
            authors_incomplete=incomplete,
            duplicate_confirmed=self._confirmed,
            note=self.note.text().strip(),
            tags=cleaned_tags(self.tags.names()),
            attachments=tuple(name for each in self.attachments.text().split("、") if (name := each.strip())),
        )

    def is_fileable(self) -> bool:
        """Show every problem, go to the first red one, and tell whether there is none."""
        self._left = set(self.fields)
        problems = tuple(self._problems())
        self._show(problems, go_to_first=True)
        return all(problem.severity is not Severity.BAD for problem in problems)

    def _fill(self, number: str | None, draft: NewDraft) -> None:
        self._filling = True
        self._number, self._confirmed = number, draft.duplicate_confirmed
        self._left = set() if number or not draft.title else {"title", "units", "received_on", "authors"}
        self.title.setText(draft.title)
        self.title.setCursorPosition(0)
        self.received.set_day(draft.received_on)
        self.units.set_names([self._unit_choices.name(unit) for unit in draft.units])
        self.authors.set_names(bylines.written(draft.authors, incomplete=draft.authors_incomplete))
        self.category.set_member(draft.category)
        self.kind.set_member(draft.form)
        self.source.set_member(draft.source)
        self.body.setPlainText(draft.body)
        self.words.set_number(draft.word_count)
        self.words.setReadOnly(self.has_body)
        self.on_file.setChecked(draft.approval_on_file)
        self.makeup.setChecked(draft.makeup)
        self.tags.set_names(draft.tags)
        self.note.setText(draft.note)
        self.attachments.setText("、".join(draft.attachments))
        self._filling = False
        self.refresh_choices()
        self._offer_makeup()
        self._show(tuple(self._problems()) if self._left else ())

    def _settle(self) -> None:
        self._untouched = self._state()
        self.touched.emit()

    def _state(self) -> tuple[Any, ...]:
        lines = (
            self.title,
            self.units,
            self.received,
            self.authors,
            self.words,
            self.tags,
            self.attachments,
            self.note,
        )
        picks = (self.category, self.kind, self.source)
        return (
            *(line.text() for line in lines),
            *(pick.currentIndex() for pick in picks),
            self.on_file.isChecked(),
            self.makeup.isChecked(),
            self.body.toPlainText(),
        )

    # --- what is offered

    def _offer_units(self) -> None:
        day = self.received.day or self._near()
        self.units.set_lookup(late_lookup(partial(self._unit_choices.on, day, self._last_units)))

    def _offer_people(self, *, anew: bool = False) -> None:
        lead = next(iter(self.draft().units), "")
        if anew or lead != self._people_of:
            self._people_of = lead
            self.authors.set_lookup(people_lookup(partial(self._register.spelled_people, lead or None)))

    def _offer_makeup(self) -> None:
        day = self.received.day
        offered = day is not None and (day.day <= _MAKEUP_UNTIL or self.makeup.isChecked())
        self.fields["makeup"].setVisible(offered)
        if day is not None:
            before = Month.of(day.replace(day=1) - timedelta(days=1))
            self.makeup.setText(self.tr("算{}月的").format(before.month))
            self.makeup.setAccessibleName(self.tr("补报，算{}").format(before.label))

    # --- what is wrong

    def _problems(self) -> Iterator[Problem]:
        unreadable = self.received.day is None
        if unreadable:
            yield self.received.unread("received_on")
        for problem in self._register.check(self.draft(), self._number):
            if not (unreadable and problem.field == "received_on"):
                yield problem

    def _show(self, problems: tuple[Problem, ...], *, go_to_first: bool = False) -> None:
        shown = [self._at_field(problem) for problem in problems if problem.field in self._left]
        self.show_problems(shown, go_to_first=go_to_first)

    def _at_field(self, problem: Problem) -> FieldProblem:
        level, phrase = problem.severity.value, problem_phrase(problem)
        if (problem.field, problem.reason) == ("title", "same"):
            return FieldProblem(
                problem.field,
                level,
                phrase,
                self.tr("不同稿件"),
                self._on_other_confirmed,
                self.tr("打开"),
                lambda: self.opened.emit(problem.detail),
            )
        return FieldProblem(problem.field, level, phrase)

    def _on_other_confirmed(self) -> None:
        self._confirmed = True
        self._show(tuple(self._problems()))
        self.units.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_left(self, name: str) -> None:
        # A draft that nobody has begun is not told what it lacks.
        if self.is_dirty:
            self._left.add(name)
            self._show(tuple(self._problems()))

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if self._filling:
            return
        if name in ("title", "units"):
            self._confirmed = False
        if name == "units":
            self._offer_people()
        if name == "received_on":
            self._offer_units()
            self._offer_makeup()
        if name == "body":
            self.words.setReadOnly(self.has_body)
            if self.has_body:
                text = self.body.toPlainText()
                self.words.set_number(sum(not character.isspace() for character in text))
        if self._left:
            self._show(tuple(self._problems()))
        self.touched.emit()

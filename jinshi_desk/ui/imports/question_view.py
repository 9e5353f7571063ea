"""What is asked about the current row, and the ways to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.registers import REUSABLE, Action, Candidate, Question, RowReading
from jinshi_desk.services.importing import IMPORT, NEW, ImportDesk
from jinshi_desk.sheet_words import COLUMN, flag_phrase, mark_phrase
from jinshi_desk.ui.imports.answer_input import AnswerInput
from jinshi_desk.ui.imports.answer_row import AnswerRow
from jinshi_desk.ui.imports.lines import Lines, why
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import Chip, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_KEYS = 9
_MAY_LEAVE = frozenset({"duplicate", "hidden_row", "same_as_row", "continues_row"})
"""Questions to which leaving the row out is one of the answers."""
_NAMES = frozenset({"unknown_unit", "unknown_outlet"})
"""Questions about names: what is answered for all becomes another name of the unit or outlet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was decided about a question, and whether for all that ask the same."""

    question: Question
    answer: str
    widely: bool


class QuestionView(QWidget):
    """Shows one row at a time. Enter in its field gives the typed answer; elsewhere it goes on."""

    answered = Signal(object)  # the Answer
    left_out = Signal()
    reopened = Signal()
    moved_on = Signal()
    left = Signal()

    def __init__(self, look: Look, imports: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._imports = imports
        self._near = imports.today()
        self._row: RowReading | None = None
        self._question: Question | None = None
        self._candidates: Sequence[Candidate | None] = ()
        """What each number answers; None is the field."""
        self._alike = 0
        self.rows: list[AnswerRow] = []
        self._where = label("", "hint")
        self._subject = label("", "h2")
        self._chip = Chip("")
        self._notes = label("", "body")
        self.input = AnswerInput(look, imports, lambda: self._near, self)
        self._field_key = label("", "key")
        self._problem = label("", "body")
        self.general = QCheckBox()
        self.leave = AnswerRow(self.tr("这一行不导入"), self.tr("记在“跳过”里，不进台账"), "0")
        self.reopen_button = Button(look, self.tr("改回待定"), kind="quiet", icon="undo")
        self._connect()
        self._arrange()
        self.show_nothing("")

    def _connect(self) -> None:
        self.reopen_button.set_tip(self.tr("忘掉对这一行作的决定"), "Backspace")
        self.leave.taken.connect(self.left_out)
        self.reopen_button.clicked.connect(self.reopened)
        for field in self.input.fields:
            field.textEdited.connect(self._on_text_edited)

    def _arrange(self) -> None:
        for words in (self._subject, self._notes, self._problem):
            words.setWordWrap(True)
        self._answers, self._new_ones = QVBoxLayout(), QVBoxLayout()
        for answers in (self._answers, self._new_ones):
            answers.setSpacing(4)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        acts.addWidget(self.reopen_button)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._where)
        column.addWidget(self._subject)
        column.addWidget(self._chip)
        column.addWidget(self._notes)
        column.addLayout(self._answers)
        typed = QHBoxLayout()
        typed.setContentsMargins(0, 0, 11, 0)
        typed.setSpacing(8)
        for field in self.input.fields:
            typed.addWidget(field, 1)
        typed.addWidget(self._field_key, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(typed)
        column.addWidget(self._problem)
        column.addLayout(self._new_ones)
        column.addWidget(self.leave)
        column.addWidget(self.general)
        column.addLayout(acts)

    def show_nothing(self, words: str) -> None:
        """Show that no row is current."""
        self._row = self._question = None
        self._say("", words, "", "")
        self._offer((), None)
        self.leave.hide()
        self.reopen_button.hide()

    def show_row(self, row: RowReading, lines: Lines, near: date, *, alike: int, decided: bool) -> None:
        """Show what is asked about ``row``, or what became of it.

        Days without a year are near ``near``; ``alike`` is how many other rows ask the same.
        """
        self._row, self._near, self._alike = row, near, alike
        self._question = question = question_of(row)
        place = row.sheet if row.row is None else self.tr("{} 第 {} 行").format(row.sheet, row.row)
        if question is not None and row.action is Action.ASK:
            column = COLUMN.get(question.column, "")
            place = f"{place} · {column}" if column else place
            self._say(place, lines.subject(row, question), _asked_phrase(question), _level(question))
            more = len(row.questions) - 1
            notes = [*row.notes, *([self.tr("这一行还有 {} 处待定").format(more)] if more else [])]
            self._notes.setText("；".join(notes))
        elif row.action is Action.ASK and row.flags:
            *others, last = row.flags
            self._say(place, lines.name(row), flag_phrase(last), "bad")
            advice = self.tr("请改好原表再导入，或这一行不导入")
            self._notes.setText("；".join([*map(flag_phrase, others), *row.notes, advice]))
        else:
            self._say(place, lines.name(row), "", "")
            self._notes.setText(why(row) or self.tr("没有疑问，直接导入"))
        self._notes.setVisible(bool(self._notes.text()))
        self._offer(self._imports.offered(question) if question is not None else (), question)
        self.leave.clear()
        offered = question is not None and question.kind in _MAY_LEAVE
        self.leave.setVisible(row.row is not None and row.action is not Action.SKIP and not offered)
        self.reopen_button.setVisible(decided)

    def take(self, number: int) -> None:
        """Give the answer with this number, counted from 1, or go to the field if that is its number."""
        if number > len(self._candidates):
            return
        candidate = self._candidates[number - 1]
        if candidate is not None:
            self._give(candidate.answer)
        elif self.input.shown is not None:
            self.input.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        field = self.input.shown
        if event.key() == Qt.Key.Key_Escape and field is not None and field.hasFocus():
            field.clear()
            self.left.emit()
            return
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        if field is None or not field.text().strip():
            self.moved_on.emit()
        elif answer := self.input.answer:
            self._give(answer)
        else:
            self._complain(self.tr("看不出“{}”是什么，从列表里选或改一改。").format(field.text().strip()))

    def _give(self, answer: str) -> None:
        if self._question is not None:
            widely = self.general.isVisible() and self.general.isChecked()
            self.answered.emit(Answer(self._question, answer, widely))

    def _say(self, where: str, subject: str, phrase: str, level: str) -> None:
        self._where.setText(where)
        self._where.setVisible(bool(where))
        self._subject.setText(subject)
        self._chip.show_chip(phrase, level)
        self._notes.setVisible(False)
        self.setAccessibleName(" ".join(filter(None, (where, subject, phrase))))

    def _offer(self, candidates: Sequence[Candidate], question: Question | None) -> None:
        """Offer the likely answers, then the field, then what adds to a list."""
        for old in self.rows:
            self._answers.removeWidget(old)
            self._new_ones.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        self.input.show_for(question)
        likely = [each for each in candidates if not each.answer.startswith(NEW)]
        field = [None] if self.input.shown is not None else []
        self._candidates = [*likely, *field, *candidates[len(likely) :]]
        for number, candidate in enumerate(self._candidates, start=1):
            key = str(number) if number <= _MOST_KEYS else ""
            if candidate is None:
                self._field_key.setText(key)
                continue
            row = AnswerRow(candidate.label, "", key)
            row.taken.connect(partial(self.take, number))
            (self._answers if number <= len(likely) else self._new_ones).addWidget(row)
            self.rows.append(row)
        self._field_key.setVisible(bool(field) and len(likely) < _MOST_KEYS)
        reusable = question is not None and question.kind in REUSABLE
        self.general.setVisible(question is not None and (self._alike > 0 or reusable) and self._is_row)
        self.general.setChecked(reusable)
        if question is not None and reusable:
            lasting = self.tr("记住：以后“{}”都这样")
            here = self.tr("这次导入里“{}”都这样")
            self.general.setText((lasting if question.kind in _NAMES else here).format(question.subject))
        else:
            self.general.setText(self.tr("其余 {} 行同样的也这样").format(self._alike))
        self._complain("")

    @property
    def _is_row(self) -> bool:
        return self._row is not None and self._row.row is not None

    def _complain(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    @Slot()
    def _on_text_edited(self) -> None:
        self._complain("")


def question_of(row: RowReading) -> Question | None:
    """Return what is asked first; of a hidden sheet that was not read, whether to read it."""
    if row.row is None and row.reason == "hidden_sheet":
        return Question("hidden_sheet", row.sheet, candidates=(Candidate(IMPORT, "读这张表"),))
    return row.questions[0] if row.questions and row.action is Action.ASK else None


def _asked_phrase(question: Question) -> str:
    """Return what is doubtful; the subject of a duplicate is the mark that says of what."""
    return mark_phrase(question.subject if question.kind == "duplicate" else question.kind)


def _level(question: Question) -> str:
    return "warn" if question.candidates else "bad"

"""另定: a grade that the figures do not give, with the reason."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.award_words import grade_word
from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.award_decisions import NewDecision, Roll
from jinshi_desk.services.award_lines import AwardLine
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.form import FieldProblem
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.ui.widgets.side_form import SideForm


class DecidePanel(SideForm):
    """Asks for a grade and the reason, and whose decision it is."""

    submitted = Signal(object)  # a NewDecision

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("另定等次"), parent)
        self._roll: Roll | None = None
        self._who = ""
        self._day = date.min
        self.grade = Pick[str](self.tr("等次"), {"": grade_word("")})
        self.reason = QLineEdit()
        self.decided_by = QLineEdit()
        self.decided_by.setPlaceholderText(self.tr("可不填"))
        self._ask(
            self.tr("与测算不同的，写明原因。空出的名额不自动递补。"),
            ("award_grade", self.tr("等次"), self.grade),
            ("award_reason", self.tr("原因"), self.reason),
            ("decided_by", self.tr("谁定的"), self.decided_by),
        )
        self.file_button = Button(look, self.tr("记下"), icon="check", kind="primary", key="Ctrl+S")
        self._offer(self.file_button, Button(look, self.tr("不改了")))
        self._form.edited.connect(self._on_edited)
        self.file_wanted.connect(self._on_file_wanted)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that would be lost."""
        return bool(self.reason.text().strip() or self.decided_by.text().strip())

    def ask_for(self, roll: Roll, line: AwardLine, day: date) -> None:
        """Start an empty form for a name of ``roll``, offering the grades of that list."""
        self._roll, self._who, self._day = roll, line.who, day
        self.where.setText(line.name)
        self.grade.offer({grade: grade_word(grade) for grade in (*roll.contest.grades, "")})
        name = roll.name(line.who)
        if name is not None:
            self.grade.set_member(name.tie.grade if name.tie else name.grade)
        self.reason.clear()
        self.decided_by.clear()
        self._form.show_problems(())
        self._form.go_first()

    def _new(self, roll: Roll) -> NewDecision:
        reason, decided_by = self.reason.text().strip(), self.decided_by.text().strip()
        return NewDecision(roll.award, self._who, self.grade.member, reason, self._day, decided_by)

    def _problems(self, roll: Roll) -> list[FieldProblem]:
        return [
            FieldProblem(problem.field, "bad", problem_phrase(problem))
            for problem in roll.problems(self._new(roll))
        ]

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if self._roll is not None and self._form.fields[name].level:
            self._form.show_problems(self._problems(self._roll))

    @Slot()
    def _on_file_wanted(self) -> None:
        if self._roll is None:
            return
        problems = self._problems(self._roll)
        self._form.show_problems(problems, go_to_first=True)
        if not problems:
            self.submitted.emit(self._new(self._roll))

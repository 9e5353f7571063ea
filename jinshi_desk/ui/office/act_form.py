"""What the forms of 单位管理 and 名册 share: one act, what it asks for, and the button that does it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel, scrolled


class ActForm(Panel):
    """One act: what it asks for, what will come of it, and the button that does it."""

    submitted = Signal(object)  # the act
    changed = Signal()  # a field was left: what is odd may be shown there
    left = Signal()

    def __init__(self, look: Look, title: str, hint: str, verb: str, icon: str) -> None:
        super().__init__(look, title)
        self.done = self.tr("已{}").format(verb)
        self._seen: set[str] = set()
        self.form = Form(look)
        self._hint = label(hint, "hint")
        self._hint.setWordWrap(True)
        self.submit_button = Button(look, verb, icon=icon, kind="primary", key="Ctrl+S")
        self.back_button = Button(look, self.tr("不改了"))
        self.back_button.set_tip("", "Esc")
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self._on_left)
        self.form.end_reached.connect(self._on_submit_wanted)
        self.submit_button.clicked.connect(self._on_submit_wanted)
        self.back_button.clicked.connect(self.left)
        self._arrange()

    def _arrange(self) -> None:
        self.band.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch()
        self.body.addWidget(scrolled(inside), 1)
        self.foot.addWidget(self.submit_button)
        self.foot.addWidget(self.back_button)
        self.foot.addStretch()

    def _end(self) -> None:
        """Add what every form ends with."""
        self.form.add_widget(self._hint)

    def settle(self) -> None:
        """Take the fields as filled: nothing was left yet, nothing is told."""
        self._seen = set()
        self.form.show_problems(())

    def act(self) -> object:
        """Return what is asked for now."""
        raise NotImplementedError

    def phrase(self, problem: Problem) -> str:
        """Say what is odd at a field."""
        return problem_phrase(problem)

    def at_field(self, problem: Problem) -> FieldProblem:
        """Return what is shown under a field."""
        return FieldProblem(problem.field, problem.severity.value, self.phrase(problem))

    def show_problems(self, problems: Iterable[Problem], *, all_of_them: bool) -> None:
        """Show what is odd, of every field or of those that were left."""
        shown = [self.at_field(problem) for problem in problems if all_of_them or problem.field in self._seen]
        self.form.show_problems(shown, go_to_first=all_of_them)

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if name in self.form.fields and self.form.fields[name].level:
            self._seen.add(name)
            self.changed.emit()

    @Slot(str)
    def _on_left(self, name: str) -> None:
        self._seen.add(name)
        self.changed.emit()

    @Slot()
    def _on_submit_wanted(self) -> None:
        self._seen = set(self.form.fields)
        self.submitted.emit(self.act())

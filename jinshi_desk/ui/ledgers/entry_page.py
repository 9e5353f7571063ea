"""What every form of a ledger's line shares: problems at their fields, Ctrl+S files, Esc goes back."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.ledgers.fields import OptionalDateField
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import scrolled
from jinshi_desk.ui.widgets.side_page import SidePage


class EntryPage(SidePage):
    """A form; ``submitted`` says what was typed, once nothing in it is red.

    A page adds its rows in its constructor, then calls ``_finish``; ``_start`` whenever it is shown anew.
    """

    submitted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._left: set[str] = set()
        self._untouched: tuple[Any, ...] = ()
        self.heading = label("", "body")
        self.heading.setWordWrap(True)
        self.form = Form(look)
        self.form.add_widget(self.heading)
        self.file_button = Button(look, " ", "save", "primary", "Ctrl+S")

    def name_entry(self, title: str, verb: str, icon: str) -> None:
        """Say what the page is for, and what its button does."""
        self.name_page(title)
        self.file_button.setText(verb)
        self.file_button.setAccessibleName(verb)
        self.file_button.set_icon(icon)

    def entry(self) -> object:
        """Return what the form says."""
        raise NotImplementedError

    def _problems(self) -> Iterable[Problem]:
        """Return what is odd in it; what names nothing and what is no day is seen to here."""
        return ()

    def _more_problems(self) -> Iterator[FieldProblem]:
        """Yield what is wrong with the page's own fields before a desk could look at them."""
        yield from ()

    @property
    def is_dirty(self) -> bool:
        """Tell whether anything was typed."""
        return self._state() != self._untouched

    def _finish(self) -> None:
        self.form.left.connect(self._on_left)
        self.form.edited.connect(self._on_edited)
        self.form.end_reached.connect(self._on_submitted)
        self.file_button.clicked.connect(self._on_submitted)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch()
        self.body.addWidget(scrolled(inside))
        self.foot.addWidget(self.file_button)
        self.foot.addStretch()
        self._untouched = self._state()

    def _start(self, heading: str, *, focus: bool = True) -> None:
        """Take the form as it stands for untouched, and the keys unless told otherwise."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self._left = set()
        self._untouched = self._state()
        self.form.show_problems([])
        if focus:
            self.form.go_first()

    def _state(self) -> tuple[Any, ...]:
        return tuple(_said_by(field.control) for field in self.form.fields.values())

    def _all_problems(self) -> Iterator[FieldProblem]:
        own = {problem.field: problem for problem in (*self._unnamed(), *self._more_problems())}
        yield from own.values()
        days = {name for name, field in self.form.fields.items() if isinstance(field.control, DateField)}
        for problem in self._problems():
            # Days are compared with each other: while one can't be read, nothing is said of the others.
            if problem.field not in own and not (days & own.keys() and problem.field in days):
                yield FieldProblem(problem.field, problem.severity.value, problem_phrase(problem))

    def _unnamed(self) -> Iterator[FieldProblem]:
        for name, field in self.form.fields.items():
            if field.isHidden():
                continue
            control = field.control
            if isinstance(control, OptionalDateField) and not control.text().strip():
                continue
            if isinstance(control, DateField) and control.day is None:
                yield FieldProblem(name, "bad", problem_phrase(control.unread("received_on")))
            elif isinstance(control, ChoiceField) and control.choice is None and control.text().strip():
                typed = control.text().strip()
                yield FieldProblem(name, "bad", problem_phrase(Problem("unit", "unknown", detail=typed)))

    def _show(self, *, go_to_first: bool = False) -> bool:
        problems = tuple(self._all_problems())
        shown = [problem for problem in problems if problem.field in self._left]
        self.form.show_problems(shown, go_to_first=go_to_first)
        return all(problem.level != "bad" for problem in problems)

    @Slot(str)
    def _on_left(self, name: str) -> None:
        if self.is_dirty:
            self._left.add(name)
            self._show()

    @Slot(str)
    def _on_edited(self, _name: str) -> None:
        if self._left:
            self._show()

    @Slot()
    def _on_submitted(self) -> None:
        self._left = set(self.form.fields)
        if self._show(go_to_first=True):
            self.submitted.emit(self.entry())


def _said_by(control: QWidget) -> object:
    if isinstance(control, QLineEdit):
        return control.text()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    if isinstance(control, QComboBox):
        return control.currentIndex()
    return isinstance(control, QCheckBox) and control.isChecked()

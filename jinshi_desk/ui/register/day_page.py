"""Asks for one day: when the outlet took a piece down, when a returned draft came in again."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.side_page import SidePage


class DayPage(SidePage):
    """A sentence, a day, and the button that does it."""

    def __init__(self, look: Look, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name_page(self.tr("日期"))
        self._today = today
        self._then: Callable[[date], None] | None = None
        self.heading = label("", "body")
        self.heading.setWordWrap(True)
        self.heading.setContentsMargins(12, 12, 12, 0)
        self.day = DateField(self.tr("日期"), today)
        self.form = Form(look)
        self.form.add_row(("day", self.tr("日期"), self.day))
        self.done_button = Button(look, self.tr("记下"), "check", "primary", "Ctrl+S")
        self.form.end_reached.connect(self._on_done)
        self.done_button.clicked.connect(self._on_done)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.form)
        self.body.addStretch()
        self.foot.addWidget(self.done_button)
        self.foot.addStretch()

    def ask(self, title: str, sentence: str, then: Callable[[date], None]) -> None:
        """Ask; ``then`` is called with the day."""
        self._then = then
        self.name_page(title)
        self.heading.setText(sentence)
        self.form.show_problems([])
        self.day.set_day(self._today())
        self.day.setFocus()
        self.day.selectAll()

    @Slot()
    def _on_done(self) -> None:
        day = self.day.day
        if day is None:
            problem = self.day.unread("received_on")
            self.form.show_problems([FieldProblem("day", "bad", problem_phrase(problem))], go_to_first=True)
        elif self._then is not None:
            self._then(day)

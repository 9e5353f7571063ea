"""On which day, in which way and by whom something went out to units, asked before it is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.wording import CHANNEL

_SIZE = 420, 300


@dataclass(frozen=True, slots=True)
class Sent:
    """When something went out, how, and who sent it."""

    on: date
    channel: Channel
    by: str


class SentForm(QDialog):
    """Starts from what is known. An heir adds its own rows, then calls ``_finish``; it says what is wrong
    with what was typed, and files it.
    """

    def __init__(
        self, look: Look, title: str, said: str, day_name: str, known: Sent, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._known = look, known
        self.setWindowTitle(title)
        self.where = label(said, "h2")
        self.sent_on = DateField(day_name, lambda: known.on)
        self.sent_on.set_day(known.on)
        self.channel: Pick[Channel] = Pick(self.tr("方式"), CHANNEL)
        self.channel.set_member(known.channel)
        self.sent_by = QLineEdit(known.by)
        self.form = Form(look)
        self.file_button = Button(look, self.tr("记下"), icon="check", kind="primary", key="Ctrl+S")
        self._back = Button(look, self.tr("不记了"))
        self._back.set_tip("", "Esc")
        self.form.end_reached.connect(self._on_file_wanted)
        self.file_button.clicked.connect(self._on_file_wanted)
        self._back.clicked.connect(self.reject)
        self.form.add_widget(self.where)
        self.form.add_row(("sent_on", day_name, self.sent_on))
        self.form.add_row(("channel", self.tr("方式"), self.channel))
        self.form.add_row(("sent_by", self.tr("经办人"), self.sent_by))

    def _finish(self) -> None:
        panel = Panel(self._look)
        panel.body.addWidget(self.form)
        panel.body.addStretch()
        panel.foot.addWidget(self.file_button)
        panel.foot.addWidget(self._back)
        panel.foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(panel)
        self.resize(*map(self._look.theme.scaled, _SIZE))
        self.form.go_first()

    def _problems(self, typed: Sent) -> Sequence[Problem]:
        """Return what is wrong with what was typed, by the form's fields or of the whole."""
        raise NotImplementedError

    def _file(self, typed: Sent) -> None:
        """Pass on what was typed."""
        raise NotImplementedError

    def _field_of(self, problem: Problem) -> str:
        """Return the field at which ``problem`` is shown."""
        return problem.field

    @Slot()
    def _on_file_wanted(self) -> None:
        day = self.sent_on.day
        typed = Sent(day or self._known.on, self.channel.member, self.sent_by.text().strip())
        problems = [*self._problems(typed)] + ([] if day else [self.sent_on.unread("sent_on")])
        at_fields = [
            FieldProblem(self._field_of(each), "bad", problem_phrase(each))
            for each in problems
            if self._field_of(each) in self.form.fields
        ]
        self.form.show_problems(at_fields, go_to_first=True)
        if not at_fields:  # whatever else is wrong, the desk refuses in a sentence
            self._file(typed)
            self.accept()

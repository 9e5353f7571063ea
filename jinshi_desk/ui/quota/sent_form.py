"""记为已催: on which day, in which way and by whom the units were reminded."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.sent_reminders import NewReminder
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.fields import DateField
from jinshi_desk.ui.widgets.form import FieldProblem, Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.pick import Pick
from jinshi_desk.wording import CHANNEL, STAGE

_SIZE = 420, 300


class SentDialog(QDialog):
    """Starts from what is known of the reminder; ``check`` tells what is wrong with it as typed."""

    submitted = Signal(object)  # NewReminder

    def __init__(
        self,
        look: Look,
        new: NewReminder,
        check: Callable[[NewReminder], Sequence[Problem]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._new = new
        self._check = check
        self.setWindowTitle(self.tr("记为已催"))
        said = self.tr("{}月{}　{} 家").format(new.month.month, STAGE[new.stage], len(new.units))
        self.where = label(said, "h2")
        self.sent_on = DateField(self.tr("催报日期"), lambda: new.sent_on)
        self.sent_on.set_day(new.sent_on)
        self.channel = Pick(self.tr("方式"), CHANNEL)
        self.channel.set_member(new.channel)
        self.sent_by = QLineEdit(new.sent_by)
        self.remark = QLineEdit(new.remark)
        self.remark.setPlaceholderText(self.tr("可不填"))
        self.form = Form(look)
        self.file_button = Button(look, self.tr("记下"), icon="check", kind="primary", key="Ctrl+S")
        self._back = Button(look, self.tr("不记了"))
        self._back.set_tip("", "Esc")
        self.form.end_reached.connect(self._on_file_wanted)
        self.file_button.clicked.connect(self._on_file_wanted)
        self._back.clicked.connect(self.reject)
        self._arrange(look)
        self.form.go_first()

    def _arrange(self, look: Look) -> None:
        self.form.add_widget(self.where)
        self.form.add_row(("sent_on", self.tr("催报日期"), self.sent_on))
        self.form.add_row(("channel", self.tr("方式"), self.channel))
        self.form.add_row(("sent_by", self.tr("经办人"), self.sent_by))
        self.form.add_row(("sent_remark", self.tr("备注"), self.remark))
        panel = Panel(look)
        panel.body.addWidget(self.form)
        panel.body.addStretch()
        panel.foot.addWidget(self.file_button)
        panel.foot.addWidget(self._back)
        panel.foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(panel)
        self.resize(*map(look.theme.scaled, _SIZE))

    @Slot()
    def _on_file_wanted(self) -> None:
        day = self.sent_on.day
        new = replace(
            self._new,
            sent_on=day or self._new.sent_on,
            channel=self.channel.member,
            sent_by=self.sent_by.text().strip(),
            remark=self.remark.text().strip(),
        )
        problems = [*self._check(new)] + ([] if day else [Problem("sent_on", "unreadable")])
        at_fields = [
            FieldProblem(each.field, "bad", problem_phrase(each))
            for each in problems
            if each.field in self.form.fields
        ]
        self.form.show_problems(at_fields, go_to_first=True)
        if not at_fields:  # whatever else is wrong, the desk refuses in a sentence
            self.submitted.emit(new)
            self.accept()

"""记为已催: on which day, in which way and by whom the units were reminded."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.sent_reminders import NewReminder
from jinshi_desk.ui.sent_form import Sent, SentForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.wording import STAGE


class SentDialog(SentForm):
    """Starts from what is known of the reminder; ``check`` tells what is wrong with it as typed."""

    submitted = Signal(object)  # NewReminder

    def __init__(
        self,
        look: Look,
        new: NewReminder,
        check: Callable[[NewReminder], Sequence[Problem]],
        parent: QWidget | None = None,
    ) -> None:
        said = self.tr("{}月{}　{} 家").format(new.month.month, STAGE[new.stage], len(new.units))
        known = Sent(new.sent_on, new.channel, new.sent_by)
        super().__init__(look, self.tr("记为已催"), said, self.tr("催报日期"), known, parent)
        self._new, self._check = new, check
        self.remark = QLineEdit(new.remark)
        self.remark.setPlaceholderText(self.tr("可不填"))
        self.form.add_row(("sent_remark", self.tr("备注"), self.remark))
        self._finish()

    def _typed(self, sent: Sent) -> NewReminder:
        remark = self.remark.text().strip()
        return replace(self._new, sent_on=sent.on, channel=sent.channel, sent_by=sent.by, remark=remark)

    def _problems(self, typed: Sent) -> Sequence[Problem]:
        return self._check(self._typed(typed))

    def _file(self, typed: Sent) -> None:
        self.submitted.emit(self._typed(typed))

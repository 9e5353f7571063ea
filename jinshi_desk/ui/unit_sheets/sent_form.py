"""记为已发: on which day, in which way and by whom the sheets were sent."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.ui.sent_form import Sent, SentForm
from jinshi_desk.ui.theme import Look


class SentSheetsDialog(SentForm):
    """Starts from what is known of the sending; ``check`` tells what is wrong with it as typed."""

    submitted = Signal(object)  # Sent

    def __init__(
        self,
        look: Look,
        month: Month,
        units: int,
        known: Sent,
        check: Callable[[Sent], Sequence[Problem]],
        parent: QWidget | None = None,
    ) -> None:
        said = self.tr("{}月核对单　{} 家").format(month.month, units)
        super().__init__(look, self.tr("记为已发"), said, self.tr("发出日期"), known, parent)
        self._check = check
        self._finish()

    def _problems(self, typed: Sent) -> Sequence[Problem]:
        return self._check(typed)

    def _field_of(self, problem: Problem) -> str:
        return "sent_on" if problem.field == "sheets_sent_on" else problem.field

    def _file(self, typed: Sent) -> None:
        self.submitted.emit(typed)

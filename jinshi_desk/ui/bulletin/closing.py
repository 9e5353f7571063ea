"""关账: asked with what follows from it, done at its desk, told."""

from PySide6.QtCore import QObject

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.errors import MonthClosed, OutOfBalance
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.months import Month
from jinshi_desk.services.closing import ClosingDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.wording import failing_phrase


class Closing(QObject):
    """Closes the month that is shown, once."""

    def __init__(self, frame: Frame, desk: ClosingDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk = desk

    def why_locked(self, month: Month) -> str:
        """Say why nothing of ``month`` can be changed; empty while it is open."""
        return error_sentence(MonthClosed(month.label)) if self._desk.is_closed(month) else ""

    def why_not(self, month: Month) -> str:
        """Say why it is not the turn of ``month``; empty where it can be closed."""
        refusal = self._desk.refusal(month)
        return error_sentence(refusal) if refusal else ""

    def when(self, month: Month) -> str:
        """Say on which day ``month`` was closed; empty while it is open."""
        day = self._desk.closed_on(month)
        if day is None:
            return ""
        same_year = day.year == month.next().year
        return self.tr("{}月{}日").format(day.month, day.day) if same_year else written_date(day)

    def close(self, figures: MonthFigures) -> None:
        """Ask, and close the month of ``figures``.

        Raises:
            DeskError: it can't be closed.
        """
        month = figures.month
        refusal = self._desk.refusal(month)
        if refusal is not None:
            raise refusal
        failed = [check for check in self._desk.checks(month) if not check.ok]
        unbalanced = self._desk.unbalanced(failed)
        if unbalanced:
            raise OutOfBalance(month.label, unbalanced)
        fixed = self.tr("有效 {} 条、采用 {} 篇、完成 {} 家，关账后都不再变动。").format(
            figures.valid, figures.adoption.drafts, figures.completion.completed
        )
        rest = self.tr("以后发现的补登和差错，记入未关账的月份。")
        if failed:
            rest = self.tr("没办完的照关：{}。").format("、".join(map(failing_phrase, failed)))
        question = self.tr("{}关账？").format(month.label)
        if self._frame.dialogs.confirm(question, f"{fixed}\n{rest}", self.tr("关账")):
            closed = self._desk.close(month, accept_open_items=True)
            said = self.tr("{}已关账，记入任务分 {} 笔").format(month.label, closed.entries)
            self._frame.notices.tell_act(said)

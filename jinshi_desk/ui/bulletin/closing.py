"""关账、印发、重新开账: asked with what follows from it, done at its desk, told."""

from datetime import date

from PySide6.QtCore import QObject

from jinshi_desk.complaints import error_sentence, problem_phrase
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.errors import MonthClosed, OutOfBalance
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.issuing import Issue
from jinshi_desk.domain.months import Month
from jinshi_desk.services.closing import ClosingDesk
from jinshi_desk.services.issuing import IssueDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.wording import failing_phrase


class Closing(QObject):
    """Closes the month that is shown, signs it out, or opens it again before that."""

    def __init__(
        self, frame: Frame, desk: ClosingDesk, issuing: IssueDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk = desk
        self._issuing = issuing

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
        return self._day(day, month) if day else ""

    def issued(self, month: Month) -> tuple[str, str]:
        """Say on which day and under which number ``month`` went out; empty before it did."""
        issue = self._issuing.issued(month)
        return (self._day(issue.on, month), issue.number) if issue else ("", "")

    def why_not_issue(self, month: Month) -> str:
        """Say why ``month`` can't be signed out; empty where it can."""
        refusal = self._issuing.issue_refusal(month)
        return error_sentence(refusal) if refusal else ""

    def why_not_reopen(self, month: Month) -> str:
        """Say why ``month`` can't be opened again; empty where it can."""
        refusal = self._issuing.reopen_refusal(month)
        return error_sentence(refusal) if refusal else ""

    def _day(self, day: date, month: Month) -> str:
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

    def issue(self, month: Month) -> None:
        """Ask for number and day, and sign ``month`` out.

        Raises:
            DeskError: it can't be, or another month has the number.
        """
        question = self.tr("{}通报印发？").format(month.label)
        what_follows = self.tr("文号和日期只登一次，落款日期随印发日期；印发以后不能再开账。")
        proposed = self._issuing.proposed(month)
        issue = self._frame.dialogs.ask_issue(question, what_follows, proposed, self._wrong)
        if issue is not None:
            done = self._issuing.issue(issue)
            self._frame.notices.tell_act(self.tr("{}通报已印发，{}").format(month.label, done.number))

    def reopen(self, month: Month) -> None:
        """Ask for the reason, and open ``month`` again.

        Raises:
            DeskError: it can't be opened.
        """
        refusal = self._issuing.reopen_refusal(month)
        if refusal is not None:
            raise refusal
        question = self.tr("{}重新开账？").format(month.label)
        what_follows = self.tr("研究室主任同意后再开。收回关账时记的任务分，改好要再关一次；原来的内容留底。")
        presets = (self.tr("漏登稿件"), self.tr("数字有误"), self.tr("文字要改"))
        reason = self._frame.dialogs.ask_reason(question, what_follows, presets, self.tr("重新开账"))
        if reason is not None:
            self._issuing.reopen(month, reason)
            self._frame.notices.tell_act(self.tr("{}已重新开账，改好要再关一次").format(month.label))

    def _wrong(self, issue: Issue) -> list[str]:
        return [problem_phrase(problem) for problem in self._issuing.check(issue)]

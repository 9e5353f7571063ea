"""印发 of a quarter or a year: asked with what follows from it, done at its desk, told."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from jinshi_desk.complaints import error_sentence, problem_phrase
from jinshi_desk.domain.balance import TOLD
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.errors import AlreadyIssued, NoticeOutOfBalance
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.wording import failing_phrase


class PeriodIssuing(QObject):
    """Signs the notice out that is shown."""

    def __init__(self, frame: Frame, desk: PeriodNoticeDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desk = desk

    def why_locked(self, period: Period) -> str:
        """Say why nothing of the notice can be changed; empty until it is out."""
        issue = self._desk.issued(period)
        if issue is None:
            return ""
        return error_sentence(AlreadyIssued(period.label, issue.number, written_date(issue.on)))

    def why_not(self, period: Period) -> str:
        """Say why the notice can't be signed out; empty where it can."""
        refusal = self._desk.issue_refusal(period)
        return error_sentence(refusal) if refusal else ""

    def issue(self, draft: PeriodDraft) -> None:
        """Ask for number and day, and sign the notice of ``draft`` out.

        Raises:
            DeskError: it can't be, or something else has the number.
        """
        period = draft.notice.period
        refusal = self._desk.issue_refusal(period)
        if refusal is not None:
            raise refusal
        failed = [check for check in draft.checks if not check.ok]
        wrong = tuple(check for check in failed if check.name not in TOLD)
        if wrong:
            raise NoticeOutOfBalance(period.label, wrong)
        what_follows = self.tr("文号和日期只登一次，印发以后文字和数字都不再变，所含月份不能再开账。")
        if failed:
            what_follows += "\n" + self.tr("没改好的照样印发：{}。").format(
                "、".join(map(failing_phrase, failed))
            )
        question = self.tr("{}通报印发？").format(period.label)
        proposed = self._desk.proposed(period)
        issue = self._frame.dialogs.ask_issue(question, what_follows, proposed, self._wrong)
        if issue is not None:
            done = self._desk.issue(issue, accept_open_items=True)
            self._frame.notices.tell_act(self.tr("{}通报已印发，{}").format(period.label, done.number))

    def _wrong(self, issue: PeriodIssue) -> Sequence[str]:
        return [problem_phrase(problem) for problem in self._desk.check_issue(issue)]

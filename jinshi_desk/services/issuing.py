"""The desk after a month is closed: its bulletin is signed out (印发), or before that it is opened again."""

from collections.abc import Callable
from datetime import date

from jinshi_desk.domain import issuing
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import (
    AlreadyIssued,
    DeskError,
    IssueNumberTaken,
    MonthOfIssuedPeriod,
    NotOnTheBooks,
    NotTheLastClosed,
    ReasonMissing,
    StillOpen,
)
from jinshi_desk.domain.issuing import Issue
from jinshi_desk.domain.ledger import standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.booking import book_anew
from jinshi_desk.services.closing import subject
from jinshi_desk.services.filing import refuse_bad
from jinshi_desk.store.database import Store
from jinshi_desk.store.months import Reopening

_ISSUE, _REOPEN = "印发", "重新开账"
_EVERYTHING = (Topic.MONTHS, Topic.POINTS, Topic.BULLETINS, Topic.DRAFTS)


class IssueDesk:
    """What becomes of a closed month."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def issued(self, month: Month) -> Issue | None:
        """Return by which number and on which day ``month`` went out; none before it did."""
        return self._store.months.issued(month)

    def proposed(self, month: Month, on: date | None = None) -> Issue:
        """Return what signing ``month`` out ``on`` a day, or now, would write: the number after the last."""
        day = on or self._today()
        return Issue(month, issuing.next_number(self._store.issue_numbers.last(), day), day)

    def check(self, issue: Issue) -> tuple[Problem, ...]:
        """Return what is wrong with the number and the day typed."""
        return tuple(issuing.problems(_written(issue), self._today()))

    def issue_refusal(self, month: Month) -> DeskError | None:
        """Return why ``month`` can't be signed out now; none where it may be."""
        return self._not_closed(month, _ISSUE) or self._issued_already(month)

    def issue(self, typed: Issue) -> Issue:
        """Sign a month's bulletin out; return it as it is written. It never changes again.

        Raises:
            StillOpen, NotOnTheBooks, AlreadyIssued: not its turn.
            NotFileable: the number is missing, or the day lies in the month or after today.
            IssueNumberTaken: another notice has the number.
        """
        issue = _written(typed)
        with self._store.writing("issue", Topic.MONTHS, Topic.BULLETINS) as act:
            refused = self.issue_refusal(issue.month)
            if refused is not None:
                raise refused
            refuse_bad(self.check(issue))
            refuse_taken(self._store, issue.number)
            self._store.months.issue(issue, self._store.now(), self._store.who())
            act.subject = subject(issue.month)
            act.after = {"number": issue.number, "on": issue.on.isoformat()}
        return issue

    def reopen_refusal(self, month: Month) -> DeskError | None:
        """Return why ``month`` can't be opened again; none where it may be."""
        refused = self._not_closed(month, _REOPEN) or self._issued_already(month)
        if refused is not None:
            return refused
        counting = self._store.period_notices.counting(month)
        if counting is not None:
            return MonthOfIssuedPeriod(month.label, counting.period.label, counting.number)
        last = self._store.months.open_from().previous()
        return None if month == last else NotTheLastClosed(month.label, last.label)

    def reopen(self, month: Month, reason: str) -> None:
        """Open the last closed month again before it is issued, for the 研究室主任's reason (§3.4).

        What its closing booked is taken back, and all its events are booked as in any open month. What was
        recorded in between stays in the month it was recorded in.

        Raises:
            StillOpen, NotOnTheBooks, AlreadyIssued: it is open, before the books, or out.
            MonthOfIssuedPeriod, NotTheLastClosed: what is out counts it, or a later one is closed.
            ReasonMissing: without a reason it is not.
        """
        why = clean_line(reason)
        if not why:
            raise ReasonMissing(_REOPEN)
        with self._store.writing("reopen", *_EVERYTHING) as act:
            refused = self.reopen_refusal(month)
            if refused is not None:
                raise refused
            closed, now = self._store.months.get(month), self._store.now()
            self._store.months.reopen(Reopening(closed, why, now, self._store.who()))
            owed = standing(self._store.ledger.of_closing(month))
            self._store.ledger.reverse(owed, now)
            book_anew(self._store, month)
            act.subject = subject(month)
            act.before = {"closed_at": closed.closed_at, "sha256": closed.sha256}
            act.after = {"reason": why, "entries": len(owed)}

    def _not_closed(self, month: Month, act: str) -> DeskError | None:
        """Return why nothing of the kind can be done: it is open, or lies before the books begin."""
        if not self._store.months.is_closed(month):
            return StillOpen(month.label, act)
        first = self._store.months.first_closed()
        return NotOnTheBooks(month.label, first.label) if first and month < first else None

    def _issued_already(self, month: Month) -> DeskError | None:
        issue = self.issued(month)
        return AlreadyIssued(month.label, issue.number, written_date(issue.on)) if issue else None


def refuse_taken(store: Store, number: str) -> None:
    """Refuse a number that something went out under: months, quarters and years share them.

    Raises:
        IssueNumberTaken: it did.
    """
    holder = store.issue_numbers.holder(number)
    if holder is not None:
        raise IssueNumberTaken(number, holder.label)


def _written(typed: Issue) -> Issue:
    return Issue(typed.month, issuing.written_number(typed.number), typed.on)

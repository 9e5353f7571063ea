"""Which months are closed, what each froze, what went out under which number, and what was opened again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.issuing import Issue, MonthState
from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import IssueRow, MonthRow, ReopeningRow

_BEFORE_ALL = Month(1900, 1)


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A closed month as it is stored: ``frozen`` is JSON, ``sha256`` that of its UTF-8 bytes."""

    month: Month
    closed_at: str
    closed_by: str
    frozen: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Reopening:
    """A closing that was undone: what it had closed, why it was opened again, by whom and when."""

    closed: ClosedMonth
    reason: str
    reopened_at: str
    reopened_by: str


class Months:
    """The life of months: open until closed, in order; then issued, for good."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def open_from(self) -> Month:
        """Return the earliest open month: the one after the last closed."""
        last = self._db.value("SELECT max(month) FROM month")
        return Month.parse(last).next() if last else _BEFORE_ALL

    def first_closed(self) -> Month | None:
        """Return the month the books begin with; none while none is closed."""
        first = self._db.value("SELECT min(month) FROM month")
        return Month.parse(first) if first else None

    def is_closed(self, month: Month) -> bool:
        return month < self.open_from() and month != _BEFORE_ALL

    def state(self, month: Month) -> MonthState:
        """Return how far ``month`` is."""
        if not self.is_closed(month):
            return MonthState.OPEN
        return MonthState.CLOSED if self.issued(month) is None else MonthState.ISSUED

    def frozen(self, month: Month) -> str | None:
        """Return what ``month`` froze when it was closed; none while it is open."""
        text: str | None = self._db.value("SELECT frozen FROM month WHERE month = ?", str(month))
        return text

    def closed_at(self, month: Month) -> str | None:
        """Return when ``month`` was closed; none while it is open."""
        at: str | None = self._db.value("SELECT closed_at FROM month WHERE month = ?", str(month))
        return at

    def closed(self) -> Iterator[ClosedMonth]:
        """Yield the closed months in order, one read at a time."""
        for (month,) in self._db.rows("SELECT month FROM month ORDER BY month"):
            yield self.get(Month.parse(month))

    def get(self, month: Month) -> ClosedMonth:
        """Return a closed month."""
        row = MonthRow.select().where(MonthRow.month == str(month)).bind(self._db).get()
        return ClosedMonth(month, row.closed_at, row.closed_by, row.frozen, row.sha256)

    def close(self, closed: ClosedMonth) -> None:
        """Close a month; until it is issued it can be opened again."""
        MonthRow.insert(
            month=str(closed.month),
            closed_at=closed.closed_at,
            closed_by=closed.closed_by,
            frozen=closed.frozen,
            sha256=closed.sha256,
        ).bind(self._db).execute()

    def reopen(self, undone: Reopening) -> None:
        """Open the last closed month again; what its closing had frozen is kept."""
        closed = undone.closed
        ReopeningRow.insert(
            month=str(closed.month),
            closed_at=closed.closed_at,
            closed_by=closed.closed_by,
            frozen=closed.frozen,
            sha256=closed.sha256,
            reason=undone.reason,
            reopened_at=undone.reopened_at,
            reopened_by=undone.reopened_by,
        ).bind(self._db).execute()
        MonthRow.delete().where(MonthRow.month == str(closed.month)).bind(self._db).execute()

    def reopenings(self) -> Iterator[Reopening]:
        """Yield the closings that were undone, oldest first, one read at a time."""
        for (number,) in self._db.rows("SELECT id FROM reopening ORDER BY id"):
            row = ReopeningRow.select().where(ReopeningRow.id == number).bind(self._db).get()
            closed = ClosedMonth(Month.parse(row.month), row.closed_at, row.closed_by, row.frozen, row.sha256)
            yield Reopening(closed, row.reason, row.reopened_at, row.reopened_by)

    def issue(self, issue: Issue, at: str, who: str) -> None:
        """Write down, once, under which number a closed month went out."""
        IssueRow.insert(
            month=str(issue.month),
            number=issue.number,
            issued_on=issue.on.isoformat(),
            issued_at=at,
            issued_by=who,
        ).bind(self._db).execute()

    def issued(self, month: Month) -> Issue | None:
        """Return under which number ``month`` went out; none before it did."""
        rows = self._db.rows("SELECT number, issued_on FROM issue WHERE month = ?", str(month))
        found = (Issue(month, number, date.fromisoformat(on)) for number, on in rows)
        return next(found, None)

"""What the office makes of the notices of quarters and years, and what went out of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.store.bulletins import Wish
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import PeriodEntryRow, PeriodIssueRow, PeriodTextRow


@dataclass(frozen=True, slots=True)
class IssuedNotice:
    """A notice that is out, as it is stored: ``frozen`` is JSON, ``sha256`` that of its UTF-8 bytes."""

    issue: PeriodIssue
    frozen: str
    sha256: str


class PeriodNotices:
    """The texts, the entries and the issue of each quarter and year."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def texts(self, period: Period) -> dict[str, Wish]:
        """Return the wishes for the sentences of ``period`` by their codes."""
        rows = self._db.rows("SELECT code, text, included FROM period_text WHERE period = ?", str(period))
        return {code: Wish(text, bool(included)) for code, text, included in rows}

    def put_text(self, period: Period, code: str, wish: Wish) -> None:
        """Write a wish."""
        PeriodTextRow.insert(
            period=str(period), code=code, text=wish.text, included=int(wish.included)
        ).on_conflict_replace().bind(self._db).execute()

    def entries(self, period: Period) -> dict[str, str]:
        """Return what was typed for ``period``, by field."""
        rows = self._db.rows("SELECT field, typed FROM period_entry WHERE period = ?", str(period))
        return dict(rows)

    def put_entries(self, period: Period, typed: Mapping[str, str]) -> None:
        """Write what was typed; a field typed empty is there no longer."""
        for field, text in typed.items():
            of_field = (PeriodEntryRow.period == str(period)) & (PeriodEntryRow.field == field)
            PeriodEntryRow.delete().where(of_field).bind(self._db).execute()
            if text:
                PeriodEntryRow.insert(period=str(period), field=field, typed=text).bind(self._db).execute()

    def issue(self, notice: IssuedNotice, at: str, who: str) -> None:
        """Keep a notice, once, as it goes out."""
        issue = notice.issue
        PeriodIssueRow.insert(
            period=str(issue.period),
            last=str(issue.period.last),
            number=issue.number,
            issued_on=issue.on.isoformat(),
            issued_at=at,
            issued_by=who,
            frozen=notice.frozen,
            sha256=notice.sha256,
        ).bind(self._db).execute()

    def issued(self, period: Period) -> PeriodIssue | None:
        """Return under which number ``period`` went out; none before it did."""
        return next(self._issues("WHERE period = ?", str(period)), None)

    def counting(self, month: Month) -> PeriodIssue | None:
        """Return a notice that is out and ends with ``month`` or after it; the first one."""
        return next(self._issues("WHERE last >= ? ORDER BY last, period DESC LIMIT 1", str(month)), None)

    def frozen(self, period: Period) -> str | None:
        """Return what ``period`` froze when it went out; none before it did."""
        text: str | None = self._db.value("SELECT frozen FROM period_issue WHERE period = ?", str(period))
        return text

    def all(self) -> Iterator[IssuedNotice]:
        """Yield what is out, in order, one read at a time."""
        for issue in tuple(self._issues("ORDER BY last, period DESC")):
            row = PeriodIssueRow.select().where(PeriodIssueRow.period == str(issue.period))
            found = row.bind(self._db).get()
            yield IssuedNotice(issue, found.frozen, found.sha256)

    def _issues(self, where: str, *params: str) -> Iterator[PeriodIssue]:
        rows = self._db.rows(f"SELECT period, number, issued_on FROM period_issue {where}", *params)
        for period, number, on in rows:
            yield PeriodIssue(Period.parse(period), number, date.fromisoformat(on))

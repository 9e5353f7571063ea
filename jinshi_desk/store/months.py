"""Which months are closed, and what each froze."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import MonthRow

_BEFORE_ALL = Month(1900, 1)


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A closed month as it is stored: ``frozen`` is JSON, ``sha256`` that of its UTF-8 bytes."""

    month: Month
    closed_at: str
    closed_by: str
    frozen: str | None
    sha256: str | None


class Months:
    """The life of months: open until closed, in order."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def open_from(self) -> Month:
        """Return the earliest open month: the one after the last closed."""
        last = self._db.value("SELECT max(month) FROM month")
        return Month.parse(last).next() if last else _BEFORE_ALL

    def is_closed(self, month: Month) -> bool:
        return month < self.open_from() and month != _BEFORE_ALL

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
            row = MonthRow.select().where(MonthRow.month == month).bind(self._db).get()
            yield ClosedMonth(Month.parse(month), row.closed_at, row.closed_by, row.frozen, row.sha256)

    def close(self, closed: ClosedMonth) -> None:
        """Close a month for good."""
        MonthRow.insert(
            month=str(closed.month),
            closed_at=closed.closed_at,
            closed_by=closed.closed_by,
            frozen=closed.frozen,
            sha256=closed.sha256,
        ).bind(self._db).execute()

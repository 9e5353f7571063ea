"""Which months are closed."""

from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile

_BEFORE_ALL = Month(1900, 1)


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

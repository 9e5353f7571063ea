"""The numbers of all that went out: months, quarters and years share them, and none is given twice."""

from jinshi_desk.domain.periods import Period
from jinshi_desk.store.connection import DataFile

_ALL = (
    "SELECT month AS period, number, issued_on FROM issue"
    " UNION ALL SELECT period, number, issued_on FROM period_issue"
)


class IssueNumbers:
    """What went out under which number."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def last(self) -> str:
        """Return the number given last, of one day the highest; empty before the first."""
        order = "issued_on DESC, length(number) DESC, number DESC"
        number: str | None = self._db.value(f"SELECT number FROM ({_ALL}) ORDER BY {order} LIMIT 1")
        return number or ""

    def holder(self, number: str) -> Period | None:
        """Return the month, quarter or year that went out under ``number``."""
        period = self._db.value(f"SELECT period FROM ({_ALL}) WHERE number = ?", number)
        return Period.parse(period) if period else None

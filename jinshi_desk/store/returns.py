"""When and why drafts were sent back to their units."""

from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.returns import Return
from jinshi_desk.store.connection import DataFile

_READ = "SELECT draft, version, returned_on, reason, remark FROM draft_return"


class Returns:
    """Every return, of the version that was sent back."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def add(self, draft: int, version: int, returned: Return) -> None:
        """Write that a version of a draft was sent back."""
        self._db.insert(
            "draft_return",
            draft=draft,
            version=version,
            returned_on=returned.on.isoformat(),
            reason="\n".join(returned.reasons),
            remark=returned.remark,
        )

    def take_back(self, draft: int) -> None:
        """Remove a draft's last return, which was undone; the audit record keeps it."""
        self._db.execute_sql(
            "DELETE FROM draft_return WHERE id = (SELECT max(id) FROM draft_return WHERE draft = ?)", (draft,)
        )

    def of_draft(self, draft: int) -> dict[int, Return]:
        """Return the last return of each version of a draft, by version."""
        return {version: made for _, version, made in self._read("WHERE draft = ? ORDER BY id", draft)}

    def all(self, month: Month | None = None) -> list[tuple[int, int, Return]]:
        """Return draft, version and return of every return, or of those made in ``month``, by day."""
        if month is None:
            return self._read("ORDER BY returned_on, draft, id")
        days = month.first_day.isoformat(), month.last_day.isoformat()
        return self._read("WHERE returned_on BETWEEN ? AND ? ORDER BY returned_on, draft, id", *days)

    def of_month(self, month: Month) -> list[tuple[int, str]]:
        """Return draft and reason for each reason of every return in ``month``, by day."""
        return [(draft, reason) for draft, _, made in self.all(month) for reason in made.reasons or ("",)]

    def _read(self, which: str, *params: object) -> list[tuple[int, int, Return]]:
        return [
            (draft, version, Return(date.fromisoformat(day), tuple(reason.splitlines()), remark))
            for draft, version, day, reason, remark in self._db.rows(f"{_READ} {which}", *params)
        ]

"""When and why drafts were sent back to their units."""

from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import DraftReturn


class Returns:
    """Every return, one a day for a draft."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def add(self, draft: int, on: date, reason: str) -> None:
        """Write that a draft was sent back."""
        DraftReturn.insert(draft=draft, returned_on=on.isoformat(), reason=reason).on_conflict_replace().bind(
            self._db
        ).execute()

    def take_back(self, draft: int, on: date) -> None:
        """Remove a return that was undone; the audit record keeps it."""
        DraftReturn.delete().where(
            DraftReturn.draft == draft, DraftReturn.returned_on == on.isoformat()
        ).bind(self._db).execute()

    def of_month(self, month: Month) -> list[tuple[int, str]]:
        """Return draft and reason of every return in ``month``, by day."""
        rows = self._db.rows(
            "SELECT draft, reason FROM draft_return WHERE returned_on BETWEEN ? AND ?"
            " ORDER BY returned_on, draft",
            month.first_day.isoformat(),
            month.last_day.isoformat(),
        )
        return [(draft, reason) for draft, reason in rows]

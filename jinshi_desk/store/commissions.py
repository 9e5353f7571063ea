"""Commissions: pieces asked of units."""

from datetime import date
from typing import Any

from jinshi_desk.domain.commissions import Commission, NewCommission
from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import CommissionRow

_READ = (
    "SELECT id, unit, subject, asked_on, due_on, delivered_on, draft, not_done_on, booked_month, voided"
    " FROM commission"
)


class Commissions:
    """Every commission that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, commission: int) -> Commission:
        """Return the commission.

        Raises:
            UnknownEvent: there is none with this id.
        """
        found = self._found("WHERE id = ?", commission)
        if not found:
            raise UnknownEvent("约稿", commission)
        return found[0]

    def of_draft(self, draft: int) -> tuple[Commission, ...]:
        """Return the commissions that a draft answers."""
        return self._found("WHERE draft = ? ORDER BY id", draft)

    def all(self, month: Month | None = None) -> tuple[Commission, ...]:
        """Return every commission, or those due in one month, by the day they are due."""
        if month is None:
            return self._found("ORDER BY due_on, id")
        where = "WHERE due_on BETWEEN ? AND ? ORDER BY due_on, id"
        return self._found(where, f"{month}-01", f"{month}-31")

    def add(self, new: NewCommission) -> int:
        """Write a commission and return its id."""
        row: int = (
            CommissionRow.insert(
                unit=new.unit,
                subject=new.subject,
                asked_on=new.asked_on.isoformat(),
                due_on=new.due_on.isoformat(),
            )
            .bind(self._db)
            .execute()
        )
        return row

    def settle(self, commission: Commission) -> None:
        """Write what became of a commission: delivered, not done, or open again."""
        delivered, given_up = commission.delivered_on, commission.not_done_on
        CommissionRow.update(
            delivered_on=delivered.isoformat() if delivered else None,
            draft=commission.draft,
            not_done_on=given_up.isoformat() if given_up else None,
            booked_month=str(commission.booked_month) if commission.booked_month else None,
        ).where(CommissionRow.id == commission.id).bind(self._db).execute()

    def void(self, commission: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        CommissionRow.update(voided=reason).where(CommissionRow.id == commission).bind(self._db).execute()

    def _found(self, where: str, *params: object) -> tuple[Commission, ...]:
        return tuple(_commission(*row) for row in self._db.rows(f"{_READ} {where}", *params))


def _commission(number: int, unit: str, subject: str, asked_on: str, due_on: str, *became: Any) -> Commission:
    delivered_on, draft, not_done_on, booked, voided = became
    return Commission(
        unit=unit,
        subject=subject,
        asked_on=date.fromisoformat(asked_on),
        due_on=date.fromisoformat(due_on),
        id=number,
        delivered_on=date.fromisoformat(delivered_on) if delivered_on else None,
        draft=draft,
        not_done_on=date.fromisoformat(not_done_on) if not_done_on else None,
        booked_month=Month.parse(booked) if booked else None,
        voided=voided,
    )

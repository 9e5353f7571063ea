"""Commissions: pieces asked of units."""

from datetime import date

from jinshi_desk.domain.commissions import Commission, NewCommission
from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import CommissionRow


class Commissions:
    """Every commission that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, commission: int) -> Commission:
        """Return the commission.

        Raises:
            UnknownEvent: there is none with this id.
        """
        row = CommissionRow.select().where(CommissionRow.id == commission).bind(self._db).first()
        if row is None:
            raise UnknownEvent("约稿", commission)
        return _commission(row)

    def of_draft(self, draft: int) -> tuple[Commission, ...]:
        """Return the commissions that a draft answers."""
        query = CommissionRow.select().where(CommissionRow.draft == draft).order_by(CommissionRow.id)
        return tuple(_commission(row) for row in query.bind(self._db))

    def all(self, month: Month | None = None) -> tuple[Commission, ...]:
        """Return every commission, or those due in one month, by the day they are due."""
        query = CommissionRow.select().order_by(CommissionRow.due_on, CommissionRow.id)
        if month is not None:
            query = query.where(CommissionRow.due_on.between(f"{month}-01", f"{month}-31"))
        return tuple(_commission(row) for row in query.bind(self._db))

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


def _commission(row: CommissionRow) -> Commission:
    return Commission(
        unit=row.unit,
        subject=row.subject,
        asked_on=date.fromisoformat(row.asked_on),
        due_on=date.fromisoformat(row.due_on),
        id=row.id,
        delivered_on=date.fromisoformat(row.delivered_on) if row.delivered_on else None,
        draft=row.draft,
        not_done_on=date.fromisoformat(row.not_done_on) if row.not_done_on else None,
        booked_month=Month.parse(row.booked_month) if row.booked_month else None,
        voided=row.voided,
    )

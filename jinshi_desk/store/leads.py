"""Leads: practices of units worth writing up."""

from datetime import date

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.leads import Lead, NewLead
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import LeadRow


class Leads:
    """Every lead that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, lead: int) -> Lead:
        """Return the lead.

        Raises:
            UnknownEvent: there is none with this id.
        """
        row = LeadRow.select().where(LeadRow.id == lead).bind(self._db).first()
        if row is None:
            raise UnknownEvent("线索", lead)
        return _lead(row)

    def all(self) -> tuple[Lead, ...]:
        """Return every lead, by the day it was found."""
        return tuple(map(_lead, LeadRow.select().order_by(LeadRow.found_on, LeadRow.id).bind(self._db)))

    def of_draft(self, draft: int) -> tuple[Lead, ...]:
        """Return the leads that a draft was made of."""
        query = LeadRow.select().where(LeadRow.draft == draft).order_by(LeadRow.id)
        return tuple(map(_lead, query.bind(self._db)))

    def adopted_on(self, draft: int) -> date | None:
        """Return the day a draft first ran where that is proved and was not taken back, if it ever did."""
        found: str | None = self._db.value(
            "SELECT min(adopted_on) FROM adoption"
            " WHERE draft = ? AND verified AND voided = '' AND retracted_on IS NULL",
            draft,
        )
        return date.fromisoformat(found) if found else None

    def add(self, new: NewLead) -> int:
        """Write a lead and return its id."""
        row: int = (
            LeadRow.insert(
                unit=new.unit,
                subject=new.subject,
                found_on=new.found_on.isoformat(),
                office=new.office or None,
                assigned_on=new.assigned_on and new.assigned_on.isoformat(),
            )
            .bind(self._db)
            .execute()
        )
        return row

    def settle(self, lead: Lead) -> None:
        """Write who is in charge and what came of it."""
        LeadRow.update(
            office=lead.office or None,
            assigned_on=lead.assigned_on and lead.assigned_on.isoformat(),
            draft=lead.draft,
            shelved_on=lead.shelved_on and lead.shelved_on.isoformat(),
            shelved=lead.shelved,
        ).where(LeadRow.id == lead.id).bind(self._db).execute()

    def void(self, lead: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        LeadRow.update(voided=reason).where(LeadRow.id == lead).bind(self._db).execute()


def _lead(row: LeadRow) -> Lead:
    return Lead(
        unit=row.unit,
        subject=row.subject,
        found_on=date.fromisoformat(row.found_on),
        office=row.office or "",
        assigned_on=date.fromisoformat(row.assigned_on) if row.assigned_on else None,
        id=row.id,
        draft=row.draft,
        shelved_on=date.fromisoformat(row.shelved_on) if row.shelved_on else None,
        shelved=row.shelved,
        voided=row.voided,
    )

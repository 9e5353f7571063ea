"""Deductions: proposed, confirmed, rejected, struck out."""

from datetime import date
from typing import Any

from jinshi_desk.domain.deductions import Confirmation, Deduction, NewDeduction
from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import DeductionRow

_READ = (
    "SELECT deduction.id, unit, draft, number, type, cents, reason, evidence, proposed_on, proposed_by,"
    " confirmed_on, confirmed_by, rejected, booked_month, voided"
    " FROM deduction LEFT JOIN draft ON draft.id = deduction.draft"
)


class Deductions:
    """Every deduction that was proposed."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, deduction: int) -> Deduction:
        """Return the deduction.

        Raises:
            UnknownEvent: there is none with this id.
        """
        found = self._found("WHERE deduction.id = ?", deduction)
        if not found:
            raise UnknownEvent("扣分", deduction)
        return found[0]

    def of_draft(self, draft: int) -> tuple[Deduction, ...]:
        """Return the deductions about a draft, oldest first."""
        return self._found("WHERE deduction.draft = ? ORDER BY deduction.id", draft)

    def all(self, month: Month | None = None) -> tuple[Deduction, ...]:
        """Return every deduction, or those of one month: booked in it, or else proposed in it."""
        if month is None:
            return self._found("ORDER BY proposed_on, deduction.id")
        where = (
            "WHERE coalesce(booked_month, substr(proposed_on, 1, 7)) = ? ORDER BY proposed_on, deduction.id"
        )
        return self._found(where, str(month))

    def booked(self, month: Month) -> tuple[Deduction, ...]:
        """Return the confirmed deductions that are booked in ``month``."""
        return self._found("WHERE booked_month = ? AND voided = '' ORDER BY deduction.id", str(month))

    def waiting(self, last: date) -> tuple[Deduction, ...]:
        """Return what was proposed until ``last`` and is not decided."""
        undecided = "confirmed_on IS NULL AND rejected = '' AND voided = ''"
        where = f"WHERE {undecided} AND proposed_on <= ? ORDER BY proposed_on, deduction.id"
        return self._found(where, last.isoformat())

    def add(self, new: NewDeduction, draft: int | None) -> int:
        """Write a proposal and return its id."""
        row: int = (
            DeductionRow.insert(
                unit=new.unit,
                draft=draft,
                type=new.type,
                cents=new.cents,
                reason=new.reason,
                evidence=new.evidence,
                proposed_on=new.proposed_on.isoformat(),
                proposed_by=new.proposed_by,
            )
            .bind(self._db)
            .execute()
        )
        return row

    def confirm(self, deduction: int, confirmed: Confirmation, booked: Month) -> None:
        """Write who confirmed it, and the amount that was decided on."""
        self._update(
            deduction,
            confirmed_on=confirmed.on.isoformat(),
            confirmed_by=confirmed.by,
            cents=confirmed.cents,
            booked_month=str(booked),
        )

    def reopen(self, deduction: int, cents: int | None) -> None:
        """Make it a proposal of ``cents`` again."""
        self._update(
            deduction, confirmed_on=None, confirmed_by="", booked_month=None, rejected="", cents=cents
        )

    def reject(self, deduction: int, reason: str) -> None:
        """Write why it was not confirmed."""
        self._update(deduction, rejected=reason)

    def void(self, deduction: int, reason: str) -> None:
        """Strike out; no reason makes it stand again."""
        self._update(deduction, voided=reason)

    def _update(self, deduction: int, **columns: Any) -> None:
        DeductionRow.update(**columns).where(DeductionRow.id == deduction).bind(self._db).execute()

    def _found(self, where: str, *params: object) -> tuple[Deduction, ...]:
        return tuple(_deduction(*row) for row in self._db.rows(f"{_READ} {where}", *params))


def _deduction(number: int, unit: str, draft: int | None, draft_no: str | None, *rest: Any) -> Deduction:
    kind, cents, reason, evidence, proposed_on, proposed_by, *decided = rest
    confirmed_on, confirmed_by, rejected, booked, voided = decided
    return Deduction(
        unit=unit,
        type=kind,
        reason=reason,
        proposed_on=date.fromisoformat(proposed_on),
        proposed_by=proposed_by,
        draft=draft_no,
        evidence=evidence,
        cents=cents,
        id=number,
        draft_id=draft,
        confirmed_on=date.fromisoformat(confirmed_on) if confirmed_on else None,
        confirmed_by=confirmed_by,
        rejected=rejected,
        booked_month=Month.parse(booked) if booked else None,
        voided=voided,
    )

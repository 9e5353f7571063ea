"""Corrections of closed months."""

from collections.abc import Iterable
from datetime import date

from jinshi_desk.domain.corrections import Correction, NewCorrection
from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import CorrectionRow


class Corrections:
    """Every correction that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, correction: int) -> Correction:
        """Return the correction.

        Raises:
            UnknownEvent: there is none with this id.
        """
        row = CorrectionRow.select().where(CorrectionRow.id == correction).bind(self._db).first()
        if row is None:
            raise UnknownEvent("更正", correction)
        return self._read([row])[0]

    def all(self, month: Month | None = None) -> tuple[Correction, ...]:
        """Return every correction, or those booked in one month, oldest first."""
        query = CorrectionRow.select().order_by(CorrectionRow.id)
        if month is not None:
            query = query.where(CorrectionRow.booked_month == str(month))
        return self._read(query.bind(self._db))

    def of_month(self, unit: str, corrected: Month) -> tuple[Correction, ...]:
        """Return the standing corrections of a unit's closed month."""
        query = CorrectionRow.select().where(
            CorrectionRow.unit == unit,
            CorrectionRow.corrected_month == str(corrected),
            CorrectionRow.voided == "",
        )
        return self._read(query.order_by(CorrectionRow.id).bind(self._db))

    def add(self, new: NewCorrection, booked: Month) -> int:
        """Write a correction and return its id."""
        row: int = (
            CorrectionRow.insert(
                unit=new.unit,
                corrected_month=str(new.corrected_month),
                cents=new.cents,
                reason=new.reason,
                registered_on=new.registered_on.isoformat(),
                entry=new.entry,
                booked_month=str(booked),
            )
            .bind(self._db)
            .execute()
        )
        if new.objection is not None:
            self.led_to(new.objection, row)
        return row

    def led_to(self, objection: int, correction: int) -> None:
        """Write which correction the ruling on an objection led to."""
        self._db.insert("objection_correction", correction=correction, objection=objection)

    def void(self, correction: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        CorrectionRow.update(voided=reason).where(CorrectionRow.id == correction).bind(self._db).execute()

    def _read(self, rows: Iterable[CorrectionRow]) -> tuple[Correction, ...]:
        behind = dict(self._db.rows("SELECT correction, objection FROM objection_correction"))
        return tuple(_correction(row, behind.get(row.id)) for row in rows)


def _correction(row: CorrectionRow, objection: int | None) -> Correction:
    return Correction(
        unit=row.unit,
        corrected_month=Month.parse(row.corrected_month),
        cents=row.cents,
        reason=row.reason,
        registered_on=date.fromisoformat(row.registered_on),
        entry=row.entry,
        objection=objection,
        id=row.id,
        booked_month=Month.parse(row.booked_month),
        voided=row.voided,
    )

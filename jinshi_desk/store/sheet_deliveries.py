"""Unit sheets that went out."""

from collections.abc import Iterable
from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.sheet_deliveries import Delivery, NewDelivery, SentSheet
from jinshi_desk.store.connection import DataFile

_READ = (
    "SELECT id, month, sent_on, channel, sent_by, due_on, recorded_at, voided, unit, cents, sha256"
    " FROM sheet_delivery JOIN sheet_delivery_unit ON delivery = id"
)


class SheetDeliveries:
    """Every delivery of unit sheets that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def all(self, month: Month) -> tuple[Delivery, ...]:
        """Return the deliveries of a month in the order recorded, those struck out included."""
        return self._found("WHERE month = ? ORDER BY id", str(month))

    def last_sender(self) -> str:
        """Return who sent the last delivery that stands; empty before the first."""
        newest = "SELECT sent_by FROM sheet_delivery WHERE voided = '' ORDER BY id DESC LIMIT 1"
        return next((str(name) for (name,) in self._db.rows(newest)), "")

    def add(self, new: NewDelivery, sheets: Iterable[SentSheet], recorded_at: str) -> int:
        """Write a delivery of ``sheets`` and return its id."""
        row = self._db.insert(
            "sheet_delivery",
            month=str(new.month),
            sent_on=new.sent_on.isoformat(),
            channel=new.channel.value,
            sent_by=new.sent_by,
            due_on=new.due_on.isoformat(),
            recorded_at=recorded_at,
        )
        for each in sheets:
            self._db.insert(
                "sheet_delivery_unit", delivery=row, unit=each.unit, cents=each.cents, sha256=each.sha256
            )
        return row

    def void(self, delivery: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        self._db.execute_sql("UPDATE sheet_delivery SET voided = ? WHERE id = ?", (reason, delivery))

    def _found(self, which: str, *params: object) -> tuple[Delivery, ...]:
        sheets: dict[int, list[SentSheet]] = {}
        said: dict[int, tuple[str, ...]] = {}
        for number, *facts, unit, cents, sha256 in self._db.rows(f"{_READ} {which}", *params):
            said[number] = tuple(facts)
            sheets.setdefault(number, []).append(SentSheet(unit, cents, sha256))
        return tuple(_delivery(number, said[number], tuple(of)) for number, of in sheets.items())


def _delivery(number: int, said: tuple[str, ...], sheets: tuple[SentSheet, ...]) -> Delivery:
    month, sent_on, channel, sent_by, due_on, recorded_at, voided = said
    return Delivery(
        number,
        Month.parse(month),
        date.fromisoformat(sent_on),
        Channel(channel),
        sent_by,
        date.fromisoformat(due_on),
        recorded_at,
        sheets,
        voided=voided,
    )

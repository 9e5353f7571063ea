"""Reminders that went out, and what came in of their months."""

from collections.abc import Sequence
from datetime import date

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.sent_reminders import Arrival, Channel, NewReminder, Reminded, SentReminder
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.register import TAKEN_BACK

_READ = (
    "SELECT id, month, stage, sent_on, channel, sent_by, remark, recorded_at, voided, unit, quota, counted"
    " FROM reminder JOIN reminder_unit ON reminder = id"
)
_ORDER = "ORDER BY sent_on, id, position"


class Reminders:
    """Every reminder that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, reminder: int) -> SentReminder:
        """Return the reminder.

        Raises:
            UnknownEvent: there is none with this id.
        """
        found = self._found(f"WHERE id = ? {_ORDER}", reminder)
        if not found:
            raise UnknownEvent("催报", reminder)
        return found[0]

    def all(self, month: Month | None = None) -> tuple[SentReminder, ...]:
        """Return every reminder, or those about ``month``, in the order sent, those struck out included."""
        if month is None:
            return self._found(_ORDER)
        return self._found(f"WHERE month = ? {_ORDER}", str(month))

    def of_unit(self, unit: str) -> tuple[SentReminder, ...]:
        """Return the reminders of a unit, in the order sent, those struck out included."""
        return self._found(f"WHERE id IN (SELECT reminder FROM reminder_unit WHERE unit = ?) {_ORDER}", unit)

    def last_sender(self) -> str:
        """Return who sent the reminder that was recorded last; empty where there is none."""
        return self._db.value("SELECT sent_by FROM reminder ORDER BY id DESC LIMIT 1") or ""

    def arrivals(self, month: Month) -> list[Arrival]:
        """Return the drafts that were received for ``month``."""
        rows = self._db.rows(
            "SELECT lead, received_on, registered_at FROM draft"
            f" WHERE quota_month = ? AND NOT ({TAKEN_BACK})",
            str(month),
        )
        return [Arrival(unit, date.fromisoformat(day), at) for unit, day, at in rows]

    def add(self, new: NewReminder, reminded: Sequence[Reminded], recorded_at: str) -> int:
        """Write a reminder of ``reminded`` and return its id."""
        row = self._db.insert(
            "reminder",
            month=str(new.month),
            stage=new.stage.value,
            sent_on=new.sent_on.isoformat(),
            channel=new.channel.value,
            sent_by=new.sent_by,
            remark=new.remark,
            recorded_at=recorded_at,
        )
        for position, each in enumerate(reminded):
            self._db.insert(
                "reminder_unit",
                reminder=row,
                unit=each.unit,
                position=position,
                quota=each.quota,
                counted=each.counted,
            )
        return row

    def void(self, reminder: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        self._db.execute_sql("UPDATE reminder SET voided = ? WHERE id = ?", (reason, reminder))

    def _found(self, which: str, *params: object) -> tuple[SentReminder, ...]:
        said: dict[int, tuple[str, ...]] = {}
        reminded: dict[int, list[Reminded]] = {}
        for number, *facts, unit, quota, counted in self._db.rows(f"{_READ} {which}", *params):
            said[number] = tuple(facts)
            reminded.setdefault(number, []).append(Reminded(unit, quota, counted))
        return tuple(_reminder(number, said[number], units) for number, units in reminded.items())


def _reminder(number: int, said: Sequence[str], reminded: Sequence[Reminded]) -> SentReminder:
    month, stage, sent_on, channel, sent_by, remark, recorded_at, voided = said
    return SentReminder(
        number,
        Month.parse(month),
        Stage(stage),
        date.fromisoformat(sent_on),
        Channel(channel),
        sent_by,
        remark,
        recorded_at,
        tuple(reminded),
        voided=voided,
    )

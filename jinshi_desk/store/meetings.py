"""Meetings of the office, and what they resolved."""

from datetime import date
from typing import Any

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.meetings import Attendance, Meeting, NewMeeting, NewResolution, Resolution
from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile

_READ = "SELECT id, held_on, place, host, recorder, month, agenda, minutes, voided FROM meeting"
_RESOLVED = "SELECT meeting, id, text, who, due_on, done_on, result, voided FROM resolution"
_WAITING = (
    "SELECT count(*) FROM resolution JOIN meeting ON meeting.id = resolution.meeting"
    " WHERE resolution.voided = '' AND meeting.voided = '' AND done_on IS NULL AND due_on <= ?"
)


class Meetings:
    """Every meeting that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, meeting: int) -> Meeting:
        """Return the meeting.

        Raises:
            UnknownEvent: there is none with this id.
        """
        found = self._found("WHERE id = ?", meeting)
        if not found:
            raise UnknownEvent("例会", meeting)
        return found[0]

    def resolution(self, resolution: int) -> Resolution:
        """Return what was resolved.

        Raises:
            UnknownEvent: there is none with this id.
        """
        rows = self._db.rows(f"{_RESOLVED} WHERE id = ?", resolution)
        if not rows:
            raise UnknownEvent("议定事项", resolution)
        return _resolution(rows[0])

    def all(self) -> tuple[Meeting, ...]:
        """Return every meeting by its day; some were struck out."""
        return self._found("")

    def held_on(self, day: date) -> Meeting | None:
        """Return the meeting of a day that stands, if there is one."""
        found = self._found("WHERE held_on = ? AND voided = ''", day.isoformat())
        return found[0] if found else None

    def waiting(self, until: date) -> int:
        """Count what was resolved, is due by ``until`` and not done."""
        number: int = self._db.value(_WAITING, until.isoformat())
        return number

    def add(self, new: NewMeeting) -> int:
        """Write a meeting and return its id."""
        row = self._db.insert("meeting", **_columns(new))
        self._attend(row, new)
        return row

    def revise(self, meeting: int, new: NewMeeting) -> None:
        """Write what a meeting's record says now."""
        columns = _columns(new)
        names = ", ".join(f"{name} = ?" for name in columns)
        self._db.execute_sql(f"UPDATE meeting SET {names} WHERE id = ?", (*columns.values(), meeting))
        self._db.execute_sql("DELETE FROM meeting_attendance WHERE meeting = ?", (meeting,))
        self._attend(meeting, new)

    def void(self, meeting: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        self._db.execute_sql("UPDATE meeting SET voided = ? WHERE id = ?", (reason, meeting))

    def resolve(self, meeting: int, new: NewResolution) -> int:
        """Write what a meeting resolved and return its id."""
        due_on = new.due_on and new.due_on.isoformat()
        return self._db.insert("resolution", meeting=meeting, text=new.text, who=new.who, due_on=due_on)

    def finish(self, resolution: int, done_on: date | None, result: str) -> None:
        """Write that it is done; without a day it is open again."""
        day = done_on.isoformat() if done_on else None
        self._db.execute_sql(
            "UPDATE resolution SET done_on = ?, result = ? WHERE id = ?", (day, result, resolution)
        )

    def void_resolution(self, resolution: int, reason: str) -> None:
        """Strike a resolution out; without a reason it stands again."""
        self._db.execute_sql("UPDATE resolution SET voided = ? WHERE id = ?", (reason, resolution))

    def _attend(self, meeting: int, new: NewMeeting) -> None:
        for position, each in enumerate(new.attendance):
            facts = {"meeting": meeting, "position": position, "unit": each.unit, "names": each.names}
            self._db.insert("meeting_attendance", **facts)

    def _found(self, where: str, *params: object) -> tuple[Meeting, ...]:
        chosen = f"meeting IN (SELECT id FROM meeting {where})"
        resolved: dict[int, list[Resolution]] = {}
        for row in self._db.rows(f"{_RESOLVED} WHERE {chosen} ORDER BY id", *params):
            resolved.setdefault(row[0], []).append(_resolution(row))
        came: dict[int, list[Attendance]] = {}
        sql = f"SELECT meeting, unit, names FROM meeting_attendance WHERE {chosen} ORDER BY meeting, position"
        for meeting, unit, names in self._db.rows(sql, *params):
            came.setdefault(meeting, []).append(Attendance(unit, names))
        rows = self._db.rows(f"{_READ} {where} ORDER BY held_on, id", *params)
        return tuple(_meeting(row, came.get(row[0], []), resolved.get(row[0], [])) for row in rows)


def _columns(new: NewMeeting) -> dict[str, object]:
    return {
        "held_on": new.held_on.isoformat(),
        "place": new.place,
        "host": new.host,
        "recorder": new.recorder,
        "month": str(new.month) if new.month else None,
        "agenda": "\n".join(new.agenda),
        "minutes": new.minutes,
    }


def _meeting(row: tuple[Any, ...], came: list[Attendance], resolved: list[Resolution]) -> Meeting:
    number, held_on, place, host, recorder, month, agenda, minutes, voided = row
    return Meeting(
        date.fromisoformat(held_on),
        place,
        host,
        recorder,
        tuple(came),
        tuple(agenda.split("\n")),
        minutes,
        Month.parse(month) if month else None,
        id=number,
        resolutions=tuple(resolved),
        voided=voided,
    )


def _resolution(row: tuple[Any, ...]) -> Resolution:
    meeting, number, text, who, due_on, done_on, result, voided = row
    return Resolution(
        text,
        who,
        date.fromisoformat(due_on) if due_on else None,
        id=number,
        meeting=meeting,
        done_on=date.fromisoformat(done_on) if done_on else None,
        result=result,
        voided=voided,
    )

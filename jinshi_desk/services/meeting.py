"""The desk for the office's meetings (例会): recorded, put right, and what they resolved followed up."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain import meetings
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import clean_line, clean_text
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.meetings import Attendance, Meeting, NewMeeting, NewResolution, Resolution
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store

_MEETING, _RESOLUTION = "例会记录", "议定事项"


class MeetingDesk:
    """What a clerk does with the records of meetings."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def get(self, meeting: int) -> Meeting:
        """Return a meeting with what it resolved.

        Raises:
            UnknownEvent: there is none with this id.
        """
        return self._store.meetings.get(meeting)

    def of_month(self, month: Month) -> tuple[Meeting, ...]:
        """Return the meetings that concern ``month``, those struck out included."""
        return tuple(each for each in self._store.meetings.all() if each.concerns(month))

    def last(self) -> Meeting | None:
        """Return the latest meeting that stands: the next one is much like it."""
        standing = [each for each in self._store.meetings.all() if not each.voided]
        return standing[-1] if standing else None

    def attendance(self, text: str) -> tuple[Attendance, ...]:
        """Return who came, of the lines a clerk typed."""
        return meetings.read_attendance(text, attendance_finder(UnitNames(self._store.units.all())))

    def check(self, new: NewMeeting, meeting: int | None = None) -> tuple[Problem, ...]:
        """Return everything odd in a new record, or in what ``meeting`` is to say."""
        return tuple(self._problems(_cleaned(new), meeting))

    def record(self, new: NewMeeting) -> int:
        """Record a meeting.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        new = _cleaned(new)
        refuse_bad(self._problems(new, None))
        with self._store.writing("meet", Topic.MEETINGS) as act:
            row = self._store.meetings.add(new)
            act.subject, act.after = _subject(row), facts(new)
        self._undo.remember(act.subject, lambda: self._take_back(row))
        return row

    def revise(self, meeting: int, new: NewMeeting) -> None:
        """Put a record right; what was resolved stays as it is.

        Raises:
            UnknownEvent, AlreadyDecided: there is no such meeting, or it was struck out.
            NotFileable: it has problems that must be put right first.
        """
        before, new = self._standing(meeting, "改"), _cleaned(new)
        refuse_bad(self._problems(new, meeting))
        self._revise("revise_meeting", meeting, before, new)
        self._undo.remember(_subject(meeting), lambda: self._revise_back(meeting, before, new))

    def void(self, meeting: int, reason: str) -> None:
        """Strike a record out, with what was resolved.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
        """
        if not reason.strip():
            raise ReasonMissing(f"作废{_MEETING}")
        self._void("void_meeting", self._standing(meeting, "作废"), clean_line(reason))
        self._undo.remember(_subject(meeting), lambda: self._stand(meeting))

    def check_resolution(self, meeting: int, new: NewResolution) -> tuple[Problem, ...]:
        """Return what keeps a meeting from having resolved ``new``."""
        return tuple(self._resolution_problems(self._store.meetings.get(meeting), _resolved(new)))

    def resolve(self, meeting: int, new: NewResolution) -> int:
        """Record what a meeting resolved.

        Raises:
            UnknownEvent, AlreadyDecided: there is no such meeting, or it was struck out.
            NotFileable: it has problems that must be put right first.
        """
        self._standing(meeting, "加事项")
        refuse_bad(self.check_resolution(meeting, new))
        new = _resolved(new)
        with self._store.writing("resolve", Topic.MEETINGS) as act:
            row = self._store.meetings.resolve(meeting, new)
            act.subject, act.after = _subject(meeting), resolution_facts(new)
        self._undo.remember(act.subject, lambda: self._void_resolution("undo", self._open(row), "撤销登记"))
        return row

    def check_done(self, resolution: int, done_on: date, result: str) -> tuple[Problem, ...]:
        """Return what keeps a resolution from being done on a day."""
        meeting = self._store.meetings.get(self._store.meetings.resolution(resolution).meeting)
        return tuple(meetings.done_problems(meeting.held_on, done_on, result, self._today()))

    def finish(self, resolution: int, done_on: date, result: str = "") -> None:
        """Note that a resolution is done, and how; done before, day and result are put right.

        Raises:
            UnknownEvent, AlreadyDecided: there is no such resolution, or it was struck out.
            NotFileable: the day can't be.
        """
        before, result = self._resolution(resolution, "办结"), clean_line(result)
        refuse_bad(self.check_done(resolution, done_on, result))
        after = replace(before, done_on=done_on, result=result)
        self._finish("finish_resolution", before, after)
        self._undo.remember(_subject(before.meeting), lambda: self._finish_back(before, after))

    def void_resolution(self, resolution: int, reason: str) -> None:
        """Strike a resolution out.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
        """
        if not reason.strip():
            raise ReasonMissing(f"作废{_RESOLUTION}")
        found = self._resolution(resolution, "作废")
        self._void_resolution("void_resolution", found, clean_line(reason))
        self._undo.remember(_subject(found.meeting), lambda: self._stand_resolution(found))

    def _problems(self, new: NewMeeting, meeting: int | None) -> Iterator[Problem]:
        yield from meetings.problems(new, self._today())
        there = self._store.meetings.held_on(new.held_on)
        if there is not None and there.id != meeting:
            yield Problem("held_on", "held_before", detail=f"{new.held_on:%m-%d}")

    def _resolution_problems(self, meeting: Meeting, new: NewResolution) -> Iterator[Problem]:
        yield from meetings.resolution_problems(new, meeting.held_on)
        if any(each.text == new.text for each in meeting.resolved):
            yield Problem("resolution", "resolved_before")

    def _standing(self, meeting: int, act: str) -> Meeting:
        found = self._store.meetings.get(meeting)
        if found.voided:
            raise AlreadyDecided(_MEETING, "作废", act)
        return found

    def _resolution(self, resolution: int, act: str) -> Resolution:
        found = self._store.meetings.resolution(resolution)
        if found.voided:
            raise AlreadyDecided(_RESOLUTION, "作废", act)
        return found

    def _open(self, resolution: int) -> Resolution:
        found = self._resolution(resolution, "撤销")
        if found.done_on is not None:
            raise UndoOvertaken(found.text)
        return found

    def _take_back(self, meeting: int) -> None:
        found = self._standing(meeting, "撤销")
        if found.resolved:
            raise UndoOvertaken(f"{found.held_on.isoformat()} 例会")
        self._void("undo", found, "撤销登记")

    def _revise(self, name: str, meeting: int, before: NewMeeting, after: NewMeeting) -> None:
        with self._store.writing(name, Topic.MEETINGS) as act:
            self._store.meetings.revise(meeting, after)
            act.subject, act.before, act.after = _subject(meeting), facts(before), facts(after)

    def _revise_back(self, meeting: int, before: NewMeeting, after: NewMeeting) -> None:
        found = self._standing(meeting, "撤销")
        if facts(found) != facts(after):
            raise UndoOvertaken(f"{found.held_on.isoformat()} 例会")
        refuse_bad(self._problems(before, meeting))
        self._revise("undo", meeting, found, before)

    def _void(self, name: str, found: Meeting, reason: str) -> None:
        with self._store.writing(name, Topic.MEETINGS) as act:
            self._store.meetings.void(found.id, reason)
            act.subject, act.before, act.after = _subject(found.id), facts(found), {"voided": reason}

    def _stand(self, meeting: int) -> None:
        """Let a record stand again that was struck out."""
        found = self._store.meetings.get(meeting)
        if self._store.meetings.held_on(found.held_on) is not None:
            raise AlreadyDecided(_MEETING, "另登", "恢复")
        with self._store.writing("undo", Topic.MEETINGS) as act:
            self._store.meetings.void(meeting, "")
            act.subject, act.after = _subject(meeting), facts(found)

    def _finish(self, name: str, before: Resolution, after: Resolution) -> None:
        with self._store.writing(name, Topic.MEETINGS) as act:
            self._store.meetings.finish(after.id, after.done_on, after.result)
            act.subject = _subject(after.meeting)
            act.before, act.after = resolution_facts(before), resolution_facts(after)

    def _finish_back(self, before: Resolution, after: Resolution) -> None:
        if self._resolution(before.id, "撤销") != after:
            raise UndoOvertaken(before.text)
        self._finish("undo", after, before)

    def _void_resolution(self, name: str, found: Resolution, reason: str) -> None:
        with self._store.writing(name, Topic.MEETINGS) as act:
            self._store.meetings.void_resolution(found.id, reason)
            act.subject = _subject(found.meeting)
            act.before, act.after = resolution_facts(found), {"voided": reason}

    def _stand_resolution(self, found: Resolution) -> None:
        with self._store.writing("undo", Topic.MEETINGS) as act:
            self._store.meetings.void_resolution(found.id, "")
            act.subject, act.after = _subject(found.meeting), resolution_facts(found)


def attendance_finder(names: UnitNames) -> Callable[[str], str | None]:
    """Return what finds a unit's id by any of its names."""

    def find(text: str) -> str | None:
        unit = names.find(text)
        return unit.id if unit is not None else None

    return find


def facts(new: NewMeeting) -> dict[str, Any]:
    """Return a meeting as the audit record and scripts keep it."""
    return {
        "held_on": new.held_on.isoformat(),
        "place": new.place,
        "host": new.host,
        "recorder": new.recorder,
        "month": str(new.month) if new.month else None,
        "attendance": [{"unit": each.unit, "names": each.names} for each in new.attendance],
        "agenda": list(new.agenda),
        "minutes": new.minutes,
    }


def resolution_facts(new: NewResolution) -> dict[str, Any]:
    """Return a resolution as the audit record and scripts keep it."""
    done_on = new.done_on if isinstance(new, Resolution) else None
    return {
        "text": new.text,
        "who": new.who,
        "due_on": new.due_on.isoformat() if new.due_on else None,
        "done_on": done_on.isoformat() if done_on else None,
        "result": new.result if isinstance(new, Resolution) else "",
    }


def _subject(meeting: int) -> str:
    return f"meeting {meeting}"


def _cleaned(new: NewMeeting) -> NewMeeting:
    return replace(
        new,
        place=clean_line(new.place),
        host=clean_line(new.host),
        recorder=clean_line(new.recorder),
        attendance=tuple(replace(each, names=clean_line(each.names)) for each in new.attendance),
        agenda=tuple(item for each in new.agenda if (item := clean_line(each))),
        minutes=clean_text(new.minutes).strip(),
    )


def _resolved(new: NewResolution) -> NewResolution:
    return replace(new, text=clean_line(new.text), who=clean_line(new.who))

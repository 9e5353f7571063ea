"""Meetings and what they resolved as lists, none struck out: records for scripts, rows for sheets."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jinshi_desk.domain.meetings import Meeting, Resolution, written_attendance
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.suggestions import Handling
from jinshi_desk.services.meeting import facts, resolution_facts
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.store.database import Store
from jinshi_desk.wording import HANDLING

Record = dict[str, Any]
Wanted = tuple[Month | None, str | None]
"""The month and the unit that are asked for, none for all."""


def meeting_records(store: Store, wanted: Wanted) -> Iterator[Record]:
    """Yield the meetings held in a month or that told its bulletin, of those a unit came to."""
    for each in _meetings(store, wanted):
        yield meeting_json(store, each)


def resolution_records(store: Store, wanted: Wanted) -> Iterator[Record]:
    """Yield what these meetings resolved."""
    for meeting in _meetings(store, wanted):
        for each in meeting.resolved:
            yield {"meeting": meeting.id, "held_on": meeting.held_on.isoformat(), **_json(store, each)}


def meeting_json(store: Store, meeting: Meeting) -> Record:
    """Return a meeting as scripts read it."""
    resolved = [_json(store, each) for each in meeting.resolved]
    return {"id": meeting.id, **facts(meeting), "resolutions": resolved}


def meeting_rows(store: Store, wanted: Wanted, units: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    """Yield the meetings in the columns of their export; ``units`` are names by id."""
    for each in _meetings(store, wanted):
        came = "\n".join(written_attendance(each.attendance, units.__getitem__))
        head = (each.held_on, each.month, each.place, each.host, each.recorder)
        yield (*head, came, "\n".join(each.agenda), each.minutes)


def resolution_rows(store: Store, wanted: Wanted, _units: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    """Yield what was resolved in the columns of its export."""
    today = _today(store)
    for meeting in _meetings(store, wanted):
        for each in meeting.resolved:
            done = (each.done_on, each.result, HANDLING[each.handling(today)])
            yield (meeting.held_on, each.text, each.who, each.due_on, *done)


RowsOf = Callable[[Store, Wanted, Mapping[str, str]], Iterator[Sequence[Cell]]]
ROWS: Mapping[str, RowsOf] = {"meetings": meeting_rows, "resolutions": resolution_rows}
RECORDS: Mapping[str, Callable[[Store, Wanted], Iterator[Record]]] = {
    "meetings": meeting_records,
    "resolutions": resolution_records,
}


def _meetings(store: Store, wanted: Wanted) -> Iterator[Meeting]:
    month, unit = wanted
    for each in store.meetings.all():
        here = month is None or month in (Month.of(each.held_on), each.month)
        if here and not each.voided and (unit is None or unit in (one.unit for one in each.attendance)):
            yield each


def _json(store: Store, each: Resolution) -> Record:
    state: Handling = each.handling(_today(store))
    return {"id": each.id, **resolution_facts(each), "state": state.value}


def _today(store: Store) -> date:
    return date.fromisoformat(store.now()[:10])

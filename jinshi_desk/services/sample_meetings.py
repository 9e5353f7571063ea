"""The meetings of the sample office: a month is told when the next begins, and leaves something to do."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.units import Group
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.meeting import MeetingDesk
from jinshi_desk.store.database import Store

_HELD = 5
"""The day of the next month on which a month is told."""
_DUE, _DONE = timedelta(days=15), timedelta(days=9)


class SampleMeetings:
    """Plans the meetings of a year; ``shape`` says where, by whom and what about."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo, shape: Mapping[str, Any]) -> None:
        self._store = store
        self._shape = shape
        self._desk = MeetingDesk(store, today, undo)

    def acts(self, year: int) -> Iterator[tuple[date, Callable[[], object]]]:
        """Yield the meetings of the months told within the year, and what was done, each with its day."""
        for month in months_of(year)[:-1]:
            held_on = month.next().first_day + timedelta(days=_HELD - 1)
            yield held_on, partial(self._hold, month, held_on)
            if month.next().month < 12:  # of the last one something is left to do
                yield held_on + _DONE, partial(self._finish, held_on)

    def _hold(self, month: Month, held_on: date) -> None:
        shape = self._shape
        came = [unit for unit in self._store.units.all() if unit.group is Group.OFFICE]
        attendance = tuple(Attendance(unit.id) for unit in came if unit.active_in(month))
        more = shape["agenda"][month.month % len(shape["agenda"])]
        agenda = (f"通报{month.month}月份组工信息宣传工作情况", more)
        place, host, recorder = shape["place"], shape["host"], shape["recorder"]
        told = NewMeeting(held_on, place, host, recorder, attendance, agenda, shape["minutes"], month)
        row = self._desk.record(told)
        what = shape["resolved"][month.month % len(shape["resolved"])]
        self._desk.resolve(row, NewResolution(what, shape["who"], held_on + _DUE))

    def _finish(self, held_on: date) -> None:
        meeting = self._store.meetings.held_on(held_on)
        for each in meeting.resolved if meeting else ():
            self._desk.finish(each.id, held_on + _DONE, self._shape["result"])

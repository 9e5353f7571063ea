"""Whom the sample office reminded: who owed, in the group; from the 25th on by telephone who sent nothing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.sent_reminders import Channel, NewReminder
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.reminders import ReminderDesk
from jinshi_desk.store.database import Store

_SENDER = "研究室"
_SHOWN = 6
"""The month that is worked on: its last reminders are still to do."""


class SampleReminders:
    """Plans the reminders of a year, each for its day."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._today = today
        self._desk = ReminderDesk(store, today, undo)

    def acts(self, year: int) -> Iterator[tuple[date, Callable[[], object]]]:
        """Yield the reminders up to the month that is worked on, each with its day."""
        for month in list(months_of(year))[:_SHOWN]:
            yield month.first_day.replace(day=15), partial(self._remind, month, Stage.REMIND)
            if month.month < _SHOWN:
                yield month.first_day.replace(day=25), partial(self._remind, month, Stage.URGE)
                yield month.next().first_day, partial(self._remind, month, Stage.OVERDUE)

    def _remind(self, month: Month, stage: Stage) -> None:
        owing = self._desk.owing(month)
        silent = [] if stage is Stage.REMIND else [each for each in owing if not each.count.received]
        self._record(month, stage, Channel.PHONE, silent)
        self._record(month, stage, Channel.GROUP, [each for each in owing if each not in silent])

    def _record(self, month: Month, stage: Stage, channel: Channel, owing: Sequence[Standing]) -> None:
        if owing:
            units = tuple(each.unit.id for each in owing)
            self._desk.record(NewReminder(month, stage, self._today(), channel, _SENDER, units))

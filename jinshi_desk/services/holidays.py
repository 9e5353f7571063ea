"""节假日: the office's table of days off and make-up working days, a year at a time."""

from collections.abc import Mapping, Sequence

from jinshi_desk.domain import working_days
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.holiday_notices import NoticeReading, read_notice
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.working_days import Holiday
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store


class HolidayDesk:
    """What a clerk does with the table. It changes no draft that was received already."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def of_year(self, year: int) -> tuple[Holiday, ...]:
        """Return the table of a year, by day."""
        return self._store.holidays.of_year(year)

    def read(self, year: int, text: str) -> NoticeReading:
        """Read what was pasted: the notice, or a day a line."""
        return read_notice(text, year)

    def check(self, year: int, reading: NoticeReading) -> tuple[Problem, ...]:
        """Return everything odd in what was read; lines that say nothing are only warned of."""
        wrong = working_days.problems(year, reading.days)
        unread = (Problem("holidays", "unread", Severity.WARN, line) for line in reading.unread)
        return (*wrong, *unread)

    def replace(self, year: int, holidays: Sequence[Holiday]) -> None:
        """Write the table of a year anew; days of the year before or after are added to theirs.

        Raises:
            NotFileable: a day is both off and worked, or is worked anyway.
        """
        table = tuple(sorted(holidays))
        refuse_bad(working_days.problems(year, table))
        years = {year, *(each.day.year for each in table)}
        before = {each: self.of_year(each) for each in sorted(years)}
        self._write("holidays", year, {year: table})
        self._undo.remember(_subject(year), lambda: self._write("undo", year, before))

    def _write(self, name: str, year: int, tables: Mapping[int, Sequence[Holiday]]) -> None:
        with self._store.writing(name, Topic.SETTINGS) as act:
            act.subject = _subject(year)
            act.before = {"holidays": list(map(_said, self.of_year(year)))}
            for each, table in tables.items():
                self._store.holidays.replace(each, table)
            act.after = {"holidays": list(map(_said, self.of_year(year)))}


def _subject(year: int) -> str:
    return f"holidays {year}"


def _said(holiday: Holiday) -> str:
    kind = "worked" if holiday.working else "off"
    return f"{holiday.day.isoformat()} {kind} {holiday.name}".strip()

"""The office's monthly meeting (例会): who came, what was told, what was resolved to be done (§1 row 47)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.suggestions import Handling

TEXT_LIMIT, NAME_LIMIT, MINUTES_LIMIT = 300, 40, 5000
"""Characters of an item, a resolution or a result; of a name or a place; of what was said."""

_BREAKS = re.compile(r"[;；\n]+")
_AFTER_NAME = re.compile(r"\s*[:：]\s*|\s+")


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came for a unit. Without a unit of the list, ``names`` says it all: ``市委办 周试一``."""

    unit: str | None
    names: str = ""


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting as it is typed. ``month`` is the one whose bulletin was told there, if one was."""

    held_on: date
    place: str
    host: str
    recorder: str
    attendance: tuple[Attendance, ...]
    agenda: tuple[str, ...]
    minutes: str = ""
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class NewResolution:
    """Something resolved: what, who does it, until when."""

    text: str
    who: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Resolution(NewResolution):
    """A resolution on record; ``meeting`` is an id."""

    id: int = field(kw_only=True)
    meeting: int = field(kw_only=True)
    done_on: date | None = field(kw_only=True, default=None)
    result: str = field(kw_only=True, default="")
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    @property
    def waits(self) -> bool:
        """Tell whether it is still to be done."""
        return not self.voided and self.done_on is None

    def handling(self, today: date) -> Handling:
        """Return how far it has come."""
        if self.done_on is not None:
            return Handling.CLOSED
        late = self.due_on is not None and self.due_on < today
        return Handling.OVERDUE if late else Handling.OPEN


@dataclass(frozen=True, slots=True)
class Meeting(NewMeeting):
    """A meeting in the register, with every resolution, those struck out included."""

    id: int = field(kw_only=True)
    resolutions: tuple[Resolution, ...] = field(kw_only=True, default=())
    voided: str = field(kw_only=True, default="")
    """Why it was struck out; empty while it stands."""

    @property
    def resolved(self) -> tuple[Resolution, ...]:
        """The resolutions that stand."""
        return tuple(each for each in self.resolutions if not each.voided)

    def concerns(self, month: Month) -> bool:
        """Tell whether it was held in ``month``, told its bulletin, or left something to be done then."""
        left = any(each.waits for each in self.resolutions) and Month.of(self.held_on) <= month
        return month in (Month.of(self.held_on), self.month) or (left and not self.voided)


def read_attendance(text: str, find: Callable[[str], str | None]) -> tuple[Attendance, ...]:
    """Return who came, a line for each unit: ``药山镇：周试一、周试二``; names may be left out.

    A line may name several units and nobody: ``药山镇、新洲镇``. ``find`` returns the id of the unit a name
    means. A line that begins with no unit is kept in its words.
    """
    lines = (line.strip() for line in _BREAKS.split(text))
    return tuple(each for line in lines if line for each in _attendances(line, find))


def _attendances(line: str, find: Callable[[str], str | None]) -> Iterator[Attendance]:
    units = [find(name.strip()) for name in line.split("、")]
    if None in units:
        yield _attendance(line, find)
    else:
        yield from map(Attendance, units)


def _attendance(line: str, find: Callable[[str], str | None]) -> Attendance:
    name, *rest = _AFTER_NAME.split(line, maxsplit=1)
    unit = find(name.strip())
    return Attendance(None, line) if unit is None else Attendance(unit, rest[0].strip() if rest else "")


def written_attendance(attendance: Iterable[Attendance], name: Callable[[str], str]) -> tuple[str, ...]:
    """Return the lines that ``read_attendance`` reads; ``name`` names a unit."""
    return tuple(_written(each, name) for each in attendance)


def _written(each: Attendance, name: Callable[[str], str]) -> str:
    if each.unit is None:
        return each.names
    return f"{name(each.unit)}：{each.names}" if each.names else name(each.unit)


def problems(new: NewMeeting, today: date) -> Iterator[Problem]:
    """Yield what keeps ``new`` from being recorded."""
    if new.held_on > today:
        yield Problem("held_on", "future")
    if not new.host.strip():
        yield Problem("host", "missing")
    for name, text in (("meeting_place", new.place), ("host", new.host), ("recorder", new.recorder)):
        if len(text) > NAME_LIMIT:
            yield Problem(name, "too_long", detail=str(NAME_LIMIT))
    if not new.attendance:
        yield Problem("attendance", "missing")
    units = [each.unit for each in new.attendance if each.unit is not None]
    if len(set(units)) < len(units):
        yield Problem("attendance", "twice")
    if not any(item.strip() for item in new.agenda):
        yield Problem("agenda", "missing")
    elif any(len(item) > TEXT_LIMIT for item in new.agenda):
        yield Problem("agenda", "too_long", detail=str(TEXT_LIMIT))
    if len(new.minutes) > MINUTES_LIMIT:
        yield Problem("minutes", "too_long", detail=str(MINUTES_LIMIT))
    if new.month is not None and new.month > Month.of(new.held_on):
        yield Problem("meeting_month", "to_come")


def resolution_problems(new: NewResolution, held_on: date) -> Iterator[Problem]:
    """Yield what keeps a meeting held on ``held_on`` from resolving ``new``."""
    if not new.text.strip():
        yield Problem("resolution", "missing")
    elif len(new.text) > TEXT_LIMIT:
        yield Problem("resolution", "too_long", detail=str(TEXT_LIMIT))
    if not new.who.strip():
        yield Problem("who", "missing")
    elif len(new.who) > NAME_LIMIT:
        yield Problem("who", "too_long", detail=str(NAME_LIMIT))
    if new.due_on is not None and new.due_on < held_on:
        yield Problem("resolution_due", "before_meeting", detail=f"{held_on:%m-%d}")


def done_problems(held_on: date, done_on: date, result: str, today: date) -> Iterator[Problem]:
    """Yield what keeps a resolution from being done on ``done_on``."""
    if done_on > today:
        yield Problem("done_on", "future")
    elif done_on < held_on:
        yield Problem("done_on", "before_meeting", detail=f"{held_on:%m-%d}")
    if len(result) > TEXT_LIMIT:
        yield Problem("result", "too_long", detail=str(TEXT_LIMIT))

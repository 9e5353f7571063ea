"""The desk for the list of units: new, renamed, merged, split, abolished, each in one act."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import MonthClosed, UndoOvertaken
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.roster import Person, taken_over
from jinshi_desk.domain.unit_acts import (
    Abolish,
    Charge,
    Create,
    Edit,
    Merge,
    Outcome,
    Rename,
    Roster,
    Split,
    UnitAct,
    outcome,
    problems,
)
from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange
from jinshi_desk.domain.units import Grouped, OwnQuota, Unit
from jinshi_desk.services.booking import rebook
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.shapes import Json, change_json, unit_json
from jinshi_desk.store.database import Store

SUBJECT = "单位名单"
"""What the records of acts on the list are about: each act may touch several units."""

_TOPICS = (Topic.UNITS, Topic.PEOPLE, Topic.DRAFTS, Topic.POINTS)
_NAME: dict[type[UnitAct], str] = {
    Create: "create_unit",
    Rename: "rename_unit",
    Merge: "merge_units",
    Split: "split_unit",
    Abolish: "abolish_unit",
    Edit: "edit_unit",
    Charge: "charge_unit",
}
_LAST = Month(2100, 12)


@dataclass(frozen=True, slots=True)
class _Before:
    """The units that an act changed, and the people of those that were taken in, as they were."""

    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    done: Outcome

    @property
    def months(self) -> set[Month]:
        """The months that the act begins in."""
        began = {change.month for change in self.done.changes}
        old = {dated for unit in self.units for dated in _dated(unit)}
        new = {dated for unit in self.done.changed for dated in _dated(unit)}
        return began | {dated.since for dated in new - old}


class UnitDesk:
    """What a clerk does in 单位管理."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def units(self) -> tuple[Unit, ...]:
        """Return every unit there ever was, in the office's order."""
        return self._store.units.all()

    def changes(self) -> tuple[UnitChange, ...]:
        """Return what became of units, in the order of the months."""
        return self._store.units.changes()

    def spellings(self) -> dict[str, tuple[str, str]]:
        """Return pinyin and initials of every unit by id, to find units by typing."""
        return self._store.units.spellings()

    def open_from(self) -> Month:
        """Return the earliest month that a change may begin in."""
        return self._store.months.open_from()

    def check(self, act: UnitAct) -> tuple[Problem, ...]:
        """Return everything odd in ``act``."""
        return tuple(self._problems(act))

    def do(self, act: UnitAct) -> tuple[str, ...]:
        """Do ``act`` and return the ids of the units it made, or of the one it changed.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        refuse_bad(self._problems(act))
        taken: list[str] = []
        done = outcome(act, self._roster(), lambda name: self._new_id(name, taken))
        touched = {unit.id for unit in done.changed}
        units = tuple(unit for unit in self.units() if unit.id in touched)
        before = _Before(units, tuple(self._people_of(done)), done)
        with self._store.writing(_NAME[type(act)], *_TOPICS) as record:
            self._write(done)
            record.subject = SUBJECT
            record.before = _facts(before.units)
            record.after = _facts((*done.changed, *done.added), done.changes)
        self._undo.remember(SUBJECT, lambda: self._take_back(before))
        return tuple(unit.id for unit in done.added or done.changed)

    def undo(self) -> str:
        """Take back the last act; raises as ``Undo.last`` does."""
        return self._undo.last()

    def _roster(self) -> Roster:
        return Roster(self.units(), self.open_from())

    def _problems(self, act: UnitAct) -> Iterator[Problem]:
        roster = self._roster()
        yield from problems(act, roster)
        ending = _ending(act, roster)
        if ending and not isinstance(act, Create | Rename | Edit | Charge) and act.month is not None:
            later = self._store.drafts.counted(act.month, _LAST)
            names = [unit.name for unit in roster.units if unit.id in ending & {one.unit for one in later}]
            if names:
                yield Problem("month", "drafts_after", Severity.WARN, "、".join(names))

    def _new_id(self, name: str, taken: list[str]) -> str:
        """Return a free id for ``name``; ``taken`` are those given in the same act."""
        stem = self._store.units.new_id(name)
        numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
        taken.append(next(one for one in (stem, *numbered) if one not in taken))
        return taken[-1]

    def _write(self, done: Outcome) -> None:
        self._store.units.add(done.added)
        self._revise(done.changed)
        for change in done.changes:
            self._store.units.note(change)
            if change.kind is ChangeKind.MERGE and change.successor is not None:
                for person in self._store.roster.at(change.unit):
                    over = taken_over(person, change.unit, change.successor, change.month.first_day)
                    if over != person:
                        self._store.roster.revise(over)

    def _people_of(self, done: Outcome) -> Iterator[Person]:
        """Yield who works for a unit that others take in."""
        for change in done.changes:
            if change.kind is ChangeKind.MERGE:
                yield from self._store.roster.at(change.unit)

    def _take_back(self, before: _Before) -> None:
        """Have the list as it was, while no month of the act is closed and nothing hangs on a new unit."""
        for month in before.months:
            if self._store.months.is_closed(month):
                raise MonthClosed(month.label)
        with self._store.writing("undo", *_TOPICS) as record:
            for change in before.done.changes:
                self._store.units.forget(change)
            self._revise(before.units)
            for person in before.people:
                self._store.roster.revise(person)
            for unit in before.done.added:
                if not self._store.units.remove(unit.id):
                    raise UndoOvertaken(unit.name)
            record.subject = SUBJECT
            record.before = _facts((*before.done.changed, *before.done.added), before.done.changes)
            record.after = _facts(before.units)

    def _revise(self, units: Iterable[Unit]) -> None:
        """Write ``units``; where one moves to another group, joint drafts are shared anew."""
        groups = {unit.id: (unit.group, unit.groups) for unit in self.units()}
        for unit in units:
            self._store.units.revise(unit)
            if (unit.group, unit.groups) != groups[unit.id]:
                for draft in self._store.drafts.joint_of(unit.id):
                    rebook(self._store, draft)


def _dated(unit: Unit) -> tuple[Grouped | OwnQuota, ...]:
    """Return what began in a month of a unit's life; what it began with is no change."""
    return (*unit.groups[1:], *unit.quotas)


def _ending(act: UnitAct, roster: Roster) -> set[str]:
    match act:
        case Merge(units, into, _):
            goes_on = roster.called(into)
            return set(units) - ({goes_on.id} if goes_on else set())
        case Split(unit, _, _, stays):
            return set() if stays else {unit}
        case Abolish(unit, _):
            return {unit}
        case Create() | Rename() | Edit() | Charge():
            return set()


def _facts(units: Iterable[Unit], changes: Iterable[UnitChange] = ()) -> Json:
    """Return what the audit keeps of ``units``."""
    facts: Json = {"units": [unit_json(unit) for unit in units]}
    noted = [change_json(change) for change in changes]
    return facts | ({"changes": noted} if noted else {})

"""The desk for the roster (名册): appointed, handed over, moved, left, joined, each in one act."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import UndoOvertaken
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.roster import Person
from jinshi_desk.domain.roster_acts import (
    Appoint,
    Correct,
    HandOver,
    Join,
    Leave,
    Move,
    Outcome,
    Part,
    Roster,
    RosterAct,
    outcome,
)
from jinshi_desk.domain.roster_checks import problems
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.contacts import RosterRow, roster_rows
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.person_history import person_history, unit_people_history
from jinshi_desk.services.shapes import Json, person_json
from jinshi_desk.store.database import Store

SUBJECT = "名册"
"""What the records of acts on the roster are about: each act may touch several people."""

_TOPICS = (Topic.PEOPLE, Topic.DRAFTS, Topic.POINTS)
_NAME: dict[type[RosterAct], str] = {
    Appoint: "appoint",
    HandOver: "hand_over",
    Move: "move_person",
    Leave: "leave",
    Correct: "correct_person",
    Join: "join_people",
    Part: "part_people",
}


@dataclass(frozen=True, slots=True)
class _Done:
    """What an act did: the people as they were, the ids it gave, and the records it joined or parted."""

    before: tuple[Person, ...]
    added: tuple[int, ...]
    outcome: Outcome


class PeopleDesk:
    """What a clerk does in 名册."""

    def __init__(self, store: Store, undo: Undo, today: Callable[[], date]) -> None:
        self._store = store
        self._undo = undo
        self._today = today

    def units(self) -> tuple[RosterRow, ...]:
        """Return the roster of today, unit by unit in the office's order."""
        return tuple(roster_rows(self._store, self._today()))

    def people(self) -> tuple[Person, ...]:
        """Return everybody, by name; joined records are one person."""
        return self._store.roster.all()

    def spellings(self) -> tuple[dict[str, tuple[str, str]], dict[int, tuple[str, str]]]:
        """Return pinyin and initials of every unit and of everybody by id, to find them by typing."""
        return self._store.units.spellings(), self._store.roster.spellings()

    def unit_names(self) -> dict[str, str]:
        """Return the name of every unit by its id."""
        return {unit.id: unit.name for unit in self._store.units.all()}

    def today(self) -> date:
        """Return the day it is at this desk."""
        return self._today()

    def history(self, unit: Unit) -> tuple[str, ...]:
        """Say who answered for ``unit``, the present ones first."""
        return unit_people_history(unit, self._store.roster.at(unit.id))

    def person_history(self, person: Person) -> tuple[str, ...]:
        """Say where ``person`` worked and what was answered for, the latest first."""
        return person_history(person, self.unit_names(), self._store.roster.joins())

    def check(self, act: RosterAct) -> tuple[Problem, ...]:
        """Return everything odd in ``act``."""
        return tuple(self._problems(act))

    def do(self, act: RosterAct) -> int:
        """Do ``act`` and return the id of the person it is about.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        refuse_bad(self._problems(act))
        roster = self._roster()
        what = outcome(act, roster)
        touched = _touched(what)
        before = tuple(person for person in roster.people if touched & {person.id, *person.joined})
        with self._store.writing(_NAME[type(act)], *_TOPICS) as record:
            added = self._write(what)
            record.subject = SUBJECT
            record.before = self._facts(before)
            after = [
                person for person in self.people() if (touched | set(added)) & {person.id, *person.joined}
            ]
            record.after = self._facts(after) | ({"reason": act.reason} if isinstance(act, Join) else {})
        done = _Done(before, added, what)
        self._undo.remember(SUBJECT, lambda: self._take_back(done))
        return added[0] if added else (what.changed[-1].id if what.changed else after[0].id)

    def undo(self) -> str:
        """Take back the last act; raises as ``Undo.last`` does."""
        return self._undo.last()

    def _roster(self) -> Roster:
        return Roster(self.people(), self._store.units.all(), self._today())

    def _problems(self, act: RosterAct) -> Iterator[Problem]:
        roster = self._roster()
        yield from problems(act, roster)
        if isinstance(act, Join):
            one, other = roster.get(act.person), roster.get(act.into)
            if one and other and one is not other:
                records = ((each.id, *each.joined) for each in (one, other))
                if number := self._store.roster.together(*records):
                    yield Problem("into", "coauthors", detail=number)

    def _write(self, what: Outcome) -> tuple[int, ...]:
        """Write what comes of an act and return the ids of those who are new."""
        for person in what.changed:
            self._store.roster.revise(person)
        if what.joined is not None:
            self._join(what.joined.person, what.joined.into, what.joined.reason)
        if what.parted is not None:
            self._store.roster.part(what.parted, self._store.now())
        return tuple(self._store.roster.add(person) for person in what.added)

    def _join(self, person: int, into: int, reason: str) -> None:
        one = self._store.people.one()
        records = one.get(person, person), one.get(into, into)
        self._store.roster.join(*records, reason, self._store.now())

    def _take_back(self, done: _Done) -> None:
        """Have the roster as it was, while nothing hangs on who was new."""
        with self._store.writing("undo", *_TOPICS) as record:
            record.before = self._facts(done.outcome.changed)
            for person in done.before if done.outcome.changed else ():
                self._store.roster.revise(person)
            for person_id, person in zip(done.added, done.outcome.added, strict=True):
                if not self._store.roster.remove(person_id):
                    raise UndoOvertaken(person.name)
            if done.outcome.joined is not None:
                self._store.roster.part(done.outcome.joined.person, self._store.now())
            if done.outcome.parted is not None:
                self._join(done.outcome.parted, done.before[0].id, "撤销分开")
            record.subject = SUBJECT
            record.after = self._facts(done.before)

    def _facts(self, people: "tuple[Person, ...] | list[Person]") -> Json:
        """Return what the audit keeps of ``people``."""
        return {"people": [person_json(person, self._today()) for person in people]}


def _touched(what: Outcome) -> set[int]:
    """Return the records that an outcome is about."""
    found = {person.id for person in what.changed}
    if what.joined is not None:
        found |= {what.joined.person, what.joined.into}
    if what.parted is not None:
        found.add(what.parted)
    return found

"""The desk for tasks per person (任务到人), and how far each has come: the quarter's report reads it here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinshi_desk.domain import assignments
from jinshi_desk.domain.assignments import Assignment, Counting, NewAssignment, Piece
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.draft_kinds import is_valid
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.roster import Person
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store

_NAME = "任务"


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """A task, who has it, the unit that lists of its last month name them with, and what fills it."""

    event: Assignment
    person: Person
    unit: str
    pieces: tuple[Piece, ...]

    @property
    def done(self) -> int:
        return len(self.pieces)

    @property
    def missing(self) -> int:
        return self.event.missing(self.done)


class AssignmentDesk:
    """What a clerk does with tasks of persons."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def check(self, new: NewAssignment) -> tuple[Problem, ...]:
        """Return everything odd in a new task."""
        return tuple(self._problems(new))

    def record(self, new: NewAssignment) -> int:
        """Give somebody a task.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        refuse_bad(self._problems(new))
        with self._store.writing("assign", Topic.ASSIGNMENTS) as act:
            row = self.write(new)
            act.subject, act.after = _subject(row), _facts(new)
        self._undo.remember(act.subject, lambda: self._void("undo", row, "撤销登记"))
        return row

    def write(self, new: NewAssignment) -> int:
        """Write a checked task, inside the caller's act."""
        return self._store.assignments.add(new)

    def void(self, assignment: int, reason: str) -> None:
        """Strike out a task, as if it had never been given.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
        """
        if not reason.strip():
            raise ReasonMissing(f"作废{_NAME}")
        self._void("void_assignment", assignment, reason.strip())
        self._undo.remember(_subject(assignment), lambda: self._stand(assignment))

    def _problems(self, new: NewAssignment) -> Iterator[Problem]:
        one = self._store.people.one()
        records = {new.person} | {record for record, person in one.items() if person == new.person}
        known = (each for each in self._store.assignments.all() if not each.voided)
        yield from assignments.problems(
            new, self._today(), [each for each in known if each.person in records]
        )
        if new.person and all(new.person not in _records(person) for person in self._store.roster.all()):
            yield Problem("person", "unknown")

    def _void(self, name: str, assignment: int, reason: str) -> None:
        found = self._store.assignments.get(assignment)
        if found.voided:
            raise AlreadyDecided(_NAME, "作废", "作废")
        with self._store.writing(name, Topic.ASSIGNMENTS) as act:
            self._store.assignments.void(assignment, reason)
            act.subject, act.before, act.after = _subject(assignment), _facts(found), {"voided": reason}

    def _stand(self, assignment: int) -> None:
        """Let a task stand again that was struck out."""
        with self._store.writing("undo", Topic.ASSIGNMENTS) as act:
            self._store.assignments.void(assignment, "")
            act.subject, act.after = _subject(assignment), _facts(self._store.assignments.get(assignment))


def assignment_lines(
    store: Store, wanted: Callable[[Assignment], bool] = lambda _: True
) -> Iterator[AssignmentLine]:
    """Yield the ``wanted`` tasks with what fills each, those struck out included, in the order given.

    Joined records are one person, and what was written under each of them counts.
    """
    tasks = [each for each in store.assignments.all() if wanted(each)]
    if not tasks:  # and the roster need not be read
        return
    people = {record: person for person in store.roster.all() for record in _records(person)}
    required = form_required(store)
    for each in tasks:
        person = people[each.person]
        pieces = tuple(_pieces(store, each, person, required=required))
        yield AssignmentLine(each, person, person.unit_in(each.period.last), pieces)


def shortfalls(store: Store, period: Period) -> tuple[AssignmentLine, ...]:
    """Return the standing tasks of ``period``, or of a part of it, that are not done; most owed first."""
    lines = assignment_lines(
        store,
        lambda each: (
            not each.voided and period.first <= each.period.first and each.period.last <= period.last
        ),
    )
    return tuple(sorted((line for line in lines if line.missing), key=lambda line: -line.missing))


def waiting_assignments(store: Store, month: Month) -> int:
    """Return how many standing tasks that end in ``month`` are not done."""
    lines = assignment_lines(store, lambda each: not each.voided and each.period.last == month)
    return sum(line.missing > 0 for line in lines)


def _pieces(store: Store, task: Assignment, person: Person, *, required: bool) -> Iterator[Piece]:
    records = _records(person)
    if task.counting is Counting.ADOPTED:
        yield from store.assignments.adopted(records, task.period, task.category)
        return
    for each in store.assignments.received(records, task.period, task.category):
        if is_valid(each.status, each.source, approval_on_file=each.approval_on_file, form_required=required):
            yield each.piece


def _records(person: Person) -> tuple[int, ...]:
    return person.id, *person.joined


def _subject(assignment: int) -> str:
    return f"assignment {assignment}"


def _facts(new: NewAssignment) -> dict[str, Any]:
    return {
        "person": new.person,
        "period": str(new.period),
        "counting": new.counting,
        "category": new.category,
        "target": new.target,
        "assigned_on": new.assigned_on.isoformat(),
    }

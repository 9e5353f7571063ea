"""Tasks of persons, and the drafts that fill them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.assignments import Assignment, Counting, NewAssignment, Piece
from jinshi_desk.domain.draft_kinds import Category, Source, Status
from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.periods import Period
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import AssignmentRow


@dataclass(frozen=True, slots=True)
class Written:
    """A draft that somebody wrote, and what tells whether it is valid."""

    piece: Piece
    status: Status
    source: Source
    approval_on_file: bool


class Assignments:
    """Every task that was given."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, assignment: int) -> Assignment:
        """Return the task.

        Raises:
            UnknownEvent: there is none with this id.
        """
        row = AssignmentRow.select().where(AssignmentRow.id == assignment).bind(self._db).first()
        if row is None:
            raise UnknownEvent("任务", assignment)
        return _assignment(row)

    def all(self) -> tuple[Assignment, ...]:
        """Return every task, the earliest given first."""
        return tuple(map(_assignment, AssignmentRow.select().order_by(AssignmentRow.id).bind(self._db)))

    def add(self, new: NewAssignment) -> int:
        """Write a task and return its id."""
        row: int = (
            AssignmentRow.insert(
                person=new.person,
                period=str(new.period),
                counting=new.counting.value,
                category=new.category and new.category.value,
                target=new.target,
                assigned_on=new.assigned_on.isoformat(),
            )
            .bind(self._db)
            .execute()
        )
        return row

    def void(self, assignment: int, reason: str) -> None:
        """Strike out; without a reason it stands again."""
        AssignmentRow.update(voided=reason).where(AssignmentRow.id == assignment).bind(self._db).execute()

    def received(self, people: Iterable[int], period: Period, category: Category | None) -> Iterator[Written]:
        """Yield what any record of ``people`` wrote as an author, of the quota months of ``period``."""
        rows = self._written(
            "SELECT DISTINCT draft.number, title, received_on, status, source, approval_on_file FROM draft",
            "quota_month",
            (people, period, category),
        )
        for number, title, on, status, source, on_file in rows:
            yield Written(
                Piece(number, title, date.fromisoformat(on)), Status(status), Source(source), bool(on_file)
            )

    def adopted(self, people: Iterable[int], period: Period, category: Category | None) -> Iterator[Piece]:
        """Yield what any record of ``people`` wrote as an author that ran, proved, booked in ``period``."""
        rows = self._written(
            "SELECT draft.number, title, min(adopted_on) FROM draft"
            " JOIN adoption ON adoption.draft = draft.id AND verified AND adoption.voided = ''",
            "booked_month",
            (people, period, category),
            "AND status <> 'void' GROUP BY draft.id",
        )
        for number, title, on in rows:
            yield Piece(number, title, date.fromisoformat(on))

    def _written(
        self,
        select: str,
        month: str,
        wanted: tuple[Iterable[int], Period, Category | None],
        more: str = "",
    ) -> Iterator[tuple[str, ...]]:
        people, period, category = wanted
        known = tuple(people)
        marks = ", ".join("?" * len(known))
        yield from self._db.rows(
            f"{select} JOIN draft_author AS author ON author.draft = draft.id AND role = 'author'"
            f" WHERE person IN ({marks}) AND {month} BETWEEN ? AND ? AND coalesce(?, category) = category"
            f" {more} ORDER BY 3, 1",
            *known,
            str(period.first),
            str(period.last),
            category and category.value,
        )


def _assignment(row: AssignmentRow) -> Assignment:
    return Assignment(
        person=row.person,
        period=Period.parse(row.period),
        target=row.target,
        assigned_on=date.fromisoformat(row.assigned_on),
        counting=Counting(row.counting),
        category=Category(row.category) if row.category else None,
        id=row.id,
        voided=row.voided,
    )

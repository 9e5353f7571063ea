"""When drafts and their authors ran first, as far as the file knows (§6.5 Q1, Q3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.store.connection import DataFile

_PROVED = "JOIN adoption ON adoption.draft = draft.id AND verified AND adoption.voided = ''"


@dataclass(frozen=True, slots=True)
class Run:
    """A draft, by its id, on the day it ran first; ``author`` is the record of who wrote it."""

    draft: int
    number: str
    title: str
    lead: str
    received_on: date
    adopted_on: date
    author: int = 0
    name: str = ""


class FirstRuns:
    """Proved adoptions alone, by the month they are booked in."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def ran_by(self, period: Period) -> frozenset[int]:
        """Return the drafts that count for ``period`` and had run by its last month."""
        rows = self._db.rows(
            f"SELECT DISTINCT draft.id FROM draft {_PROVED}"
            " WHERE quota_month BETWEEN ? AND ? AND booked_month <= ?",
            str(period.first),
            str(period.last),
            str(period.last),
        )
        return frozenset(draft for (draft,) in rows)

    def of_drafts(self, period: Period) -> Iterator[Run]:
        """Yield the drafts whose first adoption is booked in ``period``, by day; void ones never."""
        for row in self._db.rows(
            "SELECT draft.id, number, title, lead, received_on, min(adopted_on)"
            f" FROM draft {_PROVED} WHERE status <> 'void' GROUP BY draft.id"
            " HAVING min(booked_month) BETWEEN ? AND ? ORDER BY 6, 1",
            str(period.first),
            str(period.last),
        ):
            draft, number, title, lead, received, adopted = row
            yield Run(draft, number, title, lead, date.fromisoformat(received), date.fromisoformat(adopted))

    def of_authors(self, period: Period, one: Mapping[int, int]) -> Iterator[Run]:
        """Yield for each author who ran in ``period`` and never before the draft that ran first.

        ``one`` says who each joined record is; reporters and media editors are no authors.
        """
        seen: set[int] = set()
        for person, name, draft, number, title, lead, received, adopted, booked in self._db.rows(
            "SELECT person.id, person.name, draft.id, number, title, lead, received_on, adopted_on,"
            f" booked_month"
            f" FROM draft {_PROVED}"
            " JOIN draft_author ON draft_author.draft = draft.id AND role = 'author'"
            " JOIN person ON person.id = draft_author.person"
            " WHERE status <> 'void' AND booked_month <= ?"
            " ORDER BY booked_month, adopted_on, adoption.id, draft_author.position",
            str(period.last),
        ):
            who = one.get(person, person)
            if who in seen:
                continue
            seen.add(who)
            if Month.parse(booked) >= period.first:
                days = date.fromisoformat(received), date.fromisoformat(adopted)
                yield Run(draft, number, title, lead, *days, who, name)

"""When drafts and their authors ran first, as far as the file knows (§6.5 Q1, Q3)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinshi_desk.domain.periods import Period
from jinshi_desk.store.connection import DataFile

_WRITTEN = "JOIN draft_author ON draft_author.draft = draft.id AND role = 'author'"
_BOOKED_IN = "SELECT draft FROM adoption WHERE verified = 1 AND voided = '' AND booked_month BETWEEN ? AND ?"
_PROVED = "JOIN adoption ON adoption.draft = draft.id AND verified = 1 AND adoption.voided = ''"


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

    def ran_by(self, period: Period) -> Iterator[Run]:
        """Yield the drafts that count for ``period`` and had run by its end, in the order they came."""
        for row in self._db.rows(
            "SELECT draft.id, number, title, lead, received_on, min(adopted_on)"
            f" FROM draft {_PROVED} WHERE quota_month BETWEEN ? AND ? AND booked_month <= ?"
            " GROUP BY draft.id ORDER BY received_on, draft.id",
            *_span(period),
            str(period.last),
        ):
            yield _run(row)

    def of_drafts(self, period: Period) -> Iterator[Run]:
        """Yield the drafts whose first adoption is booked in ``period``, by day; void ones never."""
        for row in self._db.rows(
            "SELECT draft.id, number, title, lead, received_on, min(adopted_on)"
            f" FROM draft {_PROVED} WHERE status <> 'void' AND draft.id IN ({_BOOKED_IN})"
            " GROUP BY draft.id HAVING min(booked_month) >= ? ORDER BY 6, 1",
            *_span(period),
            str(period.first),
        ):
            yield _run(row)

    def of_authors(self, period: Period, one: Mapping[int, int]) -> Iterator[Run]:
        """Yield for each author who ran in ``period`` and never before the draft that ran first.

        ``one`` says who each joined record is; reporters and media editors are no authors.
        """
        found: dict[int, Run] = {}
        for person, name, draft, number, title, lead, received, adopted in self._db.rows(
            "SELECT person.id, person.name, draft.id, number, title, lead, received_on, adopted_on"
            f" FROM draft {_PROVED} {_WRITTEN} JOIN person ON person.id = draft_author.person"
            " WHERE status <> 'void' AND booked_month BETWEEN ? AND ?"
            " ORDER BY booked_month, adopted_on, adoption.id, draft_author.position",
            *_span(period),
        ):
            who = one.get(person, person)
            days = date.fromisoformat(received), date.fromisoformat(adopted)
            found.setdefault(who, Run(draft, number, title, lead, *days, who, name))
        known = self._ran_before(period, {*found, *(each for each, who in one.items() if who in found)})
        before = {one.get(person, person) for person in known}
        yield from (run for who, run in found.items() if who not in before)

    def _ran_before(self, period: Period, people: Iterable[int]) -> frozenset[int]:
        """Return which records of ``people`` ran before ``period``."""
        asked = tuple(people)
        marks = ", ".join("?" * len(asked))
        rows = self._db.rows(
            f"SELECT DISTINCT draft_author.person FROM draft {_PROVED} {_WRITTEN}"
            f" WHERE status <> 'void' AND booked_month < ? AND draft_author.person IN ({marks})",
            str(period.first),
            *asked,
        )
        return frozenset(person for (person,) in rows)


def _span(period: Period) -> tuple[str, str]:
    return str(period.first), str(period.last)


def _run(row: tuple[Any, ...]) -> Run:
    draft, number, title, lead, received, adopted = row
    return Run(draft, number, title, lead, date.fromisoformat(received), date.fromisoformat(adopted))

"""Pages of the register, straight from SQL: the ids of a page, then its lines."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from jinshi_desk.domain.draft_kinds import Category, Level, Source, Status
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment
from jinshi_desk.store.hits import PICKED, POINTS, SEGMENT, Hits
from jinshi_desk.store.sql_file import SqlFile

TAKEN_BACK = "status = 'void' AND void_month IS NULL"
"""A registration that was undone: it keeps its number, and never was received."""

_LINES = f"""
SELECT draft.id, number, received_on, lead, title, category,
       (SELECT group_concat(name, char(10)) FROM (SELECT person.name AS name FROM draft_author
            JOIN person ON person.id = draft_author.person
            WHERE draft_author.draft = draft.id ORDER BY draft_author.position)),
       status, source, approval_on_file, makeup,
       (SELECT max(CASE level WHEN 'county' THEN 1 WHEN 'prefecture' THEN 2 WHEN 'province' THEN 3 ELSE 4 END)
          FROM adoption JOIN outlet ON outlet.id = outlet
         WHERE adoption.draft = draft.id AND verified = 1 AND voided = '' AND retracted_on IS NULL),
       (SELECT count(*) FROM adoption WHERE adoption.draft = draft.id AND verified = 0 AND voided = ''),
       {POINTS}, {PICKED}
  FROM draft WHERE draft.id IN """  # the ids are bound, one hole each

_LEVELS = (None, *Level)


class Register:
    """The register's list."""

    def __init__(self, db: SqlFile) -> None:
        self._db = db
        self._hits = Hits(db)

    def count(self, query: RegisterQuery) -> int:
        """Return how many drafts ``query`` finds."""
        return self._hits.count(query)

    def finds(self, query: RegisterQuery) -> Iterator[int]:
        """Yield the id of each draft that ``query`` finds, in its order."""
        return self._hits.all(query)

    def missing_forms(self, month: Month) -> dict[str, int]:
        """Count the month's drafts without their form, by lead unit."""
        rows = self._db.rows(
            f"SELECT lead, count(*) FROM draft WHERE quota_month = ? AND {SEGMENT[Segment.FORM_MISSING]}"
            " GROUP BY lead",
            str(month),
        )
        return dict(rows)

    def without_form(self, month: Month) -> list[int]:
        """Return the ids of the month's drafts that ``missing_forms`` counts."""
        rows = self._db.rows(
            f"SELECT id FROM draft WHERE quota_month = ? AND {SEGMENT[Segment.FORM_MISSING]}", str(month)
        )
        return [draft for (draft,) in rows]

    def page(self, query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        """Return ``limit`` lines from ``offset`` on."""
        return self.lines(self.ids(query, offset, limit))

    def ids(self, query: RegisterQuery, offset: int, limit: int, of: int | None = None) -> list[int]:
        """Return the ids of ``limit`` lines from ``offset`` on; ``of`` is how many there are, if known."""
        return self._hits.page(query, offset, limit, of)

    def place(self, query: RegisterQuery, number: str) -> int | None:
        """Return how many lines of ``query`` come before the draft ``number``; none where it is not there."""
        return self._hits.place(query, number)

    def lines(self, ids: Sequence[int]) -> list[RegisterRow]:
        """Return the lines of these drafts, in this order."""
        if not ids:
            return []
        found = self._db.rows(f"{_LINES}({', '.join('?' * len(ids))})", *ids)
        by_id = {row[0]: _line(row) for row in found}
        return [by_id[number] for number in ids]

    def unit_names(self) -> dict[str, str]:
        """Return the present name of every unit by its id."""
        return dict(self._db.rows("SELECT id, name FROM unit"))

    def last_month(self) -> Month | None:
        """Return the latest month that a draft counts for."""
        last = self._db.value(f"SELECT max(quota_month) FROM draft WHERE NOT ({TAKEN_BACK})")
        return Month.parse(last) if last else None

    def segments(self, month: Month | None) -> dict[Segment, int]:
        """Count each ready-made filter."""
        return {segment: self.count(RegisterQuery(month=month, segment=segment)) for segment in Segment}


def _line(row: tuple[Any, ...]) -> RegisterRow:
    (
        number,
        draft_no,
        received_on,
        unit,
        title,
        category,
        authors,
        status,
        source,
        form,
        makeup,
        level,
        claimed,
        cents,
        picked,
    ) = row
    return RegisterRow(
        id=number,
        number=draft_no,
        received_on=date.fromisoformat(received_on),
        unit=unit,
        title=title,
        category=Category(category),
        authors=tuple(authors.split("\n")) if authors else (),
        status=Status(status),
        source=Source(source),
        approval_on_file=bool(form),
        makeup=bool(makeup),
        level=_LEVELS[level or 0],
        unverified=claimed,
        cents=cents,
        picked=bool(picked),
    )

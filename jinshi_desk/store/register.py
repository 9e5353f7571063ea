"""Pages of the register, straight from SQL: the ids of a page by an index, then its lines."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jinshi_desk.domain.draft_kinds import Category, Level, Source, Status
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment, SortKey
from jinshi_desk.store import grams
from jinshi_desk.store.sql_file import SqlFile

_ADOPTED = "EXISTS (SELECT 1 FROM adoption WHERE adoption.draft = draft.id AND verified = 1 AND voided = '')"
_UNVERIFIED = (
    "EXISTS (SELECT 1 FROM adoption WHERE adoption.draft = draft.id AND verified = 0 AND voided = '')"
)
TAKEN_BACK = "status = 'void' AND void_month IS NULL"
"""A registration that was undone: it keeps its number, and never was received."""

_LIVING = "status NOT IN ('withdrawn', 'void')"

_SEGMENT: dict[Segment, str] = {
    Segment.ALL: _LIVING,
    Segment.RECEIVED: "status = 'received'",
    Segment.RETURNED: "status = 'returned'",
    Segment.FORM_MISSING: f"approval_on_file = 0 AND status NOT IN ('rejected') AND {_LIVING}",
    Segment.ADOPTED: f"{_ADOPTED} AND {_LIVING}",
    Segment.UNVERIFIED: f"{_UNVERIFIED} AND {_LIVING}",
    Segment.GONE: "status IN ('withdrawn', 'void')",
}

_POINTS = (
    "(SELECT coalesce(sum(cents), 0) FROM ledger WHERE ledger.draft = draft.id AND ledger.unit = draft.lead)"
)

_SORT: dict[SortKey, str] = {
    SortKey.NUMBER: "number",
    SortKey.RECEIVED_ON: "received_on",
    SortKey.UNIT: "(SELECT position FROM unit WHERE unit.id = lead)",
    SortKey.TITLE: "title_pinyin",
    SortKey.CATEGORY: "category",
    SortKey.STATUS: "status",
    SortKey.POINTS: _POINTS,
}

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
       {_POINTS}
  FROM draft WHERE draft.id IN """  # the ids are bound, one hole each

_LEVELS = (None, *Level)


class Register:
    """The register's list."""

    def __init__(self, db: SqlFile) -> None:
        self._db = db

    def count(self, query: RegisterQuery) -> int:
        """Return how many drafts ``query`` finds."""
        where, params = _where(query)
        number: int = self._db.value(f"SELECT count(*) FROM draft WHERE {where}", *params)
        return number

    def missing_forms(self, month: Month) -> dict[str, int]:
        """Count the month's drafts without their form, by lead unit."""
        rows = self._db.rows(
            f"SELECT lead, count(*) FROM draft WHERE quota_month = ? AND {_SEGMENT[Segment.FORM_MISSING]}"
            " GROUP BY lead",
            str(month),
        )
        return dict(rows)

    def page(self, query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        """Return ``limit`` lines from ``offset`` on."""
        where, params = _where(query)
        order = "DESC" if query.descending else "ASC"
        ids = self._db.rows(
            f"SELECT draft.id FROM draft WHERE {where} ORDER BY {_SORT[query.sort]} {order}, draft.id {order}"
            " LIMIT ? OFFSET ?",
            *params,
            limit,
            offset,
        )
        return self.lines([number for (number,) in ids])

    def place(self, query: RegisterQuery, number: str) -> int | None:
        """Return how many lines of ``query`` come before the draft ``number``; none where it is not there."""
        where, params = _where(query)
        if self._db.value(f"SELECT 1 FROM draft WHERE {where} AND number = ?", *params, number) is None:
            return None
        sort, before = _SORT[query.sort], ">" if query.descending else "<"
        place: int = self._db.value(
            f"SELECT count(*) FROM draft WHERE {where} AND ({sort}, draft.id) {before}"
            f" (SELECT {sort}, draft.id FROM draft WHERE number = ?)",
            *params,
            number,
        )
        return place

    def lines(self, ids: Sequence[int]) -> list[RegisterRow]:
        """Return the lines of these drafts, in this order."""
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


def _where(query: RegisterQuery) -> tuple[str, list[object]]:
    conditions = [_SEGMENT[query.segment]]
    params: list[object] = []
    if query.month is not None:
        conditions.append("quota_month = ?")
        params.append(str(query.month))
    if query.unit is not None:
        conditions.append("lead = ?")
        params.append(query.unit)
    if query.words.strip():
        words, typed = grams.condition(query.words)
        conditions.append(words)
        params.extend(typed)
    return " AND ".join(conditions), params


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
    )

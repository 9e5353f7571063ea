"""Which drafts a query of the register finds: their ids, in its order, by the way that reads least.

A filter is answered from the front of the list. The newest drafts are read along the index of the order:
a common word fills the page with the first of them. Only where it does not, the index of bigrams is asked,
and its answer is either sorted, being short, or probed along the order.
"""

from collections.abc import Iterator
from typing import NamedTuple

from jinshi_desk.domain.draft_kinds import STANDING
from jinshi_desk.domain.register import RegisterQuery, Segment, SortKey
from jinshi_desk.store import grams
from jinshi_desk.store.sql_file import SqlFile

_FIRST_READ = 256
"""Drafts read along the order before the index of bigrams is asked."""
_FEW = 400
"""Finds that are sorted sooner than they are met along the order."""

_ADOPTED = "EXISTS (SELECT 1 FROM adoption WHERE adoption.draft = draft.id AND verified = 1 AND voided = '')"
_UNVERIFIED = (
    "EXISTS (SELECT 1 FROM adoption WHERE adoption.draft = draft.id AND verified = 0 AND voided = '')"
)
_LIVING = "status NOT IN ('withdrawn', 'void')"
_GOOD = "SELECT quality_pick.draft FROM quality_pick WHERE voided = ''"
_STANDING = ", ".join(f"'{status.value}'" for status in sorted(STANDING))
PICKED = f"(draft.id IN ({_GOOD}) AND status IN ({_STANDING}))"
"""A good draft that stands."""

SEGMENT: dict[Segment, str] = {
    Segment.ALL: _LIVING,
    Segment.RECEIVED: "status = 'received'",
    Segment.RETURNED: "status = 'returned'",
    Segment.FORM_MISSING: f"approval_on_file = 0 AND status NOT IN ('rejected') AND {_LIVING}",
    Segment.ADOPTED: f"{_ADOPTED} AND {_LIVING}",
    Segment.UNVERIFIED: f"{_UNVERIFIED} AND {_LIVING}",
    Segment.PICKED: PICKED,
    Segment.GONE: "status IN ('withdrawn', 'void')",
}

POINTS = (
    "(SELECT coalesce(sum(cents), 0) FROM ledger WHERE ledger.draft = draft.id AND ledger.unit = draft.lead)"
)

_SORT: dict[SortKey, str] = {
    SortKey.NUMBER: "number",
    SortKey.RECEIVED_ON: "received_on",
    SortKey.UNIT: "(SELECT position FROM unit WHERE unit.id = lead)",
    SortKey.TITLE: "title_pinyin",
    SortKey.CATEGORY: "category",
    SortKey.STATUS: "status",
    SortKey.POINTS: POINTS,
}

_INDEXED = (SortKey.NUMBER, SortKey.RECEIVED_ON, SortKey.TITLE)
"""Orders that an index of the whole register keeps."""


class _Part(NamedTuple):
    """A piece of SQL and what is bound in it."""

    sql: str
    bound: tuple[object, ...] = ()

    def __and__(self, other: "_Part") -> "_Part":
        return _Part(f"{self.sql} AND {other.sql}", self.bound + other.bound)


class Hits:
    """What queries of the register find."""

    def __init__(self, db: SqlFile) -> None:
        self._db = db

    def count(self, query: RegisterQuery) -> int:
        """Return how many drafts ``query`` finds."""
        where = _chosen(query) & _worded(query)
        number: int = self._db.value(f"SELECT count(*) FROM draft WHERE {where.sql}", *where.bound)
        return number

    def all(self, query: RegisterQuery) -> Iterator[int]:
        """Yield what ``query`` finds, one by one, as it is found."""
        where = _chosen(query) & _worded(query)
        sql = f"SELECT draft.id FROM draft WHERE {where.sql} {_order(query)}"
        for (number,) in self._db.execute_sql(sql, where.bound):
            yield number

    def page(self, query: RegisterQuery, offset: int, limit: int, of: int | None = None) -> list[int]:
        """Return ``limit`` finds from ``offset`` on; of ``of`` in all, where that is known.

        What is nearer the end is counted from there.
        """
        if of is not None and offset > of // 2:
            turned = query._replace(descending=not query.descending)
            limit = min(limit, of - offset)
            return self.page(turned, of - offset - limit, limit)[::-1]
        if offset == 0 and query.month is None and query.words.strip() and query.sort in _INDEXED:
            return self._first(query, limit)
        where = _chosen(query) & _worded(query)
        return self._ids(
            f"FROM draft WHERE {where.sql} {_order(query)} LIMIT ? OFFSET ?", *where.bound, limit, offset
        )

    def place(self, query: RegisterQuery, number: str) -> int | None:
        """Return how many finds of ``query`` come before the draft ``number``; none where it is not there."""
        where = _chosen(query) & _worded(query)
        there = self._db.value(f"SELECT 1 FROM draft WHERE {where.sql} AND number = ?", *where.bound, number)
        if there is None:
            return None
        sort, before = _SORT[query.sort], ">" if query.descending else "<"
        place: int = self._db.value(
            f"SELECT count(*) FROM draft WHERE {where.sql} AND ({sort}, draft.id) {before}"
            f" (SELECT {sort}, draft.id FROM draft WHERE number = ?)",
            *where.bound,
            number,
        )
        return place

    def _first(self, query: RegisterQuery, limit: int) -> list[int]:
        """Return the first finds in the whole register."""
        chosen, spelled, order = _chosen(query), _spelled(query), _order(query)
        found = self._ids(
            f"FROM (SELECT id FROM draft WHERE {chosen.sql} {order} LIMIT {_FIRST_READ}) AS draft"
            f" WHERE {spelled.sql} LIMIT ?",
            *chosen.bound,
            *spelled.bound,
            limit,
        )
        if len(found) == limit:
            return found
        indexed = _indexed(query)
        if self._are_few(indexed):
            return self._ids(
                f"FROM (SELECT id FROM draft WHERE id IN {indexed.sql} AND {chosen.sql} {order}) AS draft"
                f" WHERE {spelled.sql} LIMIT ?",
                *indexed.bound,
                *chosen.bound,
                *spelled.bound,
                limit,
            )
        where = chosen & _probed(indexed) & spelled
        return self._ids(f"FROM draft WHERE {where.sql} {order} LIMIT ?", *where.bound, limit)

    def _are_few(self, indexed: _Part) -> bool:
        number: int = self._db.value(
            f"SELECT count(*) FROM (SELECT 1 FROM {indexed.sql} LIMIT {_FEW})", *indexed.bound
        )
        return number < _FEW

    def _ids(self, from_where: str, *bound: object) -> list[int]:
        return [number for (number,) in self._db.rows(f"SELECT draft.id {from_where}", *bound)]


def _order(query: RegisterQuery) -> str:
    way = "DESC" if query.descending else "ASC"
    return f"ORDER BY {_SORT[query.sort]} {way}, draft.id {way}"


def _chosen(query: RegisterQuery) -> _Part:
    """Return what ``query`` asks for besides the words."""
    part = _Part(SEGMENT[query.segment])
    if query.month is not None:
        part &= _Part("quota_month = ?", (str(query.month),))
    if query.unit is not None:
        part &= _Part("lead = ?", (query.unit,))
    return part


def _worded(query: RegisterQuery) -> _Part:
    """Return what the words of ``query`` ask for: a month is read through, the whole register looked up."""
    if query.month is not None or not grams.match(query.words):
        return _spelled(query)
    return _probed(_indexed(query)) & _spelled(query)


def _spelled(query: RegisterQuery) -> _Part:
    """Every word typed occurs."""
    words = grams.words(query.words)
    holds = "instr((SELECT words FROM draft_words WHERE draft_words.draft = draft.id), ?) > 0"
    return _Part(" AND ".join([holds] * len(words)) or "1", tuple(words))


def _indexed(query: RegisterQuery) -> _Part:
    """Return the drafts that the index of bigrams finds; all of them where nothing typed can be looked up."""
    match = grams.match(query.words)
    if not match:
        return _Part("(SELECT id FROM draft)")
    return _Part("(SELECT rowid FROM draft_grams WHERE draft_grams MATCH ?)", (match,))


def _probed(indexed: _Part) -> _Part:
    """Test each draft on its own: without the sign SQLite would fetch what the index finds, and sort it."""
    return _Part(f"+draft.id IN {indexed.sql}", indexed.bound)

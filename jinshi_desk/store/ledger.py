"""The points ledger: entries are added and reversed, never changed."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.ledger import Booked, Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.units import read_changes

if TYPE_CHECKING:
    from jinshi_desk.domain.unit_changes import Mergers

_COLUMNS = (
    "kind, booked_month, cents, rule_set, clause, arithmetic, unit, person, draft, adoption,"
    " instruction, commission, deduction, correction"
)
_READ = f"SELECT {_COLUMNS}, id, reverses, booked_at, act FROM ledger"
_THIS_ACT = "(SELECT coalesce(max(id), 0) + 1 FROM audit)"
"""The record that the act under way will have: it is written last, and nobody else writes meanwhile."""
_DRAFTS = """
SELECT draft FROM adoption WHERE booked_month BETWEEN :first AND :last OR retracted BETWEEN :first AND :last
UNION SELECT draft FROM instruction WHERE booked_month BETWEEN :first AND :last
UNION SELECT id FROM draft WHERE void_month BETWEEN :first AND :last
UNION SELECT draft FROM ledger WHERE booked_month BETWEEN :first AND :last AND draft IS NOT NULL
"""
_EVENTS = """
SELECT id FROM {0} WHERE booked_month BETWEEN :first AND :last
UNION SELECT {0} FROM ledger WHERE booked_month BETWEEN :first AND :last AND {0} IS NOT NULL
"""
_NO_END = Month(2100, 12)
_OWN = """
SELECT ledger.draft, ledger.unit, ledger.booked_month, ledger.cents FROM ledger
  LEFT JOIN adoption ON adoption.id = ledger.adoption
  LEFT JOIN outlet ON outlet.id = adoption.outlet
  LEFT JOIN draft ON draft.id = ledger.draft
 WHERE ledger.unit IS NOT NULL AND (
       ledger.kind IN ('adoption', 'upgrade') AND (ledger.clause = :clause OR ledger.clause GLOB :clauses)
    OR ledger.kind = 'reversal' AND outlet.level = :level AND draft.category = :category)
"""
"""What adoptions of a category at a level brought their units, and what retractions took back of it."""
_KEPT = f"""
SELECT booked_month, unit, sum(cents) FROM (
    {_OWN} AND ledger.booked_month BETWEEN :first AND :last
    UNION ALL
    SELECT own.draft, own.unit, draft.void_month, -own.cents FROM (
        {_OWN} AND ledger.draft IN (SELECT id FROM draft WHERE void_month BETWEEN :first AND :last)
    ) AS own JOIN draft ON draft.id = own.draft
)
 WHERE booked_month BETWEEN :first AND :last
 GROUP BY booked_month, unit
"""
"""A void draft gives all of it back in one month."""
_ALONE = ("commission", "deduction", "correction")


@dataclass(frozen=True, slots=True)
class Sum:
    """What a unit booked in a month, of one kind."""

    unit: str
    month: Month
    kind: Kind
    cents: int


@dataclass(frozen=True, slots=True)
class Events:
    """The ids of what books points, oldest first."""

    drafts: tuple[int, ...]
    commissions: tuple[int, ...]
    deductions: tuple[int, ...]
    corrections: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose figures an entry is in: the unit's that it names, or since that was merged, its successor's."""

    mergers: "Mergers"

    def figures(self, unit: str, month: Month, kind: Kind = Kind.ADOPTION) -> str:
        """Return the unit; a correction stays with the unit whose printed month it puts right."""
        return unit if kind is Kind.CORRECTION else self.mergers.successor(unit, month)


class Ledger:
    """All entries."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def of_draft(self, draft: int) -> tuple[Booked, ...]:
        """Return a draft's entries, oldest first."""
        return self._booked("WHERE draft = ? ORDER BY id", draft)

    def of_commission(self, commission: int) -> tuple[Booked, ...]:
        """Return a commission's entries, oldest first."""
        return self._booked("WHERE commission = ? ORDER BY id", commission)

    def of_deduction(self, deduction: int) -> tuple[Booked, ...]:
        """Return a deduction's entries, oldest first."""
        return self._booked("WHERE deduction = ? ORDER BY id", deduction)

    def of_correction(self, correction: int) -> tuple[Booked, ...]:
        """Return a correction's entries, oldest first."""
        return self._booked("WHERE correction = ? ORDER BY id", correction)

    def of_closing(self, month: Month) -> tuple[Booked, ...]:
        """Return what the closing of ``month`` booked: the entries for no event, oldest first."""
        no_event = " AND ".join(f"{event} IS NULL" for event in ("draft", "adoption", "instruction", *_ALONE))
        return self._booked(f"WHERE booked_month = ? AND {no_event} ORDER BY id", str(month))

    def get(self, entry: int) -> Booked | None:
        """Return the entry with this id, or none."""
        return next(iter(self._booked("WHERE id = ?", entry)), None)

    def of_unit(self, unit: str, first: Month, last: Month) -> tuple[Booked, ...]:
        """Return the entries behind a unit's figures from ``first`` to ``last``, oldest first.

        Since they were merged into it, those of its predecessors are among them.
        """
        whose = self._whose()
        units = sorted(whose.mergers.predecessors(unit))
        where = f"unit IN ({', '.join('?' * len(units))}) ORDER BY booked_month, id"
        booked = self._booked(
            f"WHERE booked_month BETWEEN ? AND ? AND {where}", str(first), str(last), *units
        )
        return tuple(
            entry
            for entry in booked
            if whose.figures(entry.unit or "", entry.booked_month, entry.kind) == unit
        )

    def sums(self, first: Month, last: Month) -> list[Sum]:
        """Return what each unit's figures have from ``first`` to ``last``, by month and kind."""
        rows = self._db.rows(
            "SELECT unit, booked_month, kind, sum(cents) FROM ledger"
            " WHERE booked_month BETWEEN ? AND ? AND unit IS NOT NULL GROUP BY unit, booked_month, kind",
            str(first),
            str(last),
        )
        whose, found = self._whose(), Counter[tuple[str, Month, Kind]]()
        for unit, text, name, cents in rows:
            month, kind = Month.parse(text), Kind(name)
            found[whose.figures(unit, month, kind), month, kind] += cents
        return [Sum(unit, month, kind, cents) for (unit, month, kind), cents in found.items()]

    def by_clause(self, first: Month, last: Month, clause: str) -> dict[tuple[Month, str], int]:
        """Return what each unit earned by adoptions whose clause begins with the key ``clause``, by month."""
        rows = self._db.rows(
            "SELECT booked_month, unit, sum(cents) FROM ledger WHERE booked_month BETWEEN ? AND ?"
            " AND unit IS NOT NULL AND kind IN ('adoption', 'upgrade') AND (clause = ? OR clause GLOB ?)"
            " GROUP BY booked_month, unit",
            str(first),
            str(last),
            clause,
            f"{clause} *",
        )
        return self._by_month_and_unit(rows)

    def kept(
        self, first: Month, last: Month, category: Category, level: Level
    ) -> dict[tuple[Month, str], int]:
        """Return what each unit earned by month with a category at a level, less what it lost of that."""
        clause = f"base_points.{category}.{level}"
        params = {
            "first": str(first),
            "last": str(last),
            "clause": clause,
            "clauses": f"{clause} *",
            "category": category.value,
            "level": level.value,
        }
        rows = self._db.execute_sql(_KEPT, params).fetchall()
        return self._by_month_and_unit(rows)

    def of_people(self, first: Month, last: Month) -> list[tuple[int, Month, int]]:
        """Return person, month and cents from ``first`` to ``last``."""
        rows = self._db.rows(
            "SELECT person, booked_month, sum(cents) FROM ledger"
            " WHERE booked_month BETWEEN ? AND ? AND person IS NOT NULL GROUP BY person, booked_month",
            str(first),
            str(last),
        )
        return [(person, Month.parse(month), cents) for person, month, cents in rows]

    def of_person(self, records: Collection[int], first: Month, last: Month) -> tuple[Booked, ...]:
        """Return the entries of the people written down as ``records``, oldest month first."""
        holes = ", ".join("?" * len(records))
        where = f"WHERE booked_month BETWEEN ? AND ? AND person IN ({holes}) ORDER BY booked_month, id"
        return self._booked(where, str(first), str(last), *records)

    def drafts_of_people(self, first: Month, last: Month) -> list[tuple[int, int]]:
        """Return each person with a draft that earned something from ``first`` to ``last``, once for each."""
        return [
            (person, draft)
            for person, draft in self._db.rows(
                "SELECT person, draft FROM ledger WHERE booked_month BETWEEN ? AND ?"
                " AND person IS NOT NULL AND draft IS NOT NULL GROUP BY person, draft HAVING sum(cents) > 0",
                str(first),
                str(last),
            )
        ]

    def seal(self, month: Month) -> str:
        """Return the SHA-256 over the entries of ``month``, word for word; a closed month keeps it."""
        digest = hashlib.sha256()
        rows = self._db.rows(
            f"SELECT {_COLUMNS}, reverses, booked_at FROM ledger WHERE booked_month = ? ORDER BY id",
            str(month),
        )
        for row in rows:
            digest.update(json.dumps(tuple(row), ensure_ascii=False).encode() + b"\n")
        return digest.hexdigest()

    def months(self) -> tuple[str, ...]:
        """Return the months that anything was booked in."""
        rows = self._db.rows("SELECT DISTINCT booked_month FROM ledger ORDER BY booked_month")
        return tuple(month for (month,) in rows)

    def events(self, first: Month, last: Month = _NO_END) -> Events:
        """Return whatever books points from ``first`` to ``last``, and what has entries there."""
        queries = (_DRAFTS, *map(_EVENTS.format, _ALONE))
        return Events(*(self._ids(query, first, last) for query in queries))

    def _ids(self, query: str, first: Month, last: Month) -> tuple[int, ...]:
        rows = self._db.execute_sql(query, {"first": str(first), "last": str(last)}).fetchall()
        return tuple(sorted(number for (number,) in rows))

    def unbalanced_reversals(self) -> tuple[int, ...]:
        """Return the entries that take another back without matching it exactly."""
        rows = self._db.rows(
            "SELECT back.id FROM ledger back JOIN ledger first ON first.id = back.reverses"
            " WHERE back.cents <> -first.cents OR back.kind <> first.kind"
            " OR back.booked_month <> first.booked_month OR back.unit IS NOT first.unit"
            " OR back.person IS NOT first.person OR first.reverses IS NOT NULL"
        )
        return tuple(number for (number,) in rows)

    def book(self, entries: Iterable[Entry], at: str) -> None:
        """Add ``entries``."""
        self._insert((*_values(entry), None, at) for entry in entries)

    def reverse(self, entries: Iterable[Booked], at: str) -> None:
        """Take ``entries`` back: each by an entry of the same kind and month with the opposite amount."""
        self._insert((*_values(entry, -1), entry.id, at) for entry in entries)

    def _insert(self, rows: Iterable[tuple[object, ...]]) -> None:
        holes = ", ".join("?" * 16)
        sql = f"INSERT INTO ledger ({_COLUMNS}, reverses, booked_at, act) VALUES ({holes}, {_THIS_ACT})"
        for row in rows:
            self._db.execute_sql(sql, row)

    def _by_month_and_unit(self, rows: Iterable[tuple[str, str, int]]) -> dict[tuple[Month, str], int]:
        whose, found = self._whose(), Counter[tuple[Month, str]]()
        for text, unit, cents in rows:
            month = Month.parse(text)
            found[month, whose.figures(unit, month)] += cents
        return dict(found)

    def _whose(self) -> "_Whose":
        from jinshi_desk.domain.unit_changes import Mergers

        return _Whose(Mergers(read_changes(self._db)))

    def _booked(self, where: str, *params: object) -> tuple[Booked, ...]:
        return tuple(_booked(*row) for row in self._db.rows(f"{_READ} {where}", *params))


def _values(entry: Entry, sign: int = 1) -> tuple[object, ...]:
    return (
        entry.kind.value,
        str(entry.booked_month),
        sign * entry.cents,
        entry.rule_set,
        entry.clause,
        entry.arithmetic,
        entry.unit,
        entry.person,
        entry.draft,
        entry.adoption,
        entry.instruction,
        entry.commission,
        entry.deduction,
        entry.correction,
    )


def _booked(kind: str, month: str, *rest: object) -> Booked:
    *facts, number, reverses, booked_at, act = rest
    return Booked(
        Kind(kind),
        Month.parse(month),
        *facts,  # type: ignore[arg-type]  # the columns of _COLUMNS, in order
        id=number,  # type: ignore[arg-type]
        reverses=reverses,  # type: ignore[arg-type]
        booked_at=booked_at,  # type: ignore[arg-type]
        act=act,  # type: ignore[arg-type]
    )

"""Twenty years of data: the sample year again and again, each a year earlier, copied row by row in SQL."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from jinshi_desk.services.sample_year import YEAR
from jinshi_desk.store import grams

_STRIDE = 10_000_000
"""Between the ids of one copy and the next."""
_OWN = "number GLOB '{year}-*'"
"""Not the late drafts of December: their numbers are of the next year, and a shift would give them twice."""
_OF_OWN = f"draft IN (SELECT id FROM draft WHERE {_OWN} AND id < {_STRIDE})"  # noqa: S608  # our own names
_OF_DRAFTS_ALONE = f"{_OF_OWN} AND commission IS NULL AND deduction IS NULL"


@dataclass(frozen=True, slots=True)
class _Table:
    """How the rows of a table are copied: which columns are ids, which begin with a year, which rows."""

    name: str
    ids: frozenset[str]
    dated: frozenset[str]
    rows: str


def _table(name: str, ids: str, dated: str = "", rows: str = _OF_OWN) -> _Table:
    return _Table(name, frozenset(ids.split()), frozenset(dated.split()), rows.format(year=YEAR))


_TABLES = (
    _table(
        "draft", "id", "number received_on status_on quota_month void_month", f"{_OWN} AND id < {_STRIDE}"
    ),
    _table("draft_partner", "draft"),
    _table("draft_author", "draft"),
    _table("adoption", "id draft", "adopted_on registered_on booked_month retracted_on retracted"),
    _table("instruction", "id draft", "given_on registered_on booked_month"),
    _table("ledger", "id draft adoption instruction reverses", "booked_month", _OF_DRAFTS_ALONE),
)


def lengthen(file: Path, years: int) -> int:
    """Give the sample year in ``file`` ``years - 1`` earlier ones and return how many drafts there are now.

    Audit records are left out: no figure asks for them.
    """
    with closing(sqlite3.connect(file)) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:  # closed months would take nothing
            db.execute(f"DROP TRIGGER {name}")
        for back in range(1, years):
            for table in _TABLES:
                _copy(db, table, back)
            _copy_words(db, back)
        db.execute("UPDATE unit SET active_from = ?", (f"{YEAR - years + 1}-01",))
        for _, guard in guards:
            db.execute(guard)
        db.commit()
        db.execute("ANALYZE")
        number: int = db.execute("SELECT count(*) FROM draft").fetchone()[0]
    return number


def _copy(db: sqlite3.Connection, table: _Table, back: int) -> None:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table.name})")]
    values = [_value(table, column, back) for column in columns]
    db.execute(  # every name is the schema's own
        f"INSERT INTO {table.name} SELECT {', '.join(values)} FROM {table.name} WHERE {table.rows}"  # noqa: S608
    )


def _copy_words(db: sqlite3.Connection, back: int) -> None:
    """Copy what drafts are found by: the index keeps no text to copy from."""
    words = db.execute(f"SELECT draft, words FROM draft_words WHERE {_OF_OWN}").fetchall()  # noqa: S608
    moved = [(draft + back * _STRIDE, text) for draft, text in words]
    db.executemany("INSERT INTO draft_words (draft, words) VALUES (?, ?)", moved)
    indexed = [(draft, grams.tokens(text)) for draft, text in moved]
    db.executemany("INSERT INTO draft_grams (rowid, grams) VALUES (?, ?)", indexed)


def _value(table: _Table, column: str, back: int) -> str:
    if column in table.ids:
        return f'"{column}" + {back * _STRIDE}'
    if column in table.dated:
        return f'(CAST(substr("{column}", 1, 4) AS INTEGER) - {back}) || substr("{column}", 5)'
    return f'"{column}"'

"""(i) A year's points from nothing: every entry worked out and booked anew, then December's figures."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.measuring import Measured, medians
from jinshi_desk.domain.months import Month
from jinshi_desk.services.booking import book_anew
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.opening import open_office
from jinshi_desk.services.sample_year import YEAR
from jinshi_desk.store.database import Store

_JANUARY, _DECEMBER = Month(YEAR, 1), Month(YEAR, 12)
_FACTS = ("draft_partner", "draft_author", "adoption", "instruction", "commission", "deduction", "correction")


class _Rollback(Exception):
    """Thrown to find the ledger full again."""


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Compare with SQLite alone reading the same facts and writing the same entries."""
    file = folder / "year.jinshi"
    shutil.copy(sample, file)
    entries = _emptied(file)
    full, store = open_office(sample), open_office(file)
    drafts = len(store.drafts.all_numbers())
    assert _from_nothing(store) == month_figures(full, _DECEMBER).points
    ours, bare = medians([lambda: _from_nothing(store), lambda: _bare(file, entries)], runs=9)
    full.close()
    store.close()
    what = f"a year's points from nothing ({drafts:,} drafts)"
    yield Measured(what, "SQLite alone, the same rows", ours, bare, within=1.0)


def _emptied(file: Path) -> list[tuple[object, ...]]:
    """Empty the ledger of ``file`` and return what stood in it."""
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("SELECT * FROM ledger WHERE reverses IS NULL ORDER BY id").fetchall()
        guards = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('ledger', 'month')"
        for (guard,) in db.execute(guards).fetchall():
            db.execute(f"DROP TRIGGER {guard}")
        db.execute("DELETE FROM month")  # all months are open again, so that every one is booked
        db.execute("UPDATE correction SET entry = NULL")
        db.execute("DELETE FROM ledger")
        db.commit()
    return rows


def _from_nothing(store: Store) -> object:
    """Book the year and return what every unit has in December; then take it all back."""
    try:
        with store.writing("rebook"):
            book_anew(store, _JANUARY)
            found = month_figures(store, _DECEMBER).points
            raise _Rollback
    except _Rollback:
        return found


def _bare(file: Path, entries: list[tuple[object, ...]]) -> None:
    with closing(sqlite3.connect(file)) as db:
        for table in _FACTS:
            db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # our own names
        db.executemany(f"INSERT INTO ledger VALUES ({', '.join('?' * len(entries[0]))})", entries)  # noqa: S608
        db.rollback()

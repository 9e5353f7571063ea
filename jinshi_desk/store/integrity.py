"""What SQLite finds wrong with the data file."""

import re

from jinshi_desk.store.sql_file import SqlFile

_NULL = re.compile(r"NULL value in (\w+)\.(\w+)\Z")
_MOST = 10_000
"""Rows that may be told: enough that false alarms hide nothing."""
_TOLD = 5


def damage(db: SqlFile) -> str:
    """Return what is wrong with the file, the first of it, or nothing.

    SQLite 3.40 says that values are missing in tables without rowid whose key is not their first columns, so
    whether one is missing is asked again.
    """
    said = dict.fromkeys(row[0] for row in db.rows(f"PRAGMA integrity_check({_MOST})"))
    found = [each for each in said if each != "ok" and not _is_false_alarm(db, each)]
    return "；".join(found[:_TOLD])


def _is_false_alarm(db: SqlFile, said: str) -> bool:
    missing = _NULL.match(said)
    if missing is None:
        return False
    table, column = missing.groups()
    return db.value(f'SELECT 1 FROM "{table}" WHERE "{column}" IS NULL LIMIT 1') is None

"""The office's settings: rows of text under a key."""

from collections.abc import Mapping

from jinshi_desk.store.sql_file import SqlFile


class Settings:
    """Settings that belong to the office and travel with its data file."""

    def __init__(self, db: SqlFile) -> None:
        self._db = db

    def get(self, key: str) -> str:
        """Return the text under ``key``, empty where there is none."""
        return self._db.value("SELECT value FROM setting WHERE key = ?", key) or ""

    def put(self, values: Mapping[str, str]) -> None:
        """Write all of ``values``."""
        for key, value in values.items():
            self._db.execute_sql("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))

"""The office's settings: rows of text under a key."""

from collections.abc import Mapping

from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import Setting


class Settings:
    """Settings that belong to the office and travel with its data file."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, key: str) -> str:
        """Return the text under ``key``, empty where there is none."""
        return self._db.value("SELECT value FROM setting WHERE key = ?", key) or ""

    def put(self, values: Mapping[str, str]) -> None:
        """Write all of ``values``."""
        rows = [{"key": key, "value": value} for key, value in values.items()]
        if rows:
            Setting.insert_many(rows).on_conflict_replace().bind(self._db).execute()

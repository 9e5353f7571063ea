"""Imported files: the original, its fingerprint, and what became of its rows."""

from collections.abc import Mapping

from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import BatchRow


class Batches:
    """One row per imported file."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def add(self, file_name: str, sha256: str, original: bytes, counts: Mapping[str, int], at: str) -> int:
        """Keep the original and the counts (``read imported skipped undecided``); return the batch's id."""
        batch: int = (
            BatchRow.insert(file_name=file_name, sha256=sha256, original=original, imported_at=at, **counts)
            .bind(self._db)
            .execute()
        )
        return batch

    def earlier(self, sha256: str) -> str | None:
        """Return when the same file was imported before, or None."""
        found: str | None = self._db.value(
            "SELECT imported_at FROM batch WHERE sha256 = ? AND undone_at IS NULL ORDER BY id DESC", sha256
        )
        return found

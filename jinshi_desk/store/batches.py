"""Imported files: the original, its fingerprint, and what became of its rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import BatchRow


@dataclass(frozen=True, slots=True)
class Batch:
    """An imported file; ``undone_at`` is empty while it stands."""

    file: str
    undone_at: str


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

    def get(self, batch: int) -> Batch:
        """Return the batch with this id."""
        sql = "SELECT file_name, coalesce(undone_at, '') FROM batch WHERE id = ?"
        (found,) = self._db.rows(sql, batch)
        return Batch(*found)

    def undo(self, batch: int, at: str) -> None:
        """Write that the batch was taken back."""
        BatchRow.update(undone_at=at).where(BatchRow.id == batch).bind(self._db).execute()

    def took_back(self, number: str) -> bool:
        """Tell whether the draft ``number`` came with a batch that was taken back."""
        found = self._db.value(
            "SELECT 1 FROM draft JOIN batch ON batch.id = draft.batch"
            " WHERE number = ? AND undone_at IS NOT NULL",
            number,
        )
        return found is not None

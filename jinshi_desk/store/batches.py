"""Imported files: the original, its fingerprint, and what became of its rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinshi_desk.domain.months import Month
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import BatchRow


@dataclass(frozen=True, slots=True)
class Batch:
    """An imported file; ``undone_at`` is empty while it stands."""

    file: str
    undone_at: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A batch of which so many ``rows`` were left undecided."""

    id: int
    file: str
    rows: int


_DOUBTFUL = """
SELECT id, file_name, undecided FROM batch INDEXED BY batch_undecided
WHERE undone_at IS NULL AND undecided > 0
  AND NOT EXISTS (
      SELECT 1 FROM batch AS later
      WHERE later.sha256 = batch.sha256 AND later.id > batch.id AND later.undone_at IS NULL)
  AND coalesce(
      (SELECT max(quota_month) FROM draft WHERE draft.batch = batch.id), substr(imported_at, 1, 7)) = ?
ORDER BY id
"""
"""The index is named: in the order of ids SQLite would read past every original to what stands behind it."""


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

    def doubtful(self, month: Month) -> tuple[Doubtful, ...]:
        """Return what stands with rows undecided, as the file was last imported.

        A batch is of the last month that its drafts count for; without drafts, of the month of its import.
        """
        return tuple(Doubtful(*row) for row in self._db.rows(_DOUBTFUL, str(month)))

    def original(self, batch: int) -> bytes:
        """Return the sheet as it was imported."""
        sheet: bytes = self._db.value("SELECT original FROM batch WHERE id = ?", batch)
        return sheet

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

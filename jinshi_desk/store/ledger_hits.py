"""Lines of the ledgers by words that occur in them: a few thousand at most, so they are read through."""

from datetime import date

from jinshi_desk.domain.ledger_hits import LedgerHit
from jinshi_desk.store.sql_file import SqlFile

_RESOLVED = (
    "(SELECT meeting.*, resolution.text FROM resolution JOIN meeting ON meeting.id = meeting"
    " WHERE resolution.voided = '')"
)
_SOURCES = (
    ("suggestions", "suggestion", "received_on", "unit", "text", "text || ' ' || reply"),
    ("leads", "lead", "found_on", "unit", "subject", "subject"),
    ("meetings", _RESOLVED, "held_on", "NULL", "text", "text"),
    ("meetings", "meeting", "held_on", "NULL", "agenda", "agenda"),
)
"""Ledger, table, its day, its unit, what is shown, and where the words may stand."""


class LedgerHits:
    """Finds lines; those struck out are left out."""

    def __init__(self, db: SqlFile) -> None:
        self._db = db

    def find(self, words: str, limit: int) -> list[LedgerHit]:
        """Return ``limit`` lines in which every one of ``words`` occurs: of each kind in turn the latest."""
        wanted = words.split()
        found = [self._of(source, wanted, limit) for source in _SOURCES] if wanted else []
        ranked = [(rank, hit) for hits in found for rank, hit in enumerate(hits)]
        ranked.sort(key=lambda each: (each[0], -each[1].on.toordinal()))
        kept: dict[tuple[str, int], LedgerHit] = {}
        for _, hit in ranked:
            kept.setdefault((hit.ledger, hit.id), hit)
        return list(kept.values())[:limit]

    def _of(self, source: tuple[str, ...], wanted: list[str], limit: int) -> list[LedgerHit]:
        ledger, table, day, unit, text, where = source
        holds = " AND ".join([f"instr(lower({where}), lower(?)) > 0"] * len(wanted))
        found = self._db.rows(
            f"SELECT id, {day}, {unit}, {text} FROM {table} WHERE voided = '' AND {holds}"
            f" ORDER BY {day} DESC, id DESC LIMIT ?",
            *wanted,
            limit,
        )
        return [LedgerHit(ledger, number, date.fromisoformat(on), of, said) for number, on, of, said in found]

"""Lines of the ledgers by words that occur in them: a few thousand at most, so they are read through."""

from datetime import date

from jinshi_desk.domain.ledger_hits import LedgerHit
from jinshi_desk.store.sql_file import SqlFile

_RESOLVED = (
    "coalesce((SELECT group_concat(text, ' ') FROM resolution"
    " WHERE resolution.meeting = meeting.id AND resolution.voided = ''), '')"
)
_SOURCES = (
    ("suggestions", "suggestion", "received_on", "unit", "text", "text || ' ' || reply"),
    ("leads", "lead", "found_on", "unit", "subject", "subject"),
    ("meetings", "meeting", "held_on", "NULL", "agenda", f"agenda || ' ' || minutes || ' ' || {_RESOLVED}"),
)
"""Ledger, table, its day, its unit, what is shown, and where the words may stand."""


class LedgerHits:
    """Finds lines; those struck out are left out."""

    def __init__(self, db: SqlFile) -> None:
        self._db = db

    def find(self, words: str, limit: int) -> list[LedgerHit]:
        """Return the latest ``limit`` lines in which every one of ``words`` occurs."""
        wanted = words.split()
        if not wanted:
            return []
        rows: list[LedgerHit] = []
        for ledger, table, day, unit, text, where in _SOURCES:
            holds = " AND ".join([f"instr(lower({where}), lower(?)) > 0"] * len(wanted))
            found = self._db.rows(
                f"SELECT id, {day}, {unit}, {text} FROM {table} WHERE voided = '' AND {holds}"
                f" ORDER BY {day} DESC, id DESC LIMIT ?",
                *wanted,
                limit,
            )
            rows += [
                LedgerHit(ledger, number, date.fromisoformat(on), of, said) for number, on, of, said in found
            ]
        return sorted(rows, key=lambda hit: hit.on, reverse=True)[:limit]

"""The audit chain: one record per act, each carrying the hash of the one before."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jinshi_desk.store.sql_file import SqlFile

OF_SEVERAL = ("drafts", "forms", "adoptions", "deductions")


@dataclass(slots=True)
class Act:
    """What is being done; whoever does it says to what, and what it was before and is after.

    An act on several drafts has one of ``OF_SEVERAL`` as its subject and lists ``numbers`` in ``after``.
    """

    name: str
    subject: str = ""
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A link of the chain."""

    id: int
    at: str
    who: str
    act: str
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def subjects(self) -> frozenset[str]:
        """Everything that was touched: the drafts of an act on several, else its subject."""
        return frozenset(self.after.get("numbers") or (self.subject,))


@dataclass(frozen=True, slots=True)
class Done:
    """Who did what, to what, and when: a record without what it was before and is after."""

    at: str
    who: str
    act: str
    subject: str


class Audit:
    """The records of a data file."""

    def __init__(self, db: SqlFile) -> None:
        self._db = db

    def append(self, act: Act, at: str, who: str) -> None:
        """Add the record of ``act`` at the end of the chain."""
        previous = self._db.value("SELECT hash FROM audit ORDER BY id DESC LIMIT 1") or ""
        before, after = _json(act.before), _json(act.after)
        self._db.insert(
            "audit",
            at=at,
            who=who,
            act=act.name,
            subject=act.subject,
            before=before,
            after=after,
            previous=previous,
            hash=_hash(previous, at, who, act.name, act.subject, before, after),
        )

    def of(self, subject: str) -> tuple[Record, ...]:
        """Return what was done to ``subject``, oldest first.

        For a draft's number that is also what was done to several drafts at once, to its approval forms, and
        to the file it came in.
        """
        return self._records(
            f"""id IN (SELECT id FROM audit WHERE subject = ?
                UNION SELECT audit.id FROM audit, json_each(after, '$.numbers')
                       WHERE subject IN ({", ".join("?" * len(OF_SEVERAL))}) AND value = ?
                UNION SELECT audit.id FROM audit JOIN approval ON approval.number = subject
                       JOIN approval_draft ON approval = approval.id
                       JOIN draft ON draft.id = draft WHERE draft.number = ?
                UNION SELECT id FROM audit
                       WHERE subject = (SELECT 'batch ' || batch FROM draft WHERE number = ?))""",
            subject,
            *OF_SEVERAL,
            subject,
            subject,
            subject,
        )

    def about(self, *subjects: str) -> tuple[Record, ...]:
        """Return what was done to any of ``subjects``, none of them a draft, oldest first."""
        return self._records("subject IN (SELECT value FROM json_each(?))", json.dumps(subjects))

    def done(self, records: Iterable[int]) -> dict[int, Done]:
        """Return who did what in each of ``records``, by its id."""
        rows = self._db.rows(
            "SELECT id, at, who, act, subject FROM audit WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(sorted(set(records))),
        )
        return {number: Done(*facts) for number, *facts in rows}

    def since(self, record: int) -> tuple[Record, ...]:
        """Return what was done after ``record``, oldest first."""
        return self._records("id > ?", record)

    def last(self) -> Record:
        """Return the latest record of a chain that has begun."""
        return self._records("id = (SELECT max(id) FROM audit)")[0]

    def _records(self, condition: str, *params: object) -> tuple[Record, ...]:
        rows = self._db.rows(
            f"SELECT id, at, who, act, subject, before, after FROM audit WHERE {condition} ORDER BY id",
            *params,
        )
        return tuple(
            Record(number, at, who, act, of, json.loads(before), json.loads(after))
            for number, at, who, act, of, before, after in rows
        )

    def breaks(self) -> Iterator[int]:
        """Yield the ids of records whose hash does not follow from the record and the one before."""
        previous = ""
        columns = "id, at, who, act, subject, before, after, previous, hash"
        for number, *facts, stored_previous, stored in self._db.rows(
            f"SELECT {columns} FROM audit ORDER BY id"
        ):
            if stored_previous != previous or stored != _hash(previous, *facts):
                yield number
            previous = stored


def _json(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(*facts: str) -> str:
    import hashlib  # brings OpenSSL, which nothing wants before the first act

    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()

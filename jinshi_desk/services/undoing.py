"""Taking a whole import back: nothing is deleted, and the books are as they were before it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft, Status
from jinshi_desk.domain.errors import BatchChanged, BatchUndone, MonthClosed
from jinshi_desk.services.booking import rebook
from jinshi_desk.services.fact_ledgers import FactLedger, Recorded
from jinshi_desk.services.facts import ORDER, FactLedgers
from jinshi_desk.services.facts import TOPICS as FACT_TOPICS
from jinshi_desk.store.audit import Record
from jinshi_desk.store.database import Store

REASON = "撤销导入"
Facts = Mapping[str, list[Recorded]]
Ledgers = Mapping[str, FactLedger[Any]]
_TOPICS = (Topic.DRAFTS, Topic.ADOPTIONS, Topic.POINTS, Topic.PEOPLE, *FACT_TOPICS)
_OF_SEVERAL = {"adoptions": "verified", "forms": "numbers", "deductions": "numbers"}
"""Acts on many drafts at once, by their subject, and where their record lists what they touched."""


def undo_batch(store: Store, batch: int, today: date) -> tuple[int, int]:
    """Void the batch's drafts, strike out its adoptions; return how many of each.

    Raises:
        BatchUndone: it was taken back already.
        MonthClosed: something of it counts for a closed month.
        BatchChanged: a draft or an adoption of it was touched since.
    """
    found = store.batches.get(batch)
    if found.undone_at:
        raise BatchUndone(found.file)
    record = next(record for record in store.audit.of(f"batch {batch}") if record.act == "import")
    drafts = [store.drafts.get(number) for number in record.after["drafts"]]
    adoptions = [store.adoptions.get(adoption) for adoption in record.after["adoptions"]]
    facts: Facts = record.after.get("facts", {})
    ledgers = FactLedgers(store, today).by_id
    _refuse_closed(store, drafts, adoptions)
    _refuse_changed(store, record, drafts, adoptions)
    _guard(ledgers, facts)
    with store.writing("undo_import", *_TOPICS) as act:
        _strike(ledgers, {ledger: facts[ledger] for ledger in facts if ORDER[ledger] > ORDER["drafts"]})
        for adoption in adoptions:
            store.adoptions.void(adoption.id, REASON)
        for draft in drafts:
            store.drafts.set_status(draft.id, Status.VOID, REASON, today, None)
        for number in dict.fromkeys([draft.id for draft in drafts] + [each.draft for each in adoptions]):
            rebook(store, store.drafts.by_id(number))
        _strike(ledgers, {ledger: facts[ledger] for ledger in facts if ORDER[ledger] < ORDER["drafts"]})
        store.batches.undo(batch, store.now())
        act.subject = f"batch {batch}"
        act.before = {"file": found.file, "undone": False}
        struck = {ledger: len(written) for ledger, written in facts.items()}
        act.after = {"undone": True, "drafts": len(drafts), "adoptions": len(adoptions), "facts": struck}
    return len(drafts), len(adoptions)


def _guard(ledgers: Ledgers, facts: Facts) -> None:
    for ledger, written in facts.items():
        for each in written:
            ledgers[ledger].guard(each)


def _strike(ledgers: Ledgers, facts: Facts) -> None:
    """Strike facts out, last written first."""
    for ledger in sorted(facts, key=ORDER.__getitem__, reverse=True):
        for each in reversed(facts[ledger]):
            ledgers[ledger].strike(each)


def _refuse_closed(store: Store, drafts: list[Draft], adoptions: list[Adoption]) -> None:
    booked = [store.adoptions.booked_month(adoption.id) for adoption in adoptions]
    for month in (*(draft.quota_month for draft in drafts), *booked):
        if month is not None and store.months.is_closed(month):
            raise MonthClosed(month.label)


def _refuse_changed(store: Store, record: Record, drafts: list[Draft], adoptions: list[Adoption]) -> None:
    """Refuse where somebody worked on what the batch brought; undoing would undo that work unseen."""
    brought = {adoption.id for adoption in adoptions}
    facts = record.after.get("facts", {})
    given = {each["id"] for each in facts.get("instructions", ())}
    asked = {each["id"] for each in facts.get("commissions", ())}
    gone = {each["adoption"] for each in facts.get("retractions", ())}
    touched = set(_touched(store, record))
    for draft in drafts:
        later = any(other.id > record.id for other in store.audit.of(draft.number))
        more = any(adoption.id not in brought for adoption in store.adoptions.of_draft(draft.id))
        more |= any(each.id not in given for each in store.instructions.of_draft(draft.id))
        more |= any(each.id not in asked for each in store.commissions.of_draft(draft.id))
        if later or more or draft.number in touched:
            raise BatchChanged(draft.number)
    for adoption in adoptions:
        retracted = adoption.retracted_on is not None and adoption.id not in gone
        if adoption.voided or retracted or adoption.id in touched:
            raise BatchChanged(store.drafts.by_id(adoption.draft).number)


def _touched(store: Store, record: Record) -> Iterator[object]:
    """Yield the numbers and adoptions that acts on several drafts at once touched since ``record``."""
    for subject, listed in _OF_SEVERAL.items():
        for other in store.audit.of(subject):
            if other.id > record.id:
                yield from other.after.get(listed, ())

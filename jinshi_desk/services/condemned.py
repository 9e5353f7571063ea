"""The draft that a confirmed deduction voids (失实、抄袭), and how it stands again when that falls."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jinshi_desk.domain.deductions import Decision, Deduction
from jinshi_desk.domain.drafts import Draft, Status, may_become
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import DeductionRule
from jinshi_desk.services.booking import rebook
from jinshi_desk.store.database import Store

Stood = Mapping[str, Any]
"""How a draft stood, as an audit record keeps it; empty where nothing became of it."""


def rule_of(store: Store, kind: str, day: date) -> DeductionRule | None:
    """Return what the rules in force on ``day`` say of a type of deduction."""
    rules = store.rules.book().find(Month.of(day))
    return rules.deductions.get(kind) if rules else None


def stands(store: Store, draft: Draft) -> dict[str, Any]:
    """Return how a draft stands now."""
    void_month = store.drafts.scored(draft).void_month
    return {
        "status": draft.status.value,
        "status_reason": draft.status_reason,
        "status_on": store.drafts.status_on(draft.id).isoformat(),
        **({"void_month": str(void_month)} if void_month else {}),
    }


def condemn(store: Store, draft: Draft, reason: str, on: date, month: Month) -> dict[str, Any]:
    """Void a draft inside the caller's act, its points reversed in ``month`` (C14); return how it stood."""
    if not may_become(draft.status, Status.VOID):
        return {}
    before = stands(store, draft)
    store.drafts.set_status(draft.id, Status.VOID, reason, on, month)
    rebook(store, store.drafts.by_id(draft.id))
    return before


def acquit(store: Store, found: Deduction) -> None:
    """Let the draft stand as before ``found`` voided it; its confirmation's record knows how."""
    if found.draft is None:
        return
    before = next(
        (
            record.before
            for record in reversed(store.audit.of(found.draft))
            if record.act == "confirm_deduction" and record.after.get("deduction") == found.id
        ),
        {},
    )
    restore(store, found, before)


def restore(store: Store, found: Deduction, before: Stood) -> None:
    """Let the draft of ``found`` stand as ``before``, unless another deduction voids it too."""
    if found.draft is None or not before:
        return
    draft = store.drafts.get(found.draft)
    if draft.status is Status.VOID and not _voided_by_another(store, found, draft):
        stand_again(store, draft, before)


def stand_again(store: Store, draft: Draft, before: Stood) -> None:
    """Write that a draft stands as it once did, and book it anew."""
    void_month = before.get("void_month")
    store.drafts.set_status(
        draft.id,
        Status(before["status"]),
        before["status_reason"],
        date.fromisoformat(before["status_on"]),
        Month.parse(void_month) if void_month else None,
    )
    rebook(store, store.drafts.by_id(draft.id))


def _voided_by_another(store: Store, found: Deduction, draft: Draft) -> bool:
    confirmed = (
        (other.type, other.confirmed_on)
        for other in store.deductions.of_draft(draft.id)
        if other.id != found.id and other.decision is Decision.CONFIRMED
    )
    rules = (rule_of(store, kind, day) for kind, day in confirmed if day is not None)
    return any(rule is not None and rule.void_item for rule in rules)

"""What the audit record of an act on drafts says: what each was before and is after, where that differs."""

from collections.abc import Sequence
from typing import Any

from jinshi_desk.domain.drafts import Draft
from jinshi_desk.services.booking import rebook
from jinshi_desk.services.form_effects import follow_text
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store

_Changes = dict[str, Any]


def note(store: Store, act: Act, before: Sequence[Draft]) -> None:
    """Book drafts anew and write what changed in them into the record of ``act``, inside it."""
    changes = {draft.number: book(store, draft) for draft in before}
    if len(changes) == 1:
        ((act.subject, (act.before, act.after)),) = changes.items()
        return
    act.subject = "drafts"
    act.before = {"changes": {number: old for number, (old, _) in changes.items()}}
    act.after = {"numbers": list(changes), "changes": {number: new for number, (_, new) in changes.items()}}


def facts(draft: Draft) -> dict[str, Any]:
    """Return a draft as its record keeps it; of the text only how long it is."""
    return {
        "title": draft.title,
        "units": list(draft.units),
        "authors": [f"{author.signed}:{author.role}" for author in draft.authors],
        "category": draft.category,
        "form": draft.form,
        "source": draft.source,
        "received_on": draft.received_on.isoformat(),
        "quota_month": str(draft.quota_month),
        "makeup": draft.makeup,
        "word_count": draft.word_count,
        "body_length": len(draft.body),
        "approval_on_file": draft.approval_on_file,
        "status": draft.status,
        "status_reason": draft.status_reason,
        "note": draft.note,
        "attachments": list(draft.attachments),
        "tags": list(draft.tags),
        "version": draft.version,
    }


def book(store: Store, before: Draft) -> tuple[_Changes, _Changes]:
    """Book a draft anew, inside the caller's act; return what was and what is, where that differs."""
    after = store.drafts.by_id(before.id)
    signed = ("title", "body", "attachments")
    if any(getattr(before, fact) != getattr(after, fact) for fact in signed):
        follow_text(store, after)
        after = store.drafts.by_id(before.id)
    rebook(store, after)
    old, new = facts(before), facts(after)
    return (
        {key: value for key, value in old.items() if new[key] != value},
        {key: value for key, value in new.items() if old[key] != value},
    )

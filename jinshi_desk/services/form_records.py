"""What the audit record of an act on an approval form says: the form and its drafts, before and after."""

from collections.abc import Sequence
from typing import Any

from jinshi_desk.domain.approval_forms import Approval
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.services.draft_records import book
from jinshi_desk.store import form_facts
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store

TOPICS = (Topic.APPROVALS, Topic.DRAFTS, Topic.ADOPTIONS, Topic.POINTS)


def note_form(
    store: Store, act: Act, before: Approval | None, number: str, moved: Sequence[Draft] = ()
) -> None:
    """Book the drafts that were moved and write what changed into the record of ``act``, inside it.

    The record is about the form and names its drafts, whose history it belongs to as well.
    """
    after = store.approvals.get(number)
    old, new = facts(before) if before else {}, facts(after)
    act.subject = number
    act.before |= {key: value for key, value in old.items() if new[key] != value}
    act.after |= {key: value for key, value in new.items() if old.get(key) != value}
    act.after["numbers"] = [number, *(article.number for article in after.articles)]
    if moved:
        changes = {draft.number: book(store, draft) for draft in moved}
        act.before["drafts"] = {draft: was for draft, (was, _) in changes.items()}
        act.after["drafts"] = {draft: now for draft, (_, now) in changes.items()}


def facts(approval: Approval) -> dict[str, Any]:
    """Return a form as its record keeps it; the hash stands for what was signed."""
    standing = approval.course.standing
    return {
        "form": approval.kind.value,
        "state": approval.state.value,
        "facts": form_facts.written(approval.facts),
        "articles": [f"{each.number} {each.column}".strip() for each in approval.articles],
        "content": approval.content,
        "standing": [f"{each.step} {each.signer} {each.ruling} {each.signed_on}" for each in standing],
        "attachments": [each.sha256 for each in approval.attachments],
        "prints": len(approval.prints),
        "binder": approval.binder,
        "released": form_facts.written(approval.release) if approval.release else "",
        "form_voided": approval.voided,
    }

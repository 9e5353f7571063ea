"""What approval forms do to their drafts (§2, §5): on file, accepted, in review, ready to go out.

A Form A decides whether a draft counts, and so does the Form B of the department's own news; Forms B and C
decide whether it leaves. What a closed month counts is not touched: the paper is recorded, the month stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.approval_forms import Approval
from jinshi_desk.domain.approvals import FormKind, Ruling, Signature, Step, received_as, reviewed_as
from jinshi_desk.domain.drafts import Draft, Status
from jinshi_desk.domain.returns import Return
from jinshi_desk.domain.units import Group
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class Stood:
    """How a draft stood before a form moved it, and since when."""

    draft: Draft
    since: date


def bring_in_line(store: Store, approval: Approval, today: date) -> tuple[Stood, ...]:
    """Move the drafts of a form to where its signatures put them, inside the caller's act.

    Returns how those stood that were moved.
    """
    moved: list[Stood] = []
    for article in approval.articles:
        draft = store.drafts.by_id(article.draft)
        stood = Stood(draft, store.drafts.status_on(draft.id))
        status, reason, on = _status(store, approval, draft)
        on_file = _on_file(store, approval, draft)
        if on_file != draft.approval_on_file:
            store.drafts.set_approval_on_file(draft.id, on_file=on_file)
        if status is not draft.status:
            day = max(on, store.versions.came_on(draft)) if on else today
            store.drafts.set_status(draft.id, status, reason, day, None)
            if status is Status.RETURNED:
                store.returns.add(draft.id, draft.version, Return.of(day, (reason,)))
            elif draft.status is Status.RETURNED:
                store.returns.take_back(draft.id)
        if (status, on_file) != (draft.status, draft.approval_on_file):
            moved.append(stood)
    return tuple(moved)


def put_back(store: Store, moved: Sequence[Stood]) -> list[Draft]:
    """Let drafts stand as they stood, inside the caller's act; return them as they were until now."""
    found: list[Draft] = []
    for stood in moved:
        old, now = stood.draft, store.drafts.by_id(stood.draft.id)
        found.append(now)
        if now.status is Status.RETURNED and old.status is not Status.RETURNED:
            store.returns.take_back(now.id)
        if now.approval_on_file != old.approval_on_file:
            store.drafts.set_approval_on_file(old.id, on_file=old.approval_on_file)
        store.drafts.set_status(old.id, old.status, old.status_reason, stood.since, None)
    return found


def follow_text(store: Store, draft: Draft) -> None:
    """Take a draft whose text was changed back to where its forms now leave it, inside the caller's act."""
    status = reviewed_status(store, draft)
    if status is not draft.status:
        store.drafts.set_status(draft.id, status, "", date.fromisoformat(store.now()[:10]), None)


def reviewed_status(store: Store, draft: Draft) -> Status:
    """Return where a draft stands by its Forms B and C; where it has none, as it stands."""
    forms = [form for form in living(store.approvals.of_draft(draft.id)) if form.kind is not FormKind.A]
    return reviewed_as(draft.status, (form.course for form in forms)) if forms else draft.status


def living(forms: Sequence[Approval]) -> list[Approval]:
    """Return the forms that are not void."""
    return [form for form in forms if not form.voided]


_Place = tuple[Status, str, date | None]
"""A status, the reason of a loss, and the day it was decided on where the paper says so."""


def _status(store: Store, approval: Approval, draft: Draft) -> _Place:
    """Return where a form puts a draft."""
    if approval.release is not None:
        out = Status.DISPATCHED if draft.status is Status.APPROVED else draft.status
        return out, draft.status_reason, approval.release.on
    closed = store.months.is_closed(draft.quota_month)
    place = (draft.status, draft.status_reason, None) if closed else _received(approval, draft)
    if approval.kind is FormKind.A:
        return place
    forms = [form for form in store.approvals.of_draft(draft.id) if form.kind is not FormKind.A]
    return reviewed_as(place[0], (form.course for form in living(forms))), place[1], approval.course.last_day


def _received(approval: Approval, draft: Draft) -> _Place:
    """Return what the research office made of a draft: on Form A by 研究室接收, on Form B by 研究室核稿."""
    course, stays = approval.course, (draft.status, draft.status_reason, None)
    if approval.kind is FormKind.B and Step.RESEARCH_OFFICE in course.passed:
        return (Status.ACCEPTED, "", None) if draft.status is Status.RECEIVED else stays
    if approval.kind is not FormKind.A:
        return stays
    last = course.standing[-1] if course.standing else None
    if last is not None and last.step is Step.RECEPTION and not approval.voided:
        status = received_as(last, draft.status)
        lost = status in (Status.RETURNED, Status.REJECTED)
        return (status, last.opinion if lost else "", last.signed_on) if status is not draft.status else stays
    return (Status.RECEIVED, "", None) if _lost_by(_withdrawn(approval), draft) else stays


def _withdrawn(approval: Approval) -> Signature | None:
    """Return the reception that was taken back last, where the last thing recorded is one."""
    last = approval.signatures[-1] if approval.signatures else None
    return last if last is not None and last.withdrawn and last.step is Step.RECEPTION else None


def _lost_by(signature: Signature | None, draft: Draft) -> bool:
    """Tell whether ``signature`` is what a draft was sent back or refused by."""
    return (
        signature is not None
        and signature.ruling in (Ruling.RETURNED, Ruling.REJECTED)
        and draft.status is received_as(signature, Status.RECEIVED)
        and draft.status_reason == signature.opinion
    )


def _on_file(store: Store, approval: Approval, draft: Draft) -> bool:
    """Tell whether a draft's form is on file, now that ``approval`` stands as it does.

    A draft that was marked by hand, as its paper came in complete, stays so until a form of it was complete.
    """
    counts = approval.kind is FormKind.A or (approval.kind is FormKind.B and _own_news(store, draft))
    if not counts or store.months.is_closed(draft.quota_month):
        return draft.approval_on_file
    forms = living(store.approvals.of_draft(draft.id))
    if any(form.kind is approval.kind and form.course.complete for form in forms):
        return True
    passed = (each.step for each in approval.signatures if each.ruling is Ruling.PASSED)
    return draft.approval_on_file and approval.steps[-1] not in passed


def _own_news(store: Store, draft: Draft) -> bool:
    return store.units.group_of(draft.lead) is Group.OFFICE

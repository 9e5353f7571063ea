"""What a new form knows already, from its draft and from the forms before it (减负, row 35)."""

from datetime import date, time

from jinshi_desk.domain.approval_forms import Article, DepartmentFacts, PushFacts, UnitFacts
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.services.contacts import contacts
from jinshi_desk.store.database import Store

SUMMARY_ROOM = 120
"""Characters that a prefilled summary has at most: what the cell holds at its full size."""
_ENDS = "。！？；"


def unit_facts(store: Store, draft: Draft) -> UnitFacts:
    """Return what Form A of a draft says from the start."""
    last = store.approvals.last_facts(FormKind.A, draft.lead)
    known = last if isinstance(last, UnitFacts) else UnitFacts()
    phone = known.office_phone or contacts(store, draft.lead, draft.received_on).office_phone
    asked = store.commissions.of_draft(draft.id)
    return UnitFacts(
        office_phone=phone,
        outlet=known.outlet,
        summary=summary_of(draft.body),
        commission_number=str(asked[0].id) if asked else "",
    )


def department_facts(store: Store) -> DepartmentFacts:
    """Return what a Form B says from the start."""
    last = store.approvals.last_facts(FormKind.B)
    return DepartmentFacts(channel=last.channel) if isinstance(last, DepartmentFacts) else DepartmentFacts()


def push_facts(store: Store, pushed_on: date) -> PushFacts:
    """Return what the Form C of a push says from the start: the year's next push, at the hour of the last."""
    last = store.approvals.last_facts(FormKind.C)
    number = store.approvals.last_push(pushed_on.year) + 1
    at: time | None = last.scheduled_at if isinstance(last, PushFacts) else None
    return PushFacts(pushed_on, number, at, last.publisher if isinstance(last, PushFacts) else "")


def article_of(store: Store, draft: Draft) -> Article:
    """Return a draft as a line of a form, with what its Form A said of pictures and source."""
    found = Article(draft.id, draft.number, draft.title, draft.lead)
    for form in reversed(store.approvals.of_draft(draft.id)):
        if isinstance(form.facts, UnitFacts) and not form.voided:
            said = form.facts
            return Article(
                found.draft,
                found.number,
                found.title,
                found.unit,
                photos=said.photos,
                videos=said.videos,
                reprinted_from=said.reprinted_from,
            )
    return found


def summary_of(body: str) -> str:
    """Return the first sentences of a text, as many as the cell of 内容摘要 holds; a long one is cut."""
    paragraph = next((line.strip() for line in body.splitlines() if line.strip()), "")
    if len(paragraph) <= SUMMARY_ROOM:
        return paragraph
    head = paragraph[:SUMMARY_ROOM]
    end = max(head.rfind(mark) for mark in _ENDS)
    return head[: end + 1] if end >= 0 else f"{head[:-1]}…"

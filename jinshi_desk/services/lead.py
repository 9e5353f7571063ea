"""The desk for leads (线索): found at a unit, given to a 组室, written up or laid aside."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jinshi_desk.domain import leads
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Category, Draft, NewDraft, Status, clean_line, title_key
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.leads import Lead, LeadState, NewLead
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.named_units import office_problems, unit_problems
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store

_NAME = "线索"
_GONE = frozenset({Status.VOID, Status.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Followed:
    """A lead, the draft made of it, and the day that was first adopted."""

    event: Lead
    draft: Draft | None
    adopted_on: date | None

    @property
    def state(self) -> LeadState:
        return self.event.state(self.adopted_on)


class LeadDesk:
    """What a clerk does with leads."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def check(self, new: NewLead) -> tuple[Problem, ...]:
        """Return everything odd in a new lead."""
        return tuple(self._problems(new))

    def record(self, new: NewLead) -> int:
        """Record a lead, perhaps with the 组室 in charge.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        new = replace(new, subject=clean_line(new.subject))
        refuse_bad(self._problems(new))
        with self._store.writing("lead", Topic.LEADS) as act:
            row = self.write(new)
            act.subject = _subject(row)
            act.after = _facts(self._store.leads.get(row))
        self._undo.remember(act.subject, lambda: self._take_back(row))
        return row

    def write(self, new: NewLead) -> int:
        """Write a checked lead, inside the caller's act."""
        return self._store.leads.add(new)

    def check_assignment(self, lead: int, office: str, on: date) -> tuple[Problem, ...]:
        """Return what keeps a lead from being given to ``office`` on a day."""
        return tuple(self._assignment_problems(self._given(lead, office, on)))

    def assign(self, lead: int, office: str, on: date) -> None:
        """Give a lead to a 组室; one that was laid aside is taken up again.

        Raises:
            NotFileable: it is no 组室, or the day can't be.
            AlreadyDecided: the lead was struck out.
        """
        given = self._given(self._standing(lead, "交办").id, office, on)
        refuse_bad(self._assignment_problems(given))
        self._settle("assign_lead", given)

    def proposal(self, lead: int) -> NewDraft:
        """Return the draft to be made of a lead: of the unit and its 组室, so that both are credited."""
        found = self._store.leads.get(lead)
        return NewDraft(found.subject, found.credited, Category.EXPERIENCE, self._today())

    def check_draft(self, lead: int, number: str | None) -> tuple[Problem, ...]:
        """Return everything odd in saying that the draft ``number`` came of a lead."""
        return tuple(self._draft_problems(self._store.leads.get(lead), number))

    def write_up(self, lead: int, number: str) -> None:
        """Note the draft that came of a lead. Points are the draft's own: this books none.

        Raises:
            NotFileable: the draft can't be of this lead.
            AlreadyDecided: the lead was struck out.
        """
        found = self._standing(lead, "登记成稿")
        refuse_bad(self._draft_problems(found, number))
        draft = self._store.drafts.get(number)
        self._settle("write_up", replace(found, draft=draft.id, shelved_on=None, shelved=""))

    def shelve(self, lead: int, on: date, reason: str) -> None:
        """Lay a lead aside.

        Raises:
            ReasonMissing: there is no reason.
            NotFileable: the day can't be.
            AlreadyDecided: the lead was struck out, or a draft came of it.
        """
        if not reason.strip():
            raise ReasonMissing("搁置线索")
        found = self._standing(lead, "搁置")
        if followed(self._store, found).draft is not None:
            raise AlreadyDecided(_NAME, "成稿", "搁置")
        refuse_bad(leads.shelving_problems(found, on, self._today()))
        self._settle("shelve", replace(found, draft=None, shelved_on=on, shelved=clean_line(reason)))

    def void(self, lead: int, reason: str) -> None:
        """Strike out a lead, as if it had never been.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
        """
        if not reason.strip():
            raise ReasonMissing(f"作废{_NAME}")
        self._void("void_lead", self._standing(lead, "作废"), reason.strip())
        self._undo.remember(_subject(lead), lambda: self._stand(lead))

    def _problems(self, new: NewLead) -> Iterator[Problem]:
        yield from leads.problems(new, self._today())
        yield from unit_problems(self._store, new.unit, new.found_on)
        yield from office_problems(self._store, new.office, new.found_on)
        key = title_key(new.subject)
        for known in self._store.leads.all():
            if key and not known.voided and (known.unit, title_key(known.subject)) == (new.unit, key):
                yield Problem("lead", "found_before", detail=f"{known.found_on:%m-%d}")
                return

    def _given(self, lead: int, office: str, on: date) -> Lead:
        found = self._store.leads.get(lead)
        return replace(found, office=office, assigned_on=on, shelved_on=None, shelved="")

    def _assignment_problems(self, given: Lead) -> Iterator[Problem]:
        yield from leads.assignment_problems(given, self._today())
        yield from office_problems(self._store, given.office, given.assigned_on or given.found_on)

    def _draft_problems(self, lead: Lead, number: str | None) -> Iterator[Problem]:
        if not number:
            yield Problem("draft", "missing")
            return
        if not self._store.drafts.exists(number):
            yield Problem("draft", "unknown", detail=number)
            return
        draft = self._store.drafts.get(number)
        named = [unit for unit in lead.credited if unit in draft.units]
        if not named:
            yield Problem("draft", "unrelated", detail=number)
        elif len(named) < len(lead.credited):
            yield Problem("draft", "lacks_one", Severity.WARN)
        if draft.status in _GONE:
            yield Problem("draft", "gone", detail=number)
        others = self._store.leads.of_draft(draft.id)
        if any(other.id != lead.id and not other.voided for other in others):
            yield Problem("draft", "of_another_lead", Severity.WARN, number)

    def _standing(self, lead: int, act: str) -> Lead:
        found = self._store.leads.get(lead)
        if found.voided:
            raise AlreadyDecided(_NAME, "作废", act)
        return found

    def _settle(self, name: str, settled: Lead) -> None:
        before = self._store.leads.get(settled.id)
        subject = self._write(name, before, settled)
        self._undo.remember(subject, lambda: self._write("undo", self._standing(before.id, "撤销"), before))

    def _write(self, name: str, before: Lead, after: Lead) -> str:
        """Write what became of a lead; a draft that is named has it in its history."""
        with self._store.writing(name, Topic.LEADS) as act:
            self._store.leads.settle(after)
            draft = after.draft or before.draft
            act.subject = self._store.drafts.by_id(draft).number if draft else _subject(after.id)
            old, new = _facts(before), _facts(after)
            act.before = {key: value for key, value in old.items() if new[key] != value}
            act.after = {"lead": after.id} | {key: new[key] for key in new if old[key] != new[key]}
        return act.subject

    def _take_back(self, lead: int) -> None:
        found = self._standing(lead, "撤销")
        if followed(self._store, found).draft is not None:
            raise UndoOvertaken(found.subject)
        self._void("undo", found, "撤销登记")

    def _void(self, name: str, found: Lead, reason: str) -> None:
        with self._store.writing(name, Topic.LEADS) as act:
            self._store.leads.void(found.id, reason)
            act.subject, act.before, act.after = _subject(found.id), _facts(found), {"voided": reason}

    def _stand(self, lead: int) -> None:
        """Let a lead stand again that was struck out."""
        with self._store.writing("undo", Topic.LEADS) as act:
            self._store.leads.void(lead, "")
            act.subject = _subject(lead)
            act.after = _facts(self._store.leads.get(lead))


def followed(store: Store, lead: Lead) -> Followed:
    """Return a lead with what came of it; a draft that is gone came to nothing."""
    draft = store.drafts.by_id(lead.draft) if lead.draft is not None else None
    if draft is None or draft.status in _GONE:
        return Followed(replace(lead, draft=None), None, None)
    return Followed(lead, draft, store.leads.adopted_on(draft.id))


def write_into(store: Store, act: Act, lead: int, number: str) -> None:
    """Note inside ``act`` that the draft just logged was made of a lead."""
    found = store.leads.get(lead)
    draft = store.drafts.get(number).id
    store.leads.settle(replace(found, draft=draft, shelved_on=None, shelved=""))
    act.after = {**act.after, "lead": lead}


def _subject(lead: int) -> str:
    return f"lead {lead}"


def _facts(lead: Lead) -> dict[str, Any]:
    return {
        "unit": lead.unit,
        "subject": lead.subject,
        "found_on": lead.found_on.isoformat(),
        "office": lead.office or None,
        "assigned_on": lead.assigned_on.isoformat() if lead.assigned_on else None,
        "draft": lead.draft,
        "shelved_on": lead.shelved_on.isoformat() if lead.shelved_on else None,
        "shelved": lead.shelved,
    }

"""The register's desk: log drafts and follow their life."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from jinshi_desk.domain import drafts
from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft, NewDraft, Status
from jinshi_desk.domain.errors import WrongStatus
from jinshi_desk.domain.ledger import Booked, standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.returns import Return
from jinshi_desk.domain.versions import Content
from jinshi_desk.services.booking import quota_month
from jinshi_desk.services.draft_checks import DraftChecks
from jinshi_desk.services.draft_records import facts, note
from jinshi_desk.services.draft_steps import TOPICS, DraftSteps, refuse_closed
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.lead import write_into
from jinshi_desk.services.register_list import RegisterList, Spelled
from jinshi_desk.services.versions import VersionDesk
from jinshi_desk.store import spelling
from jinshi_desk.store.audit import Act, Record
from jinshi_desk.store.database import Store

if TYPE_CHECKING:
    from jinshi_desk.services.progress import Progress


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """Everything about one draft that its form shows."""

    draft: Draft
    adoptions: tuple[Adoption, ...]
    entries: tuple[Booked, ...]
    """The entries that stand, of units and people, oldest first."""
    closed: bool = False
    """It counts for a closed month, so only its adoptions and its end can still be written."""

    @property
    def cents(self) -> int:
        """What the lead unit earned by it."""
        return sum(entry.cents for entry in self.entries if entry.unit == self.draft.lead)


class RegisterDesk(RegisterList):
    """What a clerk does in 报送登记."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        super().__init__(store)
        self._today = today
        self._undo = undo
        self._steps = DraftSteps(store, today, undo)
        self._checks = DraftChecks(store, today)

    def open(self, number: str) -> OpenDraft:
        """Return a draft with its adoptions and points.

        Raises:
            UnknownDraft: there is none of this number.
        """
        draft = self._store.drafts.get(number)
        entries = standing(self._store.ledger.of_draft(draft.id))
        closed = self._store.months.is_closed(draft.quota_month)
        return OpenDraft(draft, self._store.adoptions.of_draft(draft.id), entries, closed)

    def history(self, number: str) -> tuple[Record, ...]:
        """Return what was done to a draft, alone or among several, oldest first; of each act its own part."""
        return tuple(_part(record, number) for record in self._store.audit.of(number))

    def outlets(self) -> tuple[Outlet, ...]:
        """Return every outlet, in the office's order."""
        return self._store.outlets.all()

    def spelled_outlets(self) -> list[Spelled]:
        """Return the outlets with their spelling."""
        spellings = self._store.outlets.spellings()
        return [Spelled(outlet.id, outlet.name, *spellings[outlet.id]) for outlet in self.outlets()]

    def spelled_people(self, unit: str | None = None) -> list[Spelled]:
        """Return the people there are, those of ``unit`` first; of namesakes without a mark the first."""
        people = self._store.people.spelled(unit or "", self._today())
        first = {label: person for person, label, *_ in reversed(people)}
        return [
            Spelled(str(person), label, *spelt) for person, label, *spelt in people if first[label] == person
        ]

    def spelled_tags(self) -> list[Spelled]:
        """Return the topics in use, the most frequent first."""
        return [Spelled(tag, tag, *spelt) for tag, *spelt in self._store.tags.spelled()]

    def learn_to_spell(self, _progress: "Progress") -> None:
        """Read the dictionary of pinyin: the first draft that is filed need not wait for it then."""
        spelling.syllables("")

    def check(self, draft: NewDraft, number: str | None = None) -> tuple[Problem, ...]:
        """Return everything odd in ``draft``; ``number`` names the draft that is being revised."""
        return tuple(self._checks.problems(draft, number))

    def log(self, draft: NewDraft, *, accepted: bool = False, lead: int | None = None) -> str:
        """File a new draft, as 收稿 or already accepted, and return its number.

        ``lead`` is what it was made of.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        draft = drafts.cleaned(draft)
        refuse_bad(self._checks.problems(draft, None))
        topics = () if lead is None else (Topic.LEADS,)
        with self._store.writing("log", *TOPICS, Topic.PEOPLE, *topics) as act:
            number = self.write(act, draft, Status.ACCEPTED if accepted else Status.RECEIVED)
            if lead is not None:
                write_into(self._store, act, lead, number)
        self._undo.remember(number, lambda: self._steps.unlog(number))
        return number

    def write(self, act: Act, draft: NewDraft, status: Status, batch: int | None = None) -> str:
        """Write a checked draft inside ``act`` and return its number."""
        number = draft.number or self._store.drafts.next_number(draft.received_on.year)
        month = self._quota_month(draft)
        row = self._store.drafts.add(draft, number, month, status, self._store.now(), batch)
        act.subject = number
        act.after = facts(self._store.drafts.by_id(row))
        return number

    def revise(self, number: str, new: NewDraft) -> None:
        """File what the form says now.

        Raises:
            NotFileable: it has problems that must be put right first.
            MonthClosed: the draft counts for a closed month.
            WrongStatus: the draft is void or withdrawn.
        """
        old = self._living(number, "改")
        new = drafts.cleaned(new)
        refuse_bad(self._checks.problems(new, number))
        self._revise("revise", old, new)
        self._undo.remember(number, lambda: self._take_back(self._living(number, "改"), old))

    def become(self, numbers: Sequence[str], then: Status, reason: str = "") -> None:
        """Take drafts a step on, all of them or none, in one act; every loss wants a reason.

        Raises:
            UnknownDraft, WrongStatus, ReasonMissing, MonthClosed: one of them can't; none was taken.
        """
        self._steps.become(numbers, then, reason)

    def accept(self, number: str) -> None:
        """Accept as valid."""
        self.become([number], Status.ACCEPTED)

    def return_(self, number: str, *reasons: str, remark: str = "") -> None:
        """Send back for revision, today."""
        self._steps.send_back([number], Return.of(self._today(), reasons, remark))

    def reject(self, number: str, reason: str) -> None:
        """Decide not to take it."""
        self.become([number], Status.REJECTED, reason)

    def withdraw(self, number: str, reason: str) -> None:
        """Note that the unit took it back."""
        self.become([number], Status.WITHDRAWN, reason)

    def void(self, number: str, reason: str) -> None:
        """Void a draft; its points are reversed."""
        self.become([number], Status.VOID, reason)

    def resubmit(self, number: str, back_on: date, content: Content | None = None) -> None:
        """Take a returned draft in again, as ``VersionDesk.resubmit`` does."""
        VersionDesk(self._store, self._today, self._undo).resubmit(number, back_on, content)

    def _quota_month(self, draft: NewDraft) -> Month:
        return quota_month(self._store, draft.received_on, makeup=draft.makeup)

    def _living(self, number: str, act: str) -> Draft:
        """Return a draft that may still be changed."""
        draft = self._store.drafts.get(number)
        if draft.status in (Status.VOID, Status.WITHDRAWN):
            raise WrongStatus(number, draft.status, act)
        refuse_closed(self._store, draft.quota_month)
        return draft

    def _take_back(self, now: Draft, old: Draft) -> None:
        refuse_closed(self._store, old.quota_month)
        self._revise("undo", now, old)

    def _revise(self, name: str, old: Draft, new: NewDraft) -> None:
        with self._store.writing(name, *TOPICS, Topic.PEOPLE) as act:
            self._store.drafts.revise(old, new, self._quota_month(new))
            note(self._store, act, [old])


def _part(record: Record, number: str) -> Record:
    """Return what a record of an act on several drafts says of one of them."""
    changes = record.after.get("changes")
    if changes is None:
        return record
    after = changes[number] | {"numbers": record.after["numbers"]}
    return replace(record, before=record.before["changes"][number], after=after)

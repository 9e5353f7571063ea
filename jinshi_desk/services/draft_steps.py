"""The steps in the life of drafts: one act for one draft or for many, all of them or none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft, Status, may_become
from jinshi_desk.domain.errors import MonthClosed, ReasonMissing, WrongStatus
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.returns import Return
from jinshi_desk.domain.returns import problems as return_problems
from jinshi_desk.services.draft_records import note
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.releasing import refuse_dispatch
from jinshi_desk.store.database import Store

TOPICS = (Topic.DRAFTS, Topic.ADOPTIONS, Topic.POINTS)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a draft stands, and since when; ``void_month`` books the loss of a void one.

    ``returned`` is a return that is to be written down with it.
    """

    status: Status
    reason: str
    since: date
    quota_month: Month
    void_month: Month | None = None
    returned: Return | None = None


class DraftSteps:
    """Takes drafts from one status to the next, and back."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def become(self, numbers: Sequence[str], then: Status, reason: str) -> None:
        """Take drafts a step on, in one act.

        Raises:
            UnknownDraft, WrongStatus, ReasonMissing, MonthClosed, NotSigned: one can't; none was taken.
        """
        if then is Status.RETURNED:
            self.send_back(numbers, Return.of(self._today(), (reason,)))
            return
        found = self._found(numbers)
        if not found:
            return
        for draft in found:
            refuse_step(draft, then)
            if then is not Status.ACCEPTED and not reason.strip():
                raise ReasonMissing(then)
            if then is Status.DISPATCHED:
                refuse_dispatch(self._store, draft.number)
            if then is not Status.VOID:  # a void draft of a closed month books its loss in the open one
                refuse_closed(self._store, draft.quota_month)
        month = max(Month.of(self._today()), self._store.months.open_from()) if then is Status.VOID else None
        taken = {
            draft: Standing(then, reason.strip(), self._today(), draft.quota_month, month) for draft in found
        }
        self.take(f"become_{then}", taken)

    def send_back(self, numbers: Sequence[str], returned: Return) -> None:
        """Return drafts to their units for revision, in one act (§2).

        Raises:
            UnknownDraft, WrongStatus, ReasonMissing, MonthClosed: one of them can't; none was returned.
            NotFileable: the day is in the future, or before one of them came in.
        """
        found = self._found(numbers)
        for draft in found:
            refuse_step(draft, Status.RETURNED)
            refuse_closed(self._store, draft.quota_month)
            came_on = self._store.versions.came_on(draft)
            refuse_bad(return_problems(returned, came_on, self._today()))
        if found and not returned.reasons:
            raise ReasonMissing(Status.RETURNED)
        taken = {
            draft: Standing(Status.RETURNED, returned.said, returned.on, draft.quota_month, returned=returned)
            for draft in found
        }
        if taken:
            self.take("become_returned", taken)

    def take(self, name: str, steps: Mapping[Draft, Standing]) -> None:
        """Take each draft to a standing that was checked, in one act that can be taken back."""
        before = {draft: self.standing(draft) for draft in steps}
        months = {standing.void_month or standing.quota_month for standing in steps.values()}
        subject = self._write(name, steps)
        self._undo.remember(subject, lambda: self._take_back(before, months))

    def standing(self, draft: Draft) -> Standing:
        """Return how a draft that is not void stands now."""
        since = self._store.drafts.status_on(draft.id)
        return Standing(draft.status, draft.status_reason, since, draft.quota_month)

    def unlog(self, number: str) -> None:
        """Undo a registration: void, but with no month that books the loss, as it never was received."""
        draft = self._store.drafts.get(number)
        refuse_closed(self._store, draft.quota_month)
        void = replace(self.standing(draft), status=Status.VOID, reason="撤销登记", since=self._today())
        self._write("undo", {draft: void})

    def _found(self, numbers: Sequence[str]) -> list[Draft]:
        return [self._store.drafts.get(number) for number in dict.fromkeys(numbers)]

    def _take_back(self, before: Mapping[Draft, Standing], months: set[Month]) -> None:
        refuse_closed(self._store, *months)
        self._write("undo", {self._store.drafts.by_id(draft.id): old for draft, old in before.items()})

    def _write(self, name: str, steps: Mapping[Draft, Standing]) -> str:
        with self._store.writing(name, *TOPICS) as act:
            for draft, new in steps.items():
                if draft.status is Status.RETURNED and name == "undo":
                    self._store.returns.take_back(draft.id)
                self._store.drafts.set_status(draft.id, new.status, new.reason, new.since, new.void_month)
                if new.returned is not None:
                    self._store.returns.add(draft.id, draft.version, new.returned)
            note(self._store, act, list(steps))
        return act.subject


def refuse_step(draft: Draft, then: Status) -> None:
    """Refuse a step that the office does not know.

    Raises:
        WrongStatus: a draft that stands so does not become ``then``.
    """
    if not may_become(draft.status, then):
        raise WrongStatus(draft.number, draft.status, then)


def refuse_closed(store: Store, *months: Month) -> None:
    """Refuse what would move a closed month.

    Raises:
        MonthClosed: one of ``months`` is closed.
    """
    for month in months:
        if store.months.is_closed(month):
            raise MonthClosed(month.label)

"""历次稿: a returned draft comes in again under its number; versions are kept, compared, remarked on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from jinshi_desk.domain import comparing, drafts
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.comparing import Comparison
from jinshi_desk.domain.drafts import Draft, Status
from jinshi_desk.domain.errors import ClosedToResubmission, UnknownVersion, WrongStatus
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.returns import Return, resubmission_problems
from jinshi_desk.domain.versions import Content, NewRemark, Version, content_of, remark_problems
from jinshi_desk.services.booking import quota_month
from jinshi_desk.services.draft_checks import DraftChecks
from jinshi_desk.services.draft_records import note
from jinshi_desk.services.draft_steps import TOPICS, refuse_closed
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a returned draft counts as when it comes back, and until when it would have been in time."""

    received_on: date
    quota_month: Month
    deadline: date
    in_time: bool


class VersionDesk:
    """What a clerk does with the versions of a draft."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo
        self._checks = DraftChecks(store, today)

    # --- taken in again

    def receipt(self, number: str, back_on: date) -> Receipt:
        """Return what a returned draft counts as if it comes back on ``back_on`` (§3.4).

        Raises:
            UnknownDraft: there is none of this number.
            WrongStatus: it was not returned.
            ClosedToResubmission: its month is closed.
        """
        return self._receipt(self._returned(number), back_on)

    def check(
        self, number: str, back_on: date, content: Content, *, duplicate_confirmed: bool = False
    ) -> tuple[Problem, ...]:
        """Return everything odd in what came back; of a day, its field is ``back_on``."""
        draft = replace(self._returned(number), duplicate_confirmed=duplicate_confirmed)
        return tuple(self._problems(draft, back_on, content))

    def resubmit(
        self,
        number: str,
        back_on: date,
        content: Content | None = None,
        *,
        duplicate_confirmed: bool = False,
    ) -> Receipt:
        """Take a returned draft in again, as it was or as ``content`` says; what it said before is kept.

        Within three working days it keeps its first day of receipt, later it counts from the new one.
        ``duplicate_confirmed`` says that another draft of the same title is another one.

        Raises:
            UnknownDraft, WrongStatus, ClosedToResubmission: as ``receipt``.
            NotFileable: it has problems that must be put right first.
        """
        draft = self._returned(number)
        said = content_of(drafts.cleaned((content or content_of(draft)).within(draft)))
        asked = replace(draft, duplicate_confirmed=duplicate_confirmed)
        refuse_bad(self._problems(asked, back_on, said))
        receipt = self._receipt(draft, back_on)
        returned_on = self._store.drafts.status_on(draft.id)
        renewed = replace(said.within(draft), received_on=receipt.received_on)
        with self._store.writing("resubmit", *TOPICS, Topic.PEOPLE) as act:
            self._store.versions.keep(draft, back_on)
            self._store.drafts.revise(draft, renewed, receipt.quota_month)
            self._store.drafts.set_status(draft.id, Status.RECEIVED, "", back_on, None)
            note(self._store, act, [draft])
        self._undo.remember(number, lambda: self._take_back(draft, returned_on))
        return receipt

    # --- read

    def versions(self, number: str) -> tuple[Version, ...]:
        """Return every version of a draft, the present one last.

        Raises:
            UnknownDraft: there is none of this number.
        """
        return versions_of(self._store, self._store.drafts.get(number))

    def compare(self, number: str, old: int, new: int) -> Comparison:
        """Compare two versions of a draft, whichever is asked for first being the old one.

        Raises:
            UnknownDraft: there is none of this number.
            UnknownVersion: it has no such version.
        """
        versions = {each.number: each for each in self.versions(number)}
        for asked in (old, new):
            if asked not in versions:
                raise UnknownVersion(number, asked, len(versions))
        return comparing.compare(versions[old].content, versions[new].content)

    # --- remarked on

    def remark(self, number: str, new: NewRemark) -> int:
        """Keep a remark on the present version of a draft (article row 25); return its id.

        Raises:
            UnknownDraft: there is none of this number.
            NotFileable: nothing was said, or nobody said it.
        """
        draft = self._store.drafts.get(number)
        refuse_bad(remark_problems(new))
        said = NewRemark(drafts.clean_text(new.said).strip(), drafts.clean_line(new.said_by))
        with self._store.writing("remark", Topic.DRAFTS) as act:
            remark = self._store.versions.remark(draft, said, self._today())
            act.subject = number
            act.after = {"remark": said.said, "said_by": said.said_by, "version": draft.version}
        self._undo.remember(number, lambda: self._take_remark_back(number, remark, said))
        return remark

    def _returned(self, number: str) -> Draft:
        """Return a draft that may be taken in again."""
        draft = self._store.drafts.get(number)
        if draft.status is not Status.RETURNED:
            raise WrongStatus(number, draft.status, "重新收稿")
        if self._store.months.is_closed(draft.quota_month):
            raise ClosedToResubmission(draft.quota_month.label)
        return draft

    def _receipt(self, draft: Draft, back_on: date) -> Receipt:
        returned = Return(self._store.drafts.status_on(draft.id), ())
        deadline = returned.deadline(self._store.holidays.calendar())
        in_time = back_on <= deadline
        received_on = draft.received_on if in_time else back_on
        month = quota_month(self._store, received_on, makeup=draft.makeup)
        return Receipt(received_on, month, deadline, in_time)

    def _problems(self, draft: Draft, back_on: date, content: Content) -> Iterator[Problem]:
        returned_on = self._store.drafts.status_on(draft.id)
        wrong_day = tuple(resubmission_problems(back_on, returned_on, self._today()))
        yield from wrong_day
        day = draft.received_on if wrong_day else self._receipt(draft, back_on).received_on
        renewed = replace(content.within(draft), received_on=day)
        for problem in self._checks.problems(renewed, draft.number):
            yield replace(problem, field="back_on") if problem.field == "received_on" else problem

    def _take_back(self, old: Draft, returned_on: date) -> None:
        now = self._store.drafts.by_id(old.id)
        refuse_closed(self._store, old.quota_month, now.quota_month)
        with self._store.writing("undo", *TOPICS, Topic.PEOPLE) as act:
            self._store.versions.take_back(old.id)
            self._store.drafts.revise(now, old, old.quota_month)
            self._store.drafts.set_status(old.id, old.status, old.status_reason, returned_on, None)
            note(self._store, act, [now])

    def _take_remark_back(self, number: str, remark: int, said: NewRemark) -> None:
        with self._store.writing("undo", Topic.DRAFTS) as act:
            self._store.versions.take_remark_back(remark)
            act.subject = number
            act.before = {"remark": said.said, "said_by": said.said_by}


def versions_of(store: Store, draft: Draft) -> tuple[Version, ...]:
    """Return every version of ``draft``, the present one last."""
    returned = store.returns.of_draft(draft.id)
    remarks = store.versions.remarks(draft.id).get(draft.version, ())
    now = Version(draft.version, store.versions.came_on(draft), content_of(draft), remarks=remarks)
    found = (*store.versions.before(draft.id), now)
    return tuple(replace(each, returned=returned.get(each.number)) for each in found)

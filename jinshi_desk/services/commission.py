"""The desk for commissions (约稿): asked of a unit, delivered on time, late or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain import commissions, drafts
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.commissions import Commission, NewCommission, Outcome
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.services.booking import book_commission
from jinshi_desk.services.draft_steps import refuse_closed
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.named_units import unit_problems
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store

_TOPICS = (Topic.COMMISSIONS, Topic.POINTS)


class CommissionDesk:
    """What a clerk does with commissions."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def all(self, month: Month | None = None) -> tuple[Commission, ...]:
        """Return every commission, or those due in ``month``, those struck out included."""
        return self._store.commissions.all(month)

    def check(self, new: NewCommission) -> tuple[Problem, ...]:
        """Return everything odd in a new commission."""
        return tuple(self._problems(new))

    def record(self, new: NewCommission) -> int:
        """Record that a piece was asked for.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        new = _cleaned(new)
        refuse_bad(self._problems(new))
        with self._store.writing("commission", *_TOPICS) as act:
            row = self.write(new)
            act.subject = f"commission {row}"
            act.after = _facts(self._store.commissions.get(row))
        self._undo.remember(f"commission {row}", lambda: self._take_back(row))
        return row

    def write(self, new: NewCommission) -> int:
        """Write a checked commission, inside the caller's act."""
        return self._store.commissions.add(new)

    def check_delivery(self, commission: int, on: date, number: str | None = None) -> tuple[Problem, ...]:
        """Return everything odd in a delivery ``on`` that day, by the draft ``number`` where it is filed."""
        return tuple(self._delivery_problems(self._store.commissions.get(commission), on, number))

    def deliver(self, commission: int, on: date, number: str | None = None) -> None:
        """Note that a commission was delivered; while its month is open, this also corrects what was noted.

        Raises:
            NotFileable: it has problems that must be put right first.
            AlreadyDecided: it was struck out.
            MonthClosed: what became of it is booked in a closed month.
        """
        found = self._open(commission, "登记交稿")
        refuse_bad(self._delivery_problems(found, on, number))
        draft = self._store.drafts.get(number).id if number else None
        self._settle("deliver", replace(found, delivered_on=on, draft=draft, not_done_on=None))

    def mark_not_done(self, commission: int, on: date) -> None:
        """Note that nothing came, and nothing will. Raises as ``deliver`` does."""
        found = self._open(commission, "记为未交")
        refuse_bad(commissions.not_done_problems(found, on, self._today()))
        self._settle("not_done", replace(found, not_done_on=on, delivered_on=None, draft=None))

    def write_outcome(self, commission: Commission) -> None:
        """Write what became of a commission and book it, inside the caller's act."""
        booked = commissions.booking_month(commission, self._store.months.open_from())
        commission = replace(commission, booked_month=booked)
        self._store.commissions.settle(commission)
        book_commission(self._store, commission)

    def void(self, commission: int, reason: str) -> None:
        """Strike out a commission, as if it had never been.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
            MonthClosed: what became of it is booked in a closed month.
        """
        if not reason.strip():
            raise ReasonMissing("作废约稿")
        subject = self._void("void_commission", self._open(commission, "作废"), reason.strip())
        self._undo.remember(subject, lambda: self._stand(commission))

    def _problems(self, new: NewCommission) -> Iterator[Problem]:
        yield from commissions.problems(new, self._today())
        yield from unit_problems(self._store, new.unit, new.asked_on)

    def _delivery_problems(self, found: Commission, on: date, number: str | None) -> Iterator[Problem]:
        yield from commissions.delivery_problems(found, on, self._today())
        if number is None:
            return
        if not self._store.drafts.exists(number):
            yield Problem("draft", "unknown", detail=number)
            return
        draft = self._store.drafts.get(number)
        if found.unit not in draft.units:
            yield Problem("draft", "other_unit", detail=number)
        if draft.status in (drafts.Status.VOID, drafts.Status.WITHDRAWN):
            yield Problem("draft", "gone", detail=number)
        others = self._store.commissions.of_draft(draft.id)
        if any(other.id != found.id and not other.voided for other in others):
            yield Problem("draft", "answers_another", Severity.WARN, number)

    def _open(self, commission: int, act: str) -> Commission:
        """Return a commission that may still be changed."""
        found = self._store.commissions.get(commission)
        if found.voided:
            raise AlreadyDecided("约稿", "作废", act)
        refuse_closed(self._store, *filter(None, [found.booked_month]))
        return found

    def _settle(self, name: str, settled: Commission) -> None:
        before = self._store.commissions.get(settled.id)
        with self._store.writing(name, *_TOPICS) as act:
            self.write_outcome(settled)
            self._note(act, before)
        self._undo.remember(act.subject, lambda: self._restore(before))

    def _restore(self, before: Commission) -> None:
        now = self._open(before.id, "撤销")
        with self._store.writing("undo", *_TOPICS) as act:
            self.write_outcome(before)
            self._note(act, now)

    def _take_back(self, commission: int) -> None:
        found = self._open(commission, "撤销")
        if found.outcome is not Outcome.PENDING:
            raise UndoOvertaken(found.subject)
        self._void("undo", found, "撤销登记")

    def _stand(self, commission: int) -> None:
        """Let a commission stand again that was struck out."""
        found = self._store.commissions.get(commission)
        refuse_closed(self._store, *filter(None, [found.booked_month]))
        with self._store.writing("undo", *_TOPICS) as act:
            self._store.commissions.void(commission, "")
            book_commission(self._store, self._store.commissions.get(commission))
            self._note(act, found)
            act.after["standing"] = commission

    def _void(self, name: str, found: Commission, reason: str) -> str:
        with self._store.writing(name, *_TOPICS) as act:
            self._store.commissions.void(found.id, reason)
            book_commission(self._store, self._store.commissions.get(found.id))
            self._note(act, found)
            act.after["voided"] = reason
        return act.subject

    def _note(self, act: Act, before: Commission) -> None:
        """Write what changed into the act's record; a draft that is named has it in its history."""
        after = self._store.commissions.get(before.id)
        draft = after.draft or before.draft
        act.subject = self._store.drafts.by_id(draft).number if draft else f"commission {before.id}"
        old, new = _facts(before), _facts(after)
        act.before = {key: value for key, value in old.items() if new[key] != value}
        act.after = {"commission": before.id} | {key: new[key] for key in new if old[key] != new[key]}


def _cleaned(new: NewCommission) -> NewCommission:
    return replace(new, subject=clean_line(new.subject))


def _facts(commission: Commission) -> dict[str, Any]:
    return {
        "unit": commission.unit,
        "subject": commission.subject,
        "asked_on": commission.asked_on.isoformat(),
        "due_on": commission.due_on.isoformat(),
        "delivered_on": commission.delivered_on.isoformat() if commission.delivered_on else None,
        "draft": commission.draft,
        "not_done_on": commission.not_done_on.isoformat() if commission.not_done_on else None,
    }

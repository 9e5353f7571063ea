"""The desk for deductions (扣分): proposed by the research office, then confirmed or not."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain import deductions
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.deductions import Confirmation, Decision, Deduction, NewDeduction
from jinshi_desk.domain.drafts import Status, clean_line
from jinshi_desk.domain.errors import AlreadyDecided, MonthClosed, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment
from jinshi_desk.domain.rules import NO_FORM, DeductionRule
from jinshi_desk.services.booking import book_deduction
from jinshi_desk.services.condemned import Stood, acquit, condemn, restore, stand_again, stands
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store

_TOPICS = (Topic.DEDUCTIONS, Topic.DRAFTS, Topic.ADOPTIONS, Topic.POINTS)
_UNDONE = "撤销登记"
_WORDS = {
    Decision.CONFIRMED: "确认",
    Decision.REJECTED: "不予扣分",
    Decision.VOIDED: "作废",
    Decision.PROPOSED: "提出",
}


class DeductionDesk:
    """What a clerk does with deductions in 月通报."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def all(self, month: Month | None = None) -> tuple[Deduction, ...]:
        """Return every deduction, or those booked or proposed in ``month``, those struck out included."""
        return self._store.deductions.all(month)

    def types(self, day: date) -> Mapping[str, DeductionRule]:
        """Return the types of deduction that the rules in force on ``day`` know."""
        rules = self._store.rules.book().find(Month.of(day))
        return rules.deductions if rules else {}

    def check(self, new: NewDeduction) -> tuple[Problem, ...]:
        """Return everything odd in a proposal."""
        return tuple(self._problems(new))

    def propose(self, new: NewDeduction) -> int:
        """Record a proposal; it costs nothing until it is confirmed.

        Raises:
            NotFileable: it has problems that must be put right first.
        """
        new = _cleaned(new)
        refuse_bad(self._problems(new))
        with self._store.writing("propose_deduction", *_TOPICS) as act:
            row = self.write(new)
            self._note(act, row, _facts(self._store.deductions.get(row)))
        self._undo.remember(act.subject, lambda: self._take_back((row,)))
        return row

    def write(self, new: NewDeduction) -> int:
        """Write a checked proposal, inside the caller's act."""
        draft = self._store.drafts.get(new.draft).id if new.draft else None
        return self._store.deductions.add(new, draft)

    def propose_missing_forms(self, month: Month, proposed_by: str) -> tuple[int, ...]:
        """Propose a deduction for each draft of ``month`` without its form, each once; return the new ones.

        Each is dated by the books: the last day of the month, or the day a 补报 came in; while the month
        runs, today.

        Raises:
            NotFileable: nobody proposes it, or the rules do not know the type.
        """
        query = RegisterQuery(month, segment=Segment.FORM_MISSING)
        rows = self._store.register.page(query, 0, self._store.register.count(query))
        new = [
            self._form_missing(row, max(month.last_day, row.received_on), clean_line(proposed_by))
            for row in sorted(rows, key=lambda row: row.id)
            if not self._was_proposed(row.id, NO_FORM)
        ]
        for each in new:
            refuse_bad(self._problems(each))
        if not new:
            return ()
        with self._store.writing("propose_deductions", *_TOPICS) as act:
            written = tuple(self.write(each) for each in new)
            act.subject = "deductions"
            act.after = {"deductions": list(written), "numbers": [each.draft for each in new]}
        self._undo.remember("deductions", lambda: self._take_back(written))
        return written

    def _form_missing(self, row: RegisterRow, missing_on: date, proposed_by: str) -> NewDeduction:
        day = min(missing_on, self._today())
        rule = self.types(day).get(NO_FORM)
        reason = f"《{row.title}》{rule.name if rule else NO_FORM}"
        return NewDeduction(row.unit, NO_FORM, reason, day, proposed_by, draft=row.number)

    def check_confirmation(self, deduction: int, confirmed: Confirmation) -> tuple[Problem, ...]:
        """Return what keeps a deduction from being confirmed so."""
        return tuple(self._confirmation_problems(self._store.deductions.get(deduction), confirmed))

    def confirm(self, deduction: int, confirmed: Confirmation) -> None:
        """Confirm a proposal: it is booked, and a type that voids the draft does so in the same act.

        Raises:
            NotFileable: it has problems that must be put right first.
            AlreadyDecided: it is no proposal any more.
        """
        found = self._waiting(deduction, "确认")
        refuse_bad(self._confirmation_problems(found, confirmed))
        with self._store.writing("confirm_deduction", *_TOPICS) as act:
            before = self.write_confirmation(found, confirmed)
            self._note(act, deduction, _facts(self._store.deductions.get(deduction)))
            act.before = before
            act.after |= {"status": Status.VOID.value, "status_reason": found.reason} if before else {}
        self._undo.remember(act.subject, lambda: self._reopen(found))

    def write_confirmation(self, found: Deduction, confirmed: Confirmation) -> dict[str, Any]:
        """Write a checked confirmation and book it, inside the caller's act.

        Returns how the draft stood before it was voided, nothing where it was not: what the act's
        record keeps under ``before``, so that the draft can be given back.
        """
        decided = replace(
            confirmed,
            by=clean_line(confirmed.by),
            cents=found.cents if confirmed.cents is None else confirmed.cents,
        )
        month = max(Month.of(confirmed.on), self._store.months.open_from())
        self._store.deductions.confirm(found.id, decided, month)
        book_deduction(self._store, self._store.deductions.get(found.id))
        rule = self.types(confirmed.on).get(found.type)
        if found.draft is None or rule is None or not rule.void_item:
            return {}
        return condemn(self._store, self._store.drafts.get(found.draft), found.reason, self._today(), month)

    def reject(self, deduction: int, reason: str) -> None:
        """Decide against a proposal.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it is no proposal any more.
        """
        if not reason.strip():
            raise ReasonMissing("不予扣分")
        found = self._waiting(deduction, "不予扣分")
        with self._store.writing("reject_deduction", *_TOPICS) as act:
            self._store.deductions.reject(deduction, clean_line(reason))
            self._note(act, deduction, {"rejected": clean_line(reason)})
        self._undo.remember(act.subject, lambda: self._reopen(found))

    def void(self, deduction: int, reason: str) -> None:
        """Strike out a deduction, as if it had never been; a draft that it voided stands again.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
            MonthClosed: it is booked in a closed month, whose figures no longer change.
        """
        if not reason.strip():
            raise ReasonMissing("作废扣分")
        found = self._store.deductions.get(deduction)
        stood = stands(self._store, self._store.drafts.get(found.draft)) if found.draft else {}
        subject = self._void("void_deduction", (deduction,), clean_line(reason))
        self._undo.remember(subject, lambda: self._stand(found, stood))

    def write_void(self, found: Deduction, reason: str, before: Stood) -> None:
        """Strike out inside the caller's act; ``before`` is how the draft stood that it voided, if it did."""
        restore(self._store, found, before)
        self._store.deductions.void(found.id, reason)
        book_deduction(self._store, self._store.deductions.get(found.id))

    def _problems(self, new: NewDeduction) -> Iterator[Problem]:
        yield from deductions.problems(new, self.types(new.proposed_on), self._today())
        if new.unit and new.unit not in {unit.id for unit in self._store.units.all()}:
            yield Problem("unit", "unknown", detail=new.unit)
        if new.draft is None:
            return
        if not self._store.drafts.exists(new.draft):
            yield Problem("draft", "unknown", detail=new.draft)
            return
        draft = self._store.drafts.get(new.draft)
        if new.unit not in draft.units:
            yield Problem("draft", "other_unit", detail=new.draft)
        if self._was_proposed(draft.id, new.type, new.unit):
            yield Problem("draft", "proposed", Severity.WARN, new.draft)

    def _confirmation_problems(self, found: Deduction, confirmed: Confirmation) -> Iterator[Problem]:
        yield from deductions.confirmation_problems(found, confirmed, self._today())
        if found.type not in self.types(confirmed.on):
            yield Problem("type", "unknown", detail=found.type)

    def _was_proposed(self, draft: int, kind: str, unit: str | None = None) -> bool:
        """Tell whether a draft has such a deduction, decided on or not."""
        return any(
            other.type == kind and not other.voided and unit in (None, other.unit)
            for other in self._store.deductions.of_draft(draft)
        )

    def _waiting(self, deduction: int, act: str) -> Deduction:
        found = self._store.deductions.get(deduction)
        if found.decision is not Decision.PROPOSED:
            raise AlreadyDecided("扣分", _WORDS[found.decision], act)
        return found

    def _reopen(self, found: Deduction) -> None:
        """Make it the proposal again that it was."""
        self._refuse_closed(self._store.deductions.get(found.id))
        with self._store.writing("undo", *_TOPICS) as act:
            acquit(self._store, found)
            self._store.deductions.reopen(found.id, found.cents)
            book_deduction(self._store, self._store.deductions.get(found.id))
            self._note(act, found.id, {"decision": Decision.PROPOSED.value})

    def _take_back(self, written: tuple[int, ...]) -> None:
        for number in written:
            found = self._store.deductions.get(number)
            if found.decision is not Decision.PROPOSED:
                raise UndoOvertaken(found.draft or found.reason)
        self._void("undo", written, _UNDONE)

    def _stand(self, found: Deduction, stood: Stood) -> None:
        """Let a deduction stand again that was struck out, and its draft as it stood with it."""
        self._refuse_closed(found)
        with self._store.writing("undo", *_TOPICS) as act:
            self._store.deductions.void(found.id, "")
            book_deduction(self._store, self._store.deductions.get(found.id))
            if found.draft is not None:
                stand_again(self._store, self._store.drafts.get(found.draft), stood)
            self._note(act, found.id, {"decision": found.decision.value})

    def _void(self, name: str, numbers: tuple[int, ...], reason: str) -> str:
        found = [self._store.deductions.get(number) for number in numbers]
        for each in found:
            if each.voided:
                raise AlreadyDecided("扣分", _WORDS[Decision.VOIDED], "作废")
            self._refuse_closed(each)
        with self._store.writing(name, *_TOPICS) as act:
            for each in found:
                acquit(self._store, each)
                self._store.deductions.void(each.id, reason)
                book_deduction(self._store, self._store.deductions.get(each.id))
            self._note(act, found[0].id, {"voided": reason})
            if len(found) > 1:
                act.subject = "deductions"
                touched = [each.draft for each in found if each.draft]
                act.after = {"deductions": list(numbers), "numbers": touched, "voided": reason}
        return act.subject

    def _refuse_closed(self, found: Deduction) -> None:
        if found.booked_month is not None and self._store.months.is_closed(found.booked_month):
            raise MonthClosed(found.booked_month.label)

    def _note(self, act: Act, deduction: int, after: dict[str, Any]) -> None:
        """Write the act's record; a draft that is named has it in its history."""
        found = self._store.deductions.get(deduction)
        act.subject = found.draft or f"deduction {deduction}"
        act.after = {"deduction": deduction, **after}


def _cleaned(new: NewDeduction) -> NewDeduction:
    return replace(
        new,
        reason=clean_line(new.reason),
        evidence=clean_line(new.evidence),
        proposed_by=clean_line(new.proposed_by),
    )


def _facts(deduction: Deduction) -> dict[str, Any]:
    return {
        "unit": deduction.unit,
        "type": deduction.type,
        "cents": deduction.cents,
        "reason": deduction.reason,
        "evidence": deduction.evidence,
        "proposed_on": deduction.proposed_on.isoformat(),
        "proposed_by": deduction.proposed_by,
        "confirmed_on": deduction.confirmed_on.isoformat() if deduction.confirmed_on else None,
        "confirmed_by": deduction.confirmed_by,
    }

"""Rows of 领导批示, 约稿, 扣分登记, 撤稿删除 and 更正, into the register and out of it again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from jinshi_desk.domain import adoptions, commissions, corrections, deductions
from jinshi_desk.domain.adoptions import Adoption
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.deductions import Decision, Deduction, NewDeduction
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import BatchChanged
from jinshi_desk.domain.facts import (
    CommissionFact,
    CorrectionFact,
    DeductionFact,
    InstructionFact,
    RetractionFact,
)
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.adoption import AdoptionDesk
from jinshi_desk.services.booking import book_commission, book_correction, rebook
from jinshi_desk.services.commission import CommissionDesk
from jinshi_desk.services.deduction import DeductionDesk
from jinshi_desk.services.fact_ledgers import UNDONE, FactLedger, Known, Recorded
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.instruction import InstructionDesk
from jinshi_desk.store.database import Store


class InstructionRows(FactLedger[InstructionFact]):
    """领导批示."""

    def __init__(self, store: Store, today: date) -> None:
        super().__init__(store, today)
        self._desk = InstructionDesk(store, lambda: today, Undo(store))

    def known(self, fact: InstructionFact, draft: Draft | None, /) -> Known:
        what = (fact.new.level, fact.new.leader, fact.new.given_on)
        there = [
            old
            for old in (self.store.instructions.of_draft(draft.id) if draft else ())
            if not old.voided and (old.level, old.leader, old.given_on) == what
        ]
        return Known.SAME if there else Known.NOT

    def faults(self, fact: InstructionFact, draft: Draft | None, /) -> Iterator[Problem]:
        if draft is not None:
            yield from self._desk.check(draft.number, fact.new)

    def write(self, fact: InstructionFact, draft: Draft | None, /) -> Recorded:
        if draft is None:
            raise ValueError("an instruction on no draft was to be imported")
        return {"id": self._desk.write(draft, fact.new), "numbers": [draft.number]}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.instructions.get(recorded["id"])
        if found.voided:
            raise BatchChanged(recorded["numbers"][0])
        self.refuse_closed(found.booked_month)

    def strike(self, recorded: Recorded) -> None:
        found = self.store.instructions.get(recorded["id"])
        self.store.instructions.void(found.id, UNDONE)
        rebook(self.store, self.store.drafts.by_id(found.draft))


class CommissionRows(FactLedger[CommissionFact]):
    """约稿."""

    def __init__(self, store: Store, today: date) -> None:
        super().__init__(store, today)
        self._desk = CommissionDesk(store, lambda: today, Undo(store))

    def known(self, fact: CommissionFact, draft: Draft | None, /) -> Known:
        asked = (fact.new.unit, fact.new.subject, fact.new.asked_on, fact.new.due_on)
        became = (fact.delivered_on, fact.not_done_on)
        for old in self.store.commissions.all(Month.of(fact.new.due_on)):
            if not old.voided and (old.unit, old.subject, old.asked_on, old.due_on) == asked:
                same = became == (old.delivered_on, old.not_done_on)
                return Known.SAME if same and (draft is None or draft.id == old.draft) else Known.OTHERWISE
        return Known.NOT

    def faults(self, fact: CommissionFact, draft: Draft | None, /) -> Iterator[Problem]:
        yield from self._desk.check(fact.new)
        asked = _asked(fact)
        if fact.delivered_on is not None:
            yield from commissions.delivery_problems(asked, fact.delivered_on, self.today)
        if fact.not_done_on is not None:
            yield from commissions.not_done_problems(asked, fact.not_done_on, self.today)
        if draft is not None and fact.new.unit not in draft.units:
            yield Problem("draft", "other_unit", detail=draft.number)

    def write(self, fact: CommissionFact, draft: Draft | None, /) -> Recorded:
        row = self._desk.write(fact.new)
        if fact.delivered_on or fact.not_done_on:
            self._desk.write_outcome(
                replace(
                    self.store.commissions.get(row),
                    delivered_on=fact.delivered_on,
                    draft=draft.id if draft else None,
                    not_done_on=fact.not_done_on,
                )
            )
        return {
            "id": row,
            "became": _became(self.store.commissions.get(row)),
            "numbers": [draft.number] if draft else [],
        }

    def guard(self, recorded: Recorded) -> None:
        found = self.store.commissions.get(recorded["id"])
        if found.voided or _became(found) != recorded["became"]:
            raise BatchChanged(f"约稿“{found.subject}”")
        self.refuse_closed(found.booked_month)

    def strike(self, recorded: Recorded) -> None:
        self.store.commissions.void(recorded["id"], UNDONE)
        book_commission(self.store, self.store.commissions.get(recorded["id"]))


def _asked(fact: CommissionFact) -> Commission:
    new = fact.new
    return Commission(new.unit, new.subject, new.asked_on, new.due_on, id=0)


def _became(found: Commission) -> list[str | None]:
    return [str(day) if day else None for day in (found.delivered_on, found.not_done_on)]


class DeductionRows(FactLedger[DeductionFact]):
    """扣分登记."""

    def __init__(self, store: Store, today: date) -> None:
        super().__init__(store, today)
        self._desk = DeductionDesk(store, lambda: today, Undo(store))

    def known(self, fact: DeductionFact, draft: Draft | None, /) -> Known:
        new = fact.new
        what = (new.unit, new.type, new.reason, new.proposed_on, draft.id if draft else None)
        for old in self.store.deductions.all():
            same = (old.unit, old.type, old.reason, old.proposed_on, old.draft_id) == what
            if same and not old.voided:
                decided = (old.confirmed_on, old.rejected)
                confirmed_on = fact.confirmed.on if fact.confirmed else None
                return Known.SAME if decided == (confirmed_on, fact.rejected) else Known.OTHERWISE
        return Known.NOT

    def faults(self, fact: DeductionFact, draft: Draft | None, /) -> Iterator[Problem]:
        new = self._new(fact, draft)
        yield from self._desk.check(new)
        if fact.confirmed is not None:
            yield from deductions.confirmation_problems(_proposed(new), fact.confirmed, self.today)
            if new.type not in self._desk.types(fact.confirmed.on):
                yield Problem("type", "unknown", detail=new.type)

    def write(self, fact: DeductionFact, draft: Draft | None, /) -> Recorded:
        row = self._desk.write(self._new(fact, draft))
        before: Recorded = {}
        if fact.confirmed is not None:
            before = self._desk.write_confirmation(self.store.deductions.get(row), fact.confirmed)
        elif fact.rejected:
            self.store.deductions.reject(row, fact.rejected)
        decision = self.store.deductions.get(row).decision.value
        numbers = [draft.number] if draft else []
        return {"id": row, "decision": decision, "before": before, "numbers": numbers}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.deductions.get(recorded["id"])
        if found.decision is not Decision(recorded["decision"]):
            raise BatchChanged(found.draft or f"扣分“{found.reason}”")
        self.refuse_closed(found.booked_month)

    def strike(self, recorded: Recorded) -> None:
        self._desk.write_void(self.store.deductions.get(recorded["id"]), UNDONE, recorded["before"])

    def _new(self, fact: DeductionFact, draft: Draft | None) -> NewDeduction:
        """Return the proposal; an amount that is the rules' own stays open to them."""
        day = fact.confirmed.on if fact.confirmed else fact.new.proposed_on
        rule = self._desk.types(day).get(fact.new.type)
        cents = None if rule is not None and rule.cents == fact.new.cents else fact.new.cents
        return replace(fact.new, draft=draft.number if draft else None, cents=cents)


def _proposed(new: NewDeduction) -> Deduction:
    return Deduction(new.unit, new.type, new.reason, new.proposed_on, new.proposed_by, id=0)


class RetractionRows(FactLedger[RetractionFact]):
    """撤稿删除: an adoption of the register is noted as taken down."""

    def __init__(self, store: Store, today: date) -> None:
        super().__init__(store, today)
        self._desk = AdoptionDesk(store, lambda: today, Undo(store))

    def known(self, fact: RetractionFact, draft: Draft | None, /) -> Known:
        found = self._found(fact, draft)
        if len(found) != 1 or found[0].retracted_on is None:
            return Known.NOT
        return Known.SAME if found[0].retracted_on == fact.retracted_on else Known.OTHERWISE

    def faults(self, fact: RetractionFact, draft: Draft | None, /) -> Iterator[Problem]:
        if draft is None:
            return
        found = self._found(fact, draft)
        if len(found) != 1:
            yield Problem("adoption", "several" if found else "unknown")
        else:
            yield from adoptions.retraction_problems(found[0], fact.retracted_on, self.today)

    def write(self, fact: RetractionFact, draft: Draft | None, /) -> Recorded:
        refuse_bad(self.faults(fact, draft))
        (found,) = self._found(fact, draft)
        month = self._desk.write_retraction(found, fact.retracted_on)
        numbers = [draft.number] if draft else []
        return {
            "adoption": found.id,
            "on": str(fact.retracted_on),
            "month": str(month),
            "numbers": numbers,
        }

    def guard(self, recorded: Recorded) -> None:
        found = self.store.adoptions.get(recorded["adoption"])
        if found.voided or str(found.retracted_on) != recorded["on"]:
            raise BatchChanged(recorded["numbers"][0])
        self.refuse_closed(Month.parse(recorded["month"]))

    def strike(self, recorded: Recorded) -> None:
        found = self.store.adoptions.get(recorded["adoption"])
        self.store.adoptions.retract(found.id, None, None)
        rebook(self.store, self.store.drafts.by_id(found.draft))

    def _found(self, fact: RetractionFact, draft: Draft | None) -> list[Adoption]:
        """Return the adoptions that are meant: one, or the sheet does not say enough."""
        return [
            each
            for each in (self.store.adoptions.of_draft(draft.id) if draft else ())
            if not each.voided and each.outlet == fact.outlet and fact.adopted_on in (None, each.adopted_on)
        ]


class CorrectionRows(FactLedger[CorrectionFact]):
    """更正."""

    def known(self, fact: CorrectionFact, _: Draft | None, /) -> Known:
        new = fact.new
        what = (new.cents, new.reason, new.registered_on)
        there = self.store.corrections.of_month(new.unit, new.corrected_month)
        same = any((old.cents, old.reason, old.registered_on) == what for old in there)
        return Known.SAME if same else Known.NOT

    def faults(self, fact: CorrectionFact, _: Draft | None, /) -> Iterator[Problem]:
        yield from corrections.problems(fact.new, self._booked(fact), self.today)

    def write(self, fact: CorrectionFact, _: Draft | None, /) -> Recorded:
        row = self.store.corrections.add(fact.new, self._booked(fact))
        book_correction(self.store, self.store.corrections.get(row))
        return {"id": row}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.corrections.get(recorded["id"])
        if found.voided:
            raise BatchChanged(f"更正“{found.reason}”")
        self.refuse_closed(found.booked_month)

    def strike(self, recorded: Recorded) -> None:
        self.store.corrections.void(recorded["id"], UNDONE)
        book_correction(self.store, self.store.corrections.get(recorded["id"]))

    def _booked(self, fact: CorrectionFact) -> Month:
        """Return the month to book in: the one that an office's own register says, while that is open."""
        open_from = self.store.months.open_from()
        return open_from if fact.booked_month is None else max(fact.booked_month, open_from)

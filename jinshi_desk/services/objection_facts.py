"""Rows of 异议登记, into the register and out of it again."""

from collections.abc import Iterator
from dataclasses import replace

from jinshi_desk.domain import objections
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import BatchChanged
from jinshi_desk.domain.facts import ObjectionFact
from jinshi_desk.domain.objections import NewObjection, Objection, Remedy
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.fact_ledgers import UNDONE, FactLedger, Known, Recorded
from jinshi_desk.services.objection import month_problems


class ObjectionRows(FactLedger[ObjectionFact]):
    """异议登记. What it is about is looked for when it is written: it may come with the same file."""

    def known(self, fact: ObjectionFact, _: Draft | None, /) -> Known:
        new = fact.new
        for old in self.store.objections.all(new.month, new.unit):
            if not old.voided and (old.received_on, old.text) == (new.received_on, new.text):
                return Known.SAME if _became(old) == _became(_told(fact)) else Known.OTHERWISE
        return Known.NOT

    def faults(self, fact: ObjectionFact, draft: Draft | None, /) -> Iterator[Problem]:
        yield from objections.problems(fact.new, self.today)
        yield from self._month_problems(fact.new)
        if draft is not None and fact.new.unit not in draft.units:
            yield Problem("draft", "other_unit", detail=draft.number)
        if fact.ruling is not None:
            # A ruling of long ago was given while its month was open: which remedy it had is not asked again.
            closed = fact.ruling.remedy is Remedy.CORRECTION
            told = _told(fact)
            yield from objections.ruling_problems(told, fact.ruling, self.today, is_closed=closed)

    def write(self, fact: ObjectionFact, draft: Draft | None, /) -> Recorded:
        new = replace(fact.new, draft=draft.id if draft else None, deduction=self._deduction(fact, draft))
        row = self.store.objections.add(new)
        if fact.ruling is not None:
            self.store.objections.rule(row, fact.ruling)
        if fact.corrected_on is not None:
            self._link(row, fact)
        return {"id": row, "became": _became(self.store.objections.get(row))}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.objections.get(recorded["id"])
        if found.voided or _became(found) != recorded["became"]:
            raise BatchChanged(f"异议“{found.text}”")

    def strike(self, recorded: Recorded) -> None:
        self.store.objections.void(recorded["id"], UNDONE)

    def _month_problems(self, new: NewObjection) -> Iterator[Problem]:
        """Yield what is wrong with its month; the books may begin with the same file."""
        return (each for each in month_problems(self.store, new) if each.reason != "not_begun")

    def _deduction(self, fact: ObjectionFact, draft: Draft | None) -> int | None:
        """Return the deduction of this type that the unit has, of the draft if one is named."""
        if not fact.type:
            return None
        found = [
            each
            for each in self.store.deductions.all()
            if (each.unit, each.type) == (fact.new.unit, fact.type) and not each.voided
        ]
        about = [each for each in found if draft is None or each.draft == draft.number]
        return about[-1].id if about else None

    def _link(self, objection: int, fact: ObjectionFact) -> None:
        for each in self.store.corrections.of_month(fact.new.unit, fact.new.month):
            if each.objection is None and each.registered_on == fact.corrected_on:
                self.store.corrections.led_to(objection, each.id)
                return


def _told(fact: ObjectionFact) -> Objection:
    new = fact.new
    return Objection(
        new.unit,
        new.month,
        new.received_on,
        new.raised_by,
        new.channel,
        new.text,
        kind=new.kind,
        id=0,
        rulings=()
        if fact.ruling is None
        else (
            objections.GivenRuling(
                fact.ruling.finding,
                fact.ruling.remedy,
                fact.ruling.ruled_by,
                fact.ruling.ruled_on,
                fact.ruling.reason,
                id=0,
            ),
        ),
    )


def _became(found: Objection) -> list[str | None]:
    held = found.ruling
    if held is None:
        return [found.raised_by]
    remedy = held.remedy.value if held.remedy else None
    return [
        found.raised_by,
        held.finding.value,
        remedy,
        held.ruled_by,
        held.ruled_on.isoformat(),
        held.reason,
    ]

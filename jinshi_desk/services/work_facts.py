"""Rows of 问题建议, 线索 and 任务到人, into the register and out of it again. None of them books points."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from jinshi_desk.domain import assignments, leads, suggestions
from jinshi_desk.domain.assignments import Assignment, NewAssignment
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import BatchChanged
from jinshi_desk.domain.facts import AssignmentFact, LeadFact, SuggestionFact
from jinshi_desk.domain.leads import Lead
from jinshi_desk.domain.people import label
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.suggestions import Suggestion
from jinshi_desk.services.fact_ledgers import UNDONE, FactLedger, Known, Recorded
from jinshi_desk.services.named_units import office_problems, unit_problems

_NOBODY = -1
"""Somebody who comes with the same file, or is written down on first sight."""


class SuggestionRows(FactLedger[SuggestionFact]):
    """问题建议."""

    def known(self, fact: SuggestionFact, _: Draft | None, /) -> Known:
        earlier = suggestions.raised_before(fact.new, self.store.suggestions.all(fact.new.unit))
        if earlier is None:
            return Known.NOT
        return (
            Known.SAME if _suggestion_became(earlier) == _suggestion_became(_told(fact)) else Known.OTHERWISE
        )

    def faults(self, fact: SuggestionFact, _: Draft | None, /) -> Iterator[Problem]:
        yield from suggestions.problems(fact.new, self.today)
        yield from unit_problems(self.store, fact.new.unit, fact.new.received_on)
        yield from _known_office(office_problems(self.store, fact.new.office, fact.new.received_on))
        if fact.closed_on is not None:
            yield from suggestions.closing_problems(_told(fact), fact.closed_on, fact.reply, self.today)
        elif fact.reply:
            yield Problem("closed_on", "missing")

    def write(self, fact: SuggestionFact, _: Draft | None, /) -> Recorded:
        row = self.store.suggestions.add(fact.new)
        if fact.closed_on is not None:
            told = self.store.suggestions.get(row)
            self.store.suggestions.settle(replace(told, reply=fact.reply, closed_on=fact.closed_on))
        return {"id": row, "became": _suggestion_became(self.store.suggestions.get(row))}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.suggestions.get(recorded["id"])
        if found.voided or _suggestion_became(found) != recorded["became"]:
            raise BatchChanged(f"问题建议“{found.text}”")

    def strike(self, recorded: Recorded) -> None:
        self.store.suggestions.void(recorded["id"], UNDONE)


class LeadRows(FactLedger[LeadFact]):
    """线索."""

    def known(self, fact: LeadFact, draft: Draft | None, /) -> Known:
        told = (fact.new.unit, fact.new.subject, fact.new.found_on)
        for old in self.store.leads.all():
            if not old.voided and (old.unit, old.subject, old.found_on) == told:
                same = _lead_became(old)[:-1] == _lead_became(_found(fact))[:-1]
                same &= old.draft == (draft.id if draft else None)
                return Known.SAME if same else Known.OTHERWISE
        return Known.NOT

    def faults(self, fact: LeadFact, draft: Draft | None, /) -> Iterator[Problem]:
        yield from leads.problems(fact.new, self.today)
        yield from unit_problems(self.store, fact.new.unit, fact.new.found_on)
        day = fact.new.assigned_on or fact.new.found_on
        yield from _known_office(office_problems(self.store, fact.new.office, day))
        if fact.shelved_on is not None:
            yield from leads.shelving_problems(_found(fact), fact.shelved_on, self.today)
        credited = _found(fact).credited
        if draft is not None and not any(unit in draft.units for unit in credited):
            yield Problem("draft", "unrelated", detail=draft.number)

    def write(self, fact: LeadFact, draft: Draft | None, /) -> Recorded:
        row = self.store.leads.add(fact.new)
        became = replace(_found(fact), id=row, draft=draft.id if draft else None)
        self.store.leads.settle(became)
        numbers = [draft.number] if draft else []
        return {"id": row, "became": _lead_became(self.store.leads.get(row)), "numbers": numbers}

    def guard(self, recorded: Recorded) -> None:
        found = self.store.leads.get(recorded["id"])
        if found.voided or _lead_became(found) != recorded["became"]:
            raise BatchChanged(f"线索“{found.subject}”")

    def strike(self, recorded: Recorded) -> None:
        self.store.leads.void(recorded["id"], UNDONE)


class AssignmentRows(FactLedger[AssignmentFact]):
    """任务到人: whoever the roster does not have is written down, as an author is."""

    def known(self, fact: AssignmentFact, _: Draft | None, /) -> Known:
        new = self._new(fact)
        for old in self._standing(new.person):
            if (old.period, old.counting, old.category) == (new.period, new.counting, new.category):
                same = (old.target, old.assigned_on) == (new.target, new.assigned_on)
                return Known.SAME if same else Known.OTHERWISE
        return Known.NOT

    def faults(self, fact: AssignmentFact, _: Draft | None, /) -> Iterator[Problem]:
        new = self._new(fact)
        yield from assignments.problems(new, self.today, self._standing(new.person))
        meant = self._meant(fact)
        if len(meant) > 1:
            yield Problem("person", "several", detail="、".join(meant.values()))

    def write(self, fact: AssignmentFact, _: Draft | None, /) -> Recorded:
        person = self.store.people.known(fact.name, fact.mark, [fact.unit], fact.period.last_day)
        return {"id": self.store.assignments.add(replace(self._new(fact), person=person))}

    def guard(self, recorded: Recorded) -> None:
        if self.store.assignments.get(recorded["id"]).voided:
            raise BatchChanged("任务到人")

    def strike(self, recorded: Recorded) -> None:
        self.store.assignments.void(recorded["id"], UNDONE)

    def _new(self, fact: AssignmentFact) -> NewAssignment:
        person = next(iter(self._meant(fact)), _NOBODY)
        return NewAssignment(person, fact.period, fact.target, fact.assigned_on, fact.counting, fact.category)

    def _meant(self, fact: AssignmentFact) -> dict[int, str]:
        found = self.store.people.meant(fact.name, fact.mark, [fact.unit], fact.period.last_day).people
        exact = {person: name for person, name in found.items() if name == label(fact.name, fact.mark)}
        return exact or found

    def _standing(self, person: int) -> list[Assignment]:
        one = self.store.people.one()
        return [
            each
            for each in self.store.assignments.all()
            if not each.voided and one.get(each.person, each.person) == person
        ]


def _known_office(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield what is wrong with an office; one that is not there yet comes with the same file."""
    return (each for each in problems if each.severity is Severity.BAD and each.reason != "unknown")


def _told(fact: SuggestionFact) -> Suggestion:
    new = fact.new
    return Suggestion(
        new.unit,
        new.concern,
        new.text,
        new.received_on,
        new.office,
        new.handler,
        new.due_on,
        id=0,
        reply=fact.reply,
        closed_on=fact.closed_on,
    )


def _suggestion_became(found: Suggestion) -> list[str | None]:
    return [found.office, found.handler, _text(found.due_on), found.reply, _text(found.closed_on)]


def _found(fact: LeadFact) -> Lead:
    new = fact.new
    return Lead(
        new.unit,
        new.subject,
        new.found_on,
        new.office,
        new.assigned_on,
        id=0,
        shelved_on=fact.shelved_on,
        shelved=fact.shelved,
    )


def _lead_became(found: Lead) -> list[str | int | None]:
    """Return what became of a lead, the draft last."""
    return [found.office, _text(found.assigned_on), _text(found.shelved_on), found.shelved, found.draft]


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None

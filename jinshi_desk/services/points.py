"""这分怎么来的: every entry behind a draft's or a unit's figure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from jinshi_desk import wording
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.ledger import Booked, Entry, Kind, standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.unit_changes import Mergers
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.figures import owed_entries, standings
from jinshi_desk.store.database import Store
from jinshi_desk.wording import Event


@dataclass(frozen=True, slots=True)
class Explained:
    """An entry with the draft, the adoption or the other event that it is for, where there are any."""

    entry: Entry
    draft_no: str = ""
    title: str = ""
    outlet: str = ""
    adopted_on: date | None = None
    event: Event | None = None
    basis: str = ""
    """The clauses that were applied, in words."""

    @property
    def about(self) -> str:
        """What the event was, in words; empty for an adoption."""
        return wording.event_phrase(self.event) if self.event else ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A unit's month: its entries, which add up to its figure; what is carried counts in the year alone."""

    unit: Unit
    month: Month
    lines: tuple[Explained, ...]

    @property
    def cents(self) -> int:
        return sum(line.entry.cents for line in self.lines if line.entry.kind is not Kind.CARRY)


def basis(entry: Entry, book: RuleBook) -> str:
    """Say which clauses an entry follows; its own rule set names the types of deduction."""
    applied = (version.deductions for version in book.versions if version.id == entry.rule_set)
    names = {kind: rule.name for deductions in applied for kind, rule in deductions.items()}
    return wording.clause_phrase(entry.clause, names)


class PointsDesk:
    """Explains figures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def explain_unit(self, unit: Unit, month: Month) -> Explanation:
        """Return every entry of ``unit`` in ``month``: what was booked, then what quota and cap bring."""
        booked = standing(self._store.ledger.of_unit(unit.id, month, month))
        owed = [
            entry
            for entry in owed_entries(self._store, standings(self._store, [month]))
            if entry.unit == unit.id
        ]
        lines = (*map(self._explained, booked), *map(Explained, owed))
        return Explanation(unit, month, self._with_bases(lines))

    def explain_draft(self, number: str) -> tuple[Explained, ...]:
        """Return every entry of a draft, of all its units.

        Raises:
            UnknownDraft: there is none of this number.
        """
        draft = self._store.drafts.get(number)
        booked = standing(self._store.ledger.of_draft(draft.id))
        return self._with_bases(map(self._explained, self._as_figured(booked)))

    def explain_event(self, event: Event) -> tuple[Explained, ...]:
        """Return every entry of an instruction, a commission, a deduction or a correction."""
        booked = standing(self._booked_for(event))
        return self._with_bases(map(self._explained, self._as_figured(booked)))

    def _as_figured(self, booked: Iterable[Booked]) -> Iterator[Booked]:
        """Yield the entries of units, each under the unit whose figures have it."""
        mergers = Mergers(self._store.units.changes())
        for entry in booked:
            if entry.unit is not None:
                moved = entry.kind is not Kind.CORRECTION
                unit = mergers.successor(entry.unit, entry.booked_month) if moved else entry.unit
                yield replace(entry, unit=unit)

    def _with_bases(self, lines: Iterable[Explained]) -> tuple[Explained, ...]:
        book = self._store.rules.book()
        return tuple(replace(line, basis=basis(line.entry, book)) for line in lines)

    def _booked_for(self, event: Event) -> tuple[Booked, ...]:
        ledger = self._store.ledger
        match event:
            case Instruction():
                of_draft = ledger.of_draft(event.draft)
                return tuple(entry for entry in of_draft if entry.instruction == event.id)
            case Commission():
                return ledger.of_commission(event.id)
            case Deduction():
                return ledger.of_deduction(event.id)
        return ledger.of_correction(event.id)

    def _explained(self, entry: Booked) -> Explained:
        event = self._event(entry)
        if entry.draft is None:
            return Explained(entry, event=event)
        draft = self._store.drafts.by_id(entry.draft)
        if entry.adoption is None:
            return Explained(entry, draft.number, draft.title, event=event)
        adoption = self._store.adoptions.get(entry.adoption)
        outlets = {outlet.id: outlet.name for outlet in self._store.outlets.all()}
        return Explained(entry, draft.number, draft.title, outlets[adoption.outlet], adoption.adopted_on)

    def _event(self, entry: Booked) -> Event | None:
        """Return the instruction, commission, deduction or correction behind an entry."""
        if entry.instruction is not None:
            return self._store.instructions.get(entry.instruction)
        if entry.commission is not None:
            return self._store.commissions.get(entry.commission)
        if entry.deduction is not None:
            return self._store.deductions.get(entry.deduction)
        return None if entry.correction is None else self._store.corrections.get(entry.correction)

"""Every entry behind a unit's month, or behind an event."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.ledger import Booked, Kind, standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.unit_changes import Mergers
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.explained import Explained, Explaining, basis
from jinshi_desk.services.month_book import MonthBook
from jinshi_desk.store.database import Store
from jinshi_desk.wording import Event

__all__ = ["Explained", "Explanation", "PointsDesk", "basis"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A unit's month: its entries, which add up to its figure; what is carried counts in the year alone."""

    unit: Unit
    month: Month
    lines: tuple[Explained, ...]

    @property
    def cents(self) -> int:
        return sum(line.entry.cents for line in self.lines if line.entry.kind is not Kind.CARRY)


class PointsDesk:
    """Explains figures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def explain_unit(self, unit: Unit, month: Month) -> Explanation:
        """Return every entry of ``unit`` in ``month``: what was booked, then what quota and cap bring."""
        book = MonthBook(self._store, month)
        return Explanation(unit, month, book.explained(book.entries(unit.id)))

    def explain_event(self, event: Event) -> tuple[Explained, ...]:
        """Return every entry of an instruction, a commission, a deduction or a correction."""
        booked = standing(self._booked_for(event))
        return Explaining(self._store).explained(self._as_figured(booked))

    def _as_figured(self, booked: Iterable[Booked]) -> Iterator[Booked]:
        """Yield the entries of units, each under the unit whose figures have it."""
        mergers = Mergers(self._store.units.changes())
        for entry in booked:
            if entry.unit is not None:
                moved = entry.kind is not Kind.CORRECTION
                unit = mergers.successor(entry.unit, entry.booked_month) if moved else entry.unit
                yield replace(entry, unit=unit)

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

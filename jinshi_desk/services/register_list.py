"""What 报送登记 lists: pages, counts and names, without the rules that its acts need."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store

if TYPE_CHECKING:
    from jinshi_desk.domain.units import Unit


class Spelled(NamedTuple):
    """A name to choose by typing it, its pinyin or its initials."""

    id: str
    name: str
    pinyin: str
    initials: str


class RegisterList:
    """Reads the register."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self, query: RegisterQuery) -> int:
        """Return how many drafts ``query`` finds."""
        return self._store.register.count(query)

    def page(self, query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        """Return ``limit`` lines of the list from ``offset`` on."""
        return self._store.register.page(query, offset, limit)

    def place(self, query: RegisterQuery, number: str) -> int | None:
        """Return where in the list of ``query`` a draft stands, counted from 0; None where it does not."""
        return self._store.register.place(query, number)

    def form_required(self) -> bool:
        """Tell whether a draft without its approval form counts for nothing."""
        return form_required(self._store)

    def segments(self, month: Month | None) -> dict[Segment, int]:
        """Count each ready-made filter."""
        return self._store.register.segments(month)

    def unit_names(self) -> dict[str, str]:
        """Return the present name of every unit by its id."""
        return self._store.register.unit_names()

    def units(self) -> "tuple[Unit, ...]":
        """Return every unit, in the office's order."""
        return self._store.units.all()

    def spelled_units(self, day: date) -> list[Spelled]:
        """Return the units active on ``day`` with their spelling."""
        spellings = self._store.units.spellings()
        return [
            Spelled(unit.id, unit.name, *spellings[unit.id])
            for unit in self.units()
            if unit.active_in(Month.of(day))
        ]

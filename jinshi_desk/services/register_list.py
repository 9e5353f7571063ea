"""What 报送登记 lists: pages, counts and names, without the rules that its acts need."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store

if TYPE_CHECKING:
    from jinshi_desk.domain.units import Unit
    from jinshi_desk.services.progress import Progress

_STEP = 1024


class Spelled(NamedTuple):
    """A name to choose by typing it, its pinyin or its initials."""

    id: str
    name: str
    pinyin: str
    initials: str


class Found(NamedTuple):
    """Everything that ``query`` finds: the drafts' ids, in its order."""

    query: RegisterQuery
    ids: Sequence[int]


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

    def ids(self, query: RegisterQuery, offset: int, limit: int, of: int | None = None) -> Sequence[int]:
        """Return the ids of ``limit`` lines from ``offset`` on; ``of`` is how many there are, if known."""
        return self._store.register.ids(query, offset, limit, of)

    def lines(self, ids: Sequence[int]) -> list[RegisterRow]:
        """Return the lines of these drafts, in this order."""
        return self._store.register.lines(ids)

    def find_all(self, query: RegisterQuery, progress: "Progress") -> Found:
        """Find all there is; a long register takes a while.

        Raises:
            Cancelled: nobody waits for it any more.
        """
        from array import array  # not before the first page

        ids = array("q")
        for number in self._store.register.finds(query):
            if not len(ids) % _STEP:
                progress.step(len(ids), 0)
            ids.append(number)
        return Found(query, ids)

    def place(self, query: RegisterQuery, number: str) -> int | None:
        """Return where in the list of ``query`` a draft stands, counted from 0; None where it does not."""
        return self._store.register.place(query, number)

    def form_required(self) -> bool:
        """Tell whether a draft without its approval form counts for nothing."""
        return form_required(self._store)

    def segments(self, month: Month | None, progress: "Progress | None" = None) -> dict[Segment, int]:
        """Count each ready-made filter.

        Raises:
            Cancelled: nobody waits for it any more.
        """
        counts: dict[Segment, int] = {}
        for segment in Segment:
            if progress is not None:
                progress.step(len(counts), len(Segment))
            counts[segment] = self.count(RegisterQuery(month=month, segment=segment))
        return counts

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

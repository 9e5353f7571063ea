"""A year of the board as the tab holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jinshi_desk.domain.figure_keys import Column
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Exemption
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.quota import BoardRow
from jinshi_desk.services.span_chains import COMPLETED, MISSED


@dataclass(frozen=True, slots=True)
class BoardYear:
    """Every unit's year, and who owes nothing when, months to come included."""

    year: int
    rows: Sequence[BoardRow] = ()
    exemptions: Mapping[tuple[str, Month], Exemption] = field(default_factory=dict)

    def row(self, unit: str) -> BoardRow | None:
        """Return the year of ``unit``."""
        return next((row for row in self.rows if row.unit.id == unit), None)

    def name(self, unit: str) -> str:
        row = self.row(unit)
        return row.unit.name if row is not None else unit

    def exemption(self, unit: str, month: Month) -> Exemption | None:
        return self.exemptions.get((unit, month))

    def standings(self, month: Month) -> list[Standing]:
        """Return how the units stand in ``month``; nobody does before the books begin, or to come."""
        return [cell for row in self.rows if (cell := row.cells[month.month - 1]) is not None]


def owes(standing: Standing | None) -> bool:
    """Tell whether a unit's month still wants drafts."""
    return standing is not None and standing.due and not standing.completed


def has_quota(row: BoardRow) -> bool:
    """Tell whether anything was asked of a unit this year, as far as is known."""
    asked = [cell.quota for cell in row.cells if cell is not None]
    return not asked or max(asked) > 0


_MONTHS = 12
_TOTALS = (Column.VALID, Column.RAN, COMPLETED, MISSED)
"""The year's figures at the end of a row, in their order."""


def opens_of(year: BoardYear, unit: str, column: int) -> Opens | None:
    """Return the figure that a cell of the board shows: months count from 1, the year's figures follow.

    None where the cell shows none.
    """
    row = year.row(unit)
    if row is None or column < 1:
        return None
    january = Month(year.year, 1)
    if column <= _MONTHS:
        cell = row.cells[column - 1]
        what = Column.COUNTED if cell is not None and cell.quota else Column.VALID
        return None if cell is None else Opens(f"unit.{unit}.{what}", Month(year.year, column))
    what_of_year = _TOTALS[column - _MONTHS - 1]
    begun = [number for number, cell in enumerate(row.cells, start=1) if cell is not None]
    last = min(row.over, max(begun, default=0)) if what_of_year == MISSED else max(begun, default=0)
    return Opens(f"unit.{unit}.{what_of_year}", Month(year.year, last), since=january) if last else None

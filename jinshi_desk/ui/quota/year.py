"""A year of the board as the tab holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Exemption
from jinshi_desk.services.quota import BoardRow


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

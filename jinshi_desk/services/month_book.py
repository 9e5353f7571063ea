"""A month as chains read it: its figures, and what they were counted from."""

from collections.abc import Iterable
from functools import cached_property

from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Entry, standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group
from jinshi_desk.services.explained import Explained, Explaining
from jinshi_desk.services.figures import month_figures, owed_entries, standings
from jinshi_desk.services.month_drafts import MonthDraft, month_drafts
from jinshi_desk.store.database import Store


class MonthBook:
    """The figures of a month, the drafts and entries behind them; each is read when it is asked for."""

    def __init__(self, store: Store, month: Month) -> None:
        self.store = store
        self.month = month

    @cached_property
    def figures(self) -> MonthFigures:
        return month_figures(self.store, self.month)

    @cached_property
    def drafts(self) -> tuple[MonthDraft, ...]:
        return month_drafts(self.store, self.month)

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {each.unit.id: each for each in self.figures.standings}

    def standing(self, unit: str) -> Standing:
        """Return how a unit stands that is listed in the month."""
        return self._standings[unit]

    def group_of(self, unit: str) -> Group:
        """Return the group that a listed unit was in."""
        return self._standings[unit].unit.group

    def explained(self, entries: Iterable[Entry]) -> tuple[Explained, ...]:
        """Return ``entries`` with all that is behind them."""
        return Explaining(self.store).explained(entries)


def unit_entries(store: Store, unit: str, months: Iterable[Month]) -> tuple[Entry, ...]:
    """Return the entries behind a unit's figures of ``months``, which lie in one year, in their order.

    What was booked and stands, then what quota and cap bring in the open months and what was carried.
    """
    asked = tuple(months)
    booked = standing(store.ledger.of_unit(unit, asked[0], asked[-1]))
    owed = (entry for entry in owed_entries(store, standings(store, asked)) if entry.unit == unit)
    return tuple(sorted((*booked, *owed), key=lambda entry: entry.booked_month))

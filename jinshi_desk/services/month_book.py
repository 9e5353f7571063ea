"""A month as chains read it: its figures, and what they were counted from."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from jinshi_desk import wording
from jinshi_desk.domain.figure_keys import Column, person_key, printed_figures
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Entry, standing
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.units import Group
from jinshi_desk.services.author_points import AuthorPoints, author_points
from jinshi_desk.services.explained import Explained, Explaining
from jinshi_desk.services.figures import month_figures, owed_entries, standings
from jinshi_desk.services.month_drafts import MonthDraft, month_drafts
from jinshi_desk.store.database import Store


class MonthBook:
    """The figures of a month, the drafts and entries behind them; each is read once, when it is asked for.

    It is made for a question, or for all those of one month, and forgotten with the answer.
    """

    def __init__(self, store: Store, month: Month) -> None:
        self.store = store
        self.month = month
        self._owed: dict[tuple[Month, ...], tuple[Entry, ...]] = {}
        self._others: dict[Month, MonthBook] = {}

    def of(self, month: Month) -> "MonthBook":
        """Return the book of another month."""
        if month == self.month:
            return self
        if month not in self._others:
            self._others[month] = MonthBook(self.store, month)
        return self._others[month]

    @cached_property
    def figures(self) -> MonthFigures:
        return month_figures(self.store, self.month)

    @cached_property
    def printed(self) -> Mapping[str, str]:
        """Every figure by its key, as it is printed."""
        people = {
            person_key(each.person, column): plain(cents)
            for each in self.authors.values()
            for column, cents in ((Column.TOTAL, each.total), (Column.CUMULATIVE, each.cumulative))
        }
        return {**printed_figures(self.figures, wording.NAMES), **people}

    @cached_property
    def authors(self) -> Mapping[int, AuthorPoints]:
        """What people have earned in the year so far, by the id of who each was in the month."""
        return {each.person: each for each in author_points(self.store, self.month)}

    @cached_property
    def drafts(self) -> tuple[MonthDraft, ...]:
        return month_drafts(self.store, self.month)

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {each.unit.id: each for each in self.figures.standings}

    @cached_property
    def _explaining(self) -> Explaining:
        return Explaining(self.store)

    def standing(self, unit: str) -> Standing:
        """Return how a unit stands that is listed in the month."""
        return self._standings[unit]

    def lists(self, unit: str) -> bool:
        """Tell whether a unit is listed in the month."""
        return unit in self._standings

    def group_of(self, unit: str) -> Group:
        """Return the group that a listed unit was in."""
        return self._standings[unit].unit.group

    def explained(self, entries: Iterable[Entry]) -> tuple[Explained, ...]:
        """Return ``entries`` with all that is behind them."""
        return self._explaining.explained(entries)

    def entries(self, unit: str, months: Sequence[Month] = ()) -> tuple[Entry, ...]:
        """Return the entries behind a unit's figures of the month, or of ``months`` of its year, in order.

        What was booked and stands, then what quota and cap bring in the open months and what was carried.
        """
        asked = tuple(months) or (self.month,)
        booked = standing(self.store.ledger.of_unit(unit, asked[0], asked[-1]))
        owed = (entry for entry in self._owed_in(asked) if entry.unit == unit)
        return tuple(sorted((*booked, *owed), key=lambda entry: entry.booked_month))

    def _owed_in(self, months: tuple[Month, ...]) -> tuple[Entry, ...]:
        if months not in self._owed:
            self._owed[months] = tuple(owed_entries(self.store, standings(self.store, months)))
        return self._owed[months]

"""Chains of what people earned by their drafts: annex 3, and an author's year."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinshi_desk import chain_words
from jinshi_desk.domain.figure_keys import Column
from jinshi_desk.domain.ledger import standing
from jinshi_desk.domain.months import Month, year_to
from jinshi_desk.domain.points import plain
from jinshi_desk.services.chains import POINTS, Chain, entry_line
from jinshi_desk.services.month_book import MonthBook


@dataclass(frozen=True, slots=True)
class PersonChains:
    """Chains over the entries of people."""

    book: MonthBook

    def of(self, person: int, column: Column) -> Chain:
        """Return a person's entries of the month, or with ``CUMULATIVE`` of the year so far."""
        earned = self.book.authors[person]
        if column is Column.CUMULATIVE:
            months = tuple(year_to(self.book.month))
            return self._chain(person, earned.records, months, "作者累计积分", earned.cumulative)
        return self._chain(person, earned.records, (self.book.month,), "作者积分", earned.total)

    def over(self, person: int, months: Sequence[Month]) -> Chain:
        """Return a person's entries of ``months``, with all records that are known now to be the person."""
        store = self.book.store
        records = (person, *(record for record, one in store.people.one().items() if one == person))
        booked = store.ledger.of_people(months[0], months[-1])
        expected = sum(cents for record, _, cents in booked if record in records)
        return self._chain(person, records, months, "作者积分", expected)

    def _chain(
        self, person: int, records: Sequence[int], months: Sequence[Month], name: str, expected: int
    ) -> Chain:
        book = self.book
        booked = standing(book.store.ledger.of_person(records, months[0], months[-1]))
        lines = tuple(entry_line(each, months=len(months) > 1) for each in book.explained(booked))
        title = f"{book.store.people.label(person)} {chain_words.months_phrase(months)}{name}"
        return Chain("", title, plain(expected), POINTS, expected, lines)

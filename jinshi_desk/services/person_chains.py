"""Chains of what people earned by their drafts: annex 3, and an author's year."""

from dataclasses import dataclass

from jinshi_desk import chain_words
from jinshi_desk.domain.figure_keys import Column
from jinshi_desk.domain.ledger import standing
from jinshi_desk.domain.months import year_to
from jinshi_desk.domain.points import plain
from jinshi_desk.services.chains import POINTS, Chain, entry_line
from jinshi_desk.services.month_book import MonthBook


@dataclass(frozen=True, slots=True)
class PersonChains:
    """Chains over the entries of people."""

    book: MonthBook

    def of(self, person: int, column: Column) -> Chain:
        """Return a person's entries of the month, or with ``CUMULATIVE`` of the year so far."""
        book = self.book
        earned = book.authors[person]
        year = column is Column.CUMULATIVE
        months = tuple(year_to(book.month)) if year else (book.month,)
        booked = standing(book.store.ledger.of_person(earned.records, months[0], months[-1]))
        lines = tuple(entry_line(each, months=year) for each in book.explained(booked))
        expected = earned.cumulative if year else earned.total
        name = "作者累计积分" if year else "作者积分"
        title = f"{book.store.people.label(person)} {chain_words.months_phrase(months)}{name}"
        return Chain("", title, plain(expected), POINTS, expected, lines)

"""What the ledger and the months before have behind a bulletin, and whether all of it adds up."""

from collections import Counter
from collections.abc import Iterator

from jinshi_desk import wording
from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.books import Books, Cents, Gap, cumulative, gaps, totals
from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month, year_to
from jinshi_desk.domain.points import plain
from jinshi_desk.services.figures import owed_entries, standings
from jinshi_desk.services.freezing import frozen_month
from jinshi_desk.store.database import Store


def books_check(store: Store, bulletin: Bulletin) -> Check:
    """Return whether pieces, units, groups, bulletin, quarter and year agree, else the rows that differ."""
    differing = list(differences(store, bulletin))
    whole = plain(sum(totals(bulletin.figures).values()))
    return Check(CheckName.BOOKS, not differing, "、".join(map(str, differing)) or whole)


def differences(store: Store, bulletin: Bulletin) -> Iterator[Gap]:
    """Yield the rows of a bulletin that do not add up."""
    month = bulletin.month
    earlier = [each for each in year_to(month) if each.month > (month.month - 1) // 3 * 3 and each != month]
    quarter = tuple(
        (totals(figures), _booked(store, each))
        for each in earlier
        if (figures := _printed(store, each)) is not None
    )
    books = Books(_booked(store, month), _before(store, month), quarter)
    yield from gaps(bulletin, books, wording.NAMES.groups)


def _booked(store: Store, month: Month) -> Cents:
    """Return each unit's entries of a month, and what it owes as a whole while it is open."""
    found = Counter[str]()
    for row in store.ledger.sums(month, month):
        if row.kind is not Kind.CARRY:
            found[row.unit] += row.cents
    if not store.months.is_closed(month):
        for entry in owed_entries(store, standings(store, [month])):
            if entry.unit is not None and entry.kind is not Kind.CARRY:
                found[entry.unit] += entry.cents
    return found


def _before(store: Store, month: Month) -> Cents | None:
    """Return the year so far as the month before printed it, or the ledger has it from before the books."""
    if month.month == 1:
        return {}
    previous = month.previous()
    figures = _printed(store, previous)
    if figures is not None:
        return cumulative(figures)
    first = store.drafts.first_month()
    if first is not None and previous >= first and not store.months.is_closed(previous):
        return None
    found = Counter[str]()
    for row in store.ledger.sums(Month(month.year, 1), previous):
        found[row.unit] += row.cents
    return found


def _printed(store: Store, month: Month) -> MonthFigures | None:
    frozen = frozen_month(store, month)
    return frozen.bulletin.figures if frozen else None

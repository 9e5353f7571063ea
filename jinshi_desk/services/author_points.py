"""What people earned by their drafts: the month, and the year so far (§3.4)."""

from collections import defaultdict
from dataclasses import dataclass

from jinshi_desk.domain.months import Month
from jinshi_desk.store.database import Store


@dataclass(frozen=True, slots=True)
class AuthorPoints:
    """A person's month and year so far in cents; ``records`` are all that were known to be the person."""

    person: int
    records: tuple[int, ...]
    total: int
    cumulative: int


def author_points(store: Store, month: Month) -> tuple[AuthorPoints, ...]:
    """Return the points of everybody who has any of the year of ``month``.

    In a closed month two records are one person where that was known when it was closed.
    """
    one = store.people.one(store.months.closed_at(month))
    records: dict[int, set[int]] = defaultdict(set)
    total: dict[int, int] = defaultdict(int)
    cumulative: dict[int, int] = defaultdict(int)
    for record, booked, cents in store.ledger.of_people(Month(month.year, 1), month):
        person = one.get(record, record)
        records[person].add(record)
        cumulative[person] += cents
        total[person] += cents if booked == month else 0
    return tuple(
        AuthorPoints(person, tuple(sorted(own)), total[person], cumulative[person])
        for person, own in records.items()
    )

"""What needs attention today (待办), most urgent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import Segment
from jinshi_desk.services.figures import standings
from jinshi_desk.store.database import Store


class TodoKind(StrEnum):
    """A kind of thing to do; each opens its own list."""

    TO_REVIEW = "to_review"
    OWING = "owing"
    FORM_MISSING = "form_missing"
    UNVERIFIED = "unverified"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class TodoCount:
    """How many of a kind wait."""

    kind: TodoKind
    number: int


_BY_SEGMENT = {
    TodoKind.TO_REVIEW: Segment.RECEIVED,
    TodoKind.FORM_MISSING: Segment.FORM_MISSING,
    TodoKind.UNVERIFIED: Segment.UNVERIFIED,
    TodoKind.RETURNED: Segment.RETURNED,
}


def todos(store: Store, month: Month) -> Iterator[TodoCount]:
    """Yield what waits in ``month``; nothing of a kind is not mentioned."""
    segments = store.register.segments(month)
    for kind in TodoKind:
        segment = _BY_SEGMENT.get(kind)
        number = segments[segment] if segment else _owing(store, month)
        if number:
            yield TodoCount(kind, number)


def _owing(store: Store, month: Month) -> int:
    return sum(row.due and not row.completed for row in standings(store, [month]).months[month])

"""People as the rows of a sheet: everybody with every duty, and the roster unit by unit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinshi_desk.domain.phones import printed
from jinshi_desk.domain.roster import Holder, Person, Post, Term
from jinshi_desk.services.contacts import RosterRow
from jinshi_desk.sheets.columns import Cell
from jinshi_desk.wording import DUTY, GROUP

_VACANT, _DOUBLE = "空缺", "重复"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of 人员, as the importer reads it again."""

    unit: str
    cells: Sequence[Cell]


def person_rows(person: Person, units: Mapping[str, str]) -> Iterator[PersonRow]:
    """Yield a row for every duty of ``person``, and for every post that has days or no duty."""

    def row(unit: str, span: Post | Term, phone: str) -> PersonRow:
        duty = DUTY[span.duty] if isinstance(span, Term) else ""
        reached = (phone, printed(person.mobile), span.since, span.until)
        return PersonRow(unit, (person.name, person.mark, units[unit], duty, *reached, before))

    before = ""
    for post in person.posts:
        terms = [term for term in person.terms if term.unit == post.unit and term.meets(post)]
        if post.since or post.until or not terms:
            yield row(post.unit, post, post.phone)
        for term in terms:
            yield row(term.unit, term, post.phone)
        before = units[post.unit]


def roster_cells(row: RosterRow) -> Iterator[Sequence[Cell]]:
    """Yield a unit's line of the roster, one for each who answers for it; a vacancy has a line too."""
    leaders = row.contacts.supervising_leader, row.contacts.unit_head
    unit = row.unit.name, GROUP[row.unit.group], DUTY[row.duty]
    if row.is_vacant:
        yield *unit, "", "", "", None, *leaders, _VACANT
    for held in row.correspondents:
        yield *unit, *_holder(held), *leaders, _DOUBLE if row.is_double else ""


def _holder(held: Holder) -> Sequence[Cell]:
    return held.person.label, held.phone, printed(held.person.mobile), held.term.since

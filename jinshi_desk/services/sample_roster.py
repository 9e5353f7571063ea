"""Who answers for the units of the sample year: everybody made up, every number too."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jinshi_desk.domain.roster import Duty, Person, Post, Term, correspondent_of
from jinshi_desk.domain.roster_acts import HandOver, Leave, Move, Newcomer, RosterAct
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.people import PeopleDesk
from jinshi_desk.services.sample_words import SamplePeople


class SampleRoster:
    """Plans the roster; ``shape`` is the table of that name in ``resources/sample/year.toml``."""

    def __init__(self, shape: Mapping[str, Any], units: Sequence[Unit], people: SamplePeople) -> None:
        self._shape = shape
        self._units = {unit.id: unit for unit in units}
        self._people = people

    def at_first(self) -> Iterator[Person]:
        """Yield who answers for every unit when the year begins: its main author, and its leaders."""
        for place, unit in enumerate(self._units.values()):
            post = Post(unit=unit.id, phone=_phone(place))
            officer = Term(self._shape["since"], unit=unit.id, duty=correspondent_of(unit.group))
            yield Person(0, self._people.staff(unit.id)[0], (post,), (officer,))
            for duty in (Duty.SUPERVISING_LEADER, Duty.UNIT_HEAD):
                yield Person(0, self._people.leader(), (post,), (Term(unit=unit.id, duty=duty),))

    def days(self) -> Iterator[date]:
        """Yield the days on which the roster changes."""
        yield from (each["on"] for each in self._shape["handovers"])
        yield self._shape["vacant"]["after"]
        yield self._shape["move"]["on"]

    def change(self, desk: PeopleDesk, day: date) -> None:
        """Do what changes on ``day``."""
        for act in self._acts(desk, day):
            desk.do(act)

    def _acts(self, desk: PeopleDesk, day: date) -> Iterator[RosterAct]:
        for each in self._shape["handovers"]:
            if each["on"] == day:
                unit = self._units[each["unit"]]
                phone = _phone(list(self._units).index(unit.id))
                successor = Newcomer(self._people.staff(unit.id)[1], phone=phone)
                yield HandOver(unit.id, correspondent_of(unit.group), successor, day)
        vacant, move = self._shape["vacant"], self._shape["move"]
        if vacant["after"] == day:
            yield Leave(_id(desk, self._people.staff(vacant["unit"])[0]), day, stays=True)
        if move["on"] == day:
            yield Move(_id(desk, self._people.mover), move["to"], day)


def _id(desk: PeopleDesk, name: str) -> int:
    return next(person.id for person in desk.people() if person.name == name)


def _phone(place: int) -> str:
    return f"0736-{4_200_101 + place * 7}"

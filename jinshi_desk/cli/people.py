"""``person``: the roster: appointed, handed over, moved, left, joined."""

import argparse
from datetime import date

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.domain.errors import Namesakes, UnknownPerson
from jinshi_desk.domain.people import parted
from jinshi_desk.domain.roster import Duty, Person, correspondent_of
from jinshi_desk.domain.roster_acts import Appoint, HandOver, Join, Leave, Move, Newcomer, Part, RosterAct
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.people import PeopleDesk
from jinshi_desk.services.shapes import person_json
from jinshi_desk.store.database import Store

Asked = argparse.Namespace


def run(store: Store, asked: Asked) -> int:
    """Do what is asked and print the person it was about."""
    desk = PeopleDesk(store, Undo(store), date.today)
    number = desk.do(_act(store, desk, asked))
    person = next(each for each in desk.people() if number in (each.id, *each.joined))
    if asked.json:
        print_json(person_json(person, desk.today()))
        return 0
    print(f"{person.id} {person.label}")
    for line in desk.person_history(person):
        print(f"  {line}")
    return 0


def _act(store: Store, desk: PeopleDesk, asked: Asked) -> RosterAct:
    match asked.act:
        case "appoint":
            unit, duty = find_unit(store, asked.unit), Duty(asked.duty) if asked.duty else None
            return Appoint(unit.id, duty, _newcomer(asked), read_day(asked.since) if asked.since else None)
        case "handover":
            unit = find_unit(store, asked.unit)
            handed = Duty(asked.duty) if asked.duty else correspondent_of(unit.group)
            return HandOver(unit.id, handed, _newcomer(asked), read_day(asked.since))
        case "move":
            moved = find_person(store, desk, asked.person, asked.unit)
            return Move(moved.id, find_unit(store, asked.to).id, read_day(asked.since), asked.phone)
        case "leave":
            left = find_person(store, desk, asked.person, asked.unit)
            return Leave(left.id, read_day(asked.until), stays=asked.stays)
        case "join":
            one, into = (find_person(store, desk, each) for each in (asked.person, asked.into))
            return Join(one.id, into.id, asked.reason)
    return Part(find_person(store, desk, asked.person).id)


def _newcomer(asked: Asked) -> Newcomer:
    return Newcomer(asked.name.strip(), asked.mark.strip(), asked.phone.strip(), asked.mobile.strip())


def find_person(store: Store, desk: PeopleDesk, text: str, unit: str | None = None) -> Person:
    """Return who is meant by an id, a name or a label; of namesakes the one of ``unit``.

    Raises:
        UnknownPerson: nobody is called that.
        Namesakes: several are.
    """
    name, mark = parted(text)
    people = desk.people()
    found = [person for person in people if str(person.id) == text]
    found = found or [person for person in people if person.name == name and mark in ("", person.mark)]
    if unit is not None:
        wanted = find_unit(store, unit).id
        found = [person for person in found if any(post.unit == wanted for post in person.posts)]
    if not found:
        raise UnknownPerson(text)
    if len(found) > 1:
        raise Namesakes(name, "、".join(f"{person.id} {person.label}" for person in found))
    return found[0]

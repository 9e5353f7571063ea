"""``problem``, ``lead`` and ``task``: what units raise, what is worth writing up, who is to write."""

import argparse
from datetime import date

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.people import find_person
from jinshi_desk.domain.assignments import Counting, NewAssignment
from jinshi_desk.domain.draft_kinds import Category
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from jinshi_desk.services.assignment import AssignmentDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.lead import LeadDesk
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.people import PeopleDesk
from jinshi_desk.services.suggestion import SuggestionDesk
from jinshi_desk.services.work_lists import WorkLists
from jinshi_desk.store.database import Store

Asked = argparse.Namespace


def problem(store: Store, asked: Asked, day: date) -> int:
    """Take in what a unit raises, hand it on, close it, or strike it out."""
    desk = SuggestionDesk(store, date.today, Undo(store))
    row: int = getattr(asked, "id", 0)
    match asked.act:
        case "add":
            unit = find_unit(store, asked.unit).id
            row = desk.record(NewSuggestion(unit, Concern(asked.kind), asked.text, day))
        case "hand-on":
            due_on = read_day(asked.due) if asked.due else None
            desk.hand_on(row, find_unit(store, asked.office).id, asked.handler, due_on)
        case "close":
            desk.close(row, day, asked.reply)
        case _:
            desk.void(row, asked.reason)
    return _tell(store, "problems", row, asked)


def lead(store: Store, asked: Asked, day: date) -> int:
    """Take in a lead, give it to a 组室, say what came of it, lay it aside, or strike it out."""
    desk = LeadDesk(store, date.today, Undo(store))
    row: int = getattr(asked, "id", 0)
    match asked.act:
        case "add":
            office = find_unit(store, asked.office).id if asked.office else ""
            unit, given_on = find_unit(store, asked.unit).id, day if office else None
            row = desk.record(NewLead(unit, asked.text, day, office, given_on))
        case "assign":
            desk.assign(row, find_unit(store, asked.office).id, day)
        case "draft":
            desk.write_up(row, asked.number)
        case "shelve":
            desk.shelve(row, day, asked.reason)
        case _:
            desk.void(row, asked.reason)
    return _tell(store, "leads", row, asked)


def task(store: Store, asked: Asked, day: date) -> int:
    """Give somebody a task, or strike it out."""
    desk = AssignmentDesk(store, date.today, Undo(store))
    row: int = getattr(asked, "id", 0)
    if asked.act == "add":
        people = PeopleDesk(store, Undo(store), date.today)
        person = find_person(store, people, asked.person, asked.unit)
        category = Category(asked.category) if asked.category else None
        period, counting = Period.parse(asked.period), Counting(asked.count)
        row = desk.record(NewAssignment(person.id, period, asked.target, day, counting, category))
    else:
        desk.void(row, asked.reason)
    return _tell(store, "tasks", row, asked)


_DONE = {
    "add": "已登记",
    "hand-on": "已转办",
    "close": "已办结",
    "assign": "已交办",
    "draft": "已登记成稿",
    "shelve": "已搁置",
    "void": "已作废",
}


def _tell(store: Store, kind: str, row: int, asked: Asked) -> int:
    """Say what was done; as JSON, the line as it is now, none of one that was struck out."""
    if asked.json:
        found = (each for each in WorkLists(store).records[kind]((None, None)) if each["id"] == row)
        print_json(next(found, {"id": row, "voided": getattr(asked, "reason", "")}))
    else:
        print(f"{_DONE[asked.act]}，编号 {row}")
    return 0

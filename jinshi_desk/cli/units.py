"""``unit``: new, renamed, merged, split and abolished units."""

import argparse

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.domain.errors import UnknownUnit
from jinshi_desk.domain.matching import How, UnitNames
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.unit_acts import Abolish, Charge, Create, Edit, Merge, Rename, Split, UnitAct
from jinshi_desk.domain.units import Group, Unit, first_full_month
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.store.database import Store

Asked = argparse.Namespace


def run(store: Store, asked: Asked) -> int:
    """Do what is asked and print the units that came of it."""
    touched = UnitDesk(store, Undo(store)).do(_act(store, asked))
    records = [record for unit in touched for record in ListDesk(store).records("units", Scope(unit=unit))]
    if asked.json:
        print_json(records)
    for record in () if asked.json else records:
        if asked.act == "quota":
            own = record["quotas"][-1]
            owes = "按组别" if own["quota"] is None else f"每月 {own['quota']} 条"
            print(f"{record['id']} {record['name']}：自 {own['from']} 起{owes}")
            continue
        if asked.act == "rename":
            names = record["names"]  # none where it is called so from its first month
            since = names[-1]["from"] if names else record["active_from"]
            was = f"，原名{names[-2]['name']}" if len(names) > 1 else ""
            print(f"{record['id']} {record['name']}：自 {since} 起{was}")
            continue
        ended = f"，到 {record['active_to']} 为止" if record["active_to"] else ""
        print(f"{record['id']} {record['name']}：自 {record['active_from']} 起{ended}")
    return 0


def _act(store: Store, asked: Asked) -> UnitAct:
    match asked.act:
        case "add":
            return Create(asked.name, Group(asked.group), _month(asked.since), tuple(asked.alias))
        case "rename":
            return Rename(_unit(store, asked.unit).id, asked.name, _month(asked.since))
        case "merge":
            units = tuple(_unit(store, unit).id for unit in asked.units)
            return Merge(units, asked.into, _month(asked.since))
        case "split":
            unit = _unit(store, asked.unit).id
            return Split(unit, tuple(asked.into), _month(asked.since), stays=asked.stays)
        case "abolish":
            return Abolish(_unit(store, asked.unit).id, _month(asked.since))
        case "quota":
            unit = _unit(store, asked.unit).id
            return Charge(unit, asked.quota, _month(asked.since), asked.reason)
    known = _unit(store, asked.unit)
    return Edit(
        known.id,
        Group(asked.group) if asked.group else known.group,
        known.aliases if asked.alias is None else tuple(filter(None, asked.alias)),
        known.old_names if asked.old_name is None else tuple(filter(None, asked.old_name)),
        _month(asked.since) if asked.since else None,
    )


def _unit(store: Store, text: str) -> Unit:
    """Return the unit of this id, name or alias; an old name or a part of one is not enough to end a unit.

    Raises:
        UnknownUnit: no unit is called that.
    """
    units = store.units.all()
    by_id = next((unit for unit in units if unit.id == text), None)
    found = UnitNames(units).match(text)
    if by_id is not None:
        return by_id
    if found is None or found.how not in (How.EXACT, How.ALIAS):
        raise UnknownUnit(text)
    return found.unit


def _month(text: str) -> Month:
    """Read a month, or a day, whose month is full only if it is the first."""
    if text.count("-") < 2:
        return Month.parse(text)
    return first_full_month(read_day(text))

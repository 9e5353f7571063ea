"""``objection``: what units object to, taken in, ruled and listed."""

import argparse
from dataclasses import replace
from datetime import date

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import GRANTED, Finding, NewObjection, NewRuling, Objection, Remedy
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.services.correction import CorrectionDesk
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.objection import ObjectionDesk
from jinshi_desk.services.objection_lists import objection_json
from jinshi_desk.services.office import find_unit
from jinshi_desk.store.database import Store
from jinshi_desk.wording import FINDING, OBJECTION_STAND

_HEADS = ("编号", "单位", "月份", "收到", "异议", "状态", "裁定", "理由")


def run(store: Store, asked: argparse.Namespace, day: date) -> int:
    """Do what is asked, on ``day``, and print the objection it was about; or print the list."""
    desk = ObjectionDesk(store, date.today, Undo(store))
    match asked.act:
        case "add":
            shown: tuple[Objection, ...] = (desk.get(desk.record(_new(store, asked, day))),)
        case "rule":
            _rule(store, desk, asked, day)
            shown = (desk.get(asked.id),)
        case "void":
            desk.void(asked.id, asked.reason)
            shown = (desk.get(asked.id),)
        case _:
            month = Month.parse(asked.month) if asked.month else None
            unit = find_unit(store, asked.unit).id if asked.unit else None
            found = store.objections.all(month, unit)
            shown = tuple(each for each in found if not each.voided and (each.waits or not asked.open))
    _print(store, shown, as_list=asked.act == "list", as_json=asked.json)
    return 0


def _new(store: Store, asked: argparse.Namespace, day: date) -> NewObjection:
    return NewObjection(
        unit=find_unit(store, asked.unit).id,
        month=Month.parse(asked.month),
        received_on=day,
        raised_by=asked.by,
        channel=Channel(asked.how),
        text=asked.text,
        draft=store.drafts.get(asked.draft).id if asked.draft else None,
        kind=Kind(asked.points) if asked.points else None,
        deduction=asked.deduction,
    )


def _rule(store: Store, desk: ObjectionDesk, asked: argparse.Namespace, day: date) -> None:
    found, finding = desk.get(asked.id), Finding(asked.finding)
    remedy = Remedy(asked.remedy) if asked.remedy else None
    if remedy is None and finding in GRANTED:
        remedy = Remedy.CORRECTION if desk.is_closed(found.month) else Remedy.CHANGE
    ruling = NewRuling(finding, remedy, asked.by, day, asked.reason)
    if asked.points is None:
        desk.rule(asked.id, ruling)
        return
    if remedy is not Remedy.CORRECTION:
        asked.misuse("--points 只用于登更正")
    correction = CorrectionDesk(store, date.today, Undo(store))
    unlinked = replace(desk.proposed_correction(asked.id), cents=asked.points, objection=None)
    refuse_bad((*desk.check_ruling(asked.id, ruling), *correction.check(unlinked)))  # all problems at once
    with store.together():
        desk.rule(asked.id, ruling)
        correction.record(replace(desk.proposed_correction(asked.id), cents=asked.points))


def _print(store: Store, shown: tuple[Objection, ...], *, as_list: bool, as_json: bool) -> None:
    if as_json:
        records = [objection_json(store, each) for each in shown]
        print_json(records if as_list else records[0])
        return
    names = {unit.id: unit.name for unit in store.units.all()}
    print(table(_HEADS, (_row(each, names[each.unit]) for each in shown)))


def _row(each: Objection, unit: str) -> tuple[str, ...]:
    held = each.ruling
    ruled = (FINDING[held.finding], held.reason) if held else ("", "")
    stand = f"已作废：{each.voided}" if each.voided else OBJECTION_STAND[each.stand]
    said = (str(each.id), unit, str(each.month), each.received_on.isoformat(), each.text)
    return (*said, stand, *ruled)

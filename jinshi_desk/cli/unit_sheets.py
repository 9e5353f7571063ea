"""``unit-sheet``: a page for each unit, to be checked before the month is published."""

import argparse
import sys
from datetime import date

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.sheet_deliveries import SheetDeliveryDesk
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from jinshi_desk.store.database import Store
from jinshi_desk.wording import CHANNEL


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Write the sheets of the units named, or of all."""
    units = {find_unit(store, name).id for name in asked.units}
    desk = UnitSheetDesk(store, office_press(store.file), lambda: today)
    if asked.days is not None:
        desk.set_objection_days(asked.days)
    month = Month.parse(asked.month)
    deliveries = SheetDeliveryDesk(store, lambda: today, Undo(store))
    sheets = desk.sheets(month, units)
    changed = [each.sheet.unit for each in deliveries.statuses(month, sheets) if each.is_changed]
    if asked.each:
        written, paper = desk.save_each(month, units, asked.out)
    else:
        written, paper = [asked.out], desk.save(month, units, asked.out, duplex=asked.duplex)
    for path in written:
        print(path)
    if changed:
        print(f"发后有变：{'、'.join(changed)}")
    if asked.sent:
        deliveries.record(sheets, today, Channel(asked.how), asked.by)
        print(f"已记：{CHANNEL[Channel(asked.how)]}发出核对单 {len(sheets)} 家")
    if paper.fault is not None:
        print(error_sentence(paper.fault), file=sys.stderr)
    return 0

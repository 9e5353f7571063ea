"""``unit-sheet``: a page for each unit, to be checked before the month is published."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.unit_sheets import UnitSheet
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.sheet_deliveries import SheetDeliveryDesk
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from jinshi_desk.store.database import Store
from jinshi_desk.wording import CHANNEL

_PDF, _XLSX = ".pdf", ".xlsx"


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Write the sheets of the units named, or of all."""
    _refuse_mismatch(asked)
    units = {find_unit(store, name).id for name in asked.units}
    month, channel = Month.parse(asked.month), Channel(asked.how)
    desk = UnitSheetDesk(store, office_press(store.file), lambda: today)
    deliveries = SheetDeliveryDesk(store, lambda: today, Undo(store))
    with store.together():
        if asked.days is not None:
            desk.set_objection_days(asked.days)
        sheets = desk.sheets(month, units)
        changed = [each.sheet for each in deliveries.statuses(month, sheets) if each.is_changed]
        if asked.changed:
            sheets = tuple(changed)
        if not sheets:
            print("没有发后有变的单位")
            return 0
        if asked.sent:  # before anything is written
            refuse_bad(deliveries.check(sheets, today, channel, asked.by))
    written, fault = _write(desk, sheets, asked)
    for path in written:
        print(path)
    if changed:
        print(f"发后有变：{'、'.join(each.unit for each in changed)}")
    if asked.sent:
        deliveries.record(sheets, today, channel, asked.by)
        print(f"已记：{CHANNEL[channel]}发出核对单 {len(sheets)} 家")
    if fault is not None:
        print(error_sentence(fault), file=sys.stderr)
    return 0


def _refuse_mismatch(asked: argparse.Namespace) -> None:
    """Refuse an ``--out`` that is not what is to be written."""
    suffix = asked.out.suffix.casefold()
    if asked.each and suffix in (_PDF, _XLSX):
        asked.misuse(f"--each 每家一个文件，--out 写文件夹，“{asked.out}”是文件名")
    if not asked.each and suffix not in (_PDF, _XLSX):
        asked.misuse(f"--out 的“{asked.out}”应以 .pdf 或 .xlsx 结尾；每家一个文件加 --each，写文件夹")
    if asked.duplex and (asked.each or suffix == _XLSX):
        asked.misuse("--duplex 只用于合成一个 PDF")


def _write(
    desk: UnitSheetDesk, sheets: Sequence[UnitSheet], asked: argparse.Namespace
) -> tuple[list[Path], DeskError | None]:
    """Write what was asked for; return the files, and what is wrong with the office's own template."""
    if asked.each:
        written, paper = desk.save_each(sheets, asked.out)
        return written, paper.fault
    if asked.out.suffix.casefold() == _XLSX:
        desk.save_workbook(sheets, asked.out)
        return [asked.out], None
    return [asked.out], desk.save(sheets, asked.out, duplex=asked.duplex).fault

"""``remind``: the sheets and the text that urge the units that owe, and the record that they were sent."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from jinshi_desk.cli.stages import STAGES
from jinshi_desk.domain.errors import CannotWrite
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.reminders import reminder
from jinshi_desk.domain.sent_reminders import Channel, NewReminder
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.safe_files import cause, replace_file
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
from jinshi_desk.services.reminders import ReminderDesk
from jinshi_desk.store.database import Store
from jinshi_desk.wording import CHANNEL, STAGE


def run(store: Store, asked: argparse.Namespace, today: date, sent_on: date) -> int:
    """Write what urges the units that owe, and record that it was sent, as far as each is asked for."""
    if not (asked.out or asked.text or asked.sent):
        asked.misuse("要写 --out、--text 或 --sent")
    month = Month.parse(asked.month)
    desk = ReminderDesk(store, lambda: today, Undo(store))
    wanted = {find_unit(store, unit).id for unit in asked.unit or ()}
    owing = [each for each in desk.owing(month) if not wanted or each.unit.id in wanted]
    if not owing:
        print(f"{month.label}没有欠报的单位")
        return 0
    stage = STAGES[asked.stage] if asked.stage else desk.stage(month)
    units = tuple(standing.unit.id for standing in owing)
    if asked.sent:  # first: it may be refused
        channel = Channel(asked.how)
        desk.record(NewReminder(month, stage, sent_on, channel, asked.by, units, asked.remark))
    close_day = QuotaDesk(store, lambda: today).close_day(month)
    words = reminder(stage, month, owing, today, close_day, desk.wordings()) if asked.text else ""
    if words:
        print(words)
    if asked.out:
        sheets = ReminderSheetDesk(store, office_press(store.file), lambda: today)
        for path in _write(sheets, asked.out, month, units, words):
            print(path)
    if asked.sent:
        how = CHANNEL[channel]
        print(f"已记：{sent_on.month}月{sent_on.day}日{how}{STAGE[stage]} {len(units)} 家")
    return 0


def _write(
    sheets: ReminderSheetDesk, folder: Path, month: Month, units: Sequence[str], words: str
) -> Iterator[Path]:
    """Write the list, the slips and ``words``, and yield where each went."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, cause(error)) from error
    sheet = sheets.sheet(month, units)
    for name, slips in ((f"催报单-{month}.pdf", False), (f"催报单-{month}-各单位.pdf", True)):
        sheets.save(sheet, folder / name, slips=slips)
        yield folder / name
    if words:
        path = folder / f"催报文字-{month}.txt"
        with replace_file(path) as file:
            file.write_text(f"{words}\n", encoding="utf-8")
        yield path

"""``remind``: the sheets and the text that urge the units that owe."""

import argparse
from datetime import date

from jinshi_desk.cli.stages import STAGES
from jinshi_desk.domain.errors import CannotWrite
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.reminders import reminder, stage
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.safe_files import cause, replace_file
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
from jinshi_desk.store.database import Store


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Write the list and the slips as PDF, and the group's text where it is asked for."""
    month = Month.parse(asked.month)
    quota = QuotaDesk(store, lambda: today)
    owing = [standing for standing in quota.standings(month) if standing.due and standing.missing]
    if not owing:
        print(f"{month.label}没有欠报的单位")
        return 0
    close_day = quota.close_day(month)
    meant = STAGES[asked.stage] if asked.stage else stage(month, today, close_day)
    desk = ReminderSheetDesk(store, office_press(store.file), lambda: today)
    sheet = desk.sheet(month)
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(asked.out, cause(error)) from error
    paths = [asked.out / f"催报单-{month}.pdf", asked.out / f"催报单-{month}-各单位.pdf"]
    for path, slips in zip(paths, (False, True), strict=True):
        desk.save(sheet, path, slips=slips)
    if asked.text:
        words = reminder(meant, month, owing, today, close_day)
        paths.append(asked.out / f"催报文字-{month}.txt")
        with replace_file(paths[-1]) as file:
            file.write_text(f"{words}\n", encoding="utf-8")
        print(words)
    for path in paths:
        print(path)
    return 0

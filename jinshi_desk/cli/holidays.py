"""``holidays``: a year's days off and make-up working days."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from jinshi_desk.cli.days import refusal
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.domain.errors import CannotRead
from jinshi_desk.domain.holiday_notices import read_notice, written
from jinshi_desk.domain.working_days import Holiday
from jinshi_desk.safe_files import cause
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.holidays import HolidayDesk
from jinshi_desk.store.database import Store


def run(store: Store, asked: argparse.Namespace) -> int:
    """Write what is asked for, then print the year's table."""
    desk, year = HolidayDesk(store, Undo(store)), asked.year
    if asked.clear or asked.text or asked.off or asked.work:
        table = {} if asked.clear or asked.text else {each.day: each for each in desk.of_year(year)}
        if asked.text:
            reading = desk.read(year, _text(asked.text))
            table |= {each.day: each for each in reading.days}
            refuse_bad(desk.check(year, reading))  # before a day that is said twice hides the other
            for line in reading.unread:
                print(f"看不懂，没有读入：{line}", file=sys.stderr)
        table |= {each.day: each for each in _days(asked.off, year, working=False)}
        table |= {each.day: each for each in _days(asked.work, year, working=True)}
        desk.replace(year, tuple(table.values()))
    days = desk.of_year(year)
    if asked.json:
        records = [{"day": each.day.isoformat(), "working": each.working, "name": each.name} for each in days]
        print_json(records)
    else:
        print(written(days) or f"{year} 年没有登节假日，只有周六、周日休息")
    return 0


def _days(words: Iterable[str], year: int, *, working: bool) -> Iterable[Holiday]:
    for word in words:
        read = read_notice(f"{word}{'上班' if working else '放假'}", year)
        if not read.days:
            raise refusal(word)
        yield from read.days


def _text(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = cause(error) if isinstance(error, OSError) else "不是 UTF-8 文本"
        raise CannotRead(file.name, why) from error

"""The State Council's notice on days off as it is pasted, or a sheet's column; and a year's table as text.

    元旦：2022年1月1日至3日放假，共3天。
    春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。

A day of which nothing is said is off on a weekday, worked on a Saturday or Sunday: else it says nothing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from jinshi_desk.domain.working_days import Holiday

_LONGEST = 31
"""Days; what is longer was not meant as a holiday."""

_DAY = (
    r"(?:(?P<{0}year>\d{{4}})[年./-])?(?:(?P<{0}month>\d{{1,2}})月)?(?P<{0}day>\d{{1,2}})日"
    r"|(?P<{0}y>\d{{4}})[./-](?P<{0}m>\d{{1,2}})[./-](?P<{0}d>\d{{1,2}})(?!\d)"
    r"|(?P<{0}c>\d{{8}})(?!\d)"
    r"|(?P<{0}mm>\d{{1,2}})[./-](?P<{0}dd>\d{{1,2}})(?!\d|[./-]\d)"
)
_SPAN = re.compile(
    rf"(?<![\d./-])(?:{_DAY.format('a')})(?:\s*(?:至|到|~|-|—+|–)\s*(?:{_DAY.format('b')}))?", re.ASCII
)
_KIND = re.compile(r"(?P<worked>(?:调休)?(?:上班|补班|班))|(?P<off>放假|休息|休假|休|放|假)")
_NAME = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}、)?\s*([^\d:,。、]{1,12}):"
)
_ASIDE = re.compile(r"\([^()]*\)")
_LIKE_A_DAY = re.compile(r"\d\s*[月日./-]")
_CLAUSE = re.compile(r"[。;]")


@dataclass(frozen=True, slots=True)
class NoticeReading:
    """What a text says: its days, each once and in order, and the lines with a day that can't be read."""

    days: tuple[Holiday, ...]
    unread: tuple[str, ...] = ()


def read_notice(text: str, year: int) -> NoticeReading:
    """Read a notice, or one day a line; a day without a year is of ``year``."""
    found: dict[tuple[date, bool], Holiday] = {}
    unread = []
    for line in text.splitlines():
        try:
            days = list(_line(unicodedata.normalize("NFKC", line).strip(), year))
        except ValueError:
            days = []
        if not days and _LIKE_A_DAY.search(unicodedata.normalize("NFKC", line)):
            unread.append(line.strip())
        for each in days:
            found.setdefault((each.day, each.working), each)
    return NoticeReading(tuple(sorted(found.values())), tuple(unread))


def written(holidays: Iterable[Holiday]) -> str:
    """Return a year's table as text that reads back to it: a line per holiday, in the order of days."""
    names: dict[str, list[Holiday]] = {}
    for each in sorted(holidays):
        names.setdefault(each.name, []).append(each)
    return "\n".join(_written(name, days) for name, days in names.items())


def _line(line: str, year: int) -> Iterator[Holiday]:
    named = _NAME.match(line)
    name = named[1].strip() if named else ""
    if _KIND.match(name):  # 放假：… and 上班：… say what, not which
        name = ""
    for clause in _CLAUSE.split(_ASIDE.sub("", line)):
        kinds = list(_KIND.finditer(clause))
        for days, place in _spans(clause, year):
            said = next((kind for kind in kinds if kind.start() >= place), kinds[-1] if kinds else None)
            for day in days:
                working = day.weekday() >= 5 if said is None else said.lastgroup == "worked"
                yield Holiday(day, working, name)


def _spans(clause: str, year: int) -> Iterator[tuple[Sequence[date], int]]:
    """Yield each run of days in ``clause``, and where its text ends."""
    month = 0
    for found in _SPAN.finditer(clause):
        first = _day(found, "a", year, month)
        year, month = first.year, first.month
        last = _day(found, "b", year, month) if _has(found, "b") else first
        if last < first:  # 12月31日至1月2日
            last = last.replace(year=last.year + 1)
        year, month = last.year, last.month
        length = (last - first).days + 1
        if length > _LONGEST:
            raise ValueError(found[0])
        yield [first + timedelta(days=number) for number in range(length)], found.end()


def _has(found: re.Match[str], side: str) -> bool:
    return any(found[f"{side}{part}"] for part in ("day", "d", "c", "dd"))


def _day(found: re.Match[str], side: str, year: int, month: int) -> date:
    """Return one end of a run; what it leaves out is as in the day before it.

    Raises:
        ValueError: there is no such day.
    """
    if compact := found[f"{side}c"]:
        return date(int(compact[:4]), int(compact[4:6]), int(compact[6:]))
    if found[f"{side}d"]:
        return date(*(int(found[f"{side}{part}"]) for part in "ymd"))
    if found[f"{side}dd"]:
        return date(year, int(found[f"{side}mm"]), int(found[f"{side}dd"]))
    said = found[f"{side}year"], found[f"{side}month"]
    return date(int(said[0] or year), int(said[1] or month), int(found[f"{side}day"]))


def _written(name: str, days: Sequence[Holiday]) -> str:
    parts = []
    for working, word in ((False, "放假"), (True, "上班")):
        runs = "、".join(_runs([each.day for each in days if each.working is working]))
        if runs:
            parts.append(f"{runs}{word}")
    return (f"{name}：" if name else "") + "；".join(parts)


def _runs(days: Sequence[date]) -> Iterator[str]:
    """Yield days that follow each other as one run: ``1月31日至2月6日``."""
    for _, group in groupby(enumerate(days), key=lambda each: each[1] - timedelta(days=each[0])):
        run = [day for _, day in group]
        yield _written_day(run[0]) + (f"至{_written_day(run[-1])}" if len(run) > 1 else "")


def _written_day(day: date) -> str:
    return f"{day.month}月{day.day}日"

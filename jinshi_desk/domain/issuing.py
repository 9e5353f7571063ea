"""The life of a month (§2), and the number and the day a bulletin goes out by (印发, §6.4)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.problems import Problem

NUMBER_LIMIT = 40

_CODE = "津组通"
_OFFICIAL = re.compile(
    r"(?P<code>[^\d〔\[［(（【]+)[〔\[［(（【](?P<year>\d{4})[〕\]］)）】]第?0*(?P<seq>\d+)号"
)


class MonthState(StrEnum):
    """未关账、已关账、已印发."""

    OPEN = "open"
    CLOSED = "closed"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Issue:
    """The bulletin of ``month`` went out ``on`` a day under ``number``."""

    month: Month
    number: str
    on: date


@dataclass(frozen=True, slots=True)
class PeriodIssue:
    """The notice of a quarter or a year, ``period``, went out ``on`` a day under ``number``."""

    period: Period
    number: str
    on: date


def written_number(typed: str) -> str:
    """Return a document number as it is written: 六角括号, no leading zeros, no 第 (§6.4).

    ``津组通[2022]第06号`` becomes ``津组通〔2022〕6号``; one of another shape is the office's own
    and only loses its spaces.
    """
    number = "".join(clean_line(typed).split())
    found = _OFFICIAL.fullmatch(number)
    return f"{found['code']}〔{found['year']}〕{found['seq']}号" if found else number


def next_number(last: str, on: date) -> str:
    """Return what would follow ``last``, the number last given: one more, from 1 again in another year.

    Without one before, the shape of the office's own documents (§6.4) is proposed; either may be typed over.
    """
    found = _OFFICIAL.fullmatch(last)
    if found is not None:
        seq = int(found["seq"]) + 1 if int(found["year"]) == on.year else 1
        return f"{found['code']}〔{on.year}〕{seq}号"
    digits = list(re.finditer(r"\d+", last))
    if not digits:
        return f"{_CODE}〔{on.year}〕1号"
    run = digits[-1]
    return f"{last[: run.start()]}{int(run[0]) + 1:0{len(run[0])}d}{last[run.end() :]}"


def problems(issue: Issue | PeriodIssue, today: date) -> Iterator[Problem]:
    """Yield what keeps a bulletin, or the notice of a quarter or a year, from going out as typed."""
    of = issue.month if isinstance(issue, Issue) else issue.period
    if not issue.number:
        yield Problem("issue_number", "missing")
    elif len(issue.number) > NUMBER_LIMIT:
        yield Problem("issue_number", "too_long", detail=str(NUMBER_LIMIT))
    if issue.on > today:
        yield Problem("issued_on", "future")
    elif issue.on <= of.last_day:
        yield Problem("issued_on", "before_month_ends", detail=of.label)

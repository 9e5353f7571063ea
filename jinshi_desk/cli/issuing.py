"""``issue`` and ``reopen``: a closed month goes out under its number, or is opened again before that."""

import argparse
from datetime import date

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.issuing import Issue
from jinshi_desk.domain.months import Month
from jinshi_desk.services.issuing import IssueDesk
from jinshi_desk.store.database import Store


def issue(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Sign the month's bulletin out; what is refused is raised."""
    month, desk = Month.parse(asked.month), IssueDesk(store, lambda: today)
    proposed = desk.proposed(month, read_day(asked.on) if asked.on else None)
    number = proposed.number if asked.number is None else asked.number
    done = desk.issue(Issue(month, number, proposed.on))
    if asked.json:
        _print({"month": str(month), "number": done.number, "on": done.on.isoformat()})
    else:
        print(f"{month.label}通报已印发：{done.number}，{written_date(done.on)}")
    return 0


def reopen(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Open the month again; what is refused is raised."""
    month = Month.parse(asked.month)
    IssueDesk(store, lambda: today).reopen(month, asked.reason)
    if asked.json:
        _print({"month": str(month), "reason": asked.reason})
    else:
        print(f"{month.label}已重新开账，改好后要再关一次")
    return 0


def _print(facts: dict[str, str]) -> None:
    print_json(facts)

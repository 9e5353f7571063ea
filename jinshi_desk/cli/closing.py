"""``close``: a month is closed, and what was still open is told."""

import argparse
from datetime import date

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.domain.months import Month
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.closing import Closed, ClosingDesk
from jinshi_desk.store.database import Store
from jinshi_desk.wording import failing_phrase


def run(store: Store, asked: argparse.Namespace) -> int:
    """Close the month; what is refused is raised."""
    month = Month.parse(asked.month)
    desk = ClosingDesk(store, BulletinDesk(store, office_press(store.file)), date.today)
    closed = desk.close(month, accept_open_items=asked.accept_open_items)
    if asked.json:
        print_json(_json(closed))
        return 0
    print(f"{month.label}已关账，记入任务分 {closed.entries} 笔")
    if closed.accepted:
        print(f"没办完而照样关的：{'、'.join(map(failing_phrase, closed.accepted))}")
    return 0


def _json(closed: Closed) -> dict[str, object]:
    return {
        "month": str(closed.month),
        "entries": closed.entries,
        "sha256": closed.sha256,
        "accepted": [{"name": check.name.value, "detail": check.detail} for check in closed.accepted],
    }

"""``quarter``: the review of a quarter to read, to save, to sign out."""

import argparse
from datetime import date

from jinshi_desk.cli import notices
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.quarter_shapes import quarter_json
from jinshi_desk.services.quarters import QuarterReview, quarter_of
from jinshi_desk.store.database import Store


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Type what is to be typed, sign out, save; else print the review."""
    period = Period.parse_quarter(asked.quarter)
    desk = PeriodNoticeDesk(
        store, office_press(store.file), lambda: today, QuarterReview(store, lambda: today)
    )
    draft = notices.act(desk, period, asked, today)
    if asked.json:
        print_json(quarter_json(quarter_of(store, period, today), draft, desk.issued(period)))
    elif asked.out is None:
        notices.show(draft)
    if asked.out is not None:
        notices.save(desk, draft, asked)
    return 0

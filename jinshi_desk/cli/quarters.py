"""``quarter``: the review of a quarter to read, to save, to sign out."""

import argparse
import sys
from datetime import date

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.balance import TOLD, Check
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.quarter_shapes import quarter_json
from jinshi_desk.services.quarters import QuarterReview, quarter_of
from jinshi_desk.store.database import Store
from jinshi_desk.wording import CHECK, failing_phrase

Asked = argparse.Namespace


def run(store: Store, asked: Asked, today: date) -> int:
    """Type what is to be typed, sign out, save; else print the review."""
    period = Period.parse_quarter(asked.quarter)
    desk = PeriodNoticeDesk(
        store, office_press(store.file), lambda: today, QuarterReview(store, lambda: today)
    )
    if asked.set:
        desk.enter(period, dict(_pair(each, asked) for each in asked.set))
    if asked.issue:
        on = read_day(asked.date) if asked.date else today
        done = desk.issue(PeriodIssue(period, asked.issue, on), accept_open_items=asked.accept_open_items)
        if not asked.json:
            print(f"{period.label}通报已印发，{done.number}")
    elif asked.date or asked.accept_open_items:
        asked.misuse("--date 和 --accept-open-items 要和 --issue 一起写")
    draft = desk.draft(period)
    if asked.json:
        print_json(quarter_json(quarter_of(store, period, today), draft, desk.issued(period)))
    elif asked.out is None:
        _print(draft)
    if asked.out is not None:
        _save(desk, draft, asked)
    return 0


def _pair(text: str, asked: Asked) -> tuple[str, str]:
    key, sign, typed = text.partition("=")
    if not sign:
        asked.misuse(f"--set 要写成 KEY=TEXT，“{text}”里没有等号")
    return key.strip(), typed


def _save(desk: PeriodNoticeDesk, draft: PeriodDraft, asked: Asked) -> None:
    for path in desk.files.save(draft.notice, asked.out, asked.format):
        print(path, file=sys.stderr if asked.json else sys.stdout)
    if fault := desk.files.template_fault(draft.notice):
        print(error_sentence(fault), file=sys.stderr)


def _print(draft: PeriodDraft) -> None:
    notice = draft.notice
    print(notice.title)
    for paragraph in notice.paragraphs:
        print(paragraph)
    for heading, section in notice.printed_sections:
        print(f"\n{heading}")
        for paragraph in section.paragraphs:
            print(paragraph)
        for each in section.tables:
            print(table([column.head for column in each.columns], each.printed_rows))
    print("\n自查")
    for check in draft.checks:
        print(_told(check))


def _told(check: Check) -> str:
    if check.ok:
        return f"  通过　{CHECK[check.name]}"
    return f"  {'待办' if check.name in TOLD else '不符'}　{failing_phrase(check)}"

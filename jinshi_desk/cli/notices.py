"""What ``quarter`` and ``year`` do alike with their notices: type, sign out, show, save."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.tables import table
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.balance import TOLD, Check
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.period_notices import Field, PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.services.notice_files import Format
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.wording import CHECK, failing_phrase

Asked = argparse.Namespace


def add_notice(
    command: argparse.ArgumentParser,
    formats: Callable[[str], tuple[Format, ...]],
    fields: Sequence[Field],
    **out: Any,
) -> None:
    """Add what can be said of a notice; ``formats`` reads kinds of file, ``out`` describes the place."""
    command.add_argument("--out", type=Path, **out)
    three = tuple(Format)
    command.add_argument("--format", type=formats, default=three, help="如 pdf,docx（默认三种都要）")
    keys = "、".join(f"{field.key} {field.name}" for field in fields)
    command.add_argument(
        "--set", action="append", default=[], metavar="KEY=TEXT", help=f"填台账以外的内容，可写多次：{keys}"
    )
    command.add_argument("--issue", metavar="NUMBER", help="印发，文号如 津组通〔2022〕9号")
    command.add_argument("--date", metavar="DATE", help="印发日期，如 2022-07-08；不写就是今天")
    command.add_argument("--accept-open-items", action="store_true", help="还有要看的也照样印发")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.set_defaults(misuse=command.error)


def act(desk: PeriodNoticeDesk, period: Period, asked: Asked, today: date) -> PeriodDraft:
    """Type what is to be typed, then sign out; return the notice as it is after that."""
    if asked.set:
        desk.enter(period, dict(_pair(each, asked) for each in asked.set))
    if asked.issue is not None:
        on = read_day(asked.date) if asked.date else today
        done = desk.issue(PeriodIssue(period, asked.issue, on), accept_open_items=asked.accept_open_items)
        if not asked.json:
            print(f"{period.label}通报已印发，{done.number}")
    elif asked.date or asked.accept_open_items:
        asked.misuse("--date 和 --accept-open-items 要和 --issue 一起写")
    return desk.draft(period)


def save(desk: PeriodNoticeDesk, draft: PeriodDraft, asked: Asked) -> None:
    """Write the notice's files; beside JSON their names go where errors go."""
    for path in desk.files.save(draft.notice, asked.out, asked.format):
        print(path, file=sys.stderr if asked.json else sys.stdout)
    if fault := desk.files.template_fault(draft.notice):
        print(error_sentence(fault), file=sys.stderr)


def show(draft: PeriodDraft) -> None:
    """Print the text, its tables and the checks."""
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


def _pair(text: str, asked: Asked) -> tuple[str, str]:
    key, sign, typed = text.partition("=")
    if not sign:
        asked.misuse(f"--set 要写成 KEY=TEXT，“{text}”里没有等号")
    return key.strip(), typed


def _told(check: Check) -> str:
    if check.ok:
        return f"  通过　{CHECK[check.name]}"
    return f"  {'待办' if check.name in TOLD else '不符'}　{failing_phrase(check)}"

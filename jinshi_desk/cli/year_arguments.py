"""What can be said after ``year`` and ``award``."""

import argparse
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from jinshi_desk.award_words import AWARD
from jinshi_desk.cli import commands
from jinshi_desk.cli.notices import add_notice
from jinshi_desk.domain.errors import BadMonth
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import to_cents
from jinshi_desk.domain.year_extracts import DEFAULT_N, Extract
from jinshi_desk.domain.year_sentences import FIELDS
from jinshi_desk.services.notice_files import Format

_ABOUT = "评优名单：逐个确认，或写明原因另定，年终通报印发前都可撤回。名单用 year 年份 --awards 看。"


def add_years(
    words: "argparse._SubParsersAction[Any]",
    command: Callable[..., argparse.ArgumentParser],
    formats: Callable[[str], tuple[Format, ...]],
) -> None:
    """Add ``year`` and ``award``; ``command`` makes a parser, ``formats`` reads kinds of file."""
    year = command(words, "year", commands.year, "年终：各月之和、名次，评优，考核摘录，年终通报")
    year.add_argument("year", type=read_year, metavar="YEAR", help="年份，如 2022")
    year.add_argument("--awards", action="store_true", help="评优测算：各等次、并列、差一点的、不参评的")
    extracts = [each.value for each in Extract]
    extract = "绩效考核 performance、述职评议 accountability、干部考核 cadre"
    year.add_argument("--extract", choices=extracts, help=extract)
    year.add_argument("--points", type=_points, default=DEFAULT_N, metavar="N", help="折算满分，默认 2")
    year.add_argument("--notice", action="store_true", help="看年终通报的文字和自查")
    out = "年终通报放到哪个文件夹；写 .xlsx 是各月积分表或评优名单，摘录写 .xlsx 或 .pdf"
    add_notice(year, formats, FIELDS, metavar="DIR|FILE", help=out)
    _awards(words, command)


def _awards(
    words: "argparse._SubParsersAction[Any]", command: Callable[..., argparse.ArgumentParser]
) -> None:
    award = words.add_parser("award", help="评优名单：确认、另定、撤回", description=_ABOUT)
    acts = award.add_subparsers(title="做什么", dest="act", required=True, parser_class=type(award))
    confirm = command(acts, "confirm", commands.award, "确认测算的名单；不写名字就是全部待确认的")
    decide = command(acts, "decide", commands.award, "另定等次，写明原因")
    withdraw = command(acts, "withdraw", commands.award, "撤回确认或另定，又按测算")
    known = "、".join(f"{each.value} {word}" for each, word in AWARD.items())
    for act in (confirm, decide, withdraw):
        act.add_argument("year", type=read_year, metavar="YEAR", help="年份，如 2022")
        act.add_argument("award", metavar="AWARD", help=f"哪份名单：{known}")
        act.add_argument("--json", action="store_true", help="输出 JSON")
    confirm.add_argument("names", nargs="*", metavar="NAME", help="单位、姓名、标题或编号，可写多个")
    for act in (decide, withdraw):
        act.add_argument("name", metavar="NAME", help="单位、姓名、标题或编号")
        act.add_argument("--reason", required=True, metavar="TEXT", help="原因")
    decide.add_argument("--grade", required=True, metavar="WORD", help="一等、二等、三等、优秀、不列入")
    decide.add_argument("--by", default="", metavar="NAME", help="谁定的")


def read_year(text: str) -> int:
    """Read a year."""
    try:
        return Month(int(text), 1).previous().year + 1
    except (ValueError, BadMonth):
        raise argparse.ArgumentTypeError(f"“{text}”不是年份") from None


def _points(text: str) -> int:
    try:
        cents = to_cents(Decimal(text))
    except (InvalidOperation, ValueError):
        cents = 0
    if not 0 < cents <= to_cents(Decimal(1000)):
        raise argparse.ArgumentTypeError(f"“{text}”应大于 0、不超过 1000")
    return cents

"""What can be said after ``rules`` and ``rehearse``."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinshi_desk.cli import commands
from jinshi_desk.cli.out_files import out_file
from jinshi_desk.services.notice_files import Format

_RULES = "考核规则：列出各版；给一个规则文件，就从它写明的未关账月份起换用"
_REHEARSE = "模拟重算：往月按另一套规则各得多少分、名次怎么变，不改台账"


def add_rules(
    words: "argparse._SubParsersAction[Any]",
    command: Callable[..., argparse.ArgumentParser],
    formats: Callable[[str], tuple[Format, ...]],
) -> None:
    """Add ``rules``; ``command`` makes a parser under the words given, ``formats`` reads ``pdf,docx``."""
    rules = command(words, "rules", commands.rules, _RULES)
    described = "规则文件，照 rules_default.toml 的样子写"
    rules.add_argument("file", type=Path, nargs="?", metavar="FILE.toml", help=described)
    what = rules.add_mutually_exclusive_group()
    what.add_argument("--diff", action="store_true", help="只列出文件与现有规则的不同，不换用")
    what.add_argument("--print", action="store_true", dest="prints", help="把计分细则印成文件，不换用")
    what.add_argument("--withdraw", metavar="VERSION", help="撤回一版：没有按它关过账的，就像没有换用过")
    rules.add_argument("--reason", default="", metavar="TEXT", help="撤回的原因")
    rules.add_argument("--month", metavar="MONTH", help="印哪个月执行的细则，默认这个月")
    rules.add_argument("--out", type=Path, metavar="DIR", help="细则放到哪个文件夹")
    default = (Format.PDF, Format.DOCX)
    rules.add_argument("--format", type=formats, default=default, help="如 pdf,docx,xlsx（默认前两种）")
    rules.set_defaults(misuse=rules.error)


def add_rehearse(
    words: "argparse._SubParsersAction[Any]",
    command: Callable[..., argparse.ArgumentParser],
    year: Callable[[str], int],
) -> None:
    """Add ``rehearse``; ``year`` reads a year."""
    rehearse = command(words, "rehearse", commands.rehearse, _REHEARSE)
    rehearse.add_argument("rules", metavar="FILE.toml|VERSION", help="规则文件，或已录入的版本编号")
    period = rehearse.add_mutually_exclusive_group()
    period.add_argument("--year", type=year, metavar="YEAR", help="哪一年，不写就是最近关了账的那年")
    period.add_argument("--months", metavar="MONTHS", help="一年里的哪几个月，如 2022-01..2022-06")
    rehearse.add_argument("--out", type=out_file(".xlsx"), metavar="FILE.xlsx", help="存到哪个文件")
    rehearse.add_argument("--json", action="store_true", help="输出 JSON")

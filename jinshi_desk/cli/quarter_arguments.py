"""What can be said after ``quarter``."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinshi_desk.cli import commands
from jinshi_desk.domain.quarter_sentences import FIELDS
from jinshi_desk.services.notice_files import Format


def add_quarter(
    words: "argparse._SubParsersAction[Any]",
    command: Callable[..., argparse.ArgumentParser],
    formats: Callable[[str], tuple[Format, ...]],
) -> None:
    """Add ``quarter``; ``command`` makes a parser under the words given, ``formats`` reads kinds of file."""
    quarter = command(words, "quarter", commands.quarter, "季讲评：看文字和自查，存成文件，印发")
    quarter.add_argument("quarter", metavar="QUARTER", help="季度，如 2022Q2")
    quarter.add_argument("--out", type=Path, metavar="DIR", help="放到哪个文件夹")
    three = tuple(Format)
    quarter.add_argument("--format", type=formats, default=three, help="如 pdf,docx（默认三种都要）")
    keys = "、".join(f"{field.key} {field.name}" for field in FIELDS)
    quarter.add_argument(
        "--set", action="append", default=[], metavar="KEY=TEXT", help=f"填台账以外的内容，可写多次：{keys}"
    )
    quarter.add_argument("--issue", metavar="NUMBER", help="印发，文号如 津组通〔2022〕9号")
    quarter.add_argument("--date", metavar="DATE", help="印发日期，如 2022-07-08；不写就是今天")
    quarter.add_argument("--accept-open-items", action="store_true", help="还有要看的也照样印发")
    quarter.add_argument("--json", action="store_true", help="输出 JSON")
    quarter.set_defaults(misuse=quarter.error)

"""What can be said after ``quarter``."""

import argparse
from collections.abc import Callable
from typing import Any

from jinshi_desk.cli import commands
from jinshi_desk.cli.notices import add_notice
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
    add_notice(quarter, formats, FIELDS, metavar="DIR", help="放到哪个文件夹")

"""What can be said after ``meeting``."""

import argparse
from collections.abc import Callable
from typing import Any

from jinshi_desk.cli import commands
from jinshi_desk.cli.out_files import out_file

_ABOUT = "例会记录：登记、改、记议定事项和办结、打印。编号用 meeting list 看。"


def add_meetings(
    words: "argparse._SubParsersAction[Any]", command: Callable[..., argparse.ArgumentParser]
) -> None:
    """Add ``meeting`` and what is done with one; ``command`` makes a parser under the words given."""
    meeting = words.add_parser("meeting", help="例会：登记、议定事项、打印、列出", description=_ABOUT)
    acts = meeting.add_subparsers(
        title="做什么", dest="act", metavar="ACT", required=True, parser_class=type(meeting)
    )
    add = command(acts, "add", commands.meeting, "登记一次例会，一天一次")
    add.add_argument("held_on", metavar="DAY", help="会议日期，如 2022-07-05")
    edit = command(acts, "edit", commands.meeting, "改例会记录，写了的才改")
    edit.add_argument("id", type=int, metavar="ID", help="例会编号")
    edit.add_argument("--on", metavar="DAY", help="会议日期")
    for act in (add, edit):
        required = act is add
        act.add_argument("--host", required=required, metavar="NAME", help="主持人")
        act.add_argument("--place", metavar="TEXT", help="地点")
        act.add_argument("--recorder", metavar="NAME", help="记录人")
        came = "参加的单位和人，如 药山镇：周试一，可写多次"
        act.add_argument("--attend", action="append", required=required, metavar="TEXT", help=came)
        items = "一项议题，可写多次"
        act.add_argument("--item", action="append", required=required, metavar="TEXT", help=items)
        act.add_argument("--minutes", metavar="TEXT", help="会议内容")
        act.add_argument("--month", metavar="MONTH", help="会上通报的月份，如 2022-06")
    resolve = command(acts, "resolve", commands.meeting, "记一项议定事项")
    resolve.add_argument("id", type=int, metavar="ID", help="例会编号")
    resolve.add_argument("text", metavar="TEXT", help="事项")
    resolve.add_argument("--who", required=True, metavar="NAME", help="谁来办")
    resolve.add_argument("--due", metavar="DAY", help="完成期限，可不写")
    done = command(acts, "done", commands.meeting, "办结一项议定事项")
    done.add_argument("id", type=int, metavar="ID", help="事项编号")
    done.add_argument("--on", metavar="DAY", help="办结日期，默认今天")
    done.add_argument("--result", default="", metavar="TEXT", help="办理结果")
    for name, help_text, what in (
        ("void", "作废一次例会，议定事项一起作废", "例会编号"),
        ("drop", "作废一项议定事项", "事项编号"),
    ):
        act = command(acts, name, commands.meeting, help_text)
        act.add_argument("id", type=int, metavar="ID", help=what)
        act.add_argument("--reason", required=True, metavar="TEXT", help="原因")
    shown = command(acts, "show", commands.meeting, "一次例会的全部记录，--out 存成文件")
    shown.add_argument("id", type=int, metavar="ID", help="例会编号")
    shown.add_argument("--out", type=out_file(".pdf", ".docx"), metavar="FILE", help="存成 .pdf 或 .docx")
    listed = command(acts, "list", commands.meeting, "列出例会和议定事项")
    listed.add_argument("--month", metavar="MONTH", help="只要这个月开的、通报这个月的")
    listed.add_argument("--open", action="store_true", help="只要还有事项没办结的")
    for act in acts.choices.values():
        act.add_argument("--json", action="store_true", help="输出 JSON")

"""What can be said after ``problem``, ``lead`` and ``task``."""

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from jinshi_desk.cli import commands
from jinshi_desk.domain.assignments import Counting
from jinshi_desk.domain.draft_kinds import Category
from jinshi_desk.domain.suggestions import Concern

_Parser = argparse.ArgumentParser
_Made = Callable[..., _Parser]


def add_works(words: "argparse._SubParsersAction[Any]", command: _Made) -> None:
    """Add the three ledgers of work; ``command`` makes a parser under the words given."""
    _problems(_ledger(words, "problem", "问题建议：登记、转办、答复办结，list problems 列出"), command)
    _leads(_ledger(words, "lead", "线索：登记、交办、登成稿、搁置，list leads 列出"), command)
    _tasks(_ledger(words, "task", "任务到人：下达、作废，list tasks 列出"), command)


def _ledger(
    words: "argparse._SubParsersAction[Any]", name: str, about: str
) -> "argparse._SubParsersAction[Any]":
    ledger = words.add_parser(name, help=about, description=about)
    acts: argparse._SubParsersAction[Any] = ledger.add_subparsers(
        title="做什么", dest="act", metavar="ACT", required=True, parser_class=type(ledger)
    )
    return acts


def _problems(acts: "argparse._SubParsersAction[Any]", command: _Made) -> None:
    add = command(acts, "add", commands.problem, "登记一条问题建议")
    add.add_argument("unit", metavar="UNIT", help="单位（名称或编号）")
    add.add_argument("text", metavar="TEXT", help="内容")
    kinds = [each.value for each in Concern]
    add.add_argument("--kind", choices=kinds, default="problem", help="问题（默认）、建议")
    hand_on = command(acts, "hand-on", commands.problem, "转办给组室")
    hand_on.add_argument("id", type=int, metavar="ID", help="编号")
    hand_on.add_argument("office", metavar="OFFICE", help="组室（名称或编号）")
    hand_on.add_argument("--handler", default="", metavar="NAME", help="承办人")
    hand_on.add_argument("--due", metavar="DAY", help="期限，可不写")
    close = command(acts, "close", commands.problem, "答复办结")
    close.add_argument("id", type=int, metavar="ID", help="编号")
    close.add_argument("reply", metavar="TEXT", help="答复")
    _finish(acts, command, commands.problem, (add, close))


def _leads(acts: "argparse._SubParsersAction[Any]", command: _Made) -> None:
    add = command(acts, "add", commands.lead, "登记一条线索")
    add.add_argument("unit", metavar="UNIT", help="线索单位（名称或编号）")
    add.add_argument("text", metavar="TEXT", help="线索内容")
    add.add_argument("--office", metavar="OFFICE", help="同时交办给哪个组室")
    assign = command(acts, "assign", commands.lead, "交办给组室；搁置的重新启用")
    assign.add_argument("id", type=int, metavar="ID", help="编号")
    assign.add_argument("office", metavar="OFFICE", help="组室（名称或编号）")
    write_up = command(acts, "draft", commands.lead, "登记写成了哪篇稿件")
    write_up.add_argument("id", type=int, metavar="ID", help="编号")
    write_up.add_argument("number", metavar="NUMBER", help="稿件编号")
    write_up.set_defaults(on=None)
    shelve = command(acts, "shelve", commands.lead, "搁置，写明原因")
    shelve.add_argument("id", type=int, metavar="ID", help="编号")
    shelve.add_argument("--reason", required=True, metavar="TEXT", help="原因")
    _finish(acts, command, commands.lead, (add, assign, shelve))


def _tasks(acts: "argparse._SubParsersAction[Any]", command: _Made) -> None:
    add = command(acts, "add", commands.task, "给一个人下达任务")
    add.add_argument("person", metavar="NAME", help="姓名或人员编号")
    add.add_argument("period", metavar="PERIOD", help="任务期，如 2022-06、2022-Q2、2022")
    add.add_argument("target", type=int, metavar="N", help="几篇")
    add.add_argument("--unit", metavar="UNIT", help="同名的人，写明单位")
    countings = [each.value for each in Counting]
    add.add_argument("--count", choices=countings, default="valid", help="按有效（默认）还是采用数")
    categories = [each.value for each in Category]
    add.add_argument("--category", choices=categories, help="只数这一类稿件")
    _finish(acts, command, commands.task, (add,))


def _finish(
    acts: "argparse._SubParsersAction[Any]",
    command: _Made,
    run: Callable[[argparse.Namespace], int],
    dated: Sequence[_Parser],
) -> None:
    """Add what all three share: striking out, days and JSON."""
    void = command(acts, "void", run, "作废登记错的")
    void.add_argument("id", type=int, metavar="ID", help="编号")
    void.add_argument("--reason", required=True, metavar="TEXT", help="原因")
    for act in dated:
        act.add_argument("--on", metavar="DAY", help="日期，默认今天")
    for act in acts.choices.values():
        act.add_argument("--json", action="store_true", help="输出 JSON")
        act.set_defaults(on=None)

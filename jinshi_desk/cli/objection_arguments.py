"""What can be said after ``objection``."""

import argparse
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from jinshi_desk.cli import commands
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.objections import Finding, Remedy
from jinshi_desk.domain.sent_reminders import Channel

_ABOUT = "异议：单位收到核对单或通报后提出的，登记下来，写明理由裁定。编号用 objection list 看。"


def add_objections(
    words: "argparse._SubParsersAction[Any]", command: Callable[..., argparse.ArgumentParser]
) -> None:
    """Add ``objection`` and what is done with one; ``command`` makes a parser under the words given."""
    objection = words.add_parser("objection", help="异议：登记、裁定、列出", description=_ABOUT)
    acts = objection.add_subparsers(
        title="做什么", dest="act", metavar="ACT", required=True, parser_class=type(objection)
    )
    add = command(acts, "add", commands.objection, "登记一条异议")
    add.add_argument("unit", metavar="UNIT", help="单位（名称或编号）")
    add.add_argument("month", metavar="MONTH", help="对哪个月，如 2022-06")
    add.add_argument("text", metavar="TEXT", help="异议内容")
    add.add_argument("--by", required=True, metavar="NAME", help="提出人")
    ways = "怎么提出的：工作群、电话、纸质、短信、当面，默认纸质"
    add.add_argument("--how", choices=[each.value for each in Channel], default="paper", help=ways)
    add.add_argument("--draft", metavar="NUMBER", help="关于哪篇稿件")
    kinds = [each.value for each in Kind if each is not Kind.CARRY]
    add.add_argument("--points", choices=kinds, help="关于哪一项积分")
    add.add_argument("--deduction", type=int, metavar="ID", help="关于哪条扣分（list deductions 的 id）")
    rule = command(acts, "rule", commands.objection, "裁定；再裁定一次，以后一次为准，前一次留底")
    rule.add_argument("id", type=int, metavar="ID", help="异议编号")
    findings = "成立、部分成立、不成立、单位撤回"
    rule.add_argument("finding", choices=[each.value for each in Finding], help=findings)
    rule.add_argument("--by", required=True, metavar="NAME", help="裁定人")
    remedies = "成立的怎么处理：改登记、登更正、不涉及分数；不写按月份，没关账改登记，已关账登更正"
    rule.add_argument("--remedy", choices=[each.value for each in Remedy], help=remedies)
    rule.add_argument("--points", type=_cents, metavar="N", help="登更正的差额，如 1.5；写了就一并登记更正")
    rule.set_defaults(misuse=rule.error)
    void = command(acts, "void", commands.objection, "作废登记错的异议")
    void.add_argument("id", type=int, metavar="ID", help="异议编号")
    for act in (rule, void):
        act.add_argument("--reason", required=True, metavar="TEXT", help="理由")
    for act in (add, rule):
        act.add_argument("--on", metavar="DAY", help="日期，默认今天")
    listed = command(acts, "list", commands.objection, "列出异议和裁定")
    listed.add_argument("--month", metavar="MONTH", help="只要这个月，如 2022-06")
    listed.add_argument("--unit", metavar="UNIT", help="只要这个单位（名称或编号）")
    listed.add_argument("--open", action="store_true", help="只要待裁定、待更正的")
    for act in (void, listed):
        act.set_defaults(on=None)
    for act in (add, rule, void, listed):
        act.add_argument("--json", action="store_true", help="输出 JSON")


def _cents(text: str) -> int:
    try:
        cents = Decimal(text) * 100
    except InvalidOperation:
        cents = Decimal("0.1")
    if not cents.is_finite() or cents != int(cents):
        raise argparse.ArgumentTypeError(f"“{text}”不是分数，如 1.5 或 -2")
    return int(cents)

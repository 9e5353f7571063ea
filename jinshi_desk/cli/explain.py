"""``explain``: what adds up to a figure, or to a unit's points of a month, a quarter or a year."""

import argparse
import re
from datetime import date

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.errors import BadQuarter, QuarterToCome
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.points import in_points, plain, signed
from jinshi_desk.services.chains import POINTS, Chain, Contribution, booked, worked
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.years import year_months
from jinshi_desk.store.database import Store

_QUARTER = re.compile(r"(\d{4})Q([1-4])", re.ASCII)
_HEADS = (
    "月份",
    "单位",
    "项目",
    "编号",
    "标题",
    "日期",
    "媒体、事由",
    "级别",
    "依据",
    "算式",
    "谁入的账",
    "计",
)


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Print the chain, or the keys of a month's figures."""
    desk = ExplainDesk(store)
    if asked.unit:
        if asked.figure:
            asked.misuse("--figure 不和单位一起用")
        months = _months(store, asked, today)
        chain = desk.unit(find_unit(store, asked.unit), months, carried=bool(asked.year))
    elif asked.month is None:
        asked.misuse("不写单位时，要写 --month")
    elif asked.figure:
        chain = desk.figure(asked.figure, Month.parse(asked.month))
    else:
        return _keys(desk, Month.parse(asked.month), as_json=asked.json)
    _print(chain, as_json=asked.json)
    return 0


def _keys(desk: ExplainDesk, month: Month, *, as_json: bool) -> int:
    keys = desk.keys(month)
    if as_json:
        print_json(dict(keys))
    else:
        print(table(("代号", "数字"), keys.items()))
    return 0


def _months(store: Store, asked: argparse.Namespace, today: date) -> tuple[Month, ...]:
    """Return the months asked for, of a quarter and a year those that have begun."""
    if asked.month:
        return (Month.parse(asked.month),)
    if asked.year:
        return year_months(store, asked.year, today)
    if not asked.quarter:
        asked.misuse("写单位时，要写 --month、--quarter 或 --year")
    found = _QUARTER.fullmatch(asked.quarter)
    if found is None:
        raise BadQuarter(asked.quarter)
    first = Period.quarter(int(found[1]), int(found[2])).first
    begun = tuple(month for month in (first, first.plus(1), first.plus(2)) if month <= Month.of(today))
    if not begun:
        raise QuarterToCome(asked.quarter)
    return begun


def _print(chain: Chain, *, as_json: bool) -> None:
    if as_json:
        print_json(chain_json(chain))
        return
    rows = [_row(line, chain) for line in chain.lines]
    kept = [place for place in range(len(_HEADS)) if any(row[place] for row in rows)]
    print(chain.title)
    print(table([_HEADS[place] for place in kept], ([row[place] for place in kept] for row in rows)))
    print(f"{len(rows)} 行，合计 {_amount(chain.sum, chain)}{f'；{chain.working}' if chain.working else ''}")
    if not chain.holds:
        print(f"明细合计 {_amount(chain.sum, chain)}，与数字 {_amount(chain.expected, chain)} 不符")


def _row(line: Contribution, chain: Chain) -> tuple[str, ...]:
    each = line.explained
    amount = signed(line.amount) if chain.measure == POINTS else str(line.amount)
    return (
        line.month.label if line.month else "",
        line.unit,
        line.what,
        line.draft_no,
        line.title,
        line.day.isoformat() if line.day else "",
        line.where,
        line.level,
        line.why,
        worked(each) if each else "",
        booked(each) if each else "",
        amount,
    )


def _amount(amount: int, chain: Chain) -> str:
    return f"{plain(amount) if chain.measure == POINTS else amount} {chain.measure}"


def chain_json(chain: Chain) -> dict[str, object]:
    """Return a chain: every line, and whether they add up."""
    points = chain.measure == POINTS
    return {
        "key": chain.key,
        "title": chain.title,
        "figure": chain.figure,
        "measure": chain.measure,
        "sum": in_points(chain.sum) if points else chain.sum,
        "holds": chain.holds,
        "working": chain.working,
        "lines": [_line(line, points=points) for line in chain.lines],
    }


def _line(line: Contribution, *, points: bool) -> dict[str, object]:
    found: dict[str, object] = {
        "amount": in_points(line.amount) if points else line.amount,
        "what": line.what,
        "unit": line.unit or None,
        "month": str(line.month) if line.month else None,
        "draft": line.draft_no or None,
        "title": line.title or None,
        "day": line.day.isoformat() if line.day else None,
        "where": line.where or None,
        "opens": line.opens.key if line.opens else None,
    }
    each = line.explained
    if each is not None:
        done = each.booked
        found |= {
            "rule_set": each.entry.rule_set,
            "clause": each.entry.clause,
            "basis": each.basis,
            "arithmetic": each.entry.arithmetic,
            "roundings": list(each.roundings),
            "shared_by": list(each.among),
            "undoes": each.undoes or None,
            "booked_month": str(each.entry.booked_month),
            "booked_by": done.who if done else None,
            "booked_at": done.at if done else None,
            "booked_act": done.act if done else None,
        }
    return found

"""``explain``: what adds up to a figure, or to a unit's points of a month, a quarter or a year."""

import argparse
import re
from datetime import date

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.errors import QuarterToCome
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.services.chain_shapes import chain_json
from jinshi_desk.services.chain_tables import foot, heads, rows
from jinshi_desk.services.chains import Chain, Opens
from jinshi_desk.services.draft_points import draft_key
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.years import year_months
from jinshi_desk.store.database import Store

_DRAFT = re.compile(r"\d{4}-\d+", re.ASCII)


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Print the chain, or the keys of a month's figures."""
    desk = ExplainDesk(store)
    if asked.unit is None and asked.figure is None:
        if asked.month is None:
            asked.misuse("不写单位时，要写 --month，或用 --figure 指一个数字")
        return _keys(desk, Month.parse(asked.month), as_json=asked.json)
    print_chain(_chain(desk, store, asked, today), as_json=asked.json)
    return 0


def _chain(desk: ExplainDesk, store: Store, asked: argparse.Namespace, today: date) -> Chain:
    """Return the chain asked for: of a draft, of a unit's points over a span, of a figure of one."""
    if asked.unit and asked.figure:
        asked.misuse("--figure 不和单位、稿件一起用")
    if asked.unit and _DRAFT.fullmatch(asked.unit):
        if asked.month or asked.quarter or asked.year:
            asked.misuse("稿件不写 --month、--quarter、--year")
        return desk.chain(draft_key(asked.unit))
    months = _months(store, asked, today)
    if asked.unit:
        return desk.unit(find_unit(store, asked.unit), months, carried=bool(asked.year))
    return desk.chain(Opens(asked.figure, months[-1], None if asked.month else months[0]))


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
        asked.misuse("要写 --month、--quarter 或 --year")
    quarter = Period.parse_quarter(asked.quarter)
    begun = tuple(month for month in quarter.months if month <= Month.of(today))
    if not begun:
        raise QuarterToCome(quarter.label)
    return begun


def print_chain(chain: Chain, *, as_json: bool) -> None:
    """Print what adds up to a figure: a table with its sum, or JSON."""
    if as_json:
        print_json(chain_json(chain))
        return
    print(chain.title)
    print(table(heads(chain), rows(chain)))
    print("\n".join(foot(chain)))

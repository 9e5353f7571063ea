"""``rehearse``: a year's months under other rules, as a table, as JSON or as a workbook; nothing changes."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.errors import BadMonth, PeriodOfTwoYears
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.points import plain, signed
from jinshi_desk.domain.rehearsal import Rehearsal
from jinshi_desk.domain.rules import RuleSet
from jinshi_desk.rule_words import award_word, causes_word, movement, period_word, rank_word, summary
from jinshi_desk.services.rehearsal import RehearsalDesk
from jinshi_desk.services.rule_sets import RulesDesk
from jinshi_desk.services.shapes import rehearsal_json
from jinshi_desk.store.database import Store
from jinshi_desk.wording import GROUP

_HEADS = ("组别", "单位", "原积分", "原名次", "新积分", "新名次", "增减", "升降", "评优", "主要原因")


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Work the months out again and show or save what would move."""
    rules, desk = RulesDesk(store), RehearsalDesk(store, lambda: today)
    known = {version.id for version in rules.book().versions}
    text = rules.text(asked.rules) if asked.rules in known else rules.read(Path(asked.rules))
    found = desk.rehearse(text, _months(asked) or desk.usual_months())
    versions = desk.versions(found)
    if asked.out is not None:
        desk.save(found, asked.out)
        print(asked.out)
    elif asked.json:
        print_json(rehearsal_json(found))
    else:
        print(f"{period_word(found)}按《{found.rules.title}》（{found.rules.id}）重算，台账没有改动")
        print(table(_HEADS, _rows(found, versions)))
        print(summary(found))
    return 0


def _months(asked: argparse.Namespace) -> tuple[Month, ...]:
    if asked.year is not None:
        return months_of(asked.year)
    if asked.months is None:
        return ()
    begin, dots, end = asked.months.partition("..")
    first = Month.parse(begin)
    last = Month.parse(end) if dots else first
    if first.year != last.year:
        raise PeriodOfTwoYears(asked.months)
    if last < first:
        raise BadMonth(asked.months)
    return tuple(month for month in months_of(first.year) if first <= month <= last)


def _rows(found: Rehearsal, versions: tuple[RuleSet, ...]) -> Iterator[tuple[str, ...]]:
    for row in found.rows:
        yield (
            GROUP[row.unit.group],
            row.unit.name,
            plain(row.now),
            rank_word(row.rank_now),
            plain(row.then),
            rank_word(row.rank_then),
            signed(row.change),
            movement(row),
            award_word(row),
            causes_word(row.causes, versions, 3),
        )

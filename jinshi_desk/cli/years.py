"""``year``: a year's figures, as a table for each group or as JSON; with ``--awards`` whom they propose."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.awards import Contest
from jinshi_desk.domain.figures import percent
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.year_extracts import Extract, accountability, performance
from jinshi_desk.domain.years import UnitYear, YearFigures
from jinshi_desk.services.award_contests import contests
from jinshi_desk.services.award_lines import award_lines, contest_json
from jinshi_desk.services.year_shapes import year_json
from jinshi_desk.services.years import year_of
from jinshi_desk.store.database import Store
from jinshi_desk.wording import AWARD, EXTRACT, GROUP, TIE_BREAKER


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Print the year."""
    figures = year_of(store, asked.year, today)
    if asked.extract:
        return _extract(figures, asked)
    if asked.awards:
        return _rehearse(contests(store, figures), store, asked, figures.last)
    if asked.json:
        print_json(year_json(figures))
        return 0
    _print_head(figures)
    for group in Group:
        members = figures.of_group(group)
        if members:
            print(f"\n{GROUP[group]}")
            print(table(_heads(figures), (tuple(_row(figures, each)) for each in members)))
    return 0


def _extract(figures: YearFigures, asked: argparse.Namespace) -> int:
    """Print an extract for another assessment, or write it as a workbook."""
    extract = Extract(asked.extract)
    # 部机关组室 have no party committee of their own
    groups = [each for each in Group if extract is Extract.PERFORMANCE or each is not Group.OFFICE]
    tables = [
        performance(figures, each, GROUP[each], asked.points)
        if extract is Extract.PERFORMANCE
        else accountability(figures, each, GROUP[each])
        for each in groups
        if figures.of_group(each)
    ]
    if asked.out is not None:
        from jinshi_desk.sheets.year_extracts import write

        write(f"{asked.year}年{EXTRACT[extract]}（组工信息宣传）", tables, asked.out)
        print(asked.out)
        return 0
    for each in tables:
        print(f"\n{each.caption}")
        print(table([column.head for column in each.columns], each.printed_rows))
    return 0


def _rehearse(found: Sequence[Contest], store: Store, asked: argparse.Namespace, last: Month) -> int:
    """Print whom the figures propose, what a tie leaves open, who just missed it, and who is out."""
    if asked.json:
        print_json([contest_json(each) for each in found])
        return 0
    rules = store.rules.book().find(last)
    breakers = [TIE_BREAKER[each] for each in rules.awards.breakers] if rules else []
    print(f"{asked.year}年评优测算（到{last.month}月，草稿，名单由本室确认）")
    for each in found:
        print(f"\n{AWARD[each.award]}")
        heads = ("等次", "名单", "积分", "说明")
        print(table(heads, award_lines(each, breakers)))
    return 0


def _print_head(figures: YearFigures) -> None:
    done, everyone = figures.completion, figures.completed_all
    rate = percent(done.rate) if done.rate is not None else "—"
    months = f"{figures.year}年（到{figures.last.month}月）"
    print(f"{months}：报送 {figures.received} 条，有效 {figures.valid} 条")
    print(f"完成任务 {done.completed} 家次，共 {done.due} 家次，完成率 {rate}")
    print(f"12 个月均完成任务的单位 {everyone.completed} 家，共 {everyone.due} 家")
    print(f"采用 {figures.adoption.drafts} 篇、{figures.adoption.times} 篇次")


def _heads(figures: YearFigures) -> tuple[str, ...]:
    months = (f"{month.month.month}月" for month in figures.months)
    carried = ("结转",) if figures.has_carried else ()
    return ("单位", *months, *carried, "全年", "名次")


def _row(figures: YearFigures, each: UnitYear) -> Iterator[object]:
    yield each.unit.name
    for month in figures.months:
        points = each.points[month.month.month - 1]
        yield None if points is None else plain(points.total)
    if figures.has_carried:
        yield plain(each.carried) if each.carried else ""
    yield plain(each.cents)
    yield each.rank

"""``year``: a year's figures, as a table for each group or as JSON; with ``--awards`` whom they propose."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jinshi_desk.cli import notices
from jinshi_desk.cli.awards import show as show_awards
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.domain.figures import percent
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.year_extracts import Extract
from jinshi_desk.domain.years import UnitYear, YearFigures
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.annual_notice import AnnualNotice
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.year_extracts import YearExtractDesk, extract_json
from jinshi_desk.services.year_shapes import notice_json, year_json
from jinshi_desk.services.years import year_of
from jinshi_desk.store.database import Store
from jinshi_desk.wording import GROUP


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Print the year, an extract, its lists or its notice; or write what is asked for."""
    _check(asked)
    if asked.extract:
        return _extract(store, asked, today)
    if asked.notice or asked.set or asked.issue is not None or _is_folder(asked.out):
        return _notice(store, asked, today)
    if asked.out is not None:
        desk = YearExtractDesk(store, office_press(store.file), lambda: today)
        save = desk.save_names if asked.awards else desk.save_year
        print(save(asked.year, asked.out))
        return 0
    figures = year_of(store, asked.year, today)
    if asked.awards:
        return show_awards(store, figures, asked)
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


def _check(asked: argparse.Namespace) -> None:
    """Exit with wrong usage where what was said does not go together."""
    if asked.extract and asked.out is not None and asked.out.suffix.casefold() not in (".xlsx", ".pdf"):
        asked.misuse(f"“{asked.out}”应以 .xlsx 或 .pdf 结尾")
    if asked.awards and asked.out is not None and asked.out.suffix.casefold() != ".xlsx":
        asked.misuse(f"“{asked.out}”应以 .xlsx 结尾")
    if (asked.extract or asked.awards) and (asked.notice or asked.set or asked.issue is not None):
        asked.misuse("--notice、--set、--issue 是年终通报的，不和 --extract、--awards 一起写")


def _is_folder(out: Path | None) -> bool:
    """Tell whether the notice's files are wanted: any other ending is that of a folder."""
    return out is not None and out.suffix.casefold() != ".xlsx"


def _notice(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Type, sign out, show or save the year's notice."""
    if asked.out is not None and not _is_folder(asked.out):
        asked.misuse("年终通报存到文件夹，--out 不要写 .xlsx 文件")
    period = Period.parse(f"{asked.year:04d}")
    desk = PeriodNoticeDesk(
        store, office_press(store.file), lambda: today, AnnualNotice(store, lambda: today)
    )
    draft = notices.act(desk, period, asked, today)
    if asked.json:
        print_json(notice_json(draft, desk.issued(period)))
    elif asked.out is None:
        notices.show(draft)
    if asked.out is not None:
        notices.save(desk, draft, asked)
    return 0


def _extract(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Print an extract for another assessment, or write it as PDF or as a workbook."""
    desk = YearExtractDesk(store, office_press(store.file), lambda: today)
    paper = desk.paper(asked.year, Extract(asked.extract), asked.points)
    if asked.out is not None:
        print(desk.save(paper, asked.out))
        return 0
    if asked.json:
        print_json(extract_json(paper, {unit.name: unit.id for unit in store.units.all()}))
        return 0
    for each in paper.tables:
        print(f"\n{each.caption}")
        print(table([column.head for column in each.columns], each.printed_rows))
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

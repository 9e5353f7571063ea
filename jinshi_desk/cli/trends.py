"""``trends``: a year beside the last, as a table, as JSON, as a picture or as a workbook."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.trends import Measure, Series, Trends, Whose, series
from jinshi_desk.domain.units import Group
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.shapes import trends_json
from jinshi_desk.services.trends import TrendsDesk
from jinshi_desk.store.database import Store
from jinshi_desk.trend_words import MEASURE, written_amount


def run(store: Store, asked: argparse.Namespace, today: date) -> int:
    """Print the year, or save it."""
    desk = TrendsDesk(store, office_press(store.file), lambda: today)
    whose, measure = _whose(store, asked), Measure(asked.measure)
    found = desk.trends(asked.year)
    if asked.out is not None:
        _save(desk, found, series(found, measure, whose), asked.out)
        print(asked.out)
        if fault := desk.template_fault():
            print(error_sentence(fault), file=sys.stderr)
    elif asked.json:
        print_json(trends_json(found, whose))
    else:
        print(desk.name_of(whose))
        heads = [f"{MEASURE[each]}{year}" for each in Measure for year in (asked.year, asked.year - 1)]
        print(table(("月份", *heads), _rows(found, whose)))
    return 0


def _whose(store: Store, asked: argparse.Namespace) -> Whose:
    if asked.unit:
        return Whose(unit=find_unit(store, asked.unit).id)
    return Whose(Group(asked.group) if asked.group else None)


def _save(desk: TrendsDesk, trends: Trends, drawn: Series, path: Path) -> None:
    if path.suffix.casefold() == ".png":
        desk.save_picture(drawn, path)
    else:
        desk.save_sheet(trends, path)


def _rows(trends: Trends, whose: Whose) -> Iterator[tuple[str, ...]]:
    columns = [
        (drawn.measure, amounts)
        for drawn in (series(trends, measure, whose) for measure in Measure)
        for amounts in ((*drawn.now, drawn.sum_now), (*drawn.before, drawn.sum_before))
    ]
    for place, name in enumerate((*(f"{number}月" for number in range(1, 13)), "合计")):
        yield name, *(written_amount(measure, amounts[place]) for measure, amounts in columns)

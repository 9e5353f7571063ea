"""(j) The year's notice in three formats from the command line: 80 units, 1,500 drafts, all months closed."""

import shutil
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import typst

from benchmarks.measuring import Measured, medians, python
from jinshi_desk.domain.drafts import Author, Category, NewDraft
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.unit_acts import Create
from jinshi_desk.domain.units import Group
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.closing import ClosingDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.opening import open_office
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.services.sample_year import YEAR
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.store.database import Store

_UNITS, _DRAFTS = 80, 1_500
_JUNE = Month(YEAR, 6)
_EMPTY_PAGE = b'#set page(paper: "a4")\n'


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Compare the command with an empty page set by typst in a Python that does nothing."""
    file, out = folder / "annual.jinshi", folder / "annual"
    shutil.copy(sample, file)
    store = open_office(file)
    units, drafts = _grow(store)
    _close(store)
    store.close()
    ours, bare, page = medians(
        [
            lambda: python("-m", "jinshi_desk", "--data", str(file), "year", str(YEAR), "--out", str(out)),
            lambda: python("-c", "pass"),
            lambda: typst.compile(_EMPTY_PAGE, font_paths=[]),
        ],
        runs=5,
    )
    assert len(list(out.iterdir())) == 3
    what = f"the year's notice, {units} units, {drafts:,} drafts"
    yield Measured(what, "empty typst page + python -c pass", ours, bare + page, within=3.0)


def _grow(store: Store) -> tuple[int, int]:
    """Give the sample the units and drafts it lacks, from June on; return how many there are."""
    desk, register = UnitDesk(store, Undo(store)), RegisterDesk(store, _today, Undo(store))
    lacking = _UNITS - len(store.units.all())
    new = [unit for place in range(lacking) for unit in desk.do(_unit(place))]
    months = cycle(month for month in months_of(YEAR) if month >= _JUNE)
    for place, unit in zip(range(_DRAFTS - len(store.drafts.all_numbers())), cycle(new), strict=False):
        received = next(months).first_day
        facts = NewDraft(
            title=f"基层党建做法{place}",
            units=(unit,),
            received_on=received,
            authors=(Author("周试一"),),
            category=Category.NEWS,
            approval_on_file=True,
        )
        register.log(facts, accepted=True)
    return len(store.units.all()), len(store.drafts.all_numbers())


def _unit(place: int) -> Create:
    return Create(f"样板单位{place + 1}", Group.BUREAU, _JUNE, ())


def _close(store: Store) -> None:
    closing = ClosingDesk(store, BulletinDesk(store, Press()), _today)
    for month in months_of(YEAR):
        if not store.months.is_closed(month):
            closing.close(month, accept_open_items=True)


def _today() -> date:
    return date(YEAR + 1, 1, 12)

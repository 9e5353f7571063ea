"""(h) Closing a month costs the same with years behind it, and so does reading it again."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.long_history import lengthen
from benchmarks.measuring import Measured, medians
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.closing import ClosingDesk
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.opening import open_office
from jinshi_desk.services.sample_year import YEAR
from jinshi_desk.store.database import Store

_YEARS = 20
_JUNE = Month(YEAR, 6)


class _Rollback(Exception):
    """Thrown to close the same month again."""


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Compare two years with twenty."""
    short, long = folder / "closing.jinshi", folder / "closing-long.jinshi"
    for file in (short, long):
        shutil.copy(sample, file)
    lengthen(short, 2)  # closing keeps the year beside the last: with either, it reads both
    drafts = lengthen(long, _YEARS)
    for file in (short, long):
        _close_last_year(file)
    stores = [open_office(file) for file in (short, long)]
    few, many = medians([lambda: _close(stores[0]), lambda: _close(stores[1])], runs=15)
    yield Measured(f"June closed, {_YEARS} years ({drafts:,} drafts)", "the same, 2 years", many, few, 1.25)
    _close_for_good(stores[0])
    computed, frozen = medians(
        [lambda: month_figures(stores[1], _JUNE), lambda: month_figures(stores[0], _JUNE)], runs=15
    )
    yield Measured("June's figures, frozen", "the same, computed", frozen, computed, 0.5)
    for store in stores:
        store.close()


def _desk(store: Store) -> tuple[ClosingDesk, BulletinDesk]:
    bulletins = BulletinDesk(store, Press())
    return ClosingDesk(store, bulletins, lambda: date(YEAR, 7, 6)), bulletins


def _close_last_year(file: Path) -> None:
    """Close the months of the year before, which were added after those of the sample were closed."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TRIGGER months_close_in_order")
    store = open_office(file)
    for month in months_of(YEAR - 1):
        _close_for_good(store, month)
    store.close()


def _close(store: Store) -> None:
    """Close June and take it back, which no clerk can."""
    desk, bulletins = _desk(store)
    try:
        with store.writing("close") as act:
            desk.shut(act, bulletins.draft(_JUNE))
            raise _Rollback
    except _Rollback:
        return


def _close_for_good(store: Store, month: Month = _JUNE) -> None:
    desk, bulletins = _desk(store)
    with store.writing("close") as act:
        desk.shut(act, bulletins.draft(month))

"""(h) Closing a month costs the same with years behind it, and so does reading it again."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.long_history import lengthen
from benchmarks.measuring import Measured, medians
from jinshi_desk.domain.months import Month
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
    """Compare one year with twenty."""
    short, long = folder / "closing.jinshi", folder / "closing-long.jinshi"
    for file in (short, long):
        shutil.copy(sample, file)
    drafts = lengthen(long, _YEARS)
    stores = [open_office(file) for file in (short, long)]
    few, many = medians([lambda: _close(stores[0]), lambda: _close(stores[1])], runs=15)
    yield Measured(f"June closed, {_YEARS} years ({drafts:,} drafts)", "the same, 1 year", many, few, 1.25)
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


def _close(store: Store) -> None:
    """Close June and take it back, which no clerk can."""
    desk, bulletins = _desk(store)
    try:
        with store.writing("close") as act:
            desk.shut(act, bulletins.draft(_JUNE))
            raise _Rollback
    except _Rollback:
        return


def _close_for_good(store: Store) -> None:
    desk, bulletins = _desk(store)
    with store.writing("close") as act:
        desk.shut(act, bulletins.draft(_JUNE))

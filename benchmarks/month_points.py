"""(d) A month's points and the year's quota board do not cost more as history grows."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.long_history import lengthen
from benchmarks.measuring import Measured, medians
from jinshi_desk.domain.months import Month
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.opening import open_office
from jinshi_desk.services.quota import QuotaDesk
from jinshi_desk.services.sample_year import YEAR

_YEARS = 20
_JUNE = Month(YEAR, 6)


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Compare one year with twenty."""
    history = folder / "history.jinshi"
    shutil.copy(sample, history)
    drafts = lengthen(history, _YEARS)
    short, long = open_office(sample), open_office(history)
    assert month_figures(short, _JUNE).points == month_figures(long, _JUNE).points
    boards = [QuotaDesk(store, lambda: date(YEAR, 12, 31)) for store in (short, long)]
    few, many = medians([lambda: month_figures(short, _JUNE), lambda: month_figures(long, _JUNE)], runs=15)
    yield Measured(f"June's points, {_YEARS} years ({drafts:,} drafts)", "the same, 1 year", many, few, 1.25)
    few, many = medians([lambda: boards[0].board(YEAR), lambda: boards[1].board(YEAR)], runs=15)
    yield Measured(f"quota board, {_YEARS} years", "the same, 1 year", many, few, 1.25)
    short.close()
    long.close()

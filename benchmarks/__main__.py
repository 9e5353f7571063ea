"""Measure everything on this machine and print the table."""

import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    annual_notice,
    board_paint,
    bulletin,
    closing,
    filtering,
    forms,
    month_points,
    saving,
    sheets,
    starting,
    year_points,
)
from benchmarks.measuring import Measured
from jinshi_desk.services.sample_year import create_sample_year

_MEASURES: Sequence[Callable[[Path, Path], Iterator[Measured]]] = (
    starting.measure,
    filtering.measure,
    month_points.measure,
    board_paint.measure,
    year_points.measure,
    saving.measure,
    sheets.measure,
    bulletin.measure,
    closing.measure,
    forms.measure,
    annual_notice.measure,
)
_VERDICTS = {True: "met", False: "MISSED", None: ""}


def main() -> int:
    """Print a line per measure as it comes; return 1 where a goal is missed."""
    missed = False
    with TemporaryDirectory() as name:
        folder = Path(name)
        sample = folder / "sample.jinshi"
        start = time.perf_counter()
        create_sample_year(sample).close()
        made = time.perf_counter() - start
        print(f"Python {platform.python_version()}, {platform.system()}; ratios hold within this run only\n")
        print(f"{'what':<44} {'ours':>10} {'floor':>10} {'ratio':>7}  {'goal':<9} {'':<7} floor is")
        _print(Measured("the sample year made", "(no floor)", made, made, within=6))
        for measure in _MEASURES:
            for line in measure(sample, folder):
                _print(line)
                missed |= line.met is False
    return int(missed)


def _print(line: Measured) -> None:
    goal = f"≤ {line.within:g} s" if line.within else f"≤ {line.goal:g} ×" if line.goal else ""
    times = f"{line.ours * 1000:>7.1f} ms {line.floor * 1000:>7.1f} ms {line.ratio:>5.2f} ×"
    print(f"{line.what:<44} {times}  {goal:<9} {_VERDICTS[line.met]:<7} {line.against}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

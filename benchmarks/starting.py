"""(a) The whole process until the window shows the register, against an empty window."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Measured, medians, python


def measure(sample: Path, _: Path) -> Iterator[Measured]:
    """Start both in turn."""
    ours, floor = medians(
        [
            lambda: python("-m", "benchmarks.desk_window", str(sample)),
            lambda: python("-m", "benchmarks.empty_window"),
        ],
        runs=11,
        warm_ups=2,
    )
    yield Measured("window usable, sample year", "empty QMainWindow painted", ours, floor, 1.6)

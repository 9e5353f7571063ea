"""(a) The whole process until the window shows the register, against an empty window.

A part of what lies between the two is PySide's: Qt's names (``Qt.Key`` and its kin), all made when the first
of them is met. So there is a second floor that has them, and no goal to it; and the time when all that was
put off until after the first paint is done as well.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Measured, medians, python


def measure(sample: Path, _: Path) -> Iterator[Measured]:
    """Start them in turn."""
    ours, complete, floor, furnished = medians(
        [
            lambda: python("-m", "benchmarks.desk_window", str(sample)),
            lambda: python("-m", "benchmarks.desk_window", str(sample), "complete"),
            lambda: python("-m", "benchmarks.empty_window"),
            lambda: python("-m", "benchmarks.empty_window", "furnished"),
        ],
        runs=15,
        warm_ups=2,
    )
    yield Measured("window usable, sample year", "empty QMainWindow painted", ours, floor, 1.6)
    yield Measured("the same", "empty QMainWindow with Qt's names", ours, furnished)
    yield Measured("window with its form, todos, fonts, pinyin", "empty QMainWindow painted", complete, floor)

"""(c) June's bulletin in three formats from the command line."""

from collections.abc import Iterator
from pathlib import Path

import typst

from benchmarks.measuring import Measured, medians, python
from jinshi_desk.services.sample_year import YEAR

_EMPTY_PAGE = b'#set page(paper: "a4")\n'


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Compare the command with an empty page set by typst in a Python that does nothing."""
    ours, bare, page = medians(
        [
            lambda: python(
                "-m", "jinshi_desk", "--data", str(sample), "bulletin", f"{YEAR}-06", "--out", str(folder)
            ),
            lambda: python("-c", "pass"),
            lambda: typst.compile(_EMPTY_PAGE, font_paths=[]),
        ],
        runs=5,
    )
    floor = "empty typst page + python -c pass"
    yield Measured("June's bulletin, three formats, command line", floor, ours, bare + page, within=1.5)

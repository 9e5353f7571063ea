"""(b) From a keystroke in the register's filter to its repaint, against a repaint of rows in memory."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.first_paint import AfterFirstPaint
from benchmarks.measuring import ENVIRONMENT, ROOT, Measured, medians
from jinshi_desk.__main__ import show
from jinshi_desk.app import Desk
from jinshi_desk.ui.register.draft_list import DraftList
from jinshi_desk.ui.register.tab import RegisterTab

_TYPED = ("党", "党员", "党员先", "药", "药山", "j", "jy", "jyj", "学习", "没有这样的稿件", "2022-01", "")
_RUNS = 20 * len(_TYPED)


def measure(sample: Path, _: Path) -> Iterator[Measured]:
    """Type in a process of its own: this one has no window."""
    for span, words in (("month", "filter keystroke, June"), ("all", "filter keystroke, the whole year")):
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.filtering", str(sample), span],
            check=True,
            cwd=ROOT,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
        ours, floor = map(float, told.split())
        yield Measured(words, "repaint of the same rows", ours, floor, 1.5)


def main() -> None:
    """Print both medians in seconds."""
    file, span = sys.argv[1:]
    os.environ["XDG_CONFIG_HOME"] = str(Path(file).parent)  # not the user's own settings

    def measure_when_painted(desk: Desk) -> None:
        AfterFirstPaint(desk.window, lambda: measure_and_leave(desk))

    def measure_and_leave(desk: Desk) -> None:
        register = desk.window.show_tab("register")
        assert isinstance(register, RegisterTab)
        register.list.span.choose(span)
        print(*_times(register.list), flush=True)
        os._exit(0)

    show(["--data", file], measure_when_painted)


def _times(drafts: DraftList) -> list[float]:
    viewport, typed = drafts.view.viewport(), cycle(_TYPED)

    def keystroke() -> None:
        drafts.filter.setText(next(typed))
        viewport.repaint()

    return medians([keystroke, viewport.repaint], runs=_RUNS, warm_ups=len(_TYPED))


if __name__ == "__main__":
    main()

"""(b) From a keystroke in the register's filter to its repaint, against a repaint of rows in memory."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEventLoop

from benchmarks.first_paint import AfterFirstPaint
from benchmarks.long_history import lengthen
from benchmarks.measuring import ENVIRONMENT, ROOT, Measured
from jinshi_desk.__main__ import show
from jinshi_desk.app import Desk
from jinshi_desk.ui.register.draft_list import DraftList
from jinshi_desk.ui.register.tab import RegisterTab

_TYPED = ("党", "党员", "党员先", "药", "药山", "j", "jy", "jyj", "学习", "没有这样的稿件", "2022-01", "")
_ROUNDS = 20
_SIZE = (1366, 694)  # what the smallest screen of an office leaves to a window
_YEARS = 70  # some 100,000 drafts


def measure(sample: Path, folder: Path) -> Iterator[Measured]:
    """Type in a process of its own: this one has no window."""
    yield _measured("filter keystroke, June", sample, "month")
    yield _measured("filter keystroke, the whole year", sample, "all")
    long = Path(shutil.copy(sample, folder / "long.jinshi"))
    drafts = lengthen(long, _YEARS)
    yield _measured(f"filter keystroke, {drafts:,} drafts", long, "all")
    long.unlink()


def _measured(what: str, file: Path, span: str) -> Measured:
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.filtering", str(file), span],
        check=True,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    ours, floor = map(float, told.split())
    return Measured(what, "repaint of the same rows", ours, floor, 1.5)


def main() -> None:
    """Print both medians in seconds."""
    file, span = sys.argv[1:]
    os.environ["XDG_CONFIG_HOME"] = str(Path(file).parent)  # not the user's own settings

    def measure_when_painted(desk: Desk) -> None:
        AfterFirstPaint(desk.window, lambda: measure_and_leave(desk))

    def measure_and_leave(desk: Desk) -> None:
        register = desk.window.show_tab("register")
        assert isinstance(register, RegisterTab)
        desk.window.resize(*_SIZE)
        register.list.span.choose(span)
        print(*_times(desk, register.list), flush=True)
        os._exit(0)

    show(["--data", file], measure_when_painted)


def _times(desk: Desk, drafts: DraftList) -> Sequence[float]:
    """Return the medians over rounds of typing: a short list is as quick to paint as a long one is slow."""
    viewport = drafts.view.viewport()
    keyed, floor = [], []
    for _ in range(_ROUNDS + 1):
        took = [0.0, 0.0]
        for words in _TYPED:
            took[0] += _seconds(partial(drafts.filter.setText, words), viewport.repaint)
            _settle(desk)
            took[1] += _seconds(viewport.repaint)
        keyed.append(took[0] / len(_TYPED))
        floor.append(took[1] / len(_TYPED))
    return median(keyed[1:]), median(floor[1:])


def _seconds(*acts: Callable[[], object]) -> float:
    start = time.perf_counter()
    for act in acts:
        act()
    return time.perf_counter() - start


def _settle(desk: Desk) -> None:
    """Let the exact count come, as it does between two keystrokes; it is asked for two turns later."""
    for _ in range(2):
        QCoreApplication.processEvents()  # noqa: TID251  # nothing else runs here
    while desk.frame.tasks.busy:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # noqa: TID251


if __name__ == "__main__":
    main()

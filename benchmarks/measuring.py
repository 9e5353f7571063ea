"""Times of two things in turn, so that a noisy machine is as noisy for both."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {
    **os.environ,
    "LC_ALL": "C.UTF-8",
    "PYTHONDONTWRITEBYTECODE": "",  # an installed program has its bytecode
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "default.warning=false",  # what the offscreen platform cannot do
}
"""What every process of a benchmark is started with."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: ours against a floor, both in seconds. No goal: the figure is only told.

    ``within`` is a limit on our own seconds, where the goal is not a ratio.
    """

    what: str
    against: str
    ours: float
    floor: float
    goal: float | None = None
    within: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is met, where there is one."""
        if self.within is not None:
            return self.ours <= self.within
        return None if self.goal is None else self.ratio <= self.goal


def medians(actions: Sequence[Callable[[], object]], runs: int, warm_ups: int = 1) -> list[float]:
    """Return the median seconds of each action, taken in turn."""
    times: list[list[float]] = [[] for _ in actions]
    for run in range(runs + warm_ups):
        for action, taken in zip(actions, times, strict=True):
            start = time.perf_counter()
            action()
            if run >= warm_ups:
                taken.append(time.perf_counter() - start)
    return [median(taken) for taken in times]


def python(*arguments: str) -> None:
    """Run this Python to its end, in a process of its own."""
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
    )

"""(d) The board of 80 units × 12 months repaints within a frame."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from benchmarks.measuring import ENVIRONMENT, ROOT, Measured, medians
from jinshi_desk import paths
from jinshi_desk.ui.theme import Look, application
from jinshi_desk.ui.widgets.heat_grid import HeatGrid
from jinshi_desk.ui.widgets.heat_model import CellState, HeatCell, HeatGroup, HeatRow

_UNITS, _MONTHS = 80, 12
_FRAME = 0.016
_STATES = tuple(state for state in CellState if state is not CellState.EMPTY)


def measure(_sample: Path, _folder: Path) -> Iterator[Measured]:
    """Paint in a process of its own: this one has no window."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.board_paint"],
        check=True,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    ours, floor = map(float, told.split())
    what = f"board of {_UNITS} units × {_MONTHS} months, all seen"
    yield Measured(what, "fill the same surface", ours, floor, within=_FRAME)


def main() -> None:
    """Print both medians in seconds."""
    app = application("benchmark")
    grid = _board(Look(app, paths.resources()))
    grid.show()
    surface = grid.viewport()
    ours, floor = medians([surface.grab, lambda: _fill(grid)], runs=40, warm_ups=3)
    print(ours, floor, flush=True)
    os._exit(0)


def _board(look: Look) -> HeatGrid:
    """Return a board with every state, so high that no unit has to be scrolled to."""
    rows = tuple(_row(number) for number in range(_UNITS))
    groups = [HeatGroup("镇（街道）", "20 家", rows[:20]), HeatGroup("市直单位", "60 家", rows[20:])]
    grid = HeatGrid(look, "单位", ["有效", "采用", "达标", "欠报"])
    grid.show_groups([f"{month}月" for month in range(1, _MONTHS + 1)], groups, current=6)
    grid.resize(950, (_UNITS + len(groups) + 2) * grid.verticalHeader().defaultSectionSize())
    return grid


def _row(number: int) -> HeatRow:
    name = f"样板单位{number}"
    cells = tuple(
        HeatCell(_STATES[(number + month) % len(_STATES)], str(month % 5)) for month in range(_MONTHS)
    )
    return HeatRow(name, name, cells, tuple(HeatCell(CellState.PLAIN, str(number + at)) for at in range(4)))


def _fill(grid: HeatGrid) -> None:
    QPixmap(grid.viewport().size()).fill(Qt.GlobalColor.white)


if __name__ == "__main__":
    main()

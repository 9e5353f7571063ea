"""A chart of 趋势, drawn by typst: bars for the year, a dashed line with rings for the year before.

One pt of the page is one px of the screen. What tells the years apart is their shape, never colour alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from jinshi_desk.domain.trends import Series, scale
from jinshi_desk.papers.typesetting import Json, Press
from jinshi_desk.safe_files import replace_file
from jinshi_desk.trend_words import MEASURE_COUNTED, written_amount

TEMPLATE = "trend"

_LEFT, _RIGHT, _TOP, _BOTTOM, _SIGNED = 56, 20, 76, 34, 26
_PICTURE = (960, 480)  # px on a screen; typst's PNG has twice as many


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart as ``#RRGGBB``: ``still_open`` fills the bars of months that may still move."""

    ground: str
    ink: str
    label: str
    grid: str
    now: str
    still_open: str
    before: str


PAPER = Palette(
    ground="#FFFFFF",
    ink="#1A1A1A",
    label="#55585C",
    grid="#DEDEDA",
    now="#1F5A9E",
    still_open="#DCE8F6",
    before="#4A4D52",
)
"""The light look, whatever the screen shows."""


def save_png(press: Press, series: Series, who: str, signed: str, path: Path) -> None:
    """Write the chart as PNG, ``signed`` at its foot.

    Raises:
        PaperFailed: it could not be drawn.
        CannotWrite: the machine would not let us write.
    """
    content = press.set(TEMPLATE, value(series, who, PAPER, _PICTURE, signed), "png").content[0]
    with replace_file(path) as file:
        file.write_bytes(content)


def columns(size: tuple[int, int]) -> tuple[float, float]:
    """Return where the first month begins in a chart of ``size``, and how wide each is, in px."""
    return _LEFT, (size[0] - _LEFT - _RIGHT) / 12


def value(series: Series, who: str, palette: Palette, size: tuple[int, int], signed: str = "") -> Json:
    """Return what the template draws: finished words, and every height as a share of the axis."""
    marks = scale(series.measure, (*series.now, *series.before))
    at = _share(marks)
    width, height = size
    bottom = _BOTTOM + (_SIGNED if signed else 0)
    return {
        "title": title(series, who),
        "signed": signed,
        "width": width,
        "height": height,
        "frame": {"left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": bottom},
        "colors": asdict(palette),
        "zero": at(0),
        "marks": [{"at": at(mark), "text": written_amount(series.measure, mark)} for mark in marks],
        "bars": [
            {
                "month": f"{number}月",
                "at": None if amount is None else at(amount),
                "text": written_amount(series.measure, amount),
                "open": is_open,
            }
            for number, (amount, is_open) in enumerate(zip(series.now, series.is_open, strict=True), start=1)
        ],
        "line": [None if amount is None else at(amount) for amount in series.before],
        "legend": _legend(series),
    }


def title(series: Series, who: str) -> str:
    """Return what the chart shows of whom and when: ``镇（街道）2022年1—6月有效信息（条）``."""
    months = f"{series.compared[0]}—{series.compared[-1]}月" if len(series.compared) > 1 else ""
    if len(series.compared) == 1:
        months = f"{series.compared[0]}月"
    return f"{who}{series.year}年{months}{MEASURE_COUNTED[series.measure]}"


def _legend(series: Series) -> Json:
    """Return the marks that occur, in their order, each with what it stands for."""
    months = tuple(zip(series.now, series.is_open, strict=True))
    closed = any(amount is not None and not is_open for amount, is_open in months)
    still_open = any(amount is not None and is_open for amount, is_open in months)
    found = (
        ("bar", f"{series.year}年", closed),
        ("open", f"{series.year}年（未关账）", still_open),
        ("line", f"{series.year - 1}年", any(amount is not None for amount in series.before)),
    )
    return [{"mark": mark, "text": text} for mark, text, occurs in found if occurs]


def _share(marks: Sequence[int]) -> Callable[[int], float]:
    low, high = marks[0], marks[-1]
    return lambda amount: (amount - low) / (high - low)

"""The chart of 趋势 as it is drawn: what every month shows, told apart without colour."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from jinshi_desk.domain.trends import Measure, Series, Whose
from jinshi_desk.papers import trends as picture
from jinshi_desk.papers.typesetting import Press

NOTHING = (None,) * 12
YEAR = Series(
    measure=Measure.VALID,
    whose=Whose(),
    year=2022,
    now=(10, 20, 0, 30, *NOTHING[4:]),
    before=(5, None, 15, 25, *NOTHING[4:11], 20),
    is_open=(False, False, False, True, *(False,) * 8),
    compared=(1, 2, 3, 4),
    sum_now=60,
    sum_before=None,
)
BAR, OPEN_BAR, LINE = (
    QColor(picture.PAPER.now),
    QColor(picture.PAPER.still_open),
    QColor(picture.PAPER.before),
)
SIZE = (960, 480)


def drawn(press: Press, series: Series, folder: Path) -> QImage:
    """The picture as a clerk opens it."""
    file = folder / "趋势.png"
    picture.save_png(press, series, "全部单位", "中共津市市委组织部　2022年7月3日", file)
    return QImage(str(file))


def height(image: QImage, month: int, color: QColor) -> int:
    """How many px of ``color`` stand above each other in the widest part of a month's column."""
    left, width = picture.columns(SIZE)
    columns = range(round(2 * (left + width * (month - 1))), round(2 * (left + width * month)))
    return max(
        sum(image.pixelColor(x, y) == color for y in range(2 * 60, image.height() - 2 * 40)) for x in columns
    )


def test_bars_are_as_tall_as_their_months_were_good(press: Press, tmp_path: Path) -> None:
    image = drawn(press, YEAR, tmp_path)
    assert (image.width(), image.height()) == (1920, 960)
    first, second = height(image, 1, BAR), height(image, 2, BAR)
    assert first > 100
    assert second == pytest.approx(2 * first, rel=0.03)
    assert height(image, 3, BAR) < 8, "nothing came: no bar"
    assert height(image, 5, BAR) == 0, "to come: nothing at all"


def test_a_month_that_may_still_move_is_a_frame_not_a_block(press: Press, tmp_path: Path) -> None:
    image = drawn(press, YEAR, tmp_path)
    assert height(image, 4, OPEN_BAR) > 200
    assert height(image, 1, OPEN_BAR) == 0
    closed = drawn(press, replace(YEAR, is_open=(False,) * 12), tmp_path)
    assert height(closed, 4, OPEN_BAR) == 0
    assert height(closed, 4, BAR) == pytest.approx(3 * height(closed, 1, BAR), rel=0.03)


def test_last_year_is_a_line_of_rings_that_breaks_where_a_month_is_missing(
    press: Press, tmp_path: Path
) -> None:
    image = drawn(press, YEAR, tmp_path)
    assert min(height(image, month, LINE) for month in (1, 3, 4, 12)) > 3
    assert max(height(image, month, LINE) for month in (6, 7, 8)) == 0
    alone = drawn(press, replace(YEAR, before=NOTHING), tmp_path)
    assert max(height(alone, month, LINE) for month in range(1, 13)) == 0


def test_the_years_stay_apart_in_grey(press: Press, tmp_path: Path) -> None:
    greys = [QColor(getattr(picture.PAPER, name)).lightnessF() for name in ("now", "still_open", "ground")]
    assert greys == sorted(greys)
    assert greys[1] - greys[0] > 0.4
    legend: Any = picture.value(YEAR, "", picture.PAPER, SIZE)
    assert [entry["mark"] for entry in legend["legend"]] == ["bar", "open", "line"]


def test_less_than_nothing_hangs_below_the_line(press: Press, tmp_path: Path) -> None:
    points = replace(YEAR, measure=Measure.POINTS, now=(-1000, 1000, *NOTHING[2:]), before=NOTHING)
    value: Any = picture.value(points, "药山镇", picture.PAPER, SIZE)
    low, high = value["bars"][:2]
    assert low["at"] < value["zero"] < high["at"]
    assert (low["text"], high["text"]) == ("−10", "10")
    image = drawn(press, points, tmp_path)
    assert height(image, 1, BAR) == pytest.approx(height(image, 2, BAR), rel=0.03)
    assert height(image, 1, BAR) > 200


@pytest.mark.parametrize(
    ("compared", "title"),
    [
        ((1, 2, 3), "药山镇2022年1—3月有效信息（条）"),
        ((6,), "药山镇2022年6月有效信息（条）"),
        ((), "药山镇2022年有效信息（条）"),
    ],
)
def test_the_title_says_whose_when_and_what(compared: tuple[int, ...], title: str) -> None:
    assert picture.title(replace(YEAR, compared=compared), "药山镇") == title


def test_an_empty_year_is_drawn_without_bars(press: Press, tmp_path: Path) -> None:
    image = drawn(press, replace(YEAR, now=NOTHING, before=NOTHING), tmp_path)
    assert all(height(image, month, BAR) == 0 for month in range(1, 13))

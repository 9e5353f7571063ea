from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.theme import Look, Scheme
from jinshi_desk.ui.widgets.heat_grid import HeatGrid
from jinshi_desk.ui.widgets.heat_model import CellState, HeatCell, HeatGroup, HeatModel, HeatRow
from jinshi_desk.ui.widgets.heat_painter import HeatLegend

MONTHS = [f"{number}月" for number in range(1, 13)]
STATES = [
    CellState.COMPLETED,
    CellState.LATE,
    CellState.SHORT,
    CellState.ZERO,
    CellState.EXEMPT,
    CellState.NOT_DUE,
]


def _row(key: str) -> HeatRow:
    cells = tuple(HeatCell(STATES[number % 6], str(number), f"{key}{number}月") for number in range(1, 12))
    return HeatRow(
        key, key, (*cells, HeatCell(CellState.EMPTY)), (HeatCell(CellState.PLAIN, "5/6", f"{key}达标"),)
    )


GROUPS = [
    HeatGroup("镇（街道）", "2 家", (_row("新洲镇"), _row("药山镇"))),
    HeatGroup("市直单位", "40 家", tuple(_row(f"市直单位{number}") for number in range(40))),
]


@pytest.fixture
def grid(look: Look, qtbot: QtBot) -> HeatGrid:
    grid = HeatGrid(look, "单位", ["达标"])
    qtbot.addWidget(grid)
    grid.show_groups(MONTHS, GROUPS, current=6)
    grid.resize(900, 400)
    grid.show()
    grid.setFocus()
    return grid


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = HeatModel("单位", ["达标"])
    model.show_groups(MONTHS, GROUPS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_ring_starts_at_the_first_unit_in_the_current_month(grid: HeatGrid) -> None:
    assert grid.current_cell() == ("新洲镇", 6)


def test_arrows_move_and_step_over_the_headings_of_groups(grid: HeatGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current_cell() == ("药山镇", 7)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current_cell() == ("市直单位0", 7)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.current_cell() == ("药山镇", 7)


def test_enter_opens_the_pieces_behind_a_cell(grid: HeatGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.cell_opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == ["新洲镇", 6]


def test_double_click_opens_as_well(grid: HeatGrid, qtbot: QtBot) -> None:
    at = grid.visualRect(grid.model().index(2, 3)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(grid.cell_opened) as opened:
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["药山镇", 3]


def test_space_ticks_and_unticks_the_unit(grid: HeatGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.unit_ticked) as ticked:
        QTest.keyClick(grid, Qt.Key.Key_Space)
    assert ticked.args == ["新洲镇", True]
    assert grid.ticked == {"新洲镇"}
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert grid.ticked == frozenset()


def test_showing_again_keeps_the_ring_the_ticks_and_the_place(grid: HeatGrid) -> None:
    grid.set_ticked(["药山镇", "不在了"])
    grid.go_to("市直单位30", 2)
    scrolled = grid.verticalScrollBar().value()
    assert scrolled > 0
    grid.show_groups(MONTHS, GROUPS, current=6)
    assert grid.current_cell() == ("市直单位30", 2)
    assert grid.verticalScrollBar().value() == scrolled
    assert grid.ticked == {"药山镇"}


def test_a_cell_says_what_it_is(grid: HeatGrid) -> None:
    index = grid.model().index(1, 3)
    assert grid.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "新洲镇3月"
    assert grid.model().data(index, Qt.ItemDataRole.ToolTipRole) == "新洲镇3月"
    assert grid.model().data(grid.model().index(0, 0)) == "镇（街道） 2 家"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_state_is_told_apart_without_colour(scheme: Scheme, look: Look, qtbot: QtBot) -> None:
    """In grey, and with one figure in all cells: any two states differ in more than a stray pixel."""
    look.set_scheme(scheme)
    grid = HeatGrid(look, "单位", [])
    qtbot.addWidget(grid)
    states = [*STATES, CellState.PLAIN]
    cells = tuple(HeatCell(state, "2") for state in states)
    grid.show_groups(MONTHS[:7], [HeatGroup("组", "", (HeatRow("甲", "甲", cells),))])
    grid.resize(760, 120)
    grid.show()
    image = grid.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    drawn = {state: _greys(image, grid, place) for place, state in enumerate(states, start=1)}
    for one, other in combinations(states, 2):
        apart = sum(abs(a - b) for a, b in zip(drawn[one], drawn[other], strict=True))
        assert apart > 8 * 255, f"{one} looks like {other}"  # as eight pixels, black against white


def _greys(image: QImage, grid: HeatGrid, column: int) -> list[int]:
    """The greys of a cell of the first unit, line by line."""
    box = grid.visualRect(grid.model().index(1, column))
    ratio = image.devicePixelRatio()
    return [
        image.pixelColor(round(x * ratio), round(y * ratio)).lightness()
        for y in range(box.top(), box.bottom())
        for x in range(box.left(), box.right())
    ]


def test_the_names_are_drawn_where_they_were_when_the_months_are_scrolled(grid: HeatGrid) -> None:
    grid.resize(500, 400)
    names = grid.viewport().grab().toImage().copy(10, 30, 60, 60)
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
    assert grid.viewport().grab().toImage().copy(10, 30, 60, 60) == names


CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("start", "key", "modifier", "end"),
    [
        (("药山镇", 6), Qt.Key.Key_Home, NONE, ("药山镇", 1)),
        (("药山镇", 6), Qt.Key.Key_End, NONE, ("药山镇", 12)),
        (("市直单位9", 6), Qt.Key.Key_Home, CTRL, ("新洲镇", 1)),
        (("新洲镇", 6), Qt.Key.Key_End, CTRL, ("市直单位39", 12)),
        (("新洲镇", 9), Qt.Key.Key_Left, CTRL, ("新洲镇", 6)),
        (("新洲镇", 6), Qt.Key.Key_Left, CTRL, ("新洲镇", 1)),
        (("新洲镇", 2), Qt.Key.Key_Right, CTRL, ("新洲镇", 6)),
        (("新洲镇", 6), Qt.Key.Key_Right, CTRL, ("新洲镇", 12)),
        (("药山镇", 6), Qt.Key.Key_Down, CTRL, ("市直单位0", 6)),
        (("市直单位0", 6), Qt.Key.Key_Down, CTRL, ("市直单位39", 6)),
        (("市直单位7", 6), Qt.Key.Key_Up, CTRL, ("市直单位0", 6)),
        (("市直单位0", 6), Qt.Key.Key_Up, CTRL, ("新洲镇", 6)),
        (("新洲镇", 6), Qt.Key.Key_Up, CTRL, ("新洲镇", 6)),
    ],
)
def test_keys_lead_to_the_edges_of_the_year_and_the_groups(
    start: tuple[str, int],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    end: tuple[str, int],
    grid: HeatGrid,
) -> None:
    grid.go_to(*start)
    QTest.keyClick(grid, key, modifier)
    assert grid.current_cell() == end


def test_paging_goes_through_every_group_and_stops_at_the_ends(grid: HeatGrid) -> None:
    for _ in range(9):
        QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.current_cell() == ("市直单位39", 6)
    for _ in range(9):
        QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.current_cell() == ("新洲镇", 6)


def test_a_page_that_would_end_on_a_heading_ends_on_a_unit(grid: HeatGrid) -> None:
    grid.resize(900, grid.horizontalHeader().height() + 2 + 3 * grid.verticalHeader().defaultSectionSize())
    QTest.keyClick(grid, Qt.Key.Key_PageDown)  # two lines on is the heading of 市直单位
    assert grid.current_cell() == ("市直单位0", 6)


def test_what_is_typed_is_told_on_and_space_still_ticks(grid: HeatGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.typed) as heard:
        QTest.keyClick(grid, Qt.Key.Key_Y)
    assert heard.args == ["y"]
    with qtbot.assertNotEmitted(grid.typed):
        QTest.keyClick(grid, Qt.Key.Key_Space)
        QTest.keyClick(grid, Qt.Key.Key_E, CTRL)
    assert grid.ticked == {"新洲镇"}


def test_the_years_figures_say_what_they_are(grid: HeatGrid) -> None:
    grid.go_to("药山镇", 13)
    assert grid.words() == "药山镇达标"


def test_months_share_the_width_and_names_stay_when_scrolled_sideways(grid: HeatGrid) -> None:
    assert grid.horizontalScrollBar().maximum() == 0
    grid.resize(500, 400)
    assert grid.horizontalScrollBar().maximum() > 0
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
    grid.viewport().grab()
    assert grid.indexAt(QPoint(20, 40)).column() == 0
    grid.go_to("药山镇", 1)
    assert grid.columnViewportPosition(1) >= grid.columnWidth(0)


def test_a_long_name_is_read_whole_where_months_have_room_enough(grid: HeatGrid) -> None:
    grid.resize(900, 400)
    narrow = grid.columnWidth(0)
    grid.resize(1340, 400)
    assert grid.columnWidth(0) > narrow
    assert grid.columnWidth(0) > grid.fontMetrics().horizontalAdvance("市人力资源和社会保障局")
    assert grid.horizontalScrollBar().maximum() == 0


def test_the_legend_names_every_mark(look: Look, qtbot: QtBot) -> None:
    legend = HeatLegend(look)
    qtbot.addWidget(legend)
    assert legend.grab().height() > 0

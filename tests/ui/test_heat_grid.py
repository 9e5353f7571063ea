import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.theme import Look
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
    return HeatRow(key, key, (*cells, HeatCell(CellState.EMPTY)), "5/6")


GROUPS = [
    HeatGroup("镇（街道）", "2 家", (_row("新洲镇"), _row("药山镇"))),
    HeatGroup("市直单位", "40 家", tuple(_row(f"市直单位{number}") for number in range(40))),
]


@pytest.fixture
def grid(look: Look, qtbot: QtBot) -> HeatGrid:
    grid = HeatGrid(look, "单位", "达标月数")
    qtbot.addWidget(grid)
    grid.show_groups(MONTHS, GROUPS, current=6)
    grid.resize(900, 400)
    grid.show()
    grid.setFocus()
    return grid


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = HeatModel("单位", "达标月数")
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


def test_every_state_is_told_apart_without_colour(look: Look, qtbot: QtBot) -> None:
    grid = HeatGrid(look, "单位", "达标月数")
    qtbot.addWidget(grid)
    cells = tuple(HeatCell(state, "2") for state in STATES)
    grid.show_groups(MONTHS[:6], [HeatGroup("组", "", (HeatRow("甲", "甲", cells),))])
    grid.resize(700, 120)
    grid.show()
    image = grid.viewport().grab().toImage().convertToFormat(grid.grab().toImage().Format.Format_Grayscale8)
    boxes = [grid.visualRect(grid.model().index(1, column)) for column in range(1, 7)]
    drawn = [
        tuple(
            image.pixelColor(x, y).lightness() // 24
            for y in range(box.top(), box.bottom())
            for x in range(box.left(), box.right())
        )
        for box in boxes
    ]
    assert len(set(drawn)) == 6


def test_months_share_the_width_and_names_stay_when_scrolled_sideways(grid: HeatGrid) -> None:
    assert grid.horizontalScrollBar().maximum() == 0
    grid.resize(500, 400)
    assert grid.horizontalScrollBar().maximum() > 0
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
    grid.viewport().grab()
    assert grid.indexAt(QPoint(20, 40)).column() == 0
    grid.go_to("药山镇", 1)
    assert grid.columnViewportPosition(1) >= grid.columnWidth(0)


def test_the_legend_names_every_mark(look: Look, qtbot: QtBot) -> None:
    legend = HeatLegend(look)
    qtbot.addWidget(legend)
    assert legend.grab().height() > 0

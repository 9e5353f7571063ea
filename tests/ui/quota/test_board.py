from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.drafts import Source
from jinshi_desk.domain.units import Exemption
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.board import Shown
from jinshi_desk.ui.quota.tab import QuotaTab
from jinshi_desk.ui.widgets.heat_model import CellState
from tests.office import JULY, JUNE, MAY, Office, unit_id
from tests.ui.framed import Told, come_to
from tests.ui.quota.seen import cell, go_to, lines, state, total


def test_every_state_has_its_text_and_its_mark(office: Office, tab: QuotaTab) -> None:
    office.day = date(2022, 7, 3)
    for unit in ("新洲镇", "新洲镇", "药山镇", "研究室"):
        office.log(unit=unit)
    for unit in ("新洲镇", "药山镇"):
        for _ in range(2):
            office.log(unit=unit, received="2022-05-10")
    office.log(unit="白衣镇")
    office.log(unit="白衣镇", received="2022-07-02", makeup=True)
    office.log(unit="毛里湖镇", accepted=False)
    office.quota.exempt(Exemption(unit_id("市委党校"), JUNE, "校区搬迁", "周试一"))
    office.quota.exempt(Exemption(unit_id("市委党校"), JULY.next(), "校区搬迁", "周试一"))
    tab.show()
    assert state(tab, "新洲镇") == (CellState.COMPLETED, "2")
    assert state(tab, "白衣镇") == (CellState.LATE, "2")
    assert state(tab, "药山镇") == (CellState.SHORT, "差1")
    assert state(tab, "毛里湖镇") == (CellState.SHORT, "差2")
    assert state(tab, "市委办公室") == (CellState.ZERO, "0")
    assert state(tab, "市委党校") == (CellState.EXEMPT, "免")
    assert state(tab, "市委党校", 8) == (CellState.EXEMPT, "免")
    assert state(tab, "研究室") == (CellState.PLAIN, "1")
    assert state(tab, "新洲镇", 12) == (CellState.NOT_DUE, "")
    assert state(tab, "新洲镇", 4) == (CellState.NOT_DUE, "")
    assert total(tab, "新洲镇") == ["4", "0", "2/3", ""]
    assert total(tab, "市委党校") == ["0", "0", "0/2", "1"]
    assert total(tab, "研究室") == ["1", "0", "", ""]


def test_a_cell_says_what_was_counted(office: Office, tab: QuotaTab) -> None:
    office.log(unit="药山镇")
    office.log(unit="药山镇", source=Source.REPRINT)
    office.quota.exempt(Exemption(unit_id("市委党校"), JUNE, "校区搬迁", "周试一"))
    tab.show()
    assert cell(tab, "药山镇").tip == "药山镇6月：差1条，任务2条，报送2篇，有效1条，采用0篇"
    assert cell(tab, "新洲镇").tip == "新洲镇6月：零报送，任务2条"
    assert cell(tab, "市委党校").tip == "市委党校6月：免考核，校区搬迁（周试一批准）"
    assert cell(tab, "研究室").tip == "研究室6月：报送0篇，有效0条，采用0篇"


def test_units_stand_in_their_groups_with_how_many_they_are(office: Office, tab: QuotaTab) -> None:
    office.log()
    tab.show()
    headings = [line for line in lines(tab) if line.endswith("家")]
    assert headings == ["镇（街道） 9 家", "市直单位 47 家", "部机关组室 10 家"]
    assert lines(tab)[:2] == ["镇（街道） 9 家", "新洲镇"]


def test_an_office_that_has_just_started_owes_nothing(tab: QuotaTab, told: Told) -> None:
    tab.show()
    assert state(tab, "新洲镇") == (CellState.NOT_DUE, "")
    assert told.counts == "2022年6月没有登记"
    assert tab.owing.list.empty.isVisible()
    assert not tab.owing.text.copy_button.isEnabled()


def test_the_keys_go_to_the_grid_when_the_tab_comes_to_the_front(
    office: Office, tab: QuotaTab, qtbot: QtBot
) -> None:
    office.log()
    come_to(tab, qtbot)
    assert tab.board.grid.hasFocus()
    assert tab.board.grid.current_cell() == (unit_id("新洲镇"), 6)
    QTest.keyClick(tab.board.grid, Qt.Key.Key_Down)
    QTest.keyClick(tab.board.grid, Qt.Key.Key_Left)
    assert tab.board.grid.current_cell() == (unit_id("药山镇"), 5)


def test_typing_filters_by_name_and_by_initials(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log()
    come_to(tab, qtbot)
    tab.board.filter.setFocus()
    QTest.keyClicks(tab.board.filter, "ys")
    assert "药山镇" in lines(tab)
    assert "新洲镇" not in lines(tab)
    tab.board.filter.setText("药山")
    assert lines(tab) == ["镇（街道） 1 家", "药山镇"]
    tab.board.filter.setText("yaosz")
    assert lines(tab) == ["镇（街道） 1 家", "药山镇"]
    QTest.keyClick(tab.board.filter, Qt.Key.Key_Down)
    assert tab.board.grid.hasFocus()
    assert tab.board.grid.current_cell()[0] == unit_id("药山镇")


def test_a_filter_that_finds_nothing_says_so_and_can_be_cleared(office: Office, tab: QuotaTab) -> None:
    office.log()
    tab.show()
    tab.board.filter.setText("没有这家")
    assert tab.board.grid.empty.isVisible()
    tab.board.grid.empty.acted.emit()
    assert not tab.board.grid.empty.isVisible()
    assert len(lines(tab)) == 69


def test_the_board_follows_what_is_filed_while_it_is_looked_at(
    office: Office, frame: Frame, tab: QuotaTab, told: Told, qtbot: QtBot
) -> None:
    office.log(unit="药山镇")
    tab.show()
    go_to(tab, "药山镇", 5)
    with qtbot.waitSignal(frame.news.changed):
        office.log(unit="药山镇")
    assert state(tab, "药山镇") == (CellState.COMPLETED, "2")
    assert tab.board.grid.current_cell() == (unit_id("药山镇"), 5)
    assert told.counts == "应报送 56 家 · 免考核 0 家 · 完成 1 家 · 欠报 55 家"


def test_another_month_is_another_column_and_another_year_another_board(
    office: Office, frame: Frame, tab: QuotaTab, told: Told
) -> None:
    office.log(received="2022-05-10")
    tab.show()
    frame.month.turn_to(MAY)
    assert tab.owing.title.text() == "5月欠报"
    frame.month.turn_to(MAY.plus(12))
    assert state(tab, "新洲镇", 5) == (CellState.NOT_DUE, "")
    assert told.counts == "2023年5月没有登记"
    assert tab.owing.list.empty.isVisible()
    frame.month.turn_to(MAY.plus(-12))
    assert lines(tab) == []
    assert tab.board.grid.empty.isVisible()


def test_what_does_not_fit_beside_the_filter_is_left_out(office: Office, tab: QuotaTab) -> None:
    office.log()
    tab.show()
    legend = tab.board._legend
    assert legend.isVisible()
    tab.resize(820, 500)
    assert not legend.isVisible()


def test_a_name_that_is_cut_short_is_told_whole(office: Office, tab: QuotaTab) -> None:
    office.log()
    tab.show()
    name = tab.board.grid.model().index(lines(tab).index("市城市管理和综合执法局"), 0)
    assert name.data(Qt.ItemDataRole.ToolTipRole) == "市城市管理和综合执法局"


def test_the_segments_pick_who_owes_who_is_late_and_one_group(
    office: Office, tab: QuotaTab, qtbot: QtBot
) -> None:
    office.day = date(2022, 7, 3)
    for unit in ("药山镇", "药山镇", "白衣镇"):
        office.log(unit=unit)
    office.log(unit="白衣镇", received="2022-07-02", makeup=True)
    come_to(tab, qtbot)
    tab.board.segments.choose(Shown.OWING)
    assert {"药山镇", "白衣镇"}.isdisjoint(lines(tab))
    assert "新洲镇" in lines(tab)
    tab.board.segments.choose(Shown.LATE)
    assert lines(tab) == ["镇（街道） 1 家", "白衣镇"]
    tab.board.segments.choose(Shown.OFFICE)
    assert lines(tab)[0] == "部机关组室 10 家"
    assert len(lines(tab)) == 11
    QTest.keyClicks(tab.board.filter, "yjs")
    assert lines(tab) == ["部机关组室 1 家", "研究室"]
    tab.board.segments.choose(Shown.TOWN)
    assert lines(tab) == []
    tab.board.grid.empty.acted.emit()
    assert len(lines(tab)) == 69


def test_the_segments_count_whom_they_pick(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    office.log(unit="药山镇")
    come_to(tab, qtbot)
    texts = [button.text() for button in tab.board.segments.findChildren(QPushButton)]
    assert texts == ["全部", "欠报 55", "补报 0", "欠满3月 0", "镇街", "市直", "组室"]


def test_nobody_late_is_said_in_a_sentence(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log()
    come_to(tab, qtbot)
    tab.board.segments.choose(Shown.LATE)
    assert tab.board.grid.empty.isVisible()
    assert "6月没有补报的单位。" in [label.text() for label in tab.board.grid.empty.findChildren(QLabel)]


def test_going_to_a_unit_that_is_not_picked_picks_all_again(office: Office, tab: QuotaTab) -> None:
    office.log(unit="药山镇")
    tab.show()
    tab.board.segments.choose(Shown.OFFICE)
    tab.board.go_to(unit_id("药山镇"), JUNE)
    assert tab.board.segments.current == Shown.ALL
    assert tab.board.grid.current_cell() == (unit_id("药山镇"), 6)


def test_three_missed_months_are_marked_with_what_they_mean(office: Office, tab: QuotaTab) -> None:
    office.day = date(2022, 8, 3)
    for month in (4, 6):
        for _ in range(2):
            office.log(received=f"2022-{month:02}-10")
    office.log(unit="药山镇", received="2022-04-10")
    tab.show()
    assert total(tab, "新洲镇") == ["4", "0", "2/5", "1"]
    assert total(tab, "药山镇") == ["1", "0", "0/5", "连3"]
    missed = cell(tab, "药山镇", 16)
    assert missed.state is CellState.SHORT
    assert missed.tip == "药山镇欠报3个月（4、5、6月），最长连续3个月；满3个月，年终不参加评优"
    assert cell(tab, "药山镇", 13).tip == "药山镇全年报送1篇，有效1条，采用0篇"


def test_the_status_bar_says_what_the_ring_is_on(
    office: Office, tab: QuotaTab, told: Told, qtbot: QtBot
) -> None:
    office.log(unit="药山镇")
    come_to(tab, qtbot)
    go_to(tab, "药山镇")
    assert told.counts == "药山镇6月：差1条，任务2条，报送1篇，有效1条，采用0篇"
    tab.board.segments.choose(Shown.OFFICE)
    assert told.counts == "应报送 56 家 · 免考核 0 家 · 完成 0 家 · 欠报 56 家"


def test_ctrl_j_leads_to_the_rules_of_counting(tab: QuotaTab, qtbot: QtBot) -> None:
    come_to(tab, qtbot)
    with qtbot.waitSignal(tab.rules_wanted):
        QTest.keyClick(tab.board.grid, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)


def test_typing_over_the_board_filters_it(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    come_to(tab, qtbot)
    tab.board.grid.setFocus()
    QTest.keyClick(tab.board.grid, Qt.Key.Key_Y)
    QTest.keyClick(tab.board.filter, Qt.Key.Key_S)
    assert tab.board.filter.text() == "ys"
    assert "药山镇" in lines(tab)
    assert "新洲镇" not in lines(tab)

from collections.abc import Iterable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.roster_acts import Appoint, Newcomer
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.tab import QuotaTab
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, MAY, Office, a_draft, unit_id
from tests.ui.framed import Told
from tests.ui.quota.seen import table


def _fill(office: Office, but: Iterable[str]) -> None:
    """Every unit has its two drafts, ``but`` some."""
    names = [row.unit.name for row in office.quota.standings(JUNE) if row.quota]
    with office.store.writing("log") as act:
        for name in names:
            for _ in range(0 if name in but else 2):
                office.register.write(act, a_draft(unit=name), Status.ACCEPTED)


@pytest.fixture
def behind(office: Office) -> Office:
    """嘉山街道 has one draft of two, 市审计局 two that do not count, 市人民法院 none."""
    _fill(office, ("嘉山街道", "市审计局", "市人民法院"))
    office.log(unit="嘉山街道")
    office.log(unit="市审计局", accepted=False)
    office.log(unit="市审计局", approval_on_file=False)
    return office


def test_who_owes_stands_in_a_list_nothing_sent_first(behind: Office, tab: QuotaTab, told: Told) -> None:
    tab.show()
    assert table(tab.owing.list) == [
        ["已勾选", "市人民法院", "", "", "零报送", ""],
        ["已勾选", "市审计局", "", "", "差2条", ""],
        ["已勾选", "嘉山街道", "", "", "差1条", ""],
    ]
    assert tab.owing.title.text() == "6月欠报"
    assert tab.owing.chip.text() == "3 家"
    assert tab.owing.done.text() == "完成 53 / 56 家"
    assert tab.owing.rate.text() == "94.6%"
    assert told.counts == "应报送 56 家 · 免考核 0 家 · 完成 53 家 · 欠报 3 家"


def test_the_text_for_the_group_names_them_with_what_they_sent(behind: Office, tab: QuotaTab) -> None:
    tab.show()
    assert tab.owing.text.text == (
        "【催报】以下单位6月信息仍未达到2条：市人民法院（0条）、市审计局（0条）、嘉山街道（1条）。"
        "月底前未报齐的将在通报中列明。——市委组织部研究室"
    )
    tab.owing.stages.choose("remind")
    assert tab.owing.text.text.startswith(
        "【组工信息报送提醒】6月已过半，截至6月27日，以下单位本月报送不足2条："
    )
    assert "请于6月30日前报送，报送时一并提交信息审批表。" in tab.owing.text.text


def test_the_day_decides_how_pressing_the_text_is(behind: Office, tab: QuotaTab) -> None:
    behind.day = date(2022, 7, 2)
    tab.show()
    assert tab.owing.stages.current == "overdue"
    assert "请于7月5日前补报" in tab.owing.text.text


def test_space_leaves_a_unit_out_of_the_text(behind: Office, tab: QuotaTab) -> None:
    tab.show()
    tab.owing.list.go_first()
    QTest.keyClick(tab.owing.list, Qt.Key.Key_Space)
    assert "市人民法院" not in tab.owing.text.text
    assert table(tab.owing.list)[0][0] == ""
    assert tab.board.grid.ticked == {unit_id("市审计局"), unit_id("嘉山街道")}
    tab.board.go_to(unit_id("市人民法院"), JUNE)
    QTest.keyClick(tab.board.grid, Qt.Key.Key_Space)
    assert "市人民法院" in tab.owing.text.text


def test_a_click_on_the_box_does_the_same(behind: Office, tab: QuotaTab) -> None:
    tab.show()
    at = tab.owing.list.visualRect(tab.owing.list.model().index(1, 0)).center()
    QTest.mouseClick(tab.owing.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "市审计局" not in tab.owing.text.text


def test_a_unit_that_owes_nothing_can_not_be_ticked(behind: Office, tab: QuotaTab, told: Told) -> None:
    tab.show()
    tab.board.go_to(unit_id("药山镇"), JUNE)
    QTest.keyClick(tab.board.grid, Qt.Key.Key_Space)
    assert told.acts == ["药山镇6月不欠报，不用催"]
    assert unit_id("药山镇") not in tab.board.grid.ticked


def test_ticks_are_of_the_month(behind: Office, frame: Frame, tab: QuotaTab) -> None:
    tab.show()
    tab.owing.list.go_first()
    QTest.keyClick(tab.owing.list, Qt.Key.Key_Space)
    frame.month.turn_to(MAY)
    frame.month.turn_to(JUNE)
    assert table(tab.owing.list)[0][0] == "已勾选"


def test_copying_takes_the_text_as_it_was_touched_up(
    behind: Office, tab: QuotaTab, told: Told, qtbot: QtBot
) -> None:
    tab.show()
    tab.owing.text.field.setPlainText("请各单位抓紧。")
    tab.owing.text.copy_button.click()
    assert QGuiApplication.clipboard().text() == "请各单位抓紧。"
    assert told.results == ["已复制催报文字，可贴到工作群"]


def test_new_figures_are_offered_over_a_touched_up_text(
    behind: Office, frame: Frame, tab: QuotaTab, qtbot: QtBot
) -> None:
    tab.show()
    text = tab.owing.text
    text.field.setPlainText("请各单位抓紧。")
    with qtbot.waitSignal(frame.news.changed):
        behind.log(unit="嘉山街道")
    assert text.text == "请各单位抓紧。"
    assert text._again.isVisible()
    text._again.click()
    assert text.text.startswith("【催报】")
    assert "嘉山街道" not in text.text
    assert not text._again.isVisible()


def test_an_untouched_text_follows_the_figures(
    behind: Office, frame: Frame, tab: QuotaTab, qtbot: QtBot
) -> None:
    tab.show()
    with qtbot.waitSignal(frame.news.changed):
        behind.log(unit="嘉山街道")
    assert "嘉山街道" not in tab.owing.text.text


def test_walking_through_the_list_takes_the_ring_along(behind: Office, tab: QuotaTab) -> None:
    tab.show()
    tab.board.filter.setText("药山")
    tab.show_owing()
    QTest.keyClick(tab.owing.list, Qt.Key.Key_Down)
    assert tab.board.grid.current_cell() == (unit_id("市审计局"), 6)
    QTest.keyClick(tab.owing.list, Qt.Key.Key_Return)
    assert tab.cell.title.text() == "市审计局 6月"


def test_when_all_have_reported_the_list_says_so(office: Office, tab: QuotaTab) -> None:
    _fill(office, ())
    tab.show()
    assert tab.owing.chip.text() == "已报齐"
    assert tab.owing.list.empty.isVisible()
    assert tab.owing.text.text == ""


def test_a_tick_is_drawn(behind: Office, look: Look, tab: QuotaTab) -> None:
    tab.show()
    tab.owing.list.go_first()
    QTest.keyClick(tab.owing.list, Qt.Key.Key_Space)
    image = tab.owing.list.viewport().grab().toImage()
    boxes = [tab.owing.list.visualRect(tab.owing.list.model().index(row, 0)) for row in range(2)]
    drawn = [image.pixelColor(box.x() + 10, box.center().y() + 4) for box in boxes]
    assert drawn == [look.theme.color("surface"), look.theme.color("primary")]


def test_beside_who_owes_stands_whom_to_ring(behind: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    who = Newcomer("周试一", phone="0736-4210001")
    behind.people.do(Appoint(unit_id("市审计局"), Duty.INFO_OFFICER, who, date(2022, 1, 4)))
    tab.show()
    assert [row[1:4] for row in table(tab.owing.list)] == [
        ["市人民法院", "空缺", ""],
        ["市审计局", "周试一", "0736-4210001"],
        ["嘉山街道", "空缺", ""],
    ]
    tips = [column.tip for column in tab.owing._columns() if column.key == "correspondent"]
    (tip,) = (tip for tip in tips if tip is not None)
    assert [tip(row) for row in tab.owing._owing] == [
        "市人民法院的信息员空缺，在名册里指定",
        "市审计局　周试一　0736-4210001",
        "嘉山街道的信息员空缺，在名册里指定",
    ]
    with qtbot.waitSignal(tab.roster_wanted):
        tab.board.roster_button.click()


def test_a_low_window_gives_the_room_of_the_bar_to_the_rows(
    behind: Office, tab: QuotaTab, told: Told
) -> None:
    tab.show()
    assert tab.owing._bar.isVisible()
    tab.resize(895, 373)
    assert not tab.owing._bar.isVisible()
    assert tab.owing.list.viewport().height() >= 2 * tab.owing.list.rowHeight(0)
    assert "完成 53 家" in told.counts

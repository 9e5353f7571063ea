import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.drafts import Source
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.units import Exemption
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.tab import QuotaTab
from jinshi_desk.ui.widgets.labels import LinkedText
from tests.office import JANUARY, JUNE, MAY, Office, unit_id
from tests.ui.framed import Told, come_to
from tests.ui.quota.seen import go_to, table, words


def _open(tab: QuotaTab, qtbot: QtBot, unit: str = "药山镇", month: int = 6) -> None:
    come_to(tab, qtbot)
    go_to(tab, unit, month)
    QTest.keyClick(tab.board.grid, Qt.Key.Key_Return)


def test_enter_shows_each_draft_with_why_it_counts(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.day = date(2022, 7, 3)
    office.log("甲", unit="药山镇", received="2022-06-01")
    office.log("乙", unit="药山镇", received="2022-06-02", accepted=False)
    office.log("丙", unit="药山镇", received="2022-06-03", approval_on_file=False)
    office.log("丁", unit="药山镇", received="2022-06-04", source=Source.REPRINT)
    office.log("戊", unit="药山镇", received="2022-07-02", makeup=True)
    _open(tab, qtbot)
    assert table(tab.cell.drafts) == [
        ["06-01", "甲", "计入"],
        ["06-02", "乙", "未审核有效"],
        ["06-03", "丙", "缺审批表"],
        ["06-04", "丁", "转载不计"],
        ["07-02", "戊", "补报计入"],
    ]
    assert tab.cell.title.text() == "药山镇 6月"
    assert tab.cell.chip.text() == "补报完成"
    assert "报送 5 篇 · 有效 2 条 · 采用 0 篇" in words(tab)
    assert "计入 2 / 任务 2 条" in words(tab)


def test_the_lines_add_up_to_the_figure_of_the_month(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    first = office.log("甲", unit="药山镇")
    office.log("乙", unit="药山镇")
    office.adopt(first, Level.COUNTY, on="2022-06-12")
    office.adopt(first, Level.PROVINCE, on="2022-06-20")
    _open(tab, qtbot)
    assert said_of(tab.cell.total) == f"合计 {office.points_of('药山镇')} 分" == "合计 10 分"
    said = " ".join(words(tab)).replace("\u00a0", " ")
    assert "动态信息·省级、同稿取最高：8；8 − 1 = 7" in said
    assert "任务基础分" in said
    assert "完成月度任务基础分：2" in said


@pytest.mark.parametrize("unit", ["药山镇", "新洲镇"])
def test_what_a_shortage_costs_is_explained(office: Office, tab: QuotaTab, unit: str, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    _open(tab, qtbot, unit)
    assert said_of(tab.cell.total) == f"合计 {office.points_of(unit)} 分"
    assert "任务缺额" in words(tab)


def said_of(linked: LinkedText) -> str:
    return re.sub("<[^>]*>", "", linked.text())


def test_the_total_and_f2_ask_where_the_points_come_from(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    _open(tab, qtbot)
    wanted = Opens(f"unit.{unit_id('药山镇')}.total", JUNE)
    with qtbot.waitSignal(tab.explain_wanted) as asked:
        tab.cell.total.linkActivated.emit("0")
    assert asked.args == [wanted]
    with qtbot.waitSignal(tab.explain_wanted) as asked:
        QTest.keyClick(tab.cell.drafts, Qt.Key.Key_F2)
    assert asked.args == [wanted]


@pytest.mark.parametrize(
    ("column", "what", "since"),
    [(6, "counted", None), (13, "valid", JANUARY), (14, "ran", JANUARY), (15, "completed", JANUARY)],
)
def test_f2_on_the_board_asks_where_a_cell_comes_from(
    office: Office, tab: QuotaTab, column: int, what: str, since: Month | None, qtbot: QtBot
) -> None:
    office.log(unit="药山镇", received="2022-06-10")
    office.day = date(2022, 6, 30)
    come_to(tab, qtbot)
    go_to(tab, "药山镇", column)
    with qtbot.waitSignal(tab.explain_wanted) as asked:
        QTest.keyClick(tab.board.grid, Qt.Key.Key_F2)
    assert asked.args == [Opens(f"unit.{unit_id('药山镇')}.{what}", JUNE, since)]


def test_missed_months_are_those_that_are_over(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="新洲镇", received="2022-05-10")
    office.day = date(2022, 6, 20)
    come_to(tab, qtbot)
    go_to(tab, "药山镇", 16)
    with qtbot.waitSignal(tab.explain_wanted) as asked:
        QTest.keyClick(tab.board.grid, Qt.Key.Key_Return)
    opens = Opens(f"unit.{unit_id('药山镇')}.missed", MAY, JANUARY)
    assert asked.args == [opens]
    row = next(row for row in office.quota.board(2022) if row.unit.name == "药山镇")
    assert ExplainDesk(office.store).chain(opens).sum == len(row.missed) == 1


def test_a_title_and_a_row_both_lead_to_the_draft(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    number = office.log("甲", unit="药山镇")
    office.adopt(number)
    _open(tab, qtbot)
    with qtbot.waitSignal(tab.draft_opened) as opened:
        QTest.keyClick(tab.cell.drafts, Qt.Key.Key_Return)
    assert opened.args == [number]
    with qtbot.waitSignal(tab.draft_opened) as followed:
        tab.cell.findChildren(LinkedText)[-1].link_opened.emit(number)
    assert followed.args == [number]


def test_esc_leads_back_to_who_owes(office: Office, tab: QuotaTab, told: Told, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    _open(tab, qtbot)
    qtbot.waitUntil(tab.cell.drafts.hasFocus)
    assert "Esc" in told.keys
    QTest.keyClick(tab.cell.drafts, Qt.Key.Key_Escape)
    assert tab.side.currentWidget() is tab.owing
    assert tab.board.grid.hasFocus()


def test_the_detail_follows_the_ring(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    _open(tab, qtbot)
    QTest.keyClick(tab.board.grid, Qt.Key.Key_Up)
    assert tab.cell.title.text() == "新洲镇 6月"
    assert tab.cell.chip.text() == "零报送"
    assert table(tab.cell.drafts) == []


def test_the_detail_follows_what_is_filed(office: Office, frame: Frame, tab: QuotaTab, qtbot: QtBot) -> None:
    number = office.log(unit="药山镇", approval_on_file=False)
    _open(tab, qtbot)
    with qtbot.waitSignal(frame.news.changed):
        office.approval.mark([number], on_file=True)
    assert [row[-1] for row in table(tab.cell.drafts)] == ["计入"]


def test_a_month_to_come_has_no_points_yet(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    _open(tab, qtbot, month=12)
    assert tab.cell.total.text() == ""
    assert "这个月没有得分，也没有扣分。" in words(tab)


def test_an_exempt_month_says_why(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    office.quota.exempt(Exemption(unit_id("药山镇"), JUNE, "防汛抢险", "周试一"))
    _open(tab, qtbot)
    assert tab.cell.chip.text() == "免考核"
    assert "免考核，防汛抢险（周试一批准）" in words(tab)
    assert tab.cell.exempt_button.text() == "取消免考核"


def test_a_name_is_no_month(office: Office, tab: QuotaTab, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    _open(tab, qtbot, month=0)
    assert tab.side.currentWidget() is tab.owing
    assert not tab.owing.exempt_button.isEnabled()

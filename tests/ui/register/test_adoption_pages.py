"""Adoptions of a draft: registered, verified, struck out, taken down; and the points explained."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jinshi_desk.domain.outlets import Level
from tests.office import JUNE, OUTLET_OF
from tests.ui.register.conftest import Clerk


def open_draft(clerk: Clerk, **facts: Any) -> str:
    number = clerk.office.log("一线党旗红", **facts)
    clerk.settle()
    clerk.pick(number)
    return number


def shown(clerk: Clerk) -> list[str]:
    """Outlet and points of each adoption."""
    model = clerk.tab.detail.panel.adoptions.model
    cells = [[model.data(model.index(row, column)) for column in (0, 4)] for row in range(model.rowCount())]
    return [" ".join(map(str, pair)) for pair in cells]


def test_an_adoption_is_typed_by_initials_and_scores_at_once(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.press(Qt.Key.Key_D, ctrl=True)
    page = clerk.tab.detail.adoption_page
    QTest.keyClicks(page.outlet, "cdrb")
    clerk.press(Qt.Key.Key_Return)
    assert page.level.text() == "市级（常德）"
    assert not page.verified.isChecked()
    clerk.type("0620", "0622")
    page.verified.setChecked(True)
    page.place.setText("第2版")
    clerk.press(Qt.Key.Key_S, ctrl=True)
    clerk.settle()
    assert clerk.told == ["已登记采用：常德日报"]
    assert shown(clerk) == ["常德日报 3"]
    assert clerk.tab.detail.panel.adoptions.points.text() == "本稿得分 3 分"
    assert clerk.tab.detail.panel.chip.text() == "已采用 · 市级"
    (adoption,) = clerk.office.register.open(number).adoptions
    assert (adoption.adopted_on, adoption.registered_on) == (date(2022, 6, 20), date(2022, 6, 22))
    clerk.window.undo()
    clerk.settle()
    assert shown(clerk) == ["常德日报 已作废"]


def test_our_own_outlets_are_taken_as_proven(clerk: Clerk) -> None:
    open_draft(clerk)
    clerk.press(Qt.Key.Key_D, ctrl=True)
    page = clerk.tab.detail.adoption_page
    own = next(outlet for outlet in clerk.office.register.outlets() if outlet.own)
    page.outlet.set_chosen(own.id)
    page.outlet.chosen.emit(page.outlet.choice)
    assert page.verified.isChecked()


def test_what_is_wrong_is_said_at_its_field(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.office.adopt(number, Level.PREFECTURE, on="2022-06-20")
    clerk.press(Qt.Key.Key_D, ctrl=True)
    page = clerk.tab.detail.adoption_page
    page.file_button.click()
    said = {name: field.control.accessibleDescription() for name, field in page.form.fields.items()}
    assert said["outlet"] == "没有采用媒体"
    assert said["adopted_on"] == "不是日期，如 2022-06-30"
    page.outlet.set_chosen(OUTLET_OF[Level.PREFECTURE])
    page.adopted.setText("0620")
    assert page.form.fields["adopted_on"].control.accessibleDescription() == "同一媒体同一天已登记"
    page.outlet.setFocus()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.tab.detail.currentWidget() is clerk.tab.detail.panel


def test_a_draft_not_yet_accepted_says_why_it_takes_no_adoption(clerk: Clerk) -> None:
    open_draft(clerk, accepted=False)
    button = clerk.tab.detail.panel.adoptions.adopt_button
    assert (button.isEnabled(), button.toolTip()) == (False, "稿件有效后才能登记采用")


def test_space_verifies_all_that_are_selected(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.office.adopt(number, Level.COUNTY, verified=False)
    clerk.office.adopt(number, Level.PROVINCE, verified=False, on="2022-06-25")
    clerk.settle()
    assert [line.split()[-1] for line in shown(clerk)] == ["待核实", "待核实"]
    view = clerk.tab.detail.panel.adoptions.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(view.selected_rows()) == 1
    view.selectAll()
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    assert clerk.told == ["已核实 2 条采用"]
    assert [line.split()[-1] for line in shown(clerk)] == ["1", "7"]


def test_a_wrong_adoption_is_struck_out_for_a_reason(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.office.adopt(number, Level.PREFECTURE)
    clerk.settle()
    adoptions = clerk.tab.detail.panel.adoptions
    adoptions.view.selectRow(0)
    adoptions.void_button.click()
    clerk.settle()
    assert clerk.dialogs.asked == ["作废这条采用？"]
    assert shown(clerk) == ["常德日报 已作废"]
    assert adoptions.points.text() == "本稿得分 0 分"


def test_a_piece_taken_down_loses_its_points_on_a_day(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.office.adopt(number, Level.PREFECTURE, on="2022-06-20")
    clerk.settle()
    adoptions = clerk.tab.detail.panel.adoptions
    adoptions.view.selectRow(0)
    adoptions.retract_button.click()
    assert clerk.tab.detail.day_page.title.text() == "媒体撤稿"
    clerk.type("0702")
    clerk.settle()
    assert shown(clerk) == ["常德日报 已撤"]
    assert clerk.office.booked(number)[-1] == ("新洲镇", "2022-07", "−3")


def test_the_points_of_a_draft_ask_where_they_come_from(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.office.adopt(number, Level.COUNTY, on="2022-06-12")
    clerk.settle()
    with clerk.qtbot.waitSignal(clerk.tab.explain_wanted) as wanted:
        clerk.press(Qt.Key.Key_F2)
    assert wanted.args == [number]
    clerk.tab.list.go_to(number)
    (offered,) = (each for each in clerk.tab.list.row_menu().actions() if each.text().startswith("这分怎么"))
    with clerk.qtbot.waitSignal(clerk.tab.explain_wanted) as wanted:
        offered.trigger()
    assert wanted.args == [number]


def test_a_day_of_a_closed_month_says_where_it_counts_and_is_taken(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.office.close(JUNE)
    clerk.office.day = date(2022, 7, 20)
    clerk.press(Qt.Key.Key_D, ctrl=True)
    page = clerk.tab.detail.adoption_page
    page.outlet.set_chosen(OUTLET_OF[Level.PREFECTURE])
    page.adopted.setText("2022-02-29")
    page.registered.setText("2022-07-18")
    page.file_button.click()
    day = page.form.fields["adopted_on"]
    assert (day.level, day.control.accessibleDescription()) == ("bad", "没有这一天，2022年2月只有28天")
    page.adopted.setText("0620")
    assert (day.level, day.control.accessibleDescription()) == ("warn", "那个月已关账，补登计入2022年7月")
    page.file_button.click()
    clerk.settle()
    (adoption,) = clerk.office.register.open(number).adoptions
    assert adoption.adopted_on == date(2022, 6, 20)

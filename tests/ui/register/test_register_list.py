"""The list: what it shows, in which order, and what is done to several drafts at once."""

import pytest
from PySide6.QtCore import Qt

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.errors import WrongStatus
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.register import RegisterQuery, Segment
from jinshi_desk.services.front import FrontDesk, TodoKind
from jinshi_desk.services.office import OfficeDesk
from tests.office import JULY, JUNE
from tests.ui.register.conftest import Clerk


def shown(clerk: Clerk, column: str) -> list[str]:
    model = clerk.tab.list.model
    at = [each.key for each in model.columns].index(column)
    return [str(model.data(model.index(row, at))) for row in range(model.rowCount())]


def click_head(clerk: Clerk, column: str) -> None:
    view = clerk.tab.list.view
    at = [each.key for each in clerk.tab.list.model.columns].index(column)
    view.sortByColumn(at, Qt.SortOrder.AscendingOrder)


def test_a_line_tells_where_a_draft_stands(clerk: Clerk) -> None:
    office = clerk.office
    office.log("收到的", accepted=False)
    office.log("缺表的", approval_on_file=False)
    office.adopt(office.log("采用的", received="2022-06-09"), Level.PROVINCE)
    office.adopt(office.log("待核实的"), verified=False)
    clerk.settle()
    assert clerk.titles == ["待核实的", "采用的", "缺表的", "收到的"]
    assert shown(clerk, "status") == ["有效", "已采用", "缺审批表", "收稿"]
    assert shown(clerk, "level") == ["待核实", "省级", "", ""]
    assert shown(clerk, "points") == ["", "8", "", ""]
    assert shown(clerk, "received_on")[1] == "06-09"


def test_typing_filters_by_words_and_by_initials(clerk: Clerk) -> None:
    clerk.office.log("屋场夜话聚民心", unit="药山镇")
    clerk.office.log("一线党旗红", unit="新洲镇", authors=("周试二",))
    clerk.settle()
    for typed, title in (
        ("夜话", "屋场夜话聚民心"),
        ("ysz", "屋场夜话聚民心"),
        ("周试二", "一线党旗红"),
        ("yxdqh", "一线党旗红"),
    ):
        clerk.tab.list.filter.setText(typed)
        assert clerk.titles == [title]
    clerk.qtbot.waitUntil(lambda: clerk.window._status.counts.text().endswith("筛出 1 篇"))
    clerk.tab.list.filter.setText("没有的")
    empty = clerk.tab.list.view.empty
    assert empty.isVisible()
    assert empty._sentence.text() == "没有符合“没有的”的稿件。"
    empty._button.click()
    assert len(clerk.titles) == 2


def test_heads_sort_and_segments_count(clerk: Clerk) -> None:
    office = clerk.office
    office.log("乙", unit="药山镇", accepted=False)
    office.log("甲", unit="新洲镇")
    gone = office.log("丙")
    office.register.void(gone, "登记错误")
    clerk.settle()
    click_head(clerk, "title")
    assert clerk.titles == ["甲", "乙"]
    segments = clerk.tab.list.segments
    assert segments._buttons[Segment.ALL].text() == "全部 2"
    segments.choose(Segment.GONE)
    assert clerk.titles == ["丙"]
    clerk.tab.show_segment(Segment.RECEIVED)
    assert clerk.titles == ["乙"]


def test_a_month_without_drafts_offers_to_log_one(clerk: Clerk) -> None:
    empty = clerk.tab.list.view.empty
    assert empty._sentence.text() == "6月还没有来稿。"
    clerk.tab.list.view.setFocus()
    empty._button.click()
    assert clerk.tab.detail.form.title.hasFocus()


def test_all_months_can_be_seen_at_once(clerk: Clerk) -> None:
    clerk.office.log("六月的", received="2022-06-10")
    clerk.office.log("七月的", received="2022-07-02")
    clerk.settle()
    assert clerk.titles == ["六月的"]
    clerk.tab.list.span.choose("all")
    assert clerk.titles == ["七月的", "六月的"]
    clerk.tab.list.span.choose("month")
    clerk.month.turn_to(JULY)
    assert clerk.titles == ["七月的"]


def test_another_month_leaves_the_draft_of_the_old_one(clerk: Clerk) -> None:
    number = clerk.office.log("六月的")
    clerk.tab.show_draft(number)
    clerk.month.turn_to(JULY)
    assert clerk.tab.detail.number is None


def test_a_draft_is_found_by_its_number_wherever_it_is(clerk: Clerk) -> None:
    number = clerk.office.log("五月的", received="2022-05-10")
    clerk.settle()
    clerk.tab.show_draft(number)
    assert clerk.tab.detail.number == number
    assert clerk.titles == ["五月的"]


def test_after_an_act_the_list_stays_where_it_was(clerk: Clerk) -> None:
    numbers = [clerk.office.log(f"第{n}篇", accepted=False) for n in range(60)]
    clerk.settle()
    clerk.pick(numbers[5])
    scroll = clerk.tab.list.view.verticalScrollBar().value()
    clerk.tab.detail.panel.step_buttons[Status.ACCEPTED].click()
    clerk.settle()
    assert clerk.tab.list.view.current_row.number == numbers[5]
    assert clerk.tab.list.view.verticalScrollBar().value() == scroll > 0


def test_acts_on_several_say_how_many_and_can_be_taken_back(clerk: Clerk) -> None:
    numbers = [clerk.office.log(f"第{n}篇", accepted=False) for n in range(3)]
    clerk.settle()
    clerk.pick(*numbers)
    picked = clerk.tab.list.picked
    assert (picked.isVisible(), picked.words.text()) == (True, "已选 3 篇")
    picked.step_buttons[Status.ACCEPTED].click()
    assert [clerk.office.status(number) for number in numbers] == [Status.ACCEPTED] * 3
    assert clerk.told == ["已列为有效： 3 篇稿件"]
    clerk.window.undo()
    assert [clerk.office.status(number) for number in numbers] == [Status.RECEIVED] * 3


def test_only_acts_that_fit_all_are_offered(clerk: Clerk) -> None:
    one, two = clerk.office.log("甲", accepted=False), clerk.office.log("乙")
    clerk.settle()
    clerk.pick(one, two)
    buttons = clerk.tab.list.picked.step_buttons
    assert not buttons[Status.ACCEPTED].isEnabled()
    assert buttons[Status.ACCEPTED].toolTip() == "其中 1 篇不能这样办"
    assert buttons[Status.RETURNED].isEnabled()


def menu(clerk: Clerk) -> list[str]:
    """What a right click on the selected drafts offers."""
    actions = clerk.tab.list.row_menu().actions()
    return [action.text().partition("\t")[0] for action in actions if not action.isSeparator()]


def test_a_right_click_offers_what_fits(clerk: Clerk) -> None:
    received, valid = clerk.office.log("甲", accepted=False), clerk.office.log("乙")
    clerk.settle()
    clerk.pick(received)
    assert menu(clerk)[:5] == ["打开", "审批表", "复制", "有效", "审批表未交"]
    clerk.pick(received, valid)
    assert menu(clerk)[:3] == ["开三审表…", "复制", "审批表未交"]
    assert menu(clerk)[3:] == ["退回修改…", "不予采纳…", "撤稿…", "作废…"]


def test_what_the_menu_offers_is_done(clerk: Clerk) -> None:
    number = clerk.office.log("甲", accepted=False)
    clerk.settle()
    clerk.pick(number)
    offered = clerk.tab.list.row_menu().actions()
    next(action for action in offered if action.text() == "有效").trigger()
    assert clerk.office.status(number) == Status.ACCEPTED


def test_delete_voids_what_may_be_voided(clerk: Clerk) -> None:
    number = clerk.office.log("甲")
    clerk.settle()
    clerk.pick(number)
    clerk.dialogs.reason = "登记错误"
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.office.status(number) == Status.VOID
    assert clerk.dialogs.asked == ["作废《甲》？"]
    clerk.tab.show_segment(Segment.GONE)
    clerk.pick(number)
    clerk.press(Qt.Key.Key_Delete)
    assert len(clerk.dialogs.asked) == 1


def test_forms_of_several_are_marked_at_once_and_unmarked(clerk: Clerk) -> None:
    numbers = [clerk.office.log(f"第{n}篇", approval_on_file=False) for n in range(2)]
    clerk.settle()
    clerk.pick(*numbers)
    clerk.tab.list.picked.form_button.click()
    assert all(clerk.draft(number).approval_on_file for number in numbers)
    assert clerk.told == ["审批表已交：2 篇"]
    clerk.window.undo()
    assert not any(clerk.draft(number).approval_on_file for number in numbers)


def test_several_are_voided_for_one_reason(clerk: Clerk) -> None:
    numbers = [clerk.office.log(f"第{n}篇") for n in range(2)]
    clerk.settle()
    clerk.pick(*numbers)
    clerk.dialogs.reason = None
    clerk.tab.list.picked.step_buttons[Status.VOID].click()
    assert clerk.office.status(numbers[0]) == Status.ACCEPTED
    clerk.dialogs.reason = "登记错误"
    clerk.tab.list.picked.step_buttons[Status.VOID].click()
    assert [clerk.draft(number).status_reason for number in numbers] == ["登记错误"] * 2
    assert clerk.dialogs.asked == ["作废 2 篇稿件？"] * 2


def test_a_draft_far_down_is_gone_to_without_touching_the_filter(clerk: Clerk) -> None:
    numbers = [clerk.office.log(f"屋场会之{n}", unit="药山镇" if n % 2 else "新洲镇") for n in range(300)]
    clerk.settle()
    shown_list = clerk.tab.list
    shown_list.filter.setText("屋场会")
    click_head(clerk, "unit")
    clerk.tab.show_draft(numbers[199])
    assert shown_list.view.current_row.number == numbers[199]
    assert shown_list.view.currentIndex().row() == 249
    assert (shown_list.filter.text(), clerk.tab.detail.number) == ("屋场会", numbers[199])
    shown_list.filter.setText("之299")
    clerk.tab.show_draft(numbers[199])
    assert shown_list.view.current_row.number == numbers[199]
    assert (shown_list.filter.text(), shown_list.model.rowCount()) == ("", 300)


def test_a_void_draft_is_gone_to_among_the_void_ones(clerk: Clerk) -> None:
    number = clerk.office.log("五月的", received="2022-05-10")
    clerk.office.register.void(number, "失实")
    clerk.settle()
    clerk.tab.show_draft(number)
    assert clerk.titles == ["五月的"]
    assert clerk.tab.list.segments.current == Segment.GONE


def test_no_form_is_missed_where_the_office_wants_none(clerk: Clerk) -> None:
    number = clerk.office.log("缺表的", approval_on_file=False)
    clerk.settle()
    clerk.tab.show_draft(number)
    assert shown(clerk, "status") == ["缺审批表"]
    desk = OfficeDesk(clerk.office.store)
    desk.save(desk.letterhead(), form_required=False)
    clerk.settle()
    assert shown(clerk, "status") == ["有效"]
    assert clerk.tab.detail.panel.chip.text() == "有效"
    todos = {todo.kind for todo in FrontDesk(clerk.office.store).todos(JUNE)}
    assert TodoKind.FORM_MISSING not in todos


def test_a_step_that_one_of_several_refuses_changes_none(clerk: Clerk) -> None:
    numbers = [clerk.office.log(f"第{n}篇", accepted=False) for n in range(2)]
    clerk.settle()
    clerk.pick(*numbers)
    clerk.office.register.reject(numbers[0], "内容不符")  # before the list has heard of it
    with pytest.raises(WrongStatus):
        clerk.tab._on_steps_wanted(numbers, Status.ACCEPTED)
    assert clerk.office.status(numbers[1]) == Status.RECEIVED
    assert clerk.told == []


def test_a_wide_window_cuts_no_name_that_has_room(clerk: Clerk) -> None:
    unit = "市人力资源和社会保障局"
    clerk.office.log("甲", unit=unit)
    clerk.settle()
    view = clerk.tab.list.view
    at = [column.key for column in clerk.tab.list.model.columns].index("unit")
    tight = view.columnWidth(at)
    clerk.window.resize(1920, 1017)
    clerk.qtbot.waitUntil(lambda: view.columnWidth(at) > tight)
    assert view.columnWidth(at) >= view.fontMetrics().horizontalAdvance(unit)
    clerk.window.resize(1366, 694)
    clerk.qtbot.waitUntil(lambda: view.columnWidth(at) == tight)


def test_a_long_register_is_shown_before_it_is_counted_and_an_old_count_is_not_heard(clerk: Clerk) -> None:
    numbers = [clerk.office.log(f"屋场会之{n}") for n in range(150)]
    clerk.settle()
    drafts = clerk.tab.list
    drafts.filter.setText("屋场会")
    assert (drafts.model.is_counted, drafts.model.rowCount()) == (False, drafts.model.PAGE)
    assert not drafts.view.empty.isVisible()
    drafts.filter.setText("之14")
    assert (drafts.model.is_counted, drafts.model.rowCount()) == (True, 11)
    clerk.qtbot.waitUntil(lambda: clerk.window._status.counts.text().endswith("筛出 11 篇"))
    drafts.filter.setText("屋场会")
    clerk.qtbot.waitUntil(lambda: drafts.model.is_counted)
    assert drafts.model.rowCount() == 150
    assert drafts.model.row(149) == clerk.office.register.page(RegisterQuery(JUNE), 149, 1)[0]
    assert drafts.view.go_to(numbers[0])


def test_a_line_that_was_changed_is_fetched_again(clerk: Clerk) -> None:
    number = clerk.office.log("屋场会", accepted=False)
    clerk.settle()
    clerk.tab.list.filter.setText("屋")
    assert shown(clerk, "status") == ["收稿"]
    clerk.office.register.accept(number)
    clerk.settle()
    clerk.tab.list.filter.setText("屋场")
    assert shown(clerk, "status") == ["有效"]

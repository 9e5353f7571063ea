"""What can be done to one draft, and its history."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.register import RegisterQuery
from tests.office import JUNE
from tests.ui.register.conftest import Clerk


def open_draft(clerk: Clerk, **facts: Any) -> str:
    number = clerk.office.log("一线党旗红", **facts)
    clerk.settle()
    clerk.pick(number)
    return number


def test_only_the_steps_a_draft_may_take_are_shown(clerk: Clerk) -> None:
    open_draft(clerk, accepted=False)
    buttons = clerk.tab.detail.panel.step_buttons
    assert {then for then, button in buttons.items() if button.isVisible()} == {
        Status.ACCEPTED,
        Status.RETURNED,
        Status.VOID,
    }
    buttons[Status.ACCEPTED].click()
    clerk.settle()
    assert not buttons[Status.ACCEPTED].isVisible()
    assert clerk.tab.detail.panel.chip.text() == "有效"


def test_a_draft_goes_back_for_a_reason_and_comes_in_again(clerk: Clerk) -> None:
    number = open_draft(clerk, accepted=False, received="2022-06-28")
    clerk.dialogs.reason = "数据不实"
    clerk.tab.detail.panel.step_buttons[Status.RETURNED].click()
    clerk.settle()
    assert clerk.dialogs.asked == ["退回《一线党旗红》修改？"]
    assert clerk.tab.detail.panel.notes.text() == "退回修改：数据不实"
    clerk.tab.detail.panel.step_buttons[Status.RECEIVED].click()
    page = clerk.tab.detail.versions.page
    page.day.setText("35")
    page.done_button.click()
    assert page.form.fields["back_on"].level == "bad"
    page.day.setText("0703")
    page.done_button.click()
    assert clerk.office.status(number) == Status.RECEIVED
    assert clerk.draft(number).received_on == date(2022, 6, 28)
    assert clerk.tab.detail.currentWidget() is clerk.tab.detail.panel


@pytest.mark.parametrize("then", [Status.REJECTED, Status.WITHDRAWN])
def test_rarer_steps_are_in_the_menu(clerk: Clerk, then: Status) -> None:
    number = open_draft(clerk)
    clerk.tab.detail.panel.more_actions[then].trigger()
    assert clerk.office.status(number) == then
    clerk.window.undo()
    assert clerk.office.status(number) == Status.ACCEPTED


def test_a_void_draft_can_only_be_looked_at(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.tab.detail.panel.step_buttons[Status.VOID].click()
    clerk.settle()
    clerk.tab.show_draft(number)
    panel = clerk.tab.detail.panel
    assert clerk.tab.detail.form.title.isReadOnly()
    assert not panel.save_button.isVisible()
    assert not panel.adoptions.adopt_button.isVisible()


def test_what_was_typed_is_saved_before_a_step(clerk: Clerk) -> None:
    open_draft(clerk, accepted=False)
    clerk.tab.detail.form.title.setText("改了题")
    button = clerk.tab.detail.panel.step_buttons[Status.ACCEPTED]
    assert (button.isEnabled(), button.toolTip()) == (False, "先保存改动")


def test_saving_without_a_change_does_nothing(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.tab.detail.panel.save_button.click()
    assert clerk.told == ["没有改动"]
    assert len(clerk.office.register.history(number)) == 1


def test_going_to_another_draft_asks_about_what_was_typed(clerk: Clerk) -> None:
    other = clerk.office.log("另一篇")
    number = open_draft(clerk)
    clerk.tab.detail.form.title.setText("改了题")
    clerk.dialogs.agrees = False
    clerk.pick(other)
    clerk.qtbot.waitUntil(lambda: bool(clerk.dialogs.asked))
    assert clerk.tab.detail.number == number
    assert clerk.tab.list.view.current_row.number == number
    clerk.dialogs.agrees = True
    clerk.pick(other)
    clerk.qtbot.waitUntil(lambda: clerk.tab.detail.number == other)


def test_ctrl_z_takes_back_a_registration(clerk: Clerk) -> None:
    clerk.tab.new_draft()
    clerk.type("一线党旗红", "ysz", "", "0628", "周试一")
    clerk.press(Qt.Key.Key_S, ctrl=True)
    clerk.press(Qt.Key.Key_Z, ctrl=True)
    assert clerk.told[-1] == "已撤销：2022-0001"
    assert clerk.office.register.count(RegisterQuery(JUNE)) == 0


def test_history_tells_in_words_what_was_done(clerk: Clerk) -> None:
    number = open_draft(clerk, accepted=False)
    clerk.office.register.return_(number, "数据不实")
    clerk.office.register.resubmit(number, date(2022, 7, 3))
    draft = clerk.draft(number)
    clerk.tab.detail.form.title.setText("新题")
    clerk.tab.detail.panel.save_button.click()
    clerk.office.adopt(clerk.office.log("别的"))
    form = clerk.office.approval.start(number)
    clerk.office.sign(form, "陈试四")
    clerk.tab.detail.panel.history_button.click()
    lines = clerk.tab.detail.history_page.lines.lines
    forms = [f"登记签批 {form}", f"开审批表 {form}"]
    assert [line.head for line in lines] == [*forms, "改稿件信息", "重新收稿", "退回修改", "登记"]
    assert f"标题：{draft.title} → 新题" in lines[2].reasons
    assert "数据不实" in lines[4].reasons
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.tab.detail.currentWidget() is clerk.tab.detail.panel


def test_a_draft_of_a_closed_month_can_only_be_adopted_or_voided(clerk: Clerk) -> None:
    open_draft(clerk)
    clerk.office.close(JUNE)
    clerk.settle()
    panel, why = clerk.tab.detail.panel, "2022年6月已关账，改动请登在未关账的月份。"
    assert panel.notes.text() == why
    title = panel.form.fields["title"].control
    assert isinstance(title, QLineEdit)
    assert title.isReadOnly()
    for button in (panel.save_button, panel.step_buttons[Status.RETURNED]):
        assert (button.isEnabled(), button.toolTip()) == (False, why)
    assert not panel.more_actions[Status.WITHDRAWN].isEnabled()
    assert panel.step_buttons[Status.VOID].isEnabled()
    assert panel.adoptions.adopt_button.isEnabled()
    panel.show_new()
    assert panel.save_button.isEnabled()

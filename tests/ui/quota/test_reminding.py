"""What goes out to the units that owe is recorded with one key, and what came in after it is seen."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.reminders import Stage
from jinshi_desk.domain.sent_reminders import Channel, NewReminder
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.sent_form import SentDialog
from jinshi_desk.ui.quota.sent_list import SentListDialog
from jinshi_desk.ui.quota.sheet_dialog import SheetDialog
from jinshi_desk.ui.quota.tab import QuotaTab
from tests.office import JUNE, MAY, Office, unit_id
from tests.ui.framed import Told
from tests.ui.quota.seen import table
from tests.ui.scripted import ScriptedDialogs

AMONG = unit_id("药山镇"), unit_id("新洲镇")


@pytest.fixture
def sent(office: Office, frame: Frame) -> Office:
    """The 27th of June; two towns were reminded on the 15th, and one of them has sent a draft since."""
    told = NewReminder(JUNE, Stage.REMIND, date(2022, 6, 15), Channel.GROUP, "李主任", AMONG)
    office.reminders.record(told)
    office.log(unit="新洲镇", received="2022-06-20")
    return office


def _form(tab: QuotaTab) -> SentDialog:
    (form,) = tab.findChildren(SentDialog)
    return form


def test_after_copying_one_key_records_who_was_reminded(
    sent: Office, tab: QuotaTab, told: Told, qtbot: QtBot
) -> None:
    tab.show()
    tab.owing.text.copy_button.click()
    tab.owing.record_button.click()
    last = sent.reminders.sent(JUNE)[-1]
    assert (last.stage, last.channel, last.sent_by) == (Stage.URGE, Channel.GROUP, "李主任")
    assert tuple(each.unit for each in last.reminded) == tab.owing.ticked
    assert told.acts == ["已记：6月催报 56 家，工作群"]
    told.undo()
    assert sent.reminders.sent(JUNE)[-1].voided == "撤销登记"


def test_the_toast_records_it_too(sent: Office, tab: QuotaTab, told: Told) -> None:
    tab.show()
    tab.owing.text.copy_button.click()
    told.follow()
    assert sent.reminders.sent(JUNE)[-1].channel is Channel.GROUP


def test_a_unit_that_is_not_ticked_was_not_reminded(sent: Office, tab: QuotaTab) -> None:
    tab.show()
    tab.owing.list.go_to(AMONG[0])
    QTest.keyClick(tab.owing.list, Qt.Key.Key_Space)
    tab.owing.text.copy_button.click()
    tab.owing.record_button.click()
    assert not sent.reminders.sent(JUNE)[-1].names(AMONG[0])


def test_who_rang_is_asked_how_and_who_it_was(office: Office, tab: QuotaTab) -> None:
    office.log(unit="药山镇", received="2022-06-10")
    tab.show()
    tab.owing.record_button.click()
    form = _form(tab)
    assert (form.where.text(), form.channel.member) == ("6月催报　56 家", Channel.PHONE)
    form.file_button.click()
    assert form.form.fields["sent_by"].level == "bad"
    form.sent_by.setText("李主任")
    form.sent_on.setText("6-31")
    form.file_button.click()
    assert form.form.fields["sent_on"].level == "bad"
    form.sent_on.setText("6-26")
    form.remark.setText("分管领导接听")
    form.file_button.click()
    (record,) = office.reminders.sent(JUNE)
    assert (record.sent_on, record.sent_by, record.remark) == (date(2022, 6, 26), "李主任", "分管领导接听")
    assert not form.isVisible()


def test_beside_who_owes_stands_what_came_after(sent: Office, tab: QuotaTab) -> None:
    tab.show()
    came = {row[1]: row[-1] for row in table(tab.owing.list)}
    assert (came["新洲镇"], came["药山镇"], came["白衣镇"]) == ("1条", "0条", "")
    (tip,) = (column.tip for column in tab.owing._columns() if column.key == "came")
    assert tip is not None
    tips = {row.unit.name: tip(row) for row in tab.owing._owing}
    assert tips["新洲镇"] == "6月15日提醒（工作群，李主任），催后来稿 1 条"
    assert tips["白衣镇"] == "还没有催过"


def test_in_a_closed_month_nothing_more_is_recorded(sent: Office, tab: QuotaTab, told: Told) -> None:
    sent.day = date(2022, 7, 8)
    sent.close(MAY, JUNE)
    tab.show()
    assert not tab.owing.record_button.isEnabled()
    assert "已关账" in tab.owing.record_button.toolTip()
    tab.owing.text.copy_button.click()
    assert told.acts == ["已复制催报文字，可贴到工作群"]


def test_the_stage_that_is_due_is_chosen(sent: Office, tab: QuotaTab) -> None:
    tab.show()
    tab.show_owing(Stage.FINAL)
    assert tab.owing.stage is Stage.FINAL
    assert tab.owing.text.text.startswith("【最后提醒】")


def test_the_sheet_shows_who_is_ticked_and_is_saved(
    sent: Office, tab: QuotaTab, told: Told, dialogs: ScriptedDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    tab.show()
    tab.owing.sheet_button.click()
    (sheet,) = tab.findChildren(SheetDialog)
    qtbot.waitUntil(sheet.save_button.isEnabled, timeout=60_000)
    assert sheet.preview.pages == 3
    sheet.kinds.choose("slips")
    sheet.kinds.chosen.emit("slips")
    qtbot.waitUntil(sheet.save_button.isEnabled, timeout=60_000)
    assert sheet.preview.pages == 28
    dialogs.files = [tmp_path / "催报单.pdf"]
    sheet.save_button.click()
    assert (tmp_path / "催报单.pdf").read_bytes().startswith(b"%PDF")
    assert told.results == ["催报单已存到 催报单.pdf"]
    tab.owing.record_button.click()
    assert sent.reminders.sent(JUNE)[-1].channel is Channel.PAPER


def test_the_records_of_a_month_and_of_a_unit(
    sent: Office, tab: QuotaTab, told: Told, dialogs: ScriptedDialogs
) -> None:
    tab.show()
    tab.owing.list.go_to(AMONG[1])
    tab.owing.history_button.click()
    (shown,) = tab.findChildren(SentListDialog)
    first = ["2022年6月", "6月15日", "提醒", "新洲镇", "差2条", "1条", "工作群", "李主任", ""]
    assert len(table(shown.list)) == 2
    assert first in table(shown.list)
    shown.of.choose("unit")
    shown.of.chosen.emit("unit")
    assert table(shown.list) == [first]
    dialogs.reason = "记错了单位"
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    assert table(shown.list) == []
    assert not shown.void_button.isEnabled()
    assert told.acts == ["已作废6月15日提醒（2 家）的催报记录"]
    told.undo()
    assert len(sent.reminders.answers(JUNE)) == 2

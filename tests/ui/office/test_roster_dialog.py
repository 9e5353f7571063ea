"""名册 as a clerk uses it: by keys, told under the field what is wrong, taken back by one stroke."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.roster import Duty, Person
from jinshi_desk.domain.roster_acts import Appoint, Leave, Newcomer
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.front import FrontDesk, TodoKind
from jinshi_desk.services.people import PeopleDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.office.roster_dialog import RosterDialog
from jinshi_desk.ui.office.roster_forms import RosterForm
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.list_view import ListView
from tests.office import JUNE, Office, unit_id
from tests.ui.framed import come_to, framed
from tests.ui.scripted import ScriptedDialogs

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
YAOSHAN, BAIYI = unit_id("药山镇"), unit_id("白衣镇")
TODAY = date(2022, 7, 3)


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def desk(office: Office) -> PeopleDesk:
    """The roster with 周试一 as the correspondent of 药山镇."""
    desk = PeopleDesk(office.store, Undo(office.store), lambda: TODAY)
    who = Newcomer("周试一", phone="0736-4210001", mobile="13800000000")
    desk.do(Appoint(YAOSHAN, Duty.INFO_OFFICER, who, date(2022, 3, 1)))
    return desk


@pytest.fixture
def dialog(office: Office, desk: PeopleDesk, frame: Frame, qtbot: QtBot) -> RosterDialog:
    """The dialog with 药山镇 current."""
    dialog = RosterDialog(frame, desk, ExportDesk(office.store))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    come_to(dialog, qtbot)
    dialog.roster.go_to(YAOSHAN)
    dialog.roster.list.setFocus()
    return dialog


def _rows(listed: ListView) -> list[list[str]]:
    model = listed.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def _person(desk: PeopleDesk, name: str) -> Person:
    (found,) = (person for person in desk.people() if person.name == name)
    return found


def _said(form: RosterForm, field: str) -> str:
    return form.form.fields[field].control.accessibleDescription()


def _key(dialog: RosterDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(dialog.focusWidget(), key, modifier)


def test_every_unit_has_a_line_with_who_answers_and_since_when(dialog: RosterDialog) -> None:
    rows = {row[0]: row for row in _rows(dialog.roster.units)}
    assert rows["药山镇"] == ["药山镇", "信息员", "周试一", "0736-4210001", "2022-03-01", ""]
    assert rows["研究室"] == ["研究室", "联络员", "", "", "", "空缺"]
    assert dialog.person_form.title.text() == "药山镇　周试一"
    assert dialog.person_form.mobile.text() == "13800000000"  # whole on the screen, nowhere else
    assert dialog.person_form.history.text() == "信息员　周试一　2022-03-01 起　0736-4210001"


def test_in_a_narrow_window_the_name_of_the_unit_keeps_its_room(dialog: RosterDialog, qtbot: QtBot) -> None:
    for width in (1160, 921):
        dialog.resize(width, 620)
        qtbot.waitUntil(lambda: dialog.roster.units.columnWidth(0) > 120)
    assert dialog.roster.units.isColumnHidden(4)


def test_a_vacancy_is_filled_by_keys(dialog: RosterDialog, desk: PeopleDesk) -> None:
    dialog.show_vacant()
    assert "药山镇" not in [row[0] for row in _rows(dialog.roster.units)]
    dialog.roster.go_to(BAIYI)
    _key(dialog, Qt.Key.Key_N)
    form = dialog.appoint_form
    assert (form.unit.text(), form.duty.currentText(), form.since.text()) == (
        "白衣镇",
        "信息员",
        "2022-07-03",
    )
    assert form.person.hasFocus()
    form.person.setText("李试二")
    form.phone.setText("0736-4210002")
    _key(dialog, Qt.Key.Key_S)
    assert _person(desk, "李试二").terms_at(BAIYI, TODAY)
    assert dialog.told.text() == "已指定：李试二"
    assert dialog.roster.list.hasFocus()
    _key(dialog, Qt.Key.Key_Z)
    assert [person.name for person in desk.people()] == ["周试一"]


def test_a_second_correspondent_leads_to_the_handover(dialog: RosterDialog, desk: PeopleDesk) -> None:
    _key(dialog, Qt.Key.Key_N)
    form = dialog.appoint_form
    assert form.duty.currentText() == "分管领导"  # what is free comes first
    form.duty.setCurrentIndex(form.duty.findText("信息员"))
    form.person.setText("李试二")
    form.mobile.setText("13900000000")
    form.submit_button.click()
    assert _said(form, "duty") == "已由周试一担任，换人请用交接"
    form.hand_over_wanted.emit()
    handed = dialog.hand_over_form
    assert dialog.side.currentWidget() is handed
    assert (handed.unit.text(), handed.duty.currentText(), handed.person.text()) == (
        "药山镇",
        "信息员",
        "李试二",
    )
    assert handed.mobile.text() == "13900000000"
    handed.since.set_day(date(2022, 7, 1))
    handed.submit_button.click()
    assert dialog.person_form.history.text().splitlines() == [
        "信息员　李试二　2022-07-01 起",
        "信息员　周试一　2022-03-01 至 2022-06-30　0736-4210001",
    ]


def test_the_desks_phone_is_handed_over_with_it(dialog: RosterDialog, desk: PeopleDesk) -> None:
    _key(dialog, Qt.Key.Key_H)
    form = dialog.hand_over_form
    assert form.phone.text() == "0736-4210001"
    form.person.setText("李试二（宣传办）")
    form.submit_button.click()
    assert _person(desk, "李试二").label == "李试二（宣传办）"
    assert dialog.roster.row is not None
    assert dialog.roster.row.contacts.office_phone == "0736-4210001"


def test_what_is_wrong_is_told_under_its_field(dialog: RosterDialog, desk: PeopleDesk) -> None:
    before = desk.people()
    dialog.hand_over_button.click()
    form = dialog.hand_over_form
    form.since.setText("七月")
    form.phone.setText("总机")
    form.mobile.setText("138")
    form.submit_button.click()
    assert _said(form, "person") == "没有写姓名"
    assert _said(form, "since") == "不是日期，如 2022-06-30"
    assert _said(form, "phone") == "办公电话应写区号-号码"
    assert _said(form, "mobile") == "手机号应是 11 位数字"
    assert desk.people() == before


def test_somebody_known_brings_the_telephone_along(
    dialog: RosterDialog, desk: PeopleDesk, qtbot: QtBot
) -> None:
    desk.do(Appoint(BAIYI, None, Newcomer("李试二", phone="0736-4210009", mobile="13900000000")))
    dialog.move_button.click()
    qtbot.waitUntil(lambda: dialog._stale)  # another window's news waits until the form is left
    _key(dialog, Qt.Key.Key_Escape, NONE)
    dialog.roster.go_to(BAIYI)
    dialog.appoint_button.click()
    form = dialog.appoint_form
    form.person.setFocus()
    QTest.keyClicks(form.person, "lse")
    QTest.keyClick(form.person, Qt.Key.Key_Return)
    assert (form.person.text(), form.phone.text(), form.mobile.text()) == (
        "李试二",
        "0736-4210009",
        "13900000000",
    )


def test_a_move_says_that_it_leaves_a_vacancy_and_can_be_done_all_the_same(
    dialog: RosterDialog, desk: PeopleDesk
) -> None:
    _key(dialog, Qt.Key.Key_M)
    form = dialog.move_form
    assert form.person.text() == "周试一"
    form.unit.set_chosen(BAIYI)
    form.since.setFocus()
    form.back_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert _said(form, "since") == "原单位的职责会空缺"
    form.submit_button.click()
    assert dialog.told.text() == "已调动：周试一"
    moved = _person(desk, "周试一").post_on(TODAY)
    assert moved is not None
    assert moved.unit == BAIYI
    assert dialog.roster.row is not None
    assert dialog.roster.row.is_vacant
    assert not dialog.move_button.isEnabled()
    assert "空缺" in dialog.move_button.toolTip()


def test_who_leaves_is_listed_as_gone(dialog: RosterDialog, desk: PeopleDesk) -> None:
    dialog.leave_button.click()
    dialog.leave_form.since.set_day(date(2022, 7, 1))
    dialog.leave_form.submit_button.click()
    dialog.roster.segments.choose("people")
    assert _rows(dialog.roster.people) == [["周试一", "药山镇", "", "", "已离岗"]]
    assert not dialog.hand_over_button.isEnabled()


def test_two_records_are_joined_and_parted_again(
    office: Office, dialog: RosterDialog, desk: PeopleDesk
) -> None:
    office.log(unit="白衣镇")
    dialog.roster.segments.choose("people")
    dialog.reload()
    assert [row[:2] for row in _rows(dialog.roster.people)] == [["周试一", "药山镇"], ["周试一", "白衣镇"]]
    assert dialog.part_button.isHidden()
    _key(dialog, Qt.Key.Key_J)
    form = dialog.join_form
    assert [choice.label for choice in form.known.person_choices] == ["周试一（药山镇）", "周试一（白衣镇）"]
    form.person.set_chosen(form.known.person_choices[1].id)
    form.into.set_chosen(form.known.person_choices[0].id)
    form.reason.setText("前后两次登记")
    form.submit_button.click()
    assert len(_rows(dialog.roster.people)) == 1
    assert "合并：前后两次登记" in dialog.person_form.history.text()
    dialog.part_button.click()
    assert len(_rows(dialog.roster.people)) == 2
    assert dialog.told.text() == "已分开：周试一"


def test_a_wrong_number_is_put_right_in_place(dialog: RosterDialog, desk: PeopleDesk) -> None:
    form = dialog.person_form
    assert not form.submit_button.isEnabled()
    _key(dialog, Qt.Key.Key_Return, NONE)
    assert form.name.hasFocus()
    form.phone.setText("0736-4210008")
    assert form.submit_button.isEnabled()
    form.submit_button.click()
    assert _person(desk, "周试一").posts[0].phone == "0736-4210008"
    assert dialog.roster.row is not None
    assert dialog.roster.row.unit.id == YAOSHAN


def test_the_list_is_filtered_by_unit_and_by_name(dialog: RosterDialog) -> None:
    for typed in ("ysz", "周试", "zsy"):
        dialog.roster.filter.setText(typed)
        assert [row[0] for row in _rows(dialog.roster.units)] == ["药山镇"]
    dialog.roster.segments.choose("people")
    dialog.roster.filter.setText("药山")
    assert [row[0] for row in _rows(dialog.roster.people)] == ["周试一"]
    dialog.roster.filter.setText("没有这个")
    assert _rows(dialog.roster.people) == []
    dialog.roster.list.empty.acted.emit()
    assert len(_rows(dialog.roster.people)) == 1


def test_esc_leaves_the_form_first(dialog: RosterDialog) -> None:
    dialog.move_button.click()
    _key(dialog, Qt.Key.Key_Escape, NONE)
    assert dialog.isVisible()
    assert dialog.side.currentWidget() is dialog.person_form
    _key(dialog, Qt.Key.Key_Escape, NONE)
    assert not dialog.isVisible()


def test_enter_on_a_vacancy_appoints(dialog: RosterDialog) -> None:
    dialog.roster.go_to(BAIYI)
    _key(dialog, Qt.Key.Key_Return, NONE)
    assert dialog.side.currentWidget() is dialog.appoint_form


def test_the_list_goes_out_with_numbers_masked(
    dialog: RosterDialog, dialogs: ScriptedDialogs, frame: Frame, tmp_path: Path, qtbot: QtBot
) -> None:
    for segment, cells in (
        ("units", ("药山镇", "镇（街道）", "信息员", "周试一", "0736-4210001", "138****0000")),
        ("people", ("周试一", None, "药山镇", "信息员", "0736-4210001", "138****0000")),
    ):
        dialog.roster.segments.choose(segment)
        dialogs.files[:] = [tmp_path / f"{segment}.xlsx"]
        dialog.export_button.click()
        qtbot.waitUntil(lambda: "已导出" in dialog.told.text())
        dialog.told.clear()
        sheet = load_workbook(tmp_path / f"{segment}.xlsx").worksheets[0]
        rows = [row[:6] for row in sheet.iter_rows(values_only=True)]
        assert cells in rows


def test_a_vacancy_is_something_to_do(office: Office, desk: PeopleDesk) -> None:
    front = FrontDesk(office.store, lambda: TODAY)
    (todo,) = (todo for todo in front.todos(JUNE) if todo.kind is TodoKind.CORRESPONDENTS)
    assert todo.number == len(desk.units()) - 1
    desk.do(Leave(_person(desk, "周试一").id, date(2022, 7, 1)))
    (todo,) = (todo for todo in front.todos(JUNE) if todo.kind is TodoKind.CORRESPONDENTS)
    assert todo.number == len(desk.units())


def test_a_refusal_is_told_in_the_dialog(dialog: RosterDialog, frame: Frame) -> None:
    frame.notices.tell_refusal("磁盘已满。")
    assert dialog.told.text() == "磁盘已满。"

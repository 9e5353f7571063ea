"""单位管理 as a clerk uses it: by keys, told under the field what is wrong, taken back by one stroke."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.unit_acts import Abolish, Merge, Rename
from jinshi_desk.domain.unit_changes import ChangeKind, UnitChange
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.office import OfficeDesk
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.office.settings_dialog import SettingsDialog
from jinshi_desk.ui.office.unit_forms import UnitForm, names_in
from jinshi_desk.ui.office.units_dialog import UnitsDialog
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.fields import MonthField, read_month
from tests.office import AUGUST, JULY, JUNE, MAY, Office, unit_id
from tests.ui.framed import come_to, framed
from tests.ui.scripted import ScriptedDialogs

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def desk(office: Office) -> UnitDesk:
    return UnitDesk(office.store, Undo(office.store))


@pytest.fixture
def dialog(office: Office, desk: UnitDesk, frame: Frame, qtbot: QtBot) -> UnitsDialog:
    """The dialog in July, with 药山镇 current."""
    dialog = UnitsDialog(frame, desk, lambda: date(2022, 7, 10))
    qtbot.addWidget(dialog)
    come_to(dialog, qtbot)
    dialog.units.go_to(unit_id("药山镇"))
    dialog.units.list.setFocus()
    return dialog


def _names(dialog: UnitsDialog) -> list[str]:
    model = dialog.units.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _unit(desk: UnitDesk, name: str) -> Unit:
    return next(unit for unit in desk.units() if unit.name == name)


def test_another_group_asks_from_which_month_on(dialog: UnitsDialog, desk: UnitDesk) -> None:
    form = dialog.edit_form
    assert not form.month.isVisible()
    form.group.setCurrentIndex(form.group.findData(Group.BUREAU))
    assert (form.month.isVisible(), form.month.month) == (True, JULY)
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    unit = _unit(desk, "药山镇")
    assert [unit.group_in(month) for month in (JUNE, JULY)] == [Group.TOWN, Group.BUREAU]
    assert not form.month.isVisible()
    assert "2022年7月由镇（街道）转入市直单位" in form.history.text()


def test_a_group_chosen_back_asks_for_no_month(dialog: UnitsDialog) -> None:
    form = dialog.edit_form
    for group in (Group.BUREAU, Group.TOWN):
        form.group.setCurrentIndex(form.group.findData(group))
    assert (form.month.isVisible(), form.is_dirty) == (False, False)


def _said(form: UnitForm, field: str) -> str:
    return form.form.fields[field].control.accessibleDescription()


def _key(dialog: UnitsDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(dialog.focusWidget(), key, modifier)


def test_a_unit_is_renamed_by_keys_and_the_list_stays_with_it(dialog: UnitsDialog, desk: UnitDesk) -> None:
    _key(dialog, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    form = dialog.rename_form
    assert (dialog.side.currentWidget(), form.of.text(), form.month.text()) == (form, "药山镇", "2022-07")
    assert form.name.selectedText() == "药山镇"
    QTest.keyClicks(form.name, "x")
    form.name.setText("药山街道")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    QTest.keyClick(form.month, Qt.Key.Key_Return)
    assert _unit(desk, "药山街道").name_in(JUNE) == "药山镇"
    assert dialog.side.currentWidget() is dialog.edit_form
    assert dialog.edit_form.title.text() == "药山街道"
    assert dialog.edit_form.history.text() == "2022年7月由药山镇改名"
    assert dialog.told.text() == "已改名：药山街道"
    assert dialog.units.list.hasFocus()


def test_an_act_is_taken_back_by_a_stroke(dialog: UnitsDialog, desk: UnitDesk) -> None:
    before = desk.units()
    dialog.rename_button.click()
    dialog.rename_form.name.setText("药山街道")
    dialog.rename_form.submit_button.click()
    assert dialog.undo_button.isVisible()
    _key(dialog, Qt.Key.Key_Z)
    assert desk.units() == before
    assert dialog.edit_form.title.text() == "药山镇"
    assert (dialog.told.text(), dialog.undo_button.isVisible()) == ("已撤销上一步", False)


def test_a_name_that_another_unit_has_is_told_under_the_field(dialog: UnitsDialog, desk: UnitDesk) -> None:
    dialog.rename_button.click()
    form = dialog.rename_form
    form.name.setText("白衣镇")
    form.month.setText("七月份")
    assert not any(field.level for field in form.form.fields.values())
    _key(dialog, Qt.Key.Key_S)
    assert _said(form, "name") == "白衣镇已用这个名称"
    assert _said(form, "month") == "不是月份，如 2022-07"
    assert form.name.hasFocus()
    form.name.setText("药山街道")
    form.month.setText("8")
    assert not any(field.level for field in form.form.fields.values())
    _key(dialog, Qt.Key.Key_S)
    assert _unit(desk, "药山街道").names[-1].since == AUGUST


def test_units_are_merged_into_a_new_one(dialog: UnitsDialog, desk: UnitDesk) -> None:
    _key(dialog, Qt.Key.Key_M)
    form = dialog.merge_form
    assert form.units.names() == ["药山镇"]
    form.units.setText("药山镇、白衣镇")
    form.into.setText("药白镇")
    form.submit_button.click()
    new = _unit(desk, "药白镇")
    assert {change.unit for change in desk.changes()} == {unit_id("药山镇"), unit_id("白衣镇")}
    assert dialog.units.current is not None
    assert dialog.units.current.unit == new
    assert "药山镇" not in _names(dialog)
    dialog.units.segments.choose("ended")
    assert _names(dialog) == ["药山镇", "白衣镇"]


def test_a_unit_takes_another_in(dialog: UnitsDialog, desk: UnitDesk) -> None:
    dialog.merge_button.click()
    dialog.merge_form.into.set_chosen(unit_id("白衣镇"))
    dialog.merge_form.submit_button.click()
    assert desk.changes() == (UnitChange(JULY, ChangeKind.MERGE, unit_id("药山镇"), unit_id("白衣镇")),)


def test_a_merger_into_itself_is_refused(dialog: UnitsDialog, desk: UnitDesk) -> None:
    dialog.merge_button.click()
    dialog.merge_form.into.set_chosen(unit_id("药山镇"))
    dialog.merge_form.submit_button.click()
    assert _said(dialog.merge_form, "into") == "药山镇不能并入自己"
    assert desk.changes() == ()


def test_what_is_odd_is_told_when_its_field_is_left_and_may_be_done_all_the_same(
    office: Office, dialog: UnitsDialog, desk: UnitDesk
) -> None:
    office.day = date(2022, 7, 20)
    office.log(unit="药山镇", received="2022-07-12")
    dialog.abolish_button.click()
    form = dialog.abolish_form
    form.month.setFocus()
    form.back_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert (_said(form, "month"), form.form.fields["month"].level) == ("此后已有来稿：药山镇", "warn")
    form.submit_button.click()
    assert _unit(desk, "药山镇").active_to == JUNE


def test_a_unit_is_split_and_stays_if_wanted(dialog: UnitsDialog, desk: UnitDesk) -> None:
    dialog.split_button.click()
    form = dialog.split_form
    form.submit_button.click()
    assert _said(form, "names") == "没有写拆成哪些单位"
    form.names.setText("药东镇，药西镇")
    form.submit_button.click()
    assert _unit(desk, "药山镇").active_to == JUNE
    assert {"药东镇", "药西镇"} <= set(_names(dialog))
    dialog.units.go_to(unit_id("白衣镇"))
    dialog.split_button.click()
    form.names.setText("白衣新区")
    form.stays.setChecked(True)
    form.submit_button.click()
    assert _unit(desk, "白衣镇").active_to is None


def test_a_unit_is_new_from_its_first_full_month(dialog: UnitsDialog, desk: UnitDesk) -> None:
    _key(dialog, Qt.Key.Key_N)
    form = dialog.create_form
    assert form.name.hasFocus()
    form.name.setText("新设局")
    form.group.setCurrentIndex(form.group.findData(Group.BUREAU))
    form.aliases.setText("市新设局、新局")
    form.month.setText("2022-07-15")
    _key(dialog, Qt.Key.Key_S)
    new = _unit(desk, "新设局")
    assert (new.active_from, new.group, new.aliases) == (AUGUST, Group.BUREAU, ("市新设局", "新局"))


def test_other_names_and_the_group_are_edited_in_place(dialog: UnitsDialog, desk: UnitDesk) -> None:
    form = dialog.edit_form
    assert not form.submit_button.isEnabled()
    _key(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert form.group.hasFocus()
    form.old_names.setText("药山乡")
    assert form.submit_button.isEnabled()
    form.submit_button.click()
    assert _unit(desk, "药山镇").old_names == ("药山乡",)
    assert not form.submit_button.isEnabled()


def test_a_unit_that_ended_offers_no_act_and_says_why(dialog: UnitsDialog, desk: UnitDesk) -> None:
    desk.do(Abolish(unit_id("药山镇"), JULY))
    again = UnitsDialog(dialog._frame, desk, lambda: date(2022, 7, 10))
    again.units.go_to(unit_id("药山镇"))
    for button in (again.rename_button, again.merge_button, again.split_button, again.abolish_button):
        assert not button.isEnabled()
        assert "已停用" in button.toolTip()
    assert again.create_button.isEnabled()
    again.deleteLater()


def test_esc_leaves_the_form_first(dialog: UnitsDialog) -> None:
    dialog.merge_button.click()
    _key(dialog, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert dialog.isVisible()
    assert dialog.side.currentWidget() is dialog.edit_form
    _key(dialog, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not dialog.isVisible()


def test_the_filter_finds_a_unit_by_any_name_it_bore(dialog: UnitsDialog, desk: UnitDesk) -> None:
    desk.do(Rename(unit_id("药山镇"), "灵泉街道", JULY))
    dialog.undo_button.hide()
    again = UnitsDialog(dialog._frame, desk, lambda: date(2022, 7, 10))
    again.units.filter.setText("药山")
    assert _names(again) == ["灵泉街道"]
    again.units.filter.setText("没有这家")
    assert _names(again) == []
    again.units.list.empty.acted.emit()
    assert len(_names(again)) == len(desk.units())
    again.deleteLater()


def test_an_undo_that_comes_too_late_is_told(
    office: Office, dialog: UnitsDialog, desk: UnitDesk, frame: Frame
) -> None:
    desk.do(Merge((unit_id("药山镇"), unit_id("白衣镇")), "药白镇", JULY))
    frame.notices.tell_refusal("2022年7月已关账。")
    assert dialog.told.text() == "2022年7月已关账。"


def test_the_month_offered_is_an_open_one(office: Office, dialog: UnitsDialog) -> None:
    office.close(MAY, JUNE, JULY)
    dialog.abolish_button.click()
    assert dialog.abolish_form.month.month == AUGUST


def test_the_settings_lead_to_the_units(office: Office, frame: Frame, qtbot: QtBot) -> None:
    settings = SettingsDialog(frame, OfficeDesk(office.store))
    qtbot.addWidget(settings)
    with qtbot.waitSignal(settings.units_wanted):
        settings.units_button.click()


# ---- the month's field


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2022-07", JULY),
        ("202207", JULY),
        ("2022年7月", JULY),
        ("7", JULY),
        ("7月", JULY),
        ("2022-07-01", JULY),
        ("2022-07-02", AUGUST),
        ("13", None),
        ("2022-13", None),
        ("七月", None),
        ("", None),
        ("1-2-3-4", None),
    ],
)
def test_a_month_is_read_as_it_is_typed(typed: str, meant: Month | None) -> None:
    assert read_month(typed, JUNE) == meant


def test_the_field_goes_by_months(qtbot: QtBot) -> None:
    field = MonthField("从几月起")
    qtbot.addWidget(field)
    field.set_month(Month(2022, 12))
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "2023-01"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.month == Month(2022, 12)


def test_names_are_parted_by_any_comma() -> None:
    assert names_in("甲镇、 乙镇，丙镇,,丁镇") == ("甲镇", "乙镇", "丙镇", "丁镇")

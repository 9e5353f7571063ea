"""计数规则 as a clerk uses it: what holds since when, changed from a month on, taken back by one stroke."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import CountBasis
from jinshi_desk.domain.unit_acts import Charge
from jinshi_desk.domain.units import Exemption, Group
from jinshi_desk.services.counting import CountingDesk
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.office.counting_dialog import CountingDialog
from jinshi_desk.ui.theme import Look
from tests.office import AUGUST, JULY, JUNE, Office, unit_id
from tests.ui.framed import come_to, framed
from tests.ui.quota.seen import table
from tests.ui.scripted import ScriptedDialogs

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def dialog(office: Office, frame: Frame, qtbot: QtBot) -> CountingDialog:
    """The dialog in July, June closed."""
    office.log()
    office.close(JUNE)
    office.quota.exempt(Exemption(unit_id("市委党校"), JULY, "校区搬迁", "王部长"))
    counting = CountingDesk(office.store, office.undo)
    units = UnitDesk(office.store, office.undo)
    dialog = CountingDialog(frame, counting, units, lambda: date(2022, 7, 10))
    qtbot.addWidget(dialog)
    come_to(dialog, qtbot)
    return dialog


def _owed(office: Office, month: Month, unit: str = "新洲镇") -> int:
    return next(row.quota for row in office.quota.standings(month) if row.unit.id == unit_id(unit))


def _seen(dialog: CountingDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_rules_in_force_stand_there_with_their_month(dialog: CountingDialog) -> None:
    form = dialog.rules_form
    assert form.chip.text() == "自2022年1月起"
    assert [field.number for field in form.quotas.values()] == [2, 2, 0]
    assert [field.number for field in form.weights.values()] == [1, 1, 1, 1]
    assert (form.basis.currentText(), form.close_day.number) == ("有效报送", 5)
    assert form.month.month == JULY


def test_a_change_holds_from_its_month_on_and_is_taken_back(office: Office, dialog: CountingDialog) -> None:
    form = dialog.rules_form
    form.quotas[Group.TOWN].setText("3")
    form.basis.setCurrentIndex(form.basis.findData(CountBasis.RECEIVED))
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    assert dialog.told.text() == "已改规则，自2022年7月起"
    assert form.chip.text() == "自2022年7月起"
    assert [_owed(office, month) for month in (JUNE, JULY)] == [2, 3]
    dialog.undo_button.click()
    assert _owed(office, JULY) == 2
    assert form.quotas[Group.TOWN].number == 2


def test_a_quota_from_a_closed_month_is_told_at_its_field(office: Office, dialog: CountingDialog) -> None:
    dialog.rules_form.quotas[Group.TOWN].setText("3")
    dialog.rules_form.month.setText("2022-06")
    dialog.rules_form.submit_button.click()
    assert "2022年6月已关账" in _seen(dialog)
    assert len(office.store.rules.book().versions) == 1


def test_an_empty_number_and_a_late_day_are_told_at_their_fields(dialog: CountingDialog) -> None:
    dialog.rules_form.quotas[Group.OFFICE].clear()
    dialog.rules_form.close_day.setText("31")
    dialog.rules_form.submit_button.click()
    assert {"没有写任务几条", "补报期限应是 0—28 日"} <= set(_seen(dialog))


def test_units_that_owe_otherwise_are_listed_with_their_reasons(
    office: Office, dialog: CountingDialog
) -> None:
    units = UnitDesk(office.store, office.undo)
    units.do(Charge(unit_id("药山镇"), 3, JULY, "人员较多"))
    units.do(Charge(unit_id("药山镇"), None, AUGUST, "人员调走"))
    dialog._reload()
    assert table(dialog.list) == [
        ["药山镇", "按组别", "自2022年8月起", "人员调走"],
        ["药山镇", "3 条", "自2022年7月起", "人员较多"],
        ["市委党校", "免", "2022年7月", "校区搬迁（王部长批准）"],
    ]


def test_a_unit_is_given_a_quota_of_its_own(office: Office, dialog: CountingDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_N, CTRL)
    form = dialog.charge_form
    form.submit_button.click()
    assert {"没有单位", "要写明原因"} <= set(_seen(dialog))
    form.unit.set_chosen(unit_id("药山镇"))
    form.quota.setText("3")
    form.reason.setText("人员较多")
    form.submit_button.click()
    assert dialog.told.text() == "已定任务：药山镇"
    assert [_owed(office, JULY, unit) for unit in ("药山镇", "新洲镇")] == [3, 2]
    assert dialog.side.currentWidget() is dialog.listed
    dialog.undo_button.click()
    assert _owed(office, JULY, "药山镇") == 2


def test_esc_leaves_the_form_first(dialog: CountingDialog) -> None:
    dialog.charge_button.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.side.currentWidget() is dialog.listed
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.units import Exemption
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.quota.tab import QuotaTab
from jinshi_desk.ui.widgets.heat_model import CellState
from tests.office import JULY, JUNE, Office, unit_id
from tests.ui.framed import Told, come_to
from tests.ui.quota.seen import go_to, state
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def asked(office: Office, tab: QuotaTab, qtbot: QtBot) -> QuotaTab:
    """The form for 市委党校 in June, open."""
    office.log(unit="药山镇")
    come_to(tab, qtbot)
    go_to(tab, "市委党校")
    QTest.keyClick(tab.board.grid, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return tab


def _exempt_months(office: Office) -> list[int]:
    return [each.month.month for each in office.quota.exemptions(2022)]


def test_a_unit_is_exempt_for_a_reason_that_somebody_approved(
    office: Office, asked: QuotaTab, frame: Frame, told: Told, qtbot: QtBot
) -> None:
    form = asked.form
    assert form.where.text() == "市委党校　2022年6月"
    qtbot.waitUntil(form.reason.hasFocus)
    form.reason.setText("校区搬迁")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    form.approver.setText("周试一")
    with qtbot.waitSignal(frame.news.changed):
        QTest.keyClick(form.approver, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert office.quota.exemptions(2022) == (Exemption(unit_id("市委党校"), JUNE, "校区搬迁", "周试一"),)
    assert state(asked, "市委党校") == (CellState.EXEMPT, "免")
    assert told.acts == ["已设免考核：市委党校6月"]
    assert asked.side.currentWidget() is asked.owing
    assert "市委党校" not in asked.owing.text.text


def test_it_can_hold_for_months_and_be_undone_whole(office: Office, asked: QuotaTab, told: Told) -> None:
    office.quota.exempt(Exemption(unit_id("市委党校"), JULY, "先前的原因", "王试二"))
    asked.form.reason.setText("校区搬迁")
    asked.form.approver.setText("周试一")
    asked.form.until.set_number(9)
    asked.reload()
    asked.form.file_button.click()
    assert _exempt_months(office) == [6, 7, 8, 9]
    assert told.acts == ["已设免考核：市委党校6—9月"]
    told.undo()
    assert office.quota.exemptions(2022) == (Exemption(unit_id("市委党校"), JULY, "先前的原因", "王试二"),)


def test_what_is_missing_is_said_at_its_field(office: Office, asked: QuotaTab) -> None:
    asked.form.until.set_number(3)
    asked.form.file_button.click()
    fields = asked.form._form.fields
    assert {name: field.level for name, field in fields.items()} == dict.fromkeys(fields, "bad")
    asked.form.reason.setText("校区搬迁")
    assert fields["reason"].level == ""
    assert fields["approver"].level == "bad"
    assert _exempt_months(office) == []


def test_esc_asks_only_if_something_was_typed(
    asked: QuotaTab, dialogs: ScriptedDialogs, office: Office
) -> None:
    asked.form.reason.setText("校区搬迁")
    dialogs.agrees = False
    QTest.keyClick(asked.form.reason, Qt.Key.Key_Escape)
    assert asked.side.currentWidget() is asked.form
    assert dialogs.asked == ["免考核还没有设，不设了？"]
    asked.form.reason.clear()
    QTest.keyClick(asked.form.reason, Qt.Key.Key_Escape)
    assert asked.side.currentWidget() is asked.owing
    assert len(dialogs.asked) == 1


def test_an_exemption_is_taken_back_by_the_same_button_and_back_again(
    office: Office, frame: Frame, tab: QuotaTab, told: Told, qtbot: QtBot
) -> None:
    office.log(unit="药山镇")
    exemption = Exemption(unit_id("市委党校"), JUNE, "校区搬迁", "周试一")
    office.quota.exempt(exemption)
    tab.show()
    go_to(tab, "市委党校")
    assert tab.owing.exempt_button.text() == "取消免考核"
    with qtbot.waitSignal(frame.news.changed):
        tab.owing.exempt_button.click()
    assert state(tab, "市委党校") == (CellState.ZERO, "0")
    assert told.acts == ["已取消免考核：市委党校6月"]
    assert tab.owing.exempt_button.text() == "设免考核…"
    told.undo()
    assert office.quota.exemptions(2022) == (exemption,)


def test_an_office_without_a_duty_needs_no_exemption(office: Office, tab: QuotaTab) -> None:
    office.log(unit="药山镇")
    tab.show()
    go_to(tab, "研究室")
    assert not tab.owing.exempt_button.isEnabled()
    assert tab.owing.exempt_button.toolTip() == "研究室没有月度任务，不用免"


def test_a_closed_month_refuses_and_nothing_is_set(
    office: Office, asked: QuotaTab, told: Told, qtbot: QtBot
) -> None:
    office.close(JUNE)
    asked.form.reason.setText("校区搬迁")
    asked.form.approver.setText("周试一")
    with qtbot.captureExceptions() as raised:
        asked.form.file_button.click()
    assert [kind for kind, *_ in raised] == [MonthClosed]
    assert _exempt_months(office) == []
    assert asked.side.currentWidget() is asked.form
    assert told.acts == []


def test_nobody_is_exempted_in_a_closed_month(office: Office, tab: QuotaTab) -> None:
    office.log(unit="药山镇")
    office.close(JUNE)
    tab.show()
    go_to(tab, "药山镇")
    button = tab.owing.exempt_button
    assert (button.isEnabled(), button.toolTip()) == (False, "2022年6月已关账，改动请登在未关账的月份。")

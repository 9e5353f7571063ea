"""办理结果: noting when and through what the drafts of a signed form went out."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.approval_forms import Release
from jinshi_desk.domain.approvals import FormKind
from jinshi_desk.domain.drafts import Status
from jinshi_desk.ui.approval.tab import ApprovalTab
from tests.office import Office
from tests.ui.framed import Told, come_to


def _shown(tab: ApprovalTab, number: str, qtbot: QtBot) -> ApprovalTab:
    come_to(tab, qtbot)
    tab.show_form(number)
    return tab


def _release(office: Office, number: str) -> Release | None:
    return office.approval.open(number).approval.release


@pytest.fixture
def push(office: Office) -> str:
    """The form of a push, signed by three."""
    number = office.approval.start(office.log("清单压实责任"), FormKind.C)
    office.sign(number, "周试一", "吴测二", "郑样三")
    return number


def test_a_push_is_noted_without_a_mouse(
    office: Office, push: str, tab: ApprovalTab, told: Told, qtbot: QtBot
) -> None:
    side = _shown(tab, push, qtbot).forms.side
    form = side.sign.release
    assert side.sign_button.text() == "登记发出"
    assert form.released_on.hasFocus()
    form.released_at.setText("18：30")
    form.by.setText("王拟四")
    QTest.keyClick(form.by, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _release(office, push) == Release(date(2022, 7, 3), at=time(18, 30), by="王拟四")
    (draft,) = office.approval.open(push).drafts
    assert draft.status is Status.DISPATCHED
    assert side.chip.text() == "已发出"
    form.correction.setText("第二段人名已更正")
    side.sign_button.click()
    noted = _release(office, push)
    assert noted is not None
    assert noted.correction == "第二段人名已更正"
    told.undo()
    assert _release(office, push) == Release(date(2022, 7, 3), at=time(18, 30), by="王拟四")


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"released_at": ""}, "released_at", "没有发布时间"),
        ({"released_at": "傍晚"}, "released_at", "不是时间，如 18:30"),
        ({"released_at": "8:00", "released_on": "2022-07-09"}, "released_on", "发出日期在今天之后"),
        ({"released_at": "8:00", "released_on": "2022-06-30"}, "released_on", "早于签齐（7月1日）"),
        ({"released_at": "8:00", "released_on": "没有"}, "released_on", "不是日期，如 2022-06-30"),
        ({"released_at": "8:00", "link": "长" * 500}, "link", "链接超过"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_noted(
    typed: dict[str, str], field: str, said: str, office: Office, push: str, tab: ApprovalTab, qtbot: QtBot
) -> None:
    side = _shown(tab, push, qtbot).forms.side
    for name, words in typed.items():
        getattr(side.sign.release, name).setText(words)
    side.sign_button.click()
    assert side.sign.release.form.fields[field].control.accessibleDescription().startswith(said)
    assert _release(office, push) is None


def test_a_form_that_is_not_signed_whole_has_no_result_to_note(
    office: Office, tab: ApprovalTab, qtbot: QtBot
) -> None:
    number = office.approval.start(office.log("换届情况", unit="研究室"))
    office.sign(number, "周试一")
    side = _shown(tab, number, qtbot).forms.side
    assert side.sign.release.isHidden()
    assert side.sign_button.text() == "登记签批"


def test_the_departments_own_news_leaves_by_its_channel(
    office: Office, tab: ApprovalTab, qtbot: QtBot
) -> None:
    number = office.approval.start(office.log("换届情况", unit="研究室"))
    office.sign(number, "周试一", "吴测二", "郑样三", "王拟四")
    side = _shown(tab, number, qtbot).forms.side
    assert side.sign.release.form.fields["released_at"].isHidden()
    side.sign.release.through.setText("上报")
    side.sign_button.click()
    assert _release(office, number) == Release(date(2022, 7, 3), "上报")

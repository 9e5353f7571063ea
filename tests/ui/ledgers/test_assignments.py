from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from jinshi_desk.domain.assignments import NewAssignment
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.periods import Period
from jinshi_desk.services.front import FrontDesk, TodoKind
from jinshi_desk.ui.ledgers.kinds import Ledger
from tests.office import JUNE, Office, unit_id
from tests.ui.ledgers.conftest import Clerk


@pytest.fixture
def writer(office: Office) -> int:
    """Somebody with a draft of June."""
    office.day = date(2022, 6, 15)
    office.log("屋场夜话", unit="药山镇", received="2022-06-08")
    (person,) = office.people.people()
    return person.id


def test_a_task_is_given_by_keys_and_counts_what_is_there(clerk: Clerk, writer: int) -> None:
    clerk.go_to(Ledger.ASSIGNMENTS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("zsy", "", "3")
    clerk.save()
    clerk.hear()
    assert clerk.told.acts == ["已下达任务：2022年第二季度 3 篇"]
    assert clerk.lines("person", "period", "target", "done", "state") == ["周试一 2022年第二季度 3 1 欠 2 篇"]
    assert [line.head for line in clerk.page.lines.lines] == ["屋场夜话"]
    assert clerk.page.overview.text() == "1 人欠 2 篇"
    clerk.undo()
    assert clerk.lines("state") == ["已作废"]


def test_a_task_without_a_number_is_not_given(clerk: Clerk, writer: int) -> None:
    clerk.go_to(Ledger.ASSIGNMENTS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("zsy")
    clerk.save()
    assert clerk.problems() == {"target": "任务数要大于 0"}


def test_what_waits_is_counted_in_the_bar(office: Office, writer: int) -> None:
    def todos() -> dict[TodoKind, int]:
        return {each.kind: each.number for each in FrontDesk(office.store, office.today).todos(JUNE)}

    kinds = (TodoKind.ASSIGNMENTS, TodoKind.LEADS, TodoKind.SUGGESTIONS, TodoKind.COMMISSIONS)
    assert not set(kinds) & todos().keys()
    office.assignments.record(NewAssignment(writer, Period.parse("2022-06"), 2, office.day))
    for due in (14, 18, 19):  # overdue, due in three days, and later
        asked = NewCommission(unit_id("药山镇"), f"约稿{due}", date(2022, 6, 1), date(2022, 6, due))
        office.commission.record(asked)
    assert {kind: todos().get(kind) for kind in kinds} == {
        TodoKind.ASSIGNMENTS: 1,
        TodoKind.LEADS: None,
        TodoKind.SUGGESTIONS: None,
        TodoKind.COMMISSIONS: 2,
    }


def test_the_reminder_of_commissions_names_what_is_late_first(clerk: Clerk, office: Office) -> None:
    office.day = date(2022, 6, 15)
    clerk.go_to(Ledger.COMMISSIONS)
    clerk.dialog.commissions.remind_button.click()
    assert clerk.told.acts == ["没有到期或快到期的约稿"]
    for unit, due in (("新洲镇", 18), ("药山镇", 14)):
        asked = NewCommission(unit_id(unit), "夜校见闻", date(2022, 6, 1), date(2022, 6, due))
        office.commission.record(asked)
    clerk.dialog.commissions.remind_button.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "【约稿逾期】以下约稿已过截止日期，请尽快交稿：",
        "药山镇：《夜校见闻》，6月14日截止",
        "【约稿提醒】以下约稿快到截止日期：",
        "新洲镇：《夜校见闻》，6月18日截止",
        "确有困难的，请提前告知。——市委组织部研究室",
    ]

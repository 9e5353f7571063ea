from datetime import date

import pytest
from PySide6.QtCore import Qt

from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.ui.ledgers.kinds import Ledger
from tests.office import Office, unit_id
from tests.ui.ledgers.conftest import Clerk


def ask(office: Office, subject: str = "夜校见闻", due: str = "2022-06-20", asked: str = "2022-06-01") -> int:
    days = date.fromisoformat(asked), date.fromisoformat(due)
    return office.commission.record(NewCommission(unit_id("药山镇"), subject, *days))


def test_a_piece_is_asked_for_by_keys(clerk: Clerk, office: Office) -> None:
    clerk.go_to(Ledger.COMMISSIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("ysz", "夜校见闻", "0601", "0620")
    clerk.hear()
    assert clerk.told.acts == ["已下达约稿：夜校见闻"]
    assert clerk.lines("due_on", "unit", "subject", "state") == ["06-20 药山镇 夜校见闻 到期未交"]
    clerk.undo()
    assert clerk.lines("state") == ["已作废"]


def test_a_draft_delivers_it_on_the_day_it_came(clerk: Clerk, office: Office) -> None:
    number = office.log("夜校里的一课", unit="药山镇", received="2022-06-18")
    office.log("别处的稿件", unit="新洲镇")
    ask(office)
    clerk.hear()
    clerk.go_to(Ledger.COMMISSIONS)
    clerk.press(Qt.Key.Key_Return)
    form = clerk.dialog.commissions.delivery_page
    assert clerk.form is form
    clerk.press(Qt.Key.Key_Down)  # the unit's drafts
    clerk.press(Qt.Key.Key_Return)
    assert (form.draft.chosen_id, form.delivered.text()) == (number, "2022-06-18")
    clerk.save()
    clerk.hear()
    assert clerk.told.acts == ["已登记完成：2022-06-18"]
    assert clerk.lines("delivered_on", "draft", "state", "points") == [f"06-18 {number} 按时完成 2"]
    clerk.undo()
    assert clerk.lines("draft", "state", "points") == ["到期未交"]


def test_what_came_late_or_never_costs(clerk: Clerk, office: Office) -> None:
    ask(office, "迟的")
    ask(office, "没来的", due="2022-06-25")
    clerk.hear()
    clerk.go_to(Ledger.COMMISSIONS)
    clerk.press(Qt.Key.Key_D, ctrl=True)
    clerk.type("", "0622")
    clerk.hear()
    clerk.press(Qt.Key.Key_Down)
    clerk.dialog.commissions.not_done_button.click()
    clerk.type("0624")
    assert clerk.problems() == {"not_done_on": "还没过截止日期"}
    clerk.type("0628")
    clerk.hear()
    assert clerk.lines("subject", "state", "points") == ["迟的 迟交 −2", "没来的 未完成 −5"]
    assert [line.figure for line in clerk.page.lines.lines] == ["−5", "−5 分"]


def test_a_draft_of_another_unit_does_not_answer_it(clerk: Clerk, office: Office) -> None:
    number = office.log("别处的稿件", unit="新洲镇")
    ask(office)
    clerk.hear()
    clerk.go_to(Ledger.COMMISSIONS)
    clerk.press(Qt.Key.Key_Return)
    clerk.type(number)
    clerk.save()
    assert clerk.problems() == {"draft": f"{number} 不是该单位的稿件"}


@pytest.mark.parametrize(
    ("asked", "due", "listed"),
    [
        ("2022-06-01", "2022-06-20", True),
        ("2022-06-28", "2022-07-20", True),  # asked in June
        ("2022-05-01", "2022-05-20", True),  # still due from May
        ("2022-07-01", "2022-07-20", False),
    ],
)
def test_the_month_lists_what_was_asked_or_due_in_it_or_is_due_still(
    clerk: Clerk, office: Office, asked: str, due: str, *, listed: bool
) -> None:
    ask(office, asked=asked, due=due)
    clerk.hear()
    assert clerk.counts.startswith(f"批示 0 约稿 {int(listed)} ")


def test_one_asked_for_by_mistake_is_struck_out(clerk: Clerk, office: Office) -> None:
    ask(office)
    clerk.hear()
    clerk.go_to(Ledger.COMMISSIONS)
    clerk.dialog.commissions.void_button.click()
    clerk.hear()
    assert clerk.lines("subject", "state") == ["夜校见闻 已作废"]
    clerk.press(Qt.Key.Key_Return)
    assert clerk.page.form is None

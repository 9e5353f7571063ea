from datetime import date

from PySide6.QtCore import Qt

from jinshi_desk.domain.suggestions import Concern, NewSuggestion
from jinshi_desk.ui.ledgers.kinds import Ledger
from tests.office import Office, unit_id
from tests.ui.ledgers.conftest import Clerk

TEXT = "审批表往返要两天"


def tell(office: Office, text: str = TEXT, due: str = "2022-06-20", on: str = "2022-06-08") -> int:
    received_on, due_on = date.fromisoformat(on), date.fromisoformat(due)
    told = NewSuggestion(unit_id("药山镇"), Concern.PROBLEM, text, received_on, "YJS", due_on=due_on)
    return office.suggestions.record(told)


def test_what_a_unit_raises_is_taken_in_by_keys(clerk: Clerk) -> None:
    clerk.go_to(Ledger.SUGGESTIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("ysz")
    clerk.press(Qt.Key.Key_2)  # a suggestion
    clerk.press(Qt.Key.Key_Return)
    page = clerk.dialog.suggestions.page
    page.text.insertPlainText("建议办一期写作班")
    assert page.received.text() == "2022-06-30"  # the month is worked on in July
    clerk.save()
    clerk.hear()
    assert clerk.told.acts == ["已登记建议"]
    assert clerk.lines("unit", "concern", "text", "state") == ["药山镇 建议 建议办一期写作班 办理中"]
    clerk.undo()
    assert clerk.lines("state") == ["已作废"]


def test_it_is_closed_with_its_reply_and_not_without(clerk: Clerk, office: Office) -> None:
    tell(office)
    clerk.hear()
    clerk.go_to(Ledger.SUGGESTIONS)
    assert clerk.lines("state") == ["逾期未办"]
    assert clerk.page.overview.text() == "逾期未办 1"
    clerk.press(Qt.Key.Key_Return)
    clerk.save()
    assert clerk.problems() == {"reply": "没有答复，不能办结"}
    clerk.dialog.suggestions.close_page.reply.insertPlainText("扫描件先审")
    clerk.save()
    clerk.hear()
    assert clerk.lines("state") == ["已办结"]
    assert ("答复", "扫描件先审") in clerk.page.facts.facts
    assert clerk.page.why.isHidden()  # it books no points
    clerk.undo()
    assert clerk.lines("state") == ["逾期未办"]


def test_it_is_handed_on_without_a_day(clerk: Clerk, office: Office) -> None:
    tell(office)
    clerk.hear()
    clerk.go_to(Ledger.SUGGESTIONS)
    clerk.dialog.suggestions.hand_on_button.click()
    page = clerk.dialog.suggestions.hand_on_page
    page.due.clear()
    clerk.save()
    clerk.hear()
    assert clerk.told.acts == ["已转办"]
    assert clerk.lines("office", "state") == ["研究室 办理中"]


def test_the_same_from_the_same_unit_is_pointed_out_at_its_field(clerk: Clerk, office: Office) -> None:
    tell(office)
    clerk.hear()
    clerk.go_to(Ledger.SUGGESTIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("ysz")
    clerk.dialog.suggestions.page.text.insertPlainText("审批表，往返要两天。")
    clerk.save()
    assert clerk.problems() == {"text": "该单位06-08已提过，不用再报"}


def test_what_is_open_from_before_is_listed_and_what_was_closed_then_is_not(
    clerk: Clerk, office: Office
) -> None:
    tell(office, "还没办", "2022-05-20", "2022-05-08")
    done = tell(office, "办过了", "2022-05-20", "2022-05-09")
    office.suggestions.close(done, date(2022, 5, 18), "已办")
    tell(office, "七月的", "2022-07-20", "2022-07-01")
    clerk.hear()
    clerk.go_to(Ledger.SUGGESTIONS)
    assert clerk.lines("text") == ["还没办"]

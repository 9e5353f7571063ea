from datetime import date

from PySide6.QtCore import Qt

from jinshi_desk.domain.deductions import Decision, NewDeduction
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.ui.ledgers.kinds import Ledger
from tests.office import JUNE, Office, unit_id
from tests.ui.ledgers.conftest import Clerk


def propose(office: Office, kind: str = "omission", draft: str | None = None) -> int:
    new = NewDeduction(unit_id("药山镇"), kind, "险情没有按时报", date(2022, 6, 28), "周试一", draft)
    return office.deduction.propose(new)


def test_a_deduction_is_proposed_by_keys_and_costs_nothing_yet(clerk: Clerk, office: Office) -> None:
    number = office.log("屋场夜话聚民心", unit="药山镇")
    clerk.go_to(Ledger.DEDUCTIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    form = clerk.dialog.deductions.page
    clerk.type(number)
    assert form.unit.text() == "药山镇"
    clerk.type("", "wzsj")
    assert form.points.placeholderText() == "可不填，按细则 −1"
    clerk.type("", "五十一写成五十七", "", "0629", "周试一")
    clerk.hear()
    assert clerk.lines("unit", "type", "reason", "by", "state", "points") == [
        "药山镇 文字、数据差错 五十一写成五十七 周试一 待确认 −1"
    ]
    assert clerk.page.lines.lines[0].head == "确认后扣 1 分，现在还没有扣。"
    assert Kind.DEDUCTION not in office.figures(JUNE).points_of(unit_id("药山镇")).by_kind
    clerk.undo()
    assert clerk.lines("state") == ["已作废"]


def test_confirming_books_it_and_the_next_form_knows_who(clerk: Clerk, office: Office) -> None:
    propose(office)
    propose(office, "concealment")
    clerk.hear()
    clerk.go_to(Ledger.DEDUCTIONS)
    clerk.press(Qt.Key.Key_Return)
    clerk.save()
    assert clerk.problems() == {"confirmed_by": "要写明确认人"}
    clerk.type("分管领导", "0630", "2")
    clerk.hear()
    assert clerk.told.acts == ["已确认扣分"]
    assert clerk.lines("state", "points") == ["已确认 −2", "待确认 −10"]
    assert [line.figure for line in clerk.page.lines.lines] == ["−2", "−2 分"]
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.dialog.deductions.confirm_page.by.text() == "分管领导"
    clerk.press(Qt.Key.Key_Escape)
    clerk.undo()
    assert clerk.lines("state", "points") == ["待确认 −5", "待确认 −10"]


def test_an_untrue_draft_is_voided_with_it(clerk: Clerk, office: Office) -> None:
    number = office.log("屋场夜话聚民心", unit="药山镇")
    propose(office, "untrue", number)
    clerk.hear()
    clerk.go_to(Ledger.DEDUCTIONS)
    clerk.press(Qt.Key.Key_D, ctrl=True)
    assert "确认后《屋场夜话聚民心》作废" in clerk.form.heading.text()
    clerk.type("分管领导", "0630", "")
    clerk.hear()
    assert office.status(number) == Status.VOID
    clerk.undo()
    assert office.status(number) == Status.ACCEPTED


def test_whoever_is_led_here_by_a_check_finds_the_first_that_waits(clerk: Clerk, office: Office) -> None:
    office.deduction.reject(propose(office), "情况属实，不扣")
    waiting = propose(office, "concealment")
    clerk.hear()
    clerk.go_to(Ledger.DEDUCTIONS)
    assert clerk.page.row.event.id != waiting
    clerk.dialog.go_to_waiting()
    assert clerk.page.row.event.id == waiting


def test_one_that_is_booked_in_a_closed_month_is_corrected_and_not_struck_out(
    clerk: Clerk, office: Office
) -> None:
    propose(office)
    clerk.hear()
    clerk.go_to(Ledger.DEDUCTIONS)
    clerk.press(Qt.Key.Key_D, ctrl=True)
    clerk.type("分管领导", "0630", "")
    assert clerk.dialog.deductions.void_button.isEnabled()
    office.close(JUNE)
    clerk.dialog.reload()
    void = clerk.dialog.deductions.void_button
    assert (void.isEnabled(), void.toolTip()) == (False, "2022年6月已关账，有错登更正")


def test_one_that_is_not_upheld_keeps_its_reason(clerk: Clerk, office: Office) -> None:
    propose(office)
    clerk.hear()
    clerk.go_to(Ledger.DEDUCTIONS)
    clerk.dialog.deductions.reject_button.click()
    clerk.hear()
    assert clerk.dialogs.asked == ["这条不予扣分？"]
    assert clerk.lines("state", "points") == ["不予扣分"]
    assert ("不予扣分", "写错了") in clerk.page.facts.facts
    tips = [act.button.toolTip() for act in clerk.page._acts]
    assert tips == ["已有结果", "已有结果", ""]
    clerk.press(Qt.Key.Key_Return)
    assert clerk.page.form is None


def test_missing_forms_are_proposed_all_at_once(clerk: Clerk, office: Office) -> None:
    numbers = [office.log(unit="药山镇", approval_on_file=False) for _ in range(2)]
    office.log(unit="药山镇")
    clerk.hear()
    clerk.dialog.reload()
    clerk.go_to(Ledger.DEDUCTIONS)
    button = clerk.dialog.deductions.forms_button
    assert button.isEnabled()
    button.click()
    assert "缺审批表 2 篇，其中 2 篇还没有提出扣分" in clerk.form.heading.text()
    clerk.type("")
    assert clerk.problems() == {"proposed_by": "要写明提出人"}
    clerk.type("周试一")
    clerk.hear()
    assert clerk.told.acts == ["已按缺审批表提出 2 条扣分，确认后才扣"]
    assert [each.draft for each in office.deduction.all()] == numbers
    assert clerk.lines("state") == ["待确认", "待确认"]  # proposed in July, for June is still open
    assert not button.isEnabled()
    clerk.undo()
    assert {each.decision for each in office.deduction.all()} == {Decision.VOIDED}


def test_points_that_are_none_and_a_type_that_is_none_are_told(clerk: Clerk, office: Office) -> None:
    clerk.go_to(Ledger.DEDUCTIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("", "ysz", "", "一分")
    clerk.save()
    assert clerk.problems() == {
        "type": "没有选扣分项目",
        "cents": "不是分数，如 1.5",
        "reason": "要写明原因",
        "proposed_by": "要写明提出人",
    }


def test_a_confirmed_one_can_be_struck_out(clerk: Clerk, office: Office) -> None:
    propose(office)
    clerk.hear()
    clerk.go_to(Ledger.DEDUCTIONS)
    clerk.press(Qt.Key.Key_D, ctrl=True)
    clerk.type("分管领导", "0630", "")
    clerk.dialog.deductions.void_button.click()
    clerk.hear()
    assert clerk.lines("state", "points") == ["已作废"]
    assert clerk.page.lines.lines[0].head == "没有扣分。"

from PySide6.QtCore import Qt

from jinshi_desk.domain.outlets import Level
from tests.office import Office
from tests.ui.ledgers.conftest import Clerk


def test_an_instruction_is_typed_without_a_mouse_and_scores_at_once(clerk: Clerk, office: Office) -> None:
    number = office.log("屋场夜话聚民心", unit="药山镇")
    office.log("还没收进来的稿件", unit="药山镇", accepted=False)
    said = "批示 0 约稿 0 扣分 0 更正 0 异议 0 平台数据 未填 问题建议 0 线索 0 任务 0 好稿 0 例会 0"
    assert clerk.counts == said
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("ysz", "2", "市委主要领导", "0624", "0625", "存二号柜")
    clerk.hear()
    (given,) = office.instruction.of_draft(number)
    assert (given.level, given.leader) == (Level.PREFECTURE, "市委主要领导")
    assert clerk.told.acts == ["已登记批示：市委主要领导"]
    assert clerk.lines("given_on", "unit", "title", "level", "state", "points") == [
        "06-24 药山镇 屋场夜话聚民心 市级 已计分 10"
    ]
    assert clerk.counts.startswith("批示 1 ")
    assert clerk.dialog.toast.isVisible()


def test_what_is_shown_of_a_line_adds_up(clerk: Clerk, office: Office) -> None:
    instruct(clerk, office.log("屋场夜话聚民心"))
    page = clerk.page
    assert page.detail.chip.text() == "已计分"
    assert ("凭据", "存二号柜") in page.facts.facts
    heads = [(line.head, line.figure) for line in page.lines.lines]
    assert heads == [("批示加分　本级领导市委主要领导6月24日批示", "+5"), ("新洲镇 合计", "5 分")]


def test_ctrl_z_takes_it_back_and_it_stays_to_be_seen(clerk: Clerk, office: Office) -> None:
    instruct(clerk, office.log())
    clerk.undo()
    assert clerk.told.acts[-1] == "已撤销"
    assert clerk.lines("state", "points") == ["已作废"]
    assert clerk.counts.startswith("批示 0 ")
    assert not clerk.dialog.instructions.void_button.isEnabled()


def test_a_wrong_one_is_struck_out_for_a_reason(clerk: Clerk, office: Office) -> None:
    number = office.log()
    instruct(clerk, number)
    clerk.dialog.instructions.void_button.click()
    clerk.hear()
    assert clerk.dialogs.asked == ["作废这条批示？"]
    assert office.instruction.of_draft(number)[0].voided == "写错了"
    assert ("作废原因", "写错了") in clerk.page.facts.facts
    assert clerk.page.detail.chip.text() == "已作废"


def test_no_reason_no_act(clerk: Clerk, office: Office) -> None:
    number = office.log()
    instruct(clerk, number)
    clerk.dialogs.reason = None
    clerk.dialog.instructions.void_button.click()
    assert not office.instruction.of_draft(number)[0].voided


def test_what_is_wrong_stands_under_its_field(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.save()
    assert clerk.problems() == {
        "draft": "没有选稿件",
        "leader": "没有批示领导",
        "given_on": "不是日期，如 2022-06-30",
    }
    assert clerk.focus is clerk.dialog.instructions.page.draft
    clerk.type("没有这篇")
    assert clerk.problems()["draft"] == "找不到“没有这篇”"


def test_a_form_that_was_begun_is_not_lost_unasked(clerk: Clerk, office: Office) -> None:
    office.log()
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("xzz")
    clerk.dialogs.agrees = False
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.dialogs.asked == ["放弃没有保存的内容？"]
    assert clerk.form is clerk.dialog.instructions.page
    clerk.dialog.close_button.click()
    assert clerk.dialog.isVisible()
    clerk.dialogs.agrees = True
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.page.form is None
    clerk.press(Qt.Key.Key_Escape)
    assert not clerk.dialog.isVisible()
    assert len(clerk.dialogs.asked) == 3


def test_a_form_that_nobody_typed_into_goes_quietly(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.page.form is None
    assert clerk.dialogs.asked == []


def test_a_second_of_the_same_level_counts_once(clerk: Clerk, office: Office) -> None:
    number = office.log("屋场夜话聚民心")
    instruct(clerk, number)
    instruct(clerk, number, who="分管领导")
    assert clerk.lines("leader", "state", "points") == ["市委主要领导 已计分 5", "分管领导 不重复计"]


def test_the_draft_is_a_key_away(clerk: Clerk, office: Office) -> None:
    number = office.log("屋场夜话聚民心")
    instruct(clerk, number)
    with clerk.qtbot.waitSignal(clerk.dialog.draft_wanted) as wanted:
        clerk.press(Qt.Key.Key_Return, ctrl=True)
    assert wanted.args == [number]
    assert not clerk.dialog.isVisible()


def instruct(clerk: Clerk, number: str, who: str = "市委主要领导") -> None:
    """Register an instruction of 24 June by keys."""
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type(number, "1", who, "0624", "0625", "存二号柜")
    clerk.hear()

"""采用与批示 of a draft: instructions and commissions beside its adoptions, and deductions about it."""

from datetime import date

from PySide6.QtCore import Qt

from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.deductions import Decision
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.draft_points import draft_key
from jinshi_desk.services.explain import ExplainDesk
from tests.office import unit_id
from tests.ui.register.conftest import Clerk


def open_draft(clerk: Clerk, **facts: bool) -> str:
    number = clerk.office.log("一线党旗红", **facts)
    clerk.settle()
    clerk.pick(number)
    return number


def shown(clerk: Clerk) -> list[str]:
    """What each line is, and its points."""
    model = clerk.tab.detail.panel.adoptions.model
    cells = [[model.data(model.index(row, column)) for column in (0, 4)] for row in range(model.rowCount())]
    return [" ".join(map(str, pair)) for pair in cells]


def test_an_instruction_is_registered_beside_the_adoptions(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.office.adopt(number, Level.PREFECTURE)
    clerk.settle()
    clerk.press(Qt.Key.Key_I, ctrl=True)
    detail = clerk.tab.detail
    page = detail.events.instruction_page
    assert (detail.currentWidget(), page.heading.text()) == (page, f"{number}　《一线党旗红》")
    assert not page.draft.isVisible()
    clerk.type("2", "市委主要领导", "0624", "0625", "")
    clerk.settle()
    assert detail.currentWidget() is detail.panel
    assert clerk.told == ["已登记批示：市委主要领导"]
    assert shown(clerk) == ["常德日报 3", "批示加分：市委主要领导 10"]
    adoptions = detail.panel.adoptions
    assert (adoptions.points.text(), adoptions.made_up.text()) == ("本稿得分 13 分", "= 采用 3 + 批示 10")
    assert adoptions.count.text() == "2"
    clerk.window.undo()
    clerk.settle()
    assert shown(clerk) == ["常德日报 3", "批示加分：市委主要领导 已作废"]


def test_a_wrong_instruction_is_struck_out_in_the_list(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.press(Qt.Key.Key_I, ctrl=True)
    clerk.type("1", "市委主要领导", "0624", "0625", "")
    clerk.settle()
    adoptions = clerk.tab.detail.panel.adoptions
    adoptions.view.selectRow(0)
    assert adoptions.void_button.text() == "作废批示…"
    assert not adoptions.retract_button.isEnabled()
    adoptions.void_button.click()
    clerk.settle()
    assert clerk.dialogs.asked == ["作废这条批示？"]
    assert clerk.office.instruction.of_draft(number)[0].voided == "写错了"


def test_what_was_asked_for_is_told_with_what_it_brought(clerk: Clerk) -> None:
    number = open_draft(clerk)
    asked = NewCommission(unit_id("新洲镇"), "夜校见闻", date(2022, 6, 1), date(2022, 6, 20))
    clerk.office.commission.deliver(clerk.office.commission.record(asked), date(2022, 6, 10), number)
    clerk.settle()
    assert shown(clerk) == ["约稿：夜校见闻 2"]
    adoptions = clerk.tab.detail.panel.adoptions
    adoptions.view.selectRow(0)
    assert not adoptions.void_button.isEnabled()
    chain = ExplainDesk(clerk.office.store).chain(draft_key(number))
    assert [(line.what, line.where) for line in chain.lines] == [("约稿", "约稿“夜校见闻”6月20日截止")]
    assert chain.holds


def test_a_draft_not_yet_accepted_takes_no_instruction(clerk: Clerk) -> None:
    open_draft(clerk, accepted=False)
    button = clerk.tab.detail.panel.adoptions.instruct_button
    assert (button.isEnabled(), button.toolTip()) == (False, "稿件有效后才能登记批示")


def test_a_deduction_is_proposed_from_the_menu(clerk: Clerk) -> None:
    number = open_draft(clerk)
    detail = clerk.tab.detail
    detail.panel.deduction_action.trigger()
    page = detail.events.deduction_page
    assert (page.draft.chosen_id, page.unit.text()) == (number, "新洲镇")
    assert not page.is_dirty
    clerk.type("wzsj", "", "写错了数", "", "0625", "周试一")
    clerk.settle()
    (proposed,) = clerk.office.deduction.all()
    assert (proposed.draft, proposed.decision) == (number, Decision.PROPOSED)
    assert detail.currentWidget() is detail.panel


def test_a_form_that_was_begun_keeps_its_draft_in_front(clerk: Clerk) -> None:
    number = open_draft(clerk)
    clerk.press(Qt.Key.Key_I, ctrl=True)
    clerk.type("2", "市委主要领导")
    begun = clerk.tab.detail.is_dirty
    clerk.press(Qt.Key.Key_Escape)
    assert (begun, clerk.tab.detail.is_dirty) == (True, False)
    assert clerk.office.instruction.of_draft(number) == ()


def test_the_ledgers_are_a_choice_away(clerk: Clerk) -> None:
    open_draft(clerk)
    with clerk.qtbot.waitSignal(clerk.tab.ledgers_wanted):
        clerk.tab.detail.panel.ledgers_action.trigger()

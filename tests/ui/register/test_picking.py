"""好稿 in 报送登记: marked by a key, seen in the list, and told in what was done to the draft."""

from datetime import date

from PySide6.QtCore import Qt

from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.domain.register import Segment
from tests.office import JUNE
from tests.ui.register.conftest import Clerk


def badges(clerk: Clerk) -> list[str]:
    model = clerk.tab.list.model
    (badge,) = (each.badge for each in model.columns if each.badge)
    return [badge(row) for place in range(model.rowCount()) if (row := model.row(place))]


def test_a_draft_is_marked_by_a_key_with_its_reason_and_found_by_the_filter(clerk: Clerk) -> None:
    clerk.office.log("一线党旗红")
    number = clerk.office.log("屋场夜话聚民心")
    clerk.settle()
    clerk.pick(number)
    clerk.press(Qt.Key.Key_F3)
    detail = clerk.tab.detail
    page = detail.events.pick_page
    assert (detail.currentWidget(), page.heading.text()) == (page, f"{number}　《屋场夜话聚民心》")
    page.reason.insertPlainText("做法写得实")
    clerk.press(Qt.Key.Key_S, ctrl=True)
    clerk.settle()
    assert clerk.told == [f"已列为2022年6月好稿：{number}"]
    assert (badges(clerk), detail.panel.good_chip.isVisible()) == (["好稿", ""], True)
    assert detail.panel.notes.text() == "2022年6月好稿：做法写得实"
    clerk.tab.show_segment(Segment.PICKED)
    assert clerk.titles == ["屋场夜话聚民心"]
    clerk.window.undo()
    clerk.settle()
    assert (clerk.titles, detail.panel.good_chip.isVisible()) == ([], False)


def test_a_good_draft_is_taken_back_and_its_record_tells_all_of_it(clerk: Clerk) -> None:
    office = clerk.office
    number = office.log("屋场夜话聚民心")
    row = office.picks.pick(number, NewQualityPick(JUNE, "做法写得实", date(2022, 7, 1), "高样二"))
    office.picks.settle(row, "事例具体", date(2022, 7, 2))
    clerk.settle()
    clerk.pick(number)
    clerk.press(Qt.Key.Key_F3)
    clerk.tab.detail.events.settle_page.take_back_button.click()
    clerk.settle()
    assert (badges(clerk), clerk.dialogs.asked) == ([""], ["取消这篇好稿？"])
    clerk.tab.detail.panel.history_button.click()
    lines = clerk.tab.detail.history_page.lines.lines
    assert [(line.head, line.reasons[:-1]) for line in lines[:3]] == [  # the last is who
        ("取消好稿", ("写错了",)),
        ("改好稿理由、上传日期", ("推荐理由：做法写得实 → 事例具体", "上传日期：（空） → 2022-07-02")),
        ("列为好稿", ("好稿月份：2022年6月", "推荐理由：做法写得实", "推荐人：高样二")),
    ]


def test_only_a_valid_draft_is_offered_to_be_marked(clerk: Clerk) -> None:
    number = clerk.office.log("刚收的", accepted=False)
    clerk.settle()
    clerk.pick(number)
    button = clerk.tab.detail.panel.adoptions.pick_button
    assert (button.isEnabled(), button.toolTip()) == (False, "稿件有效后才能列为好稿")


def test_a_right_click_offers_it_for_one_valid_draft(clerk: Clerk) -> None:
    waiting = clerk.office.log("刚收的", accepted=False)
    number = clerk.office.log("屋场夜话聚民心")
    clerk.settle()
    for chosen, offered in (((waiting,), False), ((number, waiting), False), ((number,), True)):
        clerk.tab.list.view.clearSelection()
        clerk.pick(*chosen)
        acts = {act.text(): act for act in clerk.tab.list.row_menu().actions()}
        assert ("好稿…\tF3" in acts) is offered
    acts["好稿…\tF3"].trigger()
    detail = clerk.tab.detail
    assert detail.currentWidget() is detail.events.pick_page
    assert detail.events.pick_page.heading.text() == f"{number}　《屋场夜话聚民心》"

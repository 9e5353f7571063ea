"""异议 in the window: taken in by keys, ruled, and led on to what the ruling asks for."""

from datetime import date

from PySide6.QtCore import Qt

from jinshi_desk.domain.objections import NewObjection
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.ui.ledgers.kinds import Ledger
from tests.office import JUNE, Office, unit_id
from tests.ui.ledgers.conftest import Clerk


def object_(office: Office, draft: int | None = None) -> int:
    told = NewObjection(
        unit_id("药山镇"), JUNE, date(2022, 7, 1), "周试一", Channel.PHONE, "应按省级计", draft
    )
    return office.objections.record(told)


def test_an_objection_is_taken_in_by_keys(clerk: Clerk, office: Office) -> None:
    number = office.log("屋场会开到家门口", unit="药山镇")
    clerk.hear()
    clerk.go_to(Ledger.OBJECTIONS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("ysz", "")
    page = clerk.dialog.objections.page
    page.about.set_chosen(next(key for key, each in page._subjects.items() if each.number == number))
    clerk.save()
    assert clerk.problems() == {"objection": "没有写异议内容", "raised_by": "要写明提出人"}
    page.text.insertPlainText("应按省级计")
    page.raised_by.setText("周试一")
    clerk.save()
    clerk.hear()
    assert clerk.lines("unit", "month", "text", "state") == ["药山镇 6月 应按省级计 待裁定"]
    assert ("关于", f"{number}《屋场会开到家门口》") in clerk.page.facts.facts
    assert "异议 1" in clerk.counts
    clerk.undo()
    assert clerk.lines("state") == ["已作废"]


def test_a_ruling_wants_a_reason_and_is_kept_when_it_is_changed(clerk: Clerk, office: Office) -> None:
    office.log(unit="药山镇")
    object_(office)
    clerk.hear()
    clerk.go_to(Ledger.OBJECTIONS)
    for finding, reason in ((Qt.Key.Key_3, "报样是本级版面"), (Qt.Key.Key_4, "单位来电撤回")):
        clerk.press(Qt.Key.Key_Return)
        page = clerk.dialog.objections.ruling_page
        clerk.press(finding)
        assert page.form.fields["remedy"].isHidden()
        page.reason.clear()
        clerk.save()
        assert clerk.problems()["ruling_reason"] == "要写明理由"
        page.reason.insertPlainText(reason)
        page.ruled_by.setText("李主任")
        clerk.save()
        clerk.hear()
    assert clerk.lines("finding", "state") == ["单位撤回 已裁定"]
    (found,) = office.store.objections.all()
    assert [each.reason for each in found.rulings] == ["报样是本级版面", "单位来电撤回"]


def test_granted_in_a_closed_month_it_leads_to_the_correction_filled_in(clerk: Clerk, office: Office) -> None:
    office.log(unit="药山镇")
    office.close(JUNE)
    row = object_(office)
    clerk.hear()
    clerk.go_to(Ledger.OBJECTIONS)
    clerk.press(Qt.Key.Key_Return)
    ruling = clerk.dialog.objections.ruling_page
    assert "2022年6月已关账" in ruling.heading.text()
    ruling.reason.insertPlainText("确为省级")
    ruling.ruled_by.setText("李主任")
    clerk.save()
    clerk.hear()
    assert clerk.dialog.current is Ledger.CORRECTIONS
    page = clerk.dialog.corrections.page
    assert (page.unit.text(), page.month.chosen_id) == ("药山镇", "2022-06")
    assert page.reason.text() == "异议成立（7月1日提出）：确为省级"
    page.points.setText("1.5")
    clerk.save()
    clerk.hear()
    (correction,) = office.store.corrections.all()
    assert (correction.objection, correction.cents) == (row, 150)
    clerk.go_to(Ledger.OBJECTIONS)
    assert clerk.lines("state") == ["已裁定"]


def test_granted_in_an_open_month_it_leads_to_the_record(clerk: Clerk, office: Office) -> None:
    number = office.log(unit="药山镇")
    object_(office, draft=office.store.drafts.get(number).id)
    clerk.hear()
    clerk.go_to(Ledger.OBJECTIONS)
    clerk.press(Qt.Key.Key_Return)
    page = clerk.dialog.objections.ruling_page
    page.reason.insertPlainText("确为省级")
    page.ruled_by.setText("李主任")
    with clerk.qtbot.waitSignal(clerk.dialog.draft_wanted) as wanted:
        clerk.save()
    assert wanted.args == [number]

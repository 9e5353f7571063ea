from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jinshi_desk.domain.leads import LeadState, NewLead
from jinshi_desk.services.ledgers import LedgersDesk
from jinshi_desk.ui.ledgers.kinds import Ledger
from tests.office import JUNE, Office, unit_id
from tests.ui.ledgers.conftest import Clerk

OFFICE = "O_ZZZ"


def find(office: Office, subject: str = "屋场会的做法", given: str = "") -> int:
    day = date(2022, 6, 8)
    return office.leads.record(
        NewLead(unit_id("药山镇"), subject, day, given, assigned_on=day if given else None)
    )


def test_a_lead_is_taken_in_and_given_to_a_division_by_keys(clerk: Clerk) -> None:
    clerk.go_to(Ledger.LEADS)
    clerk.press(Qt.Key.Key_N, ctrl=True)
    clerk.type("ysz", "屋场会的做法", "0608", "")
    clerk.hear()
    assert clerk.lines("unit", "subject", "state") == ["药山镇 屋场会的做法 新线索"]
    clerk.press(Qt.Key.Key_Return)  # what a new lead wants first
    assert clerk.form is clerk.dialog.leads.assign_page
    clerk.type("yjs")
    clerk.type("0609")
    clerk.hear()
    assert clerk.lines("office", "state") == ["研究室 已派"]
    clerk.undo()
    assert clerk.lines("state") == ["新线索"]


def test_only_divisions_are_offered_to_be_in_charge(clerk: Clerk, office: Office) -> None:
    find(office)
    clerk.hear()
    clerk.go_to(Ledger.LEADS)
    clerk.press(Qt.Key.Key_Return)
    clerk.type("xzz")
    clerk.save()
    assert "office" in clerk.problems()


def test_a_draft_of_one_of_both_is_taken_and_the_other_pointed_out(clerk: Clerk, office: Office) -> None:
    find(office, given=OFFICE)
    number = office.log("屋场会开到家门口", unit="药山镇")
    clerk.hear()
    clerk.go_to(Ledger.LEADS)
    clerk.press(Qt.Key.Key_Return)
    QTest.keyClicks(clerk.focus, number)
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.problems() == {"draft": "只署了一家，另一家不得分"}
    clerk.save()
    clerk.hear()
    assert clerk.lines("draft", "state") == [f"{number} 已成稿"]
    office.adopt(number, on="2022-06-20")
    clerk.hear()
    assert clerk.lines("state") == ["已采用"]


def test_a_new_draft_of_a_lead_is_wanted_once(clerk: Clerk, office: Office) -> None:
    lead = find(office, given=OFFICE)
    clerk.hear()
    clerk.go_to(Ledger.LEADS)
    wanted: list[int] = []
    clerk.dialog.lead_draft_wanted.connect(wanted.append)
    clerk.dialog.leads.new_draft_button.click()
    assert wanted == [lead]
    assert clerk.dialog.isHidden()


def test_the_draft_proposed_for_a_lead_credits_both_and_comes_back_with_one_undo(office: Office) -> None:
    lead = find(office, given=OFFICE)
    proposal = office.leads.proposal(lead)
    assert (proposal.title, proposal.units) == ("屋场会的做法", (unit_id("药山镇"), OFFICE))
    office.register.log(proposal, lead=lead)
    assert office.store.leads.get(lead).draft is not None
    ledgers = LedgersDesk(office.store, office.today)
    assert [each.state for each in ledgers.leads(JUNE)] == [LeadState.DRAFTED]
    office.undo.last()
    assert [each.state for each in ledgers.leads(JUNE)] == [LeadState.ASSIGNED]


def test_what_is_laid_aside_wants_a_reason(clerk: Clerk, office: Office) -> None:
    find(office)
    clerk.hear()
    clerk.go_to(Ledger.LEADS)
    clerk.dialogs.reason = "时机不到"
    clerk.dialog.leads.shelve_button.click()
    clerk.hear()
    assert clerk.lines("state") == ["搁置"]
    assert not clerk.dialog.leads.shelve_button.isEnabled()

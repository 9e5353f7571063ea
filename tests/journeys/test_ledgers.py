"""From what is missed to the ledger that has it, and back to the draft it is about."""

from datetime import date

import pytest

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.deductions import NewDeduction
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.leads import NewLead
from jinshi_desk.domain.meetings import Attendance, NewMeeting, NewResolution
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.commission import CommissionDesk
from jinshi_desk.services.deduction import DeductionDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.instruction import InstructionDesk
from jinshi_desk.services.lead import LeadDesk
from jinshi_desk.services.meeting import MeetingDesk
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.store.database import Store
from jinshi_desk.ui.ledgers.dialog import LedgersDialog
from jinshi_desk.ui.ledgers.kinds import Ledger
from jinshi_desk.ui.office.settings_dialog import SettingsDialog
from tests.journeys.clerk import Clerk
from tests.office import a_draft, unit_id

_DAY = date(2022, 6, 20)


def a_day() -> date:
    return date(2022, 7, 3)


def opened(clerk: Clerk) -> LedgersDialog:
    (dialog,) = [each for each in clerk.window.findChildren(LedgersDialog) if each.isVisible()]
    return dialog


def asked_and_proposed(store: Store) -> None:
    undo, unit = Undo(store), unit_id("药山镇")
    CommissionDesk(store, a_day, undo).record(NewCommission(unit, "夜校见闻", date(2022, 6, 1), _DAY))
    DeductionDesk(store, a_day, undo).propose(NewDeduction(unit, "omission", "险情没有报", _DAY, "周试一"))


@pytest.mark.parametrize(
    ("pill", "ledger"), [("约稿到期 1", Ledger.COMMISSIONS), ("扣分待确认 1", Ledger.DEDUCTIONS)]
)
def test_what_waits_leads_to_its_ledger(clerk: Clerk, pill: str, ledger: Ledger) -> None:
    asked_and_proposed(clerk.desk.store)
    clerk.see(lambda: pill in clerk.todos)
    clerk.window.todo_opened.emit(ledger.value)
    dialog = opened(clerk)
    assert dialog.current is ledger
    assert dialog.lists[ledger].count == 1
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "ledger"),
    [(CheckName.COMMISSIONS, Ledger.COMMISSIONS), (CheckName.PROPOSALS, Ledger.DEDUCTIONS)],
)
def test_a_check_leads_to_the_ledger_it_counts(clerk: Clerk, name: CheckName, ledger: Ledger) -> None:
    asked_and_proposed(clerk.desk.store)
    clerk.press("Ctrl+4")
    line = clerk.bulletin.figures.checks.lines[name]
    clerk.see(lambda: "1 条，查看" in line.accessibleName())
    line.detail.setFocus()
    clerk.press("F2")
    assert opened(clerk).current is ledger
    opened(clerk).reject()


def test_the_bulletin_leads_to_the_ledgers_and_they_to_the_draft(clerk: Clerk) -> None:
    store, undo = clerk.desk.store, Undo(clerk.desk.store)
    number = RegisterDesk(store, a_day, undo).log(a_draft("屋场夜话聚民心"), accepted=True)
    given = NewInstruction(Level.COUNTY, "市委主要领导", _DAY, _DAY)
    InstructionDesk(store, a_day, undo).record(number, given)
    clerk.press("Ctrl+4")
    clerk.bulletin.head.ledgers_button.click()
    dialog = opened(clerk)
    assert dialog.instructions.count == 1
    dialog.instructions.draft_button.click()
    assert clerk.window.current_key == "register"
    assert clerk.register.detail.number == number


def test_the_authors_points_are_printed_once_the_office_says_so(clerk: Clerk) -> None:
    clerk.window.settings_wanted.emit()
    (settings,) = clerk.window.findChildren(SettingsDialog)
    settings._authors.setChecked(True)
    settings.save_button.click()
    assert clerk.desk.store.settings.get("bulletin.author_table") == "1"


def test_a_check_leads_to_the_draft_whose_authors_are_not_all_named(clerk: Clerk) -> None:
    store = clerk.desk.store
    number = RegisterDesk(store, a_day, Undo(store)).log(
        a_draft("屋场夜话聚民心", authors_incomplete=True), accepted=True
    )
    clerk.press("Ctrl+4")
    line = clerk.bulletin.figures.checks.lines[CheckName.AUTHORS]
    clerk.see(lambda: "1 篇，查看" in line.accessibleName())
    line.detail.setFocus()
    clerk.press("F2")
    assert clerk.window.current_key == "register"
    assert clerk.register.detail.number == number


def test_a_lead_leads_to_a_draft_that_both_units_sign(clerk: Clerk) -> None:
    store = clerk.desk.store
    lead = LeadDesk(store, a_day, Undo(store)).record(
        NewLead(unit_id("药山镇"), "屋场夜话聚民心", _DAY, "O_ZZZ", assigned_on=_DAY)
    )
    clerk.window.todo_opened.emit("leads")
    dialog = opened(clerk)
    clerk.see(lambda: dialog.leads.count == 1)
    dialog.leads.new_draft_button.click()
    form = clerk.register.detail.form
    assert (form.title.text(), form.draft().units) == ("屋场夜话聚民心", (unit_id("药山镇"), "O_ZZZ"))
    form.received.set_day(_DAY)
    clerk.press("Ctrl+S")
    (draft,) = store.drafts.all()
    assert store.leads.get(lead).draft == draft.id
    assert draft.units == (unit_id("药山镇"), "O_ZZZ")


def test_a_search_lands_on_the_line_of_a_ledger_in_its_month(clerk: Clerk) -> None:
    store = clerk.desk.store
    RegisterDesk(store, a_day, Undo(store)).log(a_draft("屋场会开到家门口"))
    lead = NewLead(unit_id("药山镇"), "屋场会的做法", date(2022, 5, 12))
    row = LeadDesk(store, a_day, Undo(store)).record(lead)
    clerk.press("Ctrl+F")
    clerk.window.search.insert("屋场会")  # as an input method would
    clerk.window.search.textEdited.emit("屋场会")
    clerk.press("Down")
    clerk.press("Return")
    dialog = opened(clerk)
    assert dialog.current is Ledger.LEADS
    assert dialog.windowTitle() == "2022年5月台账"
    assert dialog.leads.row.event.id == row
    dialog.reject()


def test_what_a_meeting_resolved_waits_and_leads_to_its_ledger(clerk: Clerk) -> None:
    desk = MeetingDesk(clerk.desk.store, a_day, Undo(clerk.desk.store))
    came = (Attendance(unit_id("药山镇")),)
    meeting = desk.record(NewMeeting(date(2022, 6, 6), "", "李主任", "", came, ("通报情况",)))
    desk.resolve(meeting, NewResolution("走访落后单位", "研究室", date(2022, 6, 20)))
    clerk.see(lambda: "例会事项 1" in clerk.todos or "其他 1" in clerk.todos)
    clerk.window.todo_opened.emit(Ledger.MEETINGS.value)
    dialog = opened(clerk)
    assert dialog.current is Ledger.MEETINGS
    assert dialog.meetings.row.id == meeting
    dialog.reject()

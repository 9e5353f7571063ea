"""Leads: from a unit's practice over the 组室 in charge to a draft that earns both of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import AlreadyDecided, NotFileable
from jinshi_desk.domain.leads import LeadState, NewLead
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.services.lead import Followed, followed
from tests.office import Office, unit_id

DAY = date(2022, 6, 8)
OFFICE = "O_ZZZ"


def a_lead(subject: str = "屋场会的做法", **others: Any) -> NewLead:
    found = NewLead(unit_id("药山镇"), subject, DAY)
    return replace(found, **others)


def stands(office: Office, lead: int) -> Followed:
    return followed(office.store, office.store.leads.get(lead))


def refusal(refused: pytest.ExceptionInfo[NotFileable]) -> str:
    return error_sentence(refused.value)


def joint_draft(office: Office) -> str:
    names = {unit.id: unit.name for unit in office.store.units.all()}
    return office.log("屋场会开到家门口", unit="药山镇", partners=(names[OFFICE],))


def test_it_goes_from_found_to_adopted(office: Office) -> None:
    lead = office.leads.record(a_lead())
    states = [stands(office, lead).state]
    office.leads.assign(lead, OFFICE, date(2022, 6, 9))
    states.append(stands(office, lead).state)
    number = joint_draft(office)
    office.leads.write_up(lead, number)
    states.append(stands(office, lead).state)
    ran = office.adopt(number, on="2022-06-20")
    states.append(stands(office, lead).state)
    office.adoption.retract(ran, date(2022, 6, 25))
    assert states == [LeadState.NEW, LeadState.ASSIGNED, LeadState.DRAFTED, LeadState.ADOPTED]
    assert stands(office, lead).state is LeadState.DRAFTED


def test_a_lead_is_given_to_a_division_only(office: Office) -> None:
    lead = office.leads.record(a_lead())
    assert office.leads.check_assignment(lead, OFFICE, DAY) == ()
    with pytest.raises(NotFileable) as refused:
        office.leads.assign(lead, unit_id("新洲镇"), DAY)
    assert refusal(refused) == "还有没填对的地方：新洲镇不是组室。"
    assert stands(office, lead).state is LeadState.NEW


def test_both_units_earn_the_draft_once_and_the_lead_books_nothing(office: Office) -> None:
    number = joint_draft(office)
    office.adopt(number, Level.PROVINCE, on="2022-06-20")
    before = office.points_of("药山镇"), office.store.ledger.of_draft(office.store.drafts.get(number).id)
    for subject in ("屋场会的做法", "屋场会之外的做法"):  # two leads of one draft, even
        lead = office.leads.record(a_lead(subject, office=OFFICE, assigned_on=DAY))
        office.leads.write_up(lead, number)
    after = office.points_of("药山镇"), office.store.ledger.of_draft(office.store.drafts.get(number).id)
    assert after == before
    earned = {entry.unit: entry.cents for entry in before[1] if entry.unit}
    assert earned == {unit_id("药山镇"): 800, OFFICE: 800}
    assert office.figures().adoption.drafts == 1


def test_a_draft_of_neither_is_refused_and_one_of_a_single_unit_is_pointed_out(office: Office) -> None:
    lead = office.leads.record(a_lead(office=OFFICE, assigned_on=DAY))
    strange, single = office.log(unit="新洲镇"), office.log(unit="药山镇")
    with pytest.raises(NotFileable) as refused:
        office.leads.write_up(lead, strange)
    assert refusal(refused) == f"还有没填对的地方：{strange} 没有署线索单位或组室。"
    assert office.leads.check_draft(lead, single) == (Problem("draft", "lacks_one", Severity.WARN),)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"subject": " "}, "没有写线索内容"),
        ({"found_on": date(2022, 7, 9)}, "线索日期在今天之后"),
        ({"office": OFFICE}, "没有写交办日期"),
        ({"office": OFFICE, "assigned_on": date(2022, 6, 7)}, "交办早于线索日期"),
        ({"unit": OFFICE, "office": OFFICE, "assigned_on": DAY}, "线索单位和主办组室是同一家"),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(office: Office, others: dict[str, Any], said: str) -> None:
    with pytest.raises(NotFileable) as refused:
        office.leads.record(a_lead(**others))
    assert refusal(refused) == f"还有没填对的地方：{said}。"


def test_a_unit_is_not_asked_twice_for_the_same(office: Office) -> None:
    office.leads.record(a_lead())
    with pytest.raises(NotFileable) as refused:
        office.leads.record(a_lead("“屋场会”的做法", found_on=date(2022, 6, 20)))
    assert refusal(refused) == "还有没填对的地方：该单位06-08已报过这条线索。"


def test_what_is_laid_aside_is_taken_up_by_giving_it_to_somebody(office: Office) -> None:
    lead = office.leads.record(a_lead())
    office.leads.shelve(lead, date(2022, 6, 20), "时机不到")
    assert stands(office, lead).state is LeadState.SHELVED
    office.leads.assign(lead, OFFICE, date(2022, 6, 25))
    assert stands(office, lead).state is LeadState.ASSIGNED


def test_what_was_written_up_is_not_laid_aside(office: Office) -> None:
    lead = office.leads.record(a_lead())
    office.leads.write_up(lead, office.log(unit="药山镇"))
    with pytest.raises(AlreadyDecided) as refused:
        office.leads.shelve(lead, DAY, "时机不到")
    assert error_sentence(refused.value) == "这条线索已成稿，不能再搁置。"


def test_every_act_is_taken_back_one_by_one(office: Office) -> None:
    number = joint_draft(office)
    lead = office.leads.record(a_lead())
    office.leads.assign(lead, OFFICE, DAY)
    office.leads.write_up(lead, number)
    office.undo.last()
    assert stands(office, lead).state is LeadState.ASSIGNED
    office.undo.last()
    office.leads.void(lead, "重复登记")
    office.undo.last()
    assert (stands(office, lead).state, stands(office, lead).event.voided) == (LeadState.NEW, "")
    assert list(office.store.audit.breaks()) == []

"""What was struck out in the ledgers (作废) stands again by one undo, as if nothing had been."""

from datetime import date
from typing import Any

import pytest

from jinshi_desk.domain.deductions import Decision
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.outlets import Level
from tests.events import TOWN, a_correction, a_fault, commission, deduct, instruct
from tests.office import JUNE, MAY, Office, unit_id


@pytest.mark.parametrize("ledger", ["instruction", "commission", "deduction", "rejected", "correction"])
def test_what_was_struck_out_is_given_back_by_undo(office: Office, ledger: str) -> None:
    office.close(MAY)
    number = office.log()
    office.adopt(number)
    match ledger:
        case "instruction":
            desk: Any = office.instruction
            row = instruct(office, number)
        case "commission":
            desk, row = office.commission, commission(office)
            office.commission.deliver(row, date(2022, 6, 18), number)
        case "deduction":
            desk, row = office.deduction, deduct(office, draft=number)
        case "rejected":
            desk, row = office.deduction, office.deduction.propose(a_fault())
            office.deduction.reject(row, "已补齐")
        case _:
            desk, row = office.correction, office.correction.record(a_correction())
    whole = desk.of_draft(number) if ledger == "instruction" else desk.all()
    month = office.figures()
    desk.void(row, "登错")
    assert (desk.of_draft(number) if ledger == "instruction" else desk.all()) != whole
    office.undo.last()
    assert (desk.of_draft(number) if ledger == "instruction" else desk.all()) == whole
    assert office.figures().points_of(unit_id(TOWN)).total == month.points_of(unit_id(TOWN)).total
    assert list(office.store.audit.breaks()) == []


def test_a_deduction_that_stands_again_voids_its_draft_again(office: Office) -> None:
    number = office.log()
    office.adopt(number, Level.PROVINCE)
    deduction = deduct(office, "plagiarism", draft=number)
    void, booked = office.register.open(number), office.points_of(TOWN)
    office.day = date(2022, 7, 9)
    office.deduction.void(deduction, "查无此事")
    office.undo.last()
    again = office.register.open(number)
    assert (again.draft, office.points_of(TOWN)) == (void.draft, booked)
    assert office.store.drafts.status_on(again.draft.id) == date(2022, 7, 3)
    assert office.deduction.all()[0].decision is Decision.CONFIRMED


@pytest.mark.parametrize("ledger", ["instruction", "commission", "deduction", "correction"])
def test_nothing_struck_out_stands_again_in_a_month_that_was_closed_since(
    office: Office, ledger: str
) -> None:
    office.close(MAY)
    number = office.log()
    match ledger:
        case "instruction":
            office.instruction.void(instruct(office, number), "登错")
        case "commission":
            row = commission(office)
            office.commission.deliver(row, date(2022, 6, 18), number)
            office.commission.void(row, "登错")
        case "deduction":
            office.deduction.void(deduct(office, draft=number), "登错")
        case _:
            office.correction.void(office.correction.record(a_correction()), "登错")
    office.close(JUNE)
    figures = office.figures()
    with pytest.raises(MonthClosed):
        office.undo.last()
    assert office.figures() == figures

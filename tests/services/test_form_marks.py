"""Approval forms: which are on file, marked by the handful, and what that does to the quota."""

import pytest

from jinshi_desk.domain.errors import MonthClosed, UnknownDraft
from jinshi_desk.services.office import OfficeDesk, letterhead
from jinshi_desk.services.opening import FORM_REQUIRED
from tests.office import JUNE, Office


def test_the_months_drafts_are_listed_as_they_came_in(office: Office) -> None:
    late = office.log(received="2022-06-20", approval_on_file=False)
    early = office.log("夜校开课", received="2022-06-02")
    office.log(received="2022-05-20")
    assert [row.number for row in office.approval.month(JUNE)] == [early, late]
    assert [row.number for row in office.approval.month(JUNE, missing_only=True)] == [late]
    assert [row.number for row in office.approval.month(JUNE, words="夜校")] == [early]


def test_a_form_that_comes_in_makes_the_draft_count(office: Office) -> None:
    number = office.log(approval_on_file=False)
    assert office.figures().valid == 0
    assert office.approval.mark([number], on_file=True) == 1
    assert office.figures().valid == 1
    assert office.approval.mark([number], on_file=True) == 0


def test_an_office_that_asks_for_no_form_counts_without_it(office: Office) -> None:
    office.log(approval_on_file=False)
    desk = OfficeDesk(office.store)
    desk.save(letterhead(office.store), form_required=False)
    assert (desk.form_required(), office.figures().valid) == (False, 1)
    assert office.store.settings.get(FORM_REQUIRED) == "0"


def test_marks_are_all_or_none(office: Office) -> None:
    open_one, closed_one = (
        office.log(approval_on_file=False),
        office.log(approval_on_file=False, received="2022-05-20"),
    )
    office.close(JUNE.previous())
    with pytest.raises(MonthClosed):
        office.approval.mark([open_one, closed_one], on_file=True)
    with pytest.raises(UnknownDraft):
        office.approval.mark([open_one, "2022-0099"], on_file=True)
    assert [row.number for row in office.approval.month(JUNE, missing_only=True)] == [open_one]

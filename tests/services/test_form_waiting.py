"""What waits for a signature: how long, longer than the office allows, out of the house, and whom to ask."""

from dataclasses import replace
from datetime import date, time

from jinshi_desk.domain.approval_forms import FormState, Release, UnitFacts
from jinshi_desk.domain.approvals import FormKind, Step
from jinshi_desk.services.form_settings import FormSettingsDesk
from jinshi_desk.services.form_waiting import out_for_signature, overdue, waiting_forms
from tests.office import Office


def printed(office: Office, number: str, on: str) -> None:
    """Have a form printed on a day."""
    today, office.day = office.day, date.fromisoformat(on)
    office.printing.record([number])
    office.day = today


def on(office: Office, day: str) -> None:
    office.day = date.fromisoformat(day)


def test_a_form_waits_from_the_day_it_was_opened_then_from_its_last_step(office: Office) -> None:
    on(office, "2022-07-04")
    number = office.approval.start(office.log())
    on(office, "2022-07-06")
    waiting = office.approval.open(number).waiting
    assert waiting is not None
    assert (waiting.step, waiting.days, waiting.overdue) == (Step.INFO_OFFICER, 2, False)
    office.sign(number, "陈试四", on="2022-07-05")
    waiting = office.approval.open(number).waiting
    assert waiting is not None
    assert (waiting.step, waiting.since) == (Step.SECRECY_CHECK, date(2022, 7, 5))


def test_what_waits_beyond_the_offices_limit_is_listed_over_the_weekend(office: Office) -> None:
    on(office, "2022-07-01")  # a Friday
    slow, push = office.approval.start(office.log()), office.approval.start_push([office.log()])[0]
    on(office, "2022-07-04")
    assert overdue(office.store, office.day) == []
    on(office, "2022-07-05")
    assert [form.number for form, _ in overdue(office.store, office.day)] == [push]
    on(office, "2022-07-07")
    assert [form.number for form, _ in overdue(office.store, office.day)] == [slow, push]
    desk = FormSettingsDesk(office.store, office.undo)
    desk.save(replace(desk.settings(), limits={**desk.settings().limits, FormKind.A: 5}))
    assert [form.number for form, _ in overdue(office.store, office.day)] == [push]


def test_what_was_printed_and_is_not_back_is_listed_with_whom_to_ask(office: Office) -> None:
    earlier = office.approval.start(office.log())
    office.sign(earlier, "陈试四", "王测三", "刘样五", "高样二", "李主任")
    out, at_home, longer = (office.approval.start(office.log()) for _ in range(3))
    office.approval.fill(out, UnitFacts("0736-4200000"))
    printed(office, out, "2022-07-02")
    printed(office, longer, "2022-06-30")
    on(office, "2022-07-06")
    found = out_for_signature(office.store, office.day)
    assert [(form.number, each.days_out) for form, each in found] == [(longer, 6), (out, 4)]
    _, waiting = found[1]
    assert (waiting.ask, waiting.phone) == ("陈试四", "0736-4200000")
    assert office.approval.open(out).approval.state is FormState.OUT
    assert office.approval.open(at_home).approval.state is FormState.DRAFT


def test_nobody_waits_for_a_draft_that_is_gone_or_a_form_of_years_ago(office: Office) -> None:
    draft, old = office.log(), office.log()
    gone, forgotten = office.approval.start(draft), office.approval.start(old)
    assert [form.number for form, _ in waiting_forms(office.store, office.day)] == [gone, forgotten]
    office.register.withdraw(draft, "单位撤回")
    assert [form.number for form, _ in waiting_forms(office.store, office.day)] == [forgotten]
    on(office, "2023-07-05")
    assert waiting_forms(office.store, office.day) == []
    assert office.approval.open(forgotten).waiting is not None


def test_a_signed_paper_is_back(office: Office) -> None:
    number = office.approval.start(office.log())
    printed(office, number, "2022-07-01")
    office.sign(number, "陈试四", "王测三", "刘样五", "高样二", "李主任", on="2022-07-02")
    assert waiting_forms(office.store, office.day) == []


def test_a_print_of_the_same_paper_is_a_reprint(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    assert not office.approval.open(number).approval.reprint
    printed(office, number, "2022-07-02")
    assert office.approval.open(number).approval.reprint


def test_what_came_after_a_push_is_noted_on_its_form(office: Office) -> None:
    (number,) = office.approval.start_push([office.log()])
    office.sign(number, "王测三", "刘样五", "高样二")
    office.releasing.release(number, Release(date(2022, 7, 2), at=time(18, 5)))
    noted = Release(date(2022, 7, 2), at=time(18, 5), checked_after="无误", correction="更正一处日期")
    office.releasing.release(number, noted)
    release = office.approval.open(number).approval.release
    assert release is not None
    assert (release.checked_after, release.correction) == ("无误", "更正一处日期")

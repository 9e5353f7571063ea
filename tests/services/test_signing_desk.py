"""Recording signatures: in order, kept, withdrawn from the last one back, and what follows for the draft."""

from dataclasses import fields
from datetime import date, time
from typing import Any

import pytest

from jinshi_desk.domain.approval_forms import DepartmentFacts, FormState, Release
from jinshi_desk.domain.approvals import FormKind, NewSignature, Ruling, Step
from jinshi_desk.domain.drafts import Draft, NewDraft, Status
from jinshi_desk.domain.errors import (
    ApprovalOver,
    MonthClosed,
    NoSuchStep,
    NotFileable,
    NotSigned,
    NotTheLastSignature,
    OutOfOrder,
    ReasonMissing,
    UndoOvertaken,
    UnknownSignature,
    WrongStatus,
)
from jinshi_desk.services.releasing import refuse_dispatch, refuse_push
from tests.office import JUNE, Office

UNIT = ("陈试四", "王测三", "刘样五", "高样二", "李主任")
"""Who signs a Form A, step by step."""


def state(office: Office, number: str) -> FormState:
    return office.approval.open(number).approval.state


def test_a_form_signed_whole_makes_the_draft_count(office: Office) -> None:
    draft = office.log(approval_on_file=False, accepted=False)
    number = office.approval.start(draft)
    office.sign(number, *UNIT[:4])
    assert (state(office, number), office.figures().valid) == (FormState.SIGNING, 0)
    office.sign(number, UNIT[4])
    assert (state(office, number), office.status(draft)) == (FormState.SIGNED, Status.ACCEPTED)
    assert office.figures().valid == 1
    office.undo.last()
    assert (state(office, number), office.status(draft)) == (FormState.SIGNING, Status.RECEIVED)
    assert office.figures().valid == 0


def test_each_signature_keeps_who_when_and_what_was_said(office: Office) -> None:
    number = office.approval.start(office.log())
    office.signing.sign(
        number, NewSignature(Step.INFO_OFFICER, " 陈试四 ", date(2022, 6, 20), opinion="内容\n属实")
    )
    (found,) = office.approval.open(number).approval.signatures
    assert (found.signer, found.signed_on, found.opinion) == ("陈试四", date(2022, 6, 20), "内容 属实")
    assert found.recorded_by == office.store.who()
    assert found.recorded_at


def test_signing_out_of_order_changes_nothing(office: Office) -> None:
    number = office.approval.start(office.log())
    with pytest.raises(OutOfOrder):
        office.signing.sign(number, NewSignature(Step.UNIT_HEAD, "高样二", date(2022, 7, 1)))
    with pytest.raises(NoSuchStep):
        office.signing.sign(number, NewSignature(Step.FIRST_REVIEW, "高样二", date(2022, 7, 1)))
    assert office.approval.open(number).approval.signatures == ()


@pytest.mark.parametrize("day", ["2022-06-29", "2022-07-04"])
def test_a_day_before_the_step_before_or_in_the_future_changes_nothing(office: Office, day: str) -> None:
    number = office.approval.start(office.log())
    office.sign(number, "陈试四", on="2022-06-30")
    with pytest.raises(NotFileable):
        office.sign(number, "王测三", on=day)
    assert len(office.approval.open(number).approval.signatures) == 1


def test_a_form_of_a_void_draft_is_not_signed(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    office.register.void(draft, "失实")
    with pytest.raises(WrongStatus):
        office.sign(number, "陈试四")


def test_a_void_or_complete_form_is_not_signed(office: Office) -> None:
    whole, gone = office.approval.start(office.log()), office.approval.start(office.log())
    office.sign(whole, *UNIT)
    office.approval.void(gone, "填错")
    for number in (whole, gone):
        with pytest.raises(ApprovalOver):
            office.signing.sign(number, NewSignature(Step.INFO_OFFICER, "陈试四", date(2022, 7, 1)))


# ---- the rulings


def test_what_the_research_office_sends_back_is_returned_with_its_reason(office: Office) -> None:
    draft = office.log(accepted=False)
    number = office.approval.start(draft)
    office.sign(number, *UNIT[:4])
    office.sign(number, "李主任", ruling=Ruling.RETURNED, opinion="数据没有核实")
    found = office.register.open(draft).draft
    assert (found.status, found.status_reason) == (Status.RETURNED, "数据没有核实")
    assert state(office, number) is FormState.RETURNED
    assert office.store.returns.of_month(JUNE.next())[0][1] == "数据没有核实"
    office.undo.last()
    assert office.status(draft) is Status.RECEIVED
    assert office.store.returns.of_month(JUNE.next()) == []


def test_a_round_that_was_sent_back_is_kept_beside_the_next(office: Office) -> None:
    number = office.approval.start(office.log())
    office.sign(number, "陈试四")
    office.sign(number, "王测三", ruling=Ruling.RETURNED, opinion="不宜公开的姓名")
    office.sign(number, *UNIT, on="2022-07-02")
    rounds = office.approval.open(number).approval.course.rounds
    assert [len(round_) for round_ in rounds] == [2, 5]
    assert state(office, number) is FormState.SIGNED


def test_what_is_not_taken_ends_there_and_may_get_another_form(office: Office) -> None:
    draft = office.log(accepted=False)
    number = office.approval.start(draft)
    office.sign(number, *UNIT[:4])
    office.sign(number, "李主任", ruling=Ruling.REJECTED, opinion="与已发稿件重复")
    assert (state(office, number), office.status(draft)) == (FormState.REJECTED, Status.REJECTED)
    with pytest.raises(ApprovalOver):
        office.signing.sign(number, NewSignature(Step.RECEPTION, "李主任", date(2022, 7, 1)))
    assert office.approval.start(draft) != number


def test_what_is_kept_back_waits_and_is_decided_later(office: Office) -> None:
    draft = office.log()
    (number,) = office.approval.start_push([draft])
    office.sign(number, "王测三")
    office.sign(number, "刘样五", ruling=Ruling.KEPT, opinion="下周再发")
    assert (state(office, number), office.status(draft)) == (FormState.KEPT, Status.IN_REVIEW)
    assert office.approval.open(number).waiting is None
    office.sign(number, "刘样五", "高样二")
    assert state(office, number) is FormState.SIGNED


# ---- withdrawing


def test_a_signature_is_withdrawn_with_a_reason_and_leaves_its_trace(office: Office) -> None:
    number = office.approval.start(office.log())
    office.sign(number, "陈试四", "王测三")
    with pytest.raises(ReasonMissing):
        office.signing.withdraw(number, Step.SECRECY_CHECK, "")
    office.signing.withdraw(number, Step.SECRECY_CHECK, "登错了人")
    form = office.approval.open(number).approval
    assert form.course.passed == (Step.INFO_OFFICER,)
    assert [each.withdrawn for each in form.signatures] == ["", "登错了人"]
    office.undo.last()
    assert office.approval.open(number).approval.course.passed == (Step.INFO_OFFICER, Step.SECRECY_CHECK)


def test_signatures_are_withdrawn_from_the_last_one_back(office: Office) -> None:
    number = office.approval.start(office.log())
    office.sign(number, "陈试四", "王测三")
    with pytest.raises(NotTheLastSignature):
        office.signing.withdraw(number, Step.INFO_OFFICER, "登错了人")
    with pytest.raises(UnknownSignature):
        office.signing.withdraw(number, Step.RECEPTION, "登错了人")


def test_a_reception_withdrawn_takes_the_form_off_the_file(office: Office) -> None:
    draft = office.log(approval_on_file=False)
    number = office.approval.start(draft)
    office.sign(number, *UNIT)
    office.signing.withdraw(number, Step.RECEPTION, "还差公章")
    assert not office.register.open(draft).draft.approval_on_file
    assert office.figures().valid == 0


@pytest.mark.parametrize("ruling", [Ruling.RETURNED, Ruling.REJECTED])
def test_a_refusal_withdrawn_gives_the_draft_back(office: Office, ruling: Ruling) -> None:
    draft = office.log(accepted=False)
    number = office.approval.start(draft)
    office.sign(number, *UNIT[:4])
    office.sign(number, "李主任", ruling=ruling, opinion="要改")
    office.signing.withdraw(number, Step.RECEPTION, "看错了稿")
    found = office.register.open(draft).draft
    assert (found.status, found.status_reason) == (Status.RECEIVED, "")
    assert office.store.returns.of_month(JUNE.next()) == []


def test_a_form_marked_by_hand_stays_on_file_while_it_is_signed(office: Office) -> None:
    draft = office.log(approval_on_file=True)
    office.sign(office.approval.start(draft), "陈试四")
    assert office.register.open(draft).draft.approval_on_file


def test_a_closed_month_counts_what_it_counted(office: Office) -> None:
    late, counted = office.log(approval_on_file=False), office.log(approval_on_file=False)
    forms = {draft: office.approval.start(draft) for draft in (late, counted)}
    office.sign(forms[counted], *UNIT)
    office.close(JUNE)
    office.sign(forms[late], *UNIT)
    assert not office.register.open(late).draft.approval_on_file
    assert state(office, forms[late]) is FormState.SIGNED
    with pytest.raises(MonthClosed):
        office.signing.withdraw(forms[counted], Step.RECEPTION, "还差公章")
    assert office.figures().valid == 1


def test_an_undo_after_somebody_worked_on_the_draft_is_refused(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    office.sign(number, "陈试四")
    with office.store.writing("elsewhere") as act:
        act.subject = draft
    with pytest.raises(UndoOvertaken):
        office.undo.last()


# ---- changes after signing


def test_a_change_of_the_text_clears_the_reviews(office: Office) -> None:
    draft = office.log(body="旧文。")
    (number,) = office.approval.start_push([draft])
    office.sign(number, "王测三", "刘样五", "高样二")
    assert office.status(draft) is Status.APPROVED
    old = office.register.open(draft).draft
    office.register.revise(draft, _with(old, body="新文。"))
    assert (state(office, number), office.status(draft)) == (FormState.CHANGED, Status.ACCEPTED)
    assert office.approval.open(number).approval.course.changed
    office.undo.last()
    assert (state(office, number), office.status(draft)) == (FormState.SIGNED, Status.APPROVED)


def test_a_change_of_the_title_clears_the_steps_of_a_unit(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    office.sign(number, "陈试四", "王测三")
    office.register.revise(draft, _with(office.register.open(draft).draft, title="另一个题目"))
    assert office.approval.open(number).approval.course.next is Step.INFO_OFFICER
    office.sign(number, *UNIT)
    assert state(office, number) is FormState.SIGNED


def test_what_a_unit_signed_whole_stays_signed_while_the_office_edits(office: Office) -> None:
    draft = office.log(approval_on_file=False)
    number = office.approval.start(draft)
    office.sign(number, *UNIT)
    office.register.revise(draft, _with(office.register.open(draft).draft, title="编辑改过的题目"))
    form = office.approval.open(number).approval
    assert (form.state, form.course.changed, form.course.edited) == (FormState.SIGNED, False, True)
    assert office.register.open(draft).draft.approval_on_file


def test_a_change_of_something_else_clears_nothing(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    office.sign(number, "陈试四")
    office.register.revise(draft, _with(office.register.open(draft).draft, note="电话核过"))
    assert office.approval.open(number).approval.course.passed == (Step.INFO_OFFICER,)


# ---- three persons


def test_a_push_wants_three_persons_or_a_reason(office: Office) -> None:
    (number,) = office.approval.start_push([office.log()])
    office.sign(number, "王测三")
    again = NewSignature(Step.SECOND_REVIEW, "王测三", date(2022, 7, 1))
    with pytest.raises(NotFileable):
        office.signing.sign(number, again)
    (warned,) = office.signing.check(number, again)
    assert (warned.field, warned.reason) == ("signer", "same_person")
    override = NewSignature(Step.SECOND_REVIEW, "王测三", date(2022, 7, 1), same_person="节日一人值班")
    office.signing.sign(number, override)
    assert office.approval.open(number).approval.signatures[-1].same_person == "节日一人值班"


# ---- who signs as a rule


def test_signers_are_remembered_by_unit_and_by_office(office: Office) -> None:
    office.sign(office.approval.start(office.log()), *UNIT)
    same = office.approval.open(office.approval.start(office.log())).signers
    assert same == dict(zip(office.approval.open("202206-XZ-02").approval.steps, UNIT, strict=True))
    other = office.approval.open(office.approval.start(office.log(unit="药山镇"))).signers
    assert other == dict.fromkeys(same, "") | {Step.RECEPTION: "李主任"}


# ---- going out


def test_nothing_leaves_without_its_form(office: Office) -> None:
    own, town = office.log(unit="研究室"), office.log()
    for draft in (own, town):
        assert not office.releasing.may_dispatch(draft)
        assert not office.releasing.may_push(draft)
        with pytest.raises(NotSigned):
            refuse_dispatch(office.store, draft)
    with pytest.raises(NotSigned):
        refuse_push(office.store, [own, town])
    number = office.approval.start(own)
    office.sign(number, "周试一", "王测三")
    with pytest.raises(NotSigned):
        office.releasing.release(number, Release(date(2022, 7, 2)))
    assert office.status(own) is Status.IN_REVIEW


def test_the_departments_news_leaves_after_its_leader_signed(office: Office) -> None:
    draft = office.log(unit="研究室", approval_on_file=False, accepted=False)
    number = office.approval.start(draft)
    office.sign(number, "周试一")
    assert office.status(draft) is Status.RECEIVED
    office.sign(number, "王测三")
    assert office.status(draft) is Status.IN_REVIEW
    office.sign(number, "刘样五", "高样二")
    assert (office.status(draft), office.releasing.may_dispatch(draft)) == (Status.APPROVED, True)
    assert office.register.open(draft).draft.approval_on_file
    office.releasing.release(number, Release(date(2022, 7, 2), "津市党建网"))
    assert (office.status(draft), state(office, number)) == (Status.DISPATCHED, FormState.RELEASED)
    office.undo.last()
    assert (office.status(draft), state(office, number)) == (Status.APPROVED, FormState.SIGNED)


def test_what_is_major_wants_the_department_head_too(office: Office) -> None:
    number = office.approval.start(office.log(unit="研究室"))
    office.approval.fill(number, DepartmentFacts("红星网", "换届情况", major=True))
    office.sign(number, "周试一", "王测三", "刘样五", "高样二")
    assert (state(office, number), office.approval.open(number).approval.course.next) == (
        FormState.SIGNING,
        Step.DEPARTMENT_HEAD,
    )
    office.sign(number, "部长一")
    assert state(office, number) is FormState.SIGNED


def test_a_push_leaves_after_the_three_reviews_with_all_its_articles(office: Office) -> None:
    drafts = [office.log(), office.log(unit="药山镇")]
    (number,) = office.approval.start_push(drafts)
    office.sign(number, "王测三", "刘样五", "高样二")
    assert {office.status(draft) for draft in drafts} == {Status.APPROVED}
    refuse_push(office.store, drafts)
    refuse_dispatch(office.store, drafts[0])
    with pytest.raises(NotFileable):
        office.releasing.release(number, Release(date(2022, 6, 30), at=time(18, 5)))
    with pytest.raises(NotFileable):
        office.releasing.release(number, Release(date(2022, 7, 2)))
    office.releasing.release(number, Release(date(2022, 7, 2), at=time(18, 5), by="周试一"))
    assert {office.status(draft) for draft in drafts} == {Status.DISPATCHED}
    assert office.approval.start_push([drafts[0]])[0] != number


def test_a_form_a_lets_nothing_out(office: Office) -> None:
    number = office.approval.start(office.log())
    office.sign(number, *UNIT)
    with pytest.raises(ApprovalOver):
        office.releasing.release(number, Release(date(2022, 7, 2)))


def test_the_register_dispatches_nothing_unsigned(office: Office) -> None:
    draft = office.log()
    office.register.become([draft], Status.IN_REVIEW, "编审")
    office.register.become([draft], Status.APPROVED, "终审")
    with pytest.raises(NotSigned):
        office.register.become([draft], Status.DISPATCHED, "发布")
    assert office.status(draft) is Status.APPROVED


def test_a_second_form_keeps_a_draft_in_review(office: Office) -> None:
    draft = office.log(unit="研究室")
    push = office.approval.start(draft, FormKind.C)
    office.sign(push, "王测三")
    own = office.approval.start(draft, FormKind.B)
    office.approval.void(push, "本周不发")
    assert office.status(draft) is Status.ACCEPTED
    office.sign(own, "周试一")
    assert office.status(draft) is Status.IN_REVIEW


def test_every_act_has_its_record_in_the_drafts_history(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    office.sign(number, "陈试四")
    assert [record.act for record in office.register.history(draft)] == ["log", "open_form", "sign"]
    signed = office.store.audit.of(number)[-1]
    assert signed.after["signer"] == "陈试四"
    assert signed.before["state"] == "draft"


def _with(draft: Draft, **facts: Any) -> NewDraft:
    """What the register's form says of ``draft``, with other facts."""
    known = {field.name: getattr(draft, field.name) for field in fields(NewDraft)}
    return NewDraft(**(known | facts))

"""What units object to: taken in, ruled for a reason, ruled anew, and what follows from it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.errors import AlreadyDecided, NotFileable, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.objections import Finding, NewObjection, NewRuling, Objection, Remedy, Stand
from jinshi_desk.domain.sent_reminders import Channel
from tests.office import JULY, JUNE, Office, unit_id

DAY = date(2022, 7, 1)


def said(**others: Any) -> NewObjection:
    new = NewObjection(unit_id("药山镇"), JUNE, DAY, "周试一", Channel.PHONE, "屋场会一稿应按省级计")
    return replace(new, **others)


def ruled(finding: Finding = Finding.UPHELD, **others: Any) -> NewRuling:
    new = NewRuling(finding, Remedy.CHANGE, "李主任", date(2022, 7, 2), "核对报样，确为省级")
    return replace(new, **others)


def dismissed(**others: Any) -> NewRuling:
    return ruled(Finding.DISMISSED, remedy=None, reason="报样是本级版面", **others)


def only(office: Office) -> Objection:
    (found,) = office.store.objections.all()
    return found


@pytest.fixture
def desk(office: Office) -> Office:
    office.log("屋场会", unit="药山镇")
    return office


def told(office: Office, new: NewObjection) -> str:
    with pytest.raises(NotFileable) as refused:
        office.objections.record(new)
    return error_sentence(refused.value).removeprefix("还有没填对的地方：")


def test_it_waits_until_it_is_ruled_and_a_later_ruling_takes_the_place_of_the_first(desk: Office) -> None:
    row = desk.objections.record(said())
    assert only(desk).stand is Stand.OPEN
    desk.objections.rule(row, dismissed())
    desk.objections.rule(row, ruled())
    found = only(desk)
    assert found.stand is Stand.SETTLED
    assert [each.finding for each in found.rulings] == [Finding.DISMISSED, Finding.UPHELD]
    assert found.ruling == found.rulings[1]


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        ({"text": " "}, "没有写异议内容。"),
        ({"raised_by": ""}, "要写明提出人。"),
        ({"received_on": date(2022, 7, 4)}, "收到日期在今天之后。"),
        ({"received_on": date(2022, 5, 31)}, "2022年6月还没开始。"),
        ({"month": Month(2022, 5), "received_on": date(2022, 6, 1)}, "台账从2022年6月记起。"),
        ({"unit": "nowhere"}, "找不到“nowhere”。"),
        ({"text": "长" * 501}, "异议内容超过 500 字。"),
    ],
)
def test_what_can_t_be_objected_is_refused_in_one_sentence(
    desk: Office, others: dict[str, Any], sentence: str
) -> None:
    assert told(desk, said(**others)) == sentence
    assert desk.store.objections.all() == ()


def test_a_unit_that_had_no_such_month_can_t_object_to_it(desk: Office) -> None:
    from jinshi_desk.domain.unit_acts import Abolish
    from jinshi_desk.services.units import UnitDesk

    UnitDesk(desk.store, desk.undo).do(Abolish(unit_id("白衣镇"), JULY))
    desk.day = date(2022, 8, 2)
    new = said(unit=unit_id("白衣镇"), month=JULY, received_on=date(2022, 8, 1))
    assert told(desk, new) == "白衣镇没有这个月。"


def test_the_draft_of_another_unit_is_not_what_it_is_about(desk: Office) -> None:
    other = desk.store.drafts.get(desk.log(unit="新洲镇"))
    assert told(desk, said(draft=other.id)) == f"{other.number} 不是该单位的稿件。"


@pytest.mark.parametrize(
    ("ruling", "sentence"),
    [
        (ruled(reason=" "), "要写明理由。"),
        (ruled(ruled_by=""), "要写明裁定人。"),
        (ruled(ruled_on=date(2022, 6, 30)), "裁定早于收到（07-01）。"),
        (ruled(ruled_on=date(2022, 7, 4)), "裁定日期在今天之后。"),
        (ruled(remedy=None), "成立的要写明怎么处理。"),
        (ruled(remedy=Remedy.CORRECTION), "2022年6月没有关账，直接改登记。"),
        (ruled(Finding.DISMISSED), "不成立的不用处理。"),
    ],
)
def test_a_ruling_that_can_t_be_is_refused_in_one_sentence(
    desk: Office, ruling: NewRuling, sentence: str
) -> None:
    row = desk.objections.record(said())
    with pytest.raises(NotFileable) as refused:
        desk.objections.rule(row, ruling)
    assert error_sentence(refused.value) == f"还有没填对的地方：{sentence}"
    assert only(desk).ruling is None


def test_what_is_granted_in_a_closed_month_waits_for_its_correction(desk: Office) -> None:
    desk.close(JUNE)
    row = desk.objections.record(said(kind=Kind.ADOPTION))
    problems = desk.objections.check_ruling(row, ruled())
    assert [problem.reason for problem in problems] == ["closed"]
    desk.objections.rule(row, ruled(remedy=Remedy.CORRECTION))
    assert only(desk).stand is Stand.TO_CORRECT
    proposed = desk.objections.proposed_correction(row)
    assert proposed.reason == "异议成立（7月1日提出）：核对报样，确为省级"
    correction = desk.correction.record(replace(proposed, cents=50))
    assert only(desk).stand is Stand.SETTLED
    assert desk.store.corrections.get(correction).objection == row
    assert "药山镇积分应为−0.5分（异议成立），差额+0.5分已计入本月" in desk.sentences(JULY)["T19"]
    desk.correction.void(correction, "记错单位")
    assert only(desk).stand is Stand.TO_CORRECT


def test_a_correction_answers_the_objection_of_its_own_unit_and_month(desk: Office) -> None:
    desk.close(JUNE)
    row = desk.objections.record(said())
    early = replace(desk.objections.proposed_correction(row), cents=50)
    assert [problem.reason for problem in desk.correction.check(early)] == ["not_granted"]
    other = replace(desk.objections.proposed_correction(row), unit=unit_id("新洲镇"), cents=50)
    assert [problem.field for problem in desk.correction.check(other)] == ["objection"]


def test_an_open_objection_is_told_before_closing_and_does_not_block_it(desk: Office) -> None:
    desk.objections.record(said())
    (check,) = (check for check in desk.closing.checks(JUNE) if check.name is CheckName.OBJECTIONS)
    assert (check.ok, check.detail) == (False, "1")
    assert not desk.closing.unbalanced([check])


def test_each_act_can_be_taken_back_but_not_from_under_a_ruling(desk: Office) -> None:
    row = desk.objections.record(said())
    desk.objections.rule(row, dismissed())
    desk.undo.last()
    assert only(desk).stand is Stand.OPEN
    desk.undo.last()
    assert only(desk).voided
    again = desk.objections.record(said(text="另一条"))
    another = type(desk.objections)(desk.store, desk.today, type(desk.undo)(desk.store))
    another.rule(again, dismissed())
    with pytest.raises(UndoOvertaken):
        desk.undo.last()


def test_struck_out_it_is_neither_ruled_nor_struck_out_again(desk: Office) -> None:
    row = desk.objections.record(said())
    with pytest.raises(ReasonMissing):
        desk.objections.void(row, " ")
    desk.objections.void(row, "记重了")
    with pytest.raises(AlreadyDecided):
        desk.objections.rule(row, ruled())
    with pytest.raises(AlreadyDecided):
        desk.objections.void(row, "记重了")
    desk.undo.last()
    assert only(desk).stand is Stand.OPEN

"""好稿: picked for a month with a reason, put on the website, taken back; no figure of a month changes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import DeskError, NotFileable, NotPicked, ReasonMissing
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.services.lists import ListDesk, Scope
from jinshi_desk.services.quality_pick import picks_of
from tests.office import JUNE, MAY, Office

REASON = "做法写得实，数字站得住"


def a_pick(**others: Any) -> NewQualityPick:
    return replace(NewQualityPick(JUNE, REASON, date(2022, 7, 1), "高样二"), **others)


def refusal(refused: "pytest.ExceptionInfo[Any]") -> str:
    return error_sentence(refused.value)


def test_the_good_drafts_of_a_quarter_are_told_with_the_highest_place_they_ran_in(office: Office) -> None:
    first, second = office.log("屋场会", received="2022-06-08"), office.log("微课堂", received="2022-05-08")
    office.adopt(first, Level.COUNTY, on="2022-06-10")
    office.adopt(first, Level.PROVINCE, on="2022-06-20")
    office.adopt(first, Level.PROVINCE, on="2022-06-18", outlet="hnrb")
    office.picks.pick(first, a_pick())
    office.picks.pick(second, a_pick(month=MAY, reason="选题新"))
    told = [
        (each.draft.number, each.event.reason, each.adoption and each.adoption.adopted_on)
        for each in picks_of(office.store, (MAY, JUNE))
    ]
    assert told == [(second, "选题新", None), (first, REASON, date(2022, 6, 18))]
    assert [each.draft.number for each in picks_of(office.store, [MAY])] == [second]


def test_what_is_taken_back_stays_on_record_and_may_be_picked_again(office: Office) -> None:
    number = office.log()
    office.picks.pick(number, a_pick())
    office.picks.take_back(number, "另有更好的一篇")
    assert picks_of(office.store, [JUNE]) == ()
    office.picks.pick(number, a_pick(reason="改后更好"))
    reasons = [(each.reason, each.voided) for each in office.store.quality_picks.all()]
    assert reasons == [(REASON, "另有更好的一篇"), ("改后更好", "")]
    assert [record.act for record in office.register.history(number)] == ["log", "pick", "unpick", "pick"]


def test_a_draft_that_is_voided_since_is_no_good_draft_any_more(office: Office) -> None:
    number = office.log()
    office.picks.pick(number, a_pick())
    office.register.void(number, "失实")
    assert picks_of(office.store, [JUNE]) == ()
    assert list(ListDesk(office.store).records("picks", Scope(JUNE))) == []


def test_every_step_is_taken_back_by_undo(office: Office) -> None:
    number = office.log()
    row = office.picks.pick(number, a_pick())
    office.picks.settle(row, "事例具体", date(2022, 7, 2))
    office.undo.last()
    found = office.picks.of_draft(number)
    assert found is not None
    assert (found.reason, found.uploaded_on) == (REASON, None)
    office.picks.take_back(number, "重复")
    office.undo.last()
    assert office.picks.of_draft(number) == found
    office.undo.last()
    assert office.picks.of_draft(number) is None


def test_a_closed_month_still_gets_its_good_drafts_and_its_figures_stay(office: Office) -> None:
    number = office.log(received="2022-05-08")
    office.close(MAY)
    before = office.figures(MAY)
    office.picks.pick(number, a_pick(month=MAY))
    office.tagging.put([number], ["基层党建"])
    assert office.figures(MAY) == before
    assert [each.draft.number for each in picks_of(office.store, [MAY])] == [number]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"reason": "  "}, "没有写好在哪里"),
        ({"reason": "好" * 201}, "理由超过 200 字"),
        ({"picked_on": date(2022, 7, 4)}, "推荐日期在今天之后"),
        ({"month": MAY}, "稿件计入2022年6月，好稿不能更早"),
        ({"month": JUNE.next().next()}, "好稿月份在本月之后"),
        ({"uploaded_on": date(2022, 7, 4)}, "上传日期在今天之后"),
        ({"uploaded_on": date(2022, 6, 1)}, "上传早于收稿"),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(office: Office, others: dict[str, Any], said: str) -> None:
    number = office.log()
    with pytest.raises(NotFileable) as refused:
        office.picks.pick(number, a_pick(**others))
    assert refusal(refused) == f"还有没填对的地方：{said}。"
    assert office.picks.of_draft(number) is None


def test_only_a_valid_draft_is_picked_and_only_once(office: Office) -> None:
    waiting, number = office.log(accepted=False), office.log()
    office.picks.pick(number, a_pick())
    heard = []
    for picked in (waiting, number):
        with pytest.raises(NotFileable) as refused:
            office.picks.pick(picked, a_pick())
        heard.append(refusal(refused))
    assert heard == [
        f"还有没填对的地方：{waiting} 还不是有效稿件。",
        "还有没填对的地方：已是2022年6月的好稿。",
    ]


@pytest.mark.parametrize(("reason", "kind"), [("", ReasonMissing), ("重复", NotPicked)])
def test_nothing_is_taken_back_without_a_reason_or_a_pick(
    office: Office, reason: str, kind: type[DeskError]
) -> None:
    number = office.log()
    with pytest.raises(kind):
        office.picks.take_back(number, reason)

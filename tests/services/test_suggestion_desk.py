"""What units raise: who handles it, how it is closed, and that nobody is asked twice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import AlreadyDecided, NotFileable, ReasonMissing, UndoOvertaken
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.suggestions import Concern, Handling, NewSuggestion, Suggestion
from tests.office import Office, unit_id

TOLD = NewSuggestion("", Concern.PROBLEM, "审批表往返要两天", date(2022, 6, 8))


def told(**others: Any) -> NewSuggestion:
    return replace(TOLD, unit=unit_id("药山镇"), **others)


def only(office: Office) -> Suggestion:
    (found,) = office.store.suggestions.all()
    return found


def refusal(refused: pytest.ExceptionInfo[NotFileable]) -> str:
    return error_sentence(refused.value)


def test_it_is_open_until_it_is_due_and_overdue_until_it_is_closed(office: Office) -> None:
    row = office.suggestions.record(told(office="YJS", due_on=date(2022, 6, 20)))
    stands = [only(office).handling(date(2022, 6, day)) for day in (20, 21)]
    assert stands == [Handling.OPEN, Handling.OVERDUE]
    office.suggestions.close(row, date(2022, 6, 25), "扫描件先审，原件月底补交")
    assert only(office).handling(date(2022, 6, 30)) is Handling.CLOSED


def test_it_is_not_closed_without_a_reply(office: Office) -> None:
    row = office.suggestions.record(told())
    with pytest.raises(NotFileable) as refused:
        office.suggestions.close(row, date(2022, 6, 20), "　")
    assert refusal(refused) == "还有没填对的地方：没有答复，不能办结。"
    assert only(office).closed_on is None
    early = office.suggestions.check_closing(row, date(2022, 6, 7), "已办")
    assert early == (Problem("closed_on", "before_raised"),)


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"text": " "}, "没有写问题或建议"),
        ({"received_on": date(2022, 7, 9)}, "收到日期在今天之后"),
        ({"due_on": date(2022, 6, 7)}, "办理期限早于收到"),
        ({"office": "nobody"}, "找不到“nobody”"),
        ({"text": "长" * 501}, "内容超过 500 字"),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(office: Office, others: dict[str, Any], said: str) -> None:
    with pytest.raises(NotFileable) as refused:
        office.suggestions.record(told(**others))
    assert refusal(refused) == f"还有没填对的地方：{said}。"
    assert office.store.suggestions.all() == ()


def test_it_is_handled_by_a_division_of_the_department(office: Office) -> None:
    row = office.suggestions.record(told())
    with pytest.raises(NotFileable) as refused:
        office.suggestions.hand_on(row, unit_id("新洲镇"), "李主任", None)
    assert refusal(refused) == "还有没填对的地方：新洲镇不是组室。"
    nobody = office.suggestions.check_handling(row, told(due_on=date(2022, 6, 1)))
    assert nobody == (Problem("due_on", "before_raised"), Problem("office", "missing"))
    office.suggestions.hand_on(row, "YJS", "李主任", date(2022, 6, 30))
    assert (only(office).office, only(office).handler) == ("YJS", "李主任")


def test_a_unit_is_not_asked_twice_for_the_same(office: Office) -> None:
    row = office.suggestions.record(told())
    with pytest.raises(NotFileable) as refused:
        office.suggestions.record(told(text="审批表，往返要两天。"))
    assert refusal(refused) == "还有没填对的地方：该单位06-08已提过，不用再报。"
    office.suggestions.record(replace(told(), unit=unit_id("新洲镇")))  # another unit may say so too
    office.suggestions.void(row, "登记错误")
    office.suggestions.record(told())


def test_every_act_is_taken_back_one_by_one(office: Office) -> None:
    row = office.suggestions.record(told())
    office.suggestions.hand_on(row, "YJS", "", None)
    office.suggestions.close(row, date(2022, 6, 20), "已办")
    office.suggestions.void(row, "登记错误")
    for then in (("YJS", date(2022, 6, 20), ""), ("YJS", None, ""), ("", None, ""), ("", None, "撤销登记")):
        office.undo.last()
        assert (only(office).office, only(office).closed_on, only(office).voided) == then
    assert list(office.store.audit.breaks()) == []


def test_what_was_handled_since_is_not_taken_back_unseen(office: Office) -> None:
    row = office.suggestions.record(told())
    another = Office(office.store.file)
    another.suggestions.close(row, date(2022, 6, 20), "已办")
    another.store.close()
    with pytest.raises(UndoOvertaken):
        office.undo.last()


def test_what_was_struck_out_is_not_worked_on(office: Office) -> None:
    row = office.suggestions.record(told())
    with pytest.raises(ReasonMissing):
        office.suggestions.void(row, " ")
    office.suggestions.void(row, "登记错误")
    with pytest.raises(AlreadyDecided) as refused:
        office.suggestions.close(row, date(2022, 6, 20), "已办")
    assert error_sentence(refused.value) == "这条问题建议已作废，不能再办结。"

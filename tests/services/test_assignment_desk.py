"""Tasks per person: given for a period, filled by what the register has, owed where it does not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.assignments import Counting, NewAssignment
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import BadPeriod, NotFileable
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.roster_acts import Appoint, Join, Newcomer
from jinshi_desk.services.assignment import assignment_lines, shortfalls, waiting_assignments
from tests.office import JULY, JUNE, MAY, Office, unit_id

QUARTER = Period.parse("2022-Q2")


def appoint(office: Office, name: str = "周试一", unit: str = "药山镇") -> int:
    return office.people.do(Appoint(unit_id(unit), Duty.INFO_OFFICER, Newcomer(name), date(2022, 1, 1)))


def a_task(person: int, **others: Any) -> NewAssignment:
    task = NewAssignment(person, QUARTER, 2, date(2022, 4, 1))
    return replace(task, **others)


def give(office: Office, person: int, **others: Any) -> int:
    return office.assignments.record(a_task(person, **others))


def filled(office: Office) -> list[list[str]]:
    return [[piece.number for piece in line.pieces] for line in assignment_lines(office.store)]


def refusal(refused: pytest.ExceptionInfo[NotFileable]) -> str:
    return error_sentence(refused.value)


def test_valid_drafts_of_the_period_fill_it_and_nothing_is_typed(office: Office) -> None:
    give(office, appoint(office))
    counted = office.log(unit="药山镇", received="2022-05-12")
    office.log(unit="药山镇", received="2022-07-01")  # after the period
    office.log(unit="药山镇", approval_on_file=False)  # not valid
    office.log(unit="药山镇", accepted=False)
    office.log(unit="药山镇", authors=("李试二",))
    assert filled(office) == [[counted]]


def test_an_adopted_draft_counts_once_in_the_months_it_was_booked_in(office: Office) -> None:
    give(office, appoint(office), counting=Counting.ADOPTED)
    number = office.log(unit="药山镇", received="2022-03-20")
    office.adopt(number, on="2022-04-10")
    office.adopt(number, on="2022-05-10")
    office.adopt(office.log(unit="药山镇", received="2022-05-20"), on="2022-05-25", verified=False)
    assert filled(office) == [[number]]


def test_a_task_may_ask_for_one_category(office: Office) -> None:
    give(office, appoint(office), category=Category.RESEARCH)
    office.log(unit="药山镇")
    research = office.log(unit="药山镇", category=Category.RESEARCH)
    assert filled(office) == [[research]]


def test_what_was_written_under_a_joined_record_counts_too(office: Office) -> None:
    one = appoint(office)
    other = appoint(office, "周拭一", "新洲镇")
    give(office, one)
    first = office.log(unit="药山镇", received="2022-05-01")
    second = office.log(unit="新洲镇", authors=("周拭一",), received="2022-05-02")
    office.people.do(Join(other, one, "一次登记写错了字"))
    assert filled(office) == [[first, second]]


def test_who_owes_is_listed_for_the_quarter_most_first(office: Office) -> None:
    one, other = appoint(office), appoint(office, "李试二", "新洲镇")
    give(office, one)
    give(office, other, target=5)
    struck = give(office, other, period=Period.parse("2022-06"), target=9)
    office.assignments.void(struck, "登记错误")
    give(office, one, period=Period.parse("2022"), target=30)  # a year is no part of the quarter
    office.log(unit="药山镇")
    owed = [(line.person.label, line.done, line.missing) for line in shortfalls(office.store, QUARTER)]
    assert owed == [("李试二", 0, 5), ("周试一", 1, 1)]
    assert [waiting_assignments(office.store, month) for month in (MAY, JUNE, JULY)] == [0, 2, 0]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"target": -1}, "任务数要大于 0"),
        ({"target": 0}, "任务数要大于 0"),
        ({"target": 1000}, "任务数超过 999"),
        ({"assigned_on": date(2022, 7, 1)}, "2022年第二季度已经过完，不能再下任务"),
        ({"assigned_on": date(2022, 7, 9), "period": Period.parse("2022")}, "下达日期在今天之后"),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(office: Office, others: dict[str, Any], said: str) -> None:
    task = a_task(appoint(office), **others)
    with pytest.raises(NotFileable) as refused:
        office.assignments.record(task)
    assert refusal(refused) == f"还有没填对的地方：{said}。"
    assert office.store.assignments.all() == ()


def test_a_task_for_nobody_on_the_roster_is_refused(office: Office) -> None:
    with pytest.raises(NotFileable) as refused:
        give(office, 404)
    assert refusal(refused) == "还有没填对的地方：名册里没有这个人。"


def test_the_same_task_is_given_once(office: Office) -> None:
    person = appoint(office)
    give(office, person)
    give(office, person, counting=Counting.ADOPTED)
    with pytest.raises(NotFileable) as refused:
        give(office, person, target=4)
    assert refusal(refused) == "还有没填对的地方：2022年第二季度已下过同样的任务。"


def test_a_task_is_taken_back_and_stands_again(office: Office) -> None:
    row = give(office, appoint(office))
    office.assignments.void(row, "登记错误")
    office.undo.last()
    assert office.store.assignments.get(row).voided == ""
    office.undo.last()
    assert office.store.assignments.get(row).voided == "撤销登记"
    assert list(office.store.audit.breaks()) == []


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_period_reads_what_it_writes_and_holds_its_month(year: int, number: int) -> None:
    month = Month(year, number)
    for period in Period.around(month):
        assert Period.parse(str(period)) == period
        assert period.holds(month)
        assert period.first_day <= month.first_day <= month.last_day <= period.last_day


@pytest.mark.parametrize("text", ["", "2022-13", "2022-Q5", "22", "2022年", "2022-6", "1800", "２０２２"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadPeriod):
        Period.parse(text)

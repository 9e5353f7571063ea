"""Taking the last act back: exactly as it was, step by step, unless somebody went on since."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.drafts import Category, Status
from jinshi_desk.domain.errors import MonthClosed, NothingToUndo, UndoOvertaken, UnknownDraft, WrongStatus
from jinshi_desk.domain.ledger import Booked
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quota import State
from jinshi_desk.domain.register import RegisterQuery, Segment
from jinshi_desk.services.register import OpenDraft
from tests.office import JULY, JUNE, Office, a_draft, unit_id


def _facts(entry: Booked) -> str:
    return str((entry.kind, entry.booked_month, entry.cents, entry.unit, entry.person, entry.arithmetic))


def _state(office: Office, number: str) -> tuple[object, ...]:
    """All that a draft's form shows, and the day that resubmission counts from."""
    opened: OpenDraft = office.register.open(number)
    points = sorted(_facts(entry) for entry in opened.entries)
    standing = [adoption for adoption in opened.adoptions if not adoption.voided]
    return opened.draft, standing, points, office.store.drafts.status_on(opened.draft.id)


def _figures(office: Office) -> tuple[object, ...]:
    """The month's figures, kinds that came to nothing left out."""
    figures = office.figures()
    points = {
        unit: ({kind: cents for kind, cents in earned.by_kind.items() if cents}, earned.cumulative)
        for unit, earned in figures.points.items()
    }
    return replace(figures, points={}), points


def test_there_is_nothing_to_undo_at_first(office: Office) -> None:
    with pytest.raises(NothingToUndo) as refused:
        office.undo.last()
    assert complaints.error_sentence(refused.value)


@pytest.mark.parametrize(
    "act",
    [
        lambda office, number: office.register.revise(
            number, a_draft("改了题目", unit="药山镇", category=Category.RESEARCH, authors=("李试二",))
        ),
        lambda office, number: office.register.return_(number, "缺数据"),
        lambda office, number: office.register.reject(number, "不属组工信息"),
        lambda office, number: office.register.withdraw(number, "单位撤回"),
        lambda office, number: office.register.void(number, "失实"),
        lambda office, number: office.approval.mark([number], on_file=False),
        lambda office, number: office.adopt(number, Level.NATIONAL),
        lambda office, number: office.adopt(number, Level.NATIONAL, verified=False),
        lambda office, number: office.adoption.verify([2]),
        lambda office, number: office.adoption.void(1, "凭据不实"),
        lambda office, number: office.adoption.retract(1, date(2022, 7, 8)),
    ],
    ids=[
        "revise",
        "return",
        "reject",
        "withdraw",
        "void",
        "mark",
        "adopt",
        "claim",
        "verify",
        "strike out",
        "retract",
    ],
)
def test_an_act_that_is_taken_back_leaves_everything_as_it_was(
    act: Callable[[Office, str], object], office: Office
) -> None:
    number = office.log(partners=("白衣镇",), authors=("周试一", "李试二"))
    office.adopt(number, Level.PROVINCE)
    office.adopt(number, Level.NATIONAL, on="2022-06-21", verified=False)
    before, figures = _state(office, number), _figures(office)
    office.day = date(2022, 7, 9)
    act(office, number)
    assert _state(office, number) != before
    assert office.undo.last() == number
    assert _state(office, number) == before
    assert _figures(office) == figures
    assert office.register.history(number)[-1].act == "undo"
    assert list(office.store.audit.breaks()) == []


@pytest.mark.parametrize("back", ["2022-07-06", "2022-07-08"])
def test_taking_in_again_is_taken_back(back: str, office: Office) -> None:
    number = office.log(received="2022-06-28")
    office.adopt(number, Level.PROVINCE)
    office.day = date(2022, 7, 1)
    office.register.return_(number, "缺数据")
    before, figures, returned = _state(office, number), _figures(office), office.store.returns.of_month(JULY)
    office.day = date.fromisoformat(back)
    office.register.resubmit(number, office.day)
    office.undo.last()
    assert (_state(office, number), _figures(office)) == (before, figures)
    assert office.store.returns.of_month(JULY) == returned


def test_accepting_is_taken_back(office: Office) -> None:
    number = office.log(accepted=False)
    office.register.accept(number)
    office.undo.last()
    assert office.status(number) == Status.RECEIVED


def test_an_undone_registration_was_never_received(office: Office) -> None:
    office.log(unit="药山镇", received="2022-06-02")
    untouched = _figures(office)
    number = office.log(received="2022-03-01")
    assert office.undo.last() == number
    assert _figures(office) == untouched
    assert office.store.drafts.first_month() == JUNE
    (standing,) = (row for row in office.quota.standings(JUNE) if row.unit.id == unit_id("新洲镇"))
    assert standing.state is State.ZERO_REPORT
    assert office.register.segments(None)[Segment.GONE] == 1
    assert office.log() == "2022-0003"


def test_a_draft_that_was_voided_stays_received(office: Office) -> None:
    number = office.log()
    office.register.void(number, "失实")
    (standing,) = (row for row in office.quota.standings(JUNE) if row.unit.id == unit_id("新洲镇"))
    assert (standing.state, standing.count.received, standing.count.valid) == (State.SHORT, 1, 0)


def test_acts_are_taken_back_one_after_the_other(office: Office) -> None:
    number = office.log("第一稿")
    states = [_state(office, number)]
    office.register.revise(number, a_draft("第二稿"))
    states.append(_state(office, number))
    office.adopt(number, Level.PROVINCE)
    states.append(_state(office, number))
    office.register.return_(number, "缺数据")
    for before in reversed(states):
        office.undo.last()
        assert _state(office, number) == before
    office.undo.last()
    assert office.status(number) == Status.VOID
    with pytest.raises(NothingToUndo):
        office.undo.last()


def test_an_act_on_another_draft_stands_in_no_ones_way(office: Office) -> None:
    first, second = office.log(), office.log()
    assert [office.undo.last(), office.undo.last()] == [second, first]


def test_what_somebody_went_on_with_is_not_taken_back(office: Office) -> None:
    number = office.log()
    claim = office.adopt(number, verified=False)
    elsewhere = Office(office.store.file)
    elsewhere.adoption.verify([claim])
    elsewhere.store.close()
    with pytest.raises(UndoOvertaken) as refused:
        office.undo.last()
    assert number in complaints.error_sentence(refused.value)
    assert office.register.open(number).adoptions[0].voided == ""


def test_many_forms_marked_at_once_are_taken_back_at_once(office: Office) -> None:
    numbers = [office.log(approval_on_file=False) for _ in range(3)]
    assert office.approval.mark(numbers, on_file=True) == 3
    office.undo.last()
    found = office.register.page(RegisterQuery(segment=Segment.FORM_MISSING), 0, 9)
    assert {row.number for row in found} == set(numbers)


# ---- several at once


def test_a_step_of_several_is_one_act_and_is_taken_back_as_one(office: Office) -> None:
    numbers = [office.log(accepted=False) for _ in range(3)]
    alone = office.log(accepted=False)
    before = [_state(office, number) for number in numbers]
    office.register.become(numbers, Status.RETURNED, "缺数据")
    assert {office.status(number) for number in numbers} == {Status.RETURNED}
    office.register.accept(alone)
    assert [office.undo.last(), office.undo.last()] == [alone, "drafts"]
    assert [_state(office, number) for number in numbers] == before
    assert list(office.store.audit.breaks()) == []


def test_several_go_all_or_none(office: Office) -> None:
    fit, unfit = office.log(accepted=False), office.log()
    with pytest.raises(WrongStatus):
        office.register.become([fit, unfit], Status.ACCEPTED)
    with pytest.raises(UnknownDraft):
        office.register.become([fit, "2022-0099"], Status.ACCEPTED)
    assert office.status(fit) == Status.RECEIVED
    office.register.become([], Status.ACCEPTED)


def test_each_of_several_has_the_act_in_its_history_with_its_own_part(office: Office) -> None:
    one, two = office.log(accepted=False), office.log()
    other = office.log()
    office.register.become([one, two], Status.VOID, "重复登记")
    for number, before in ((one, Status.RECEIVED), (two, Status.ACCEPTED)):
        record = office.register.history(number)[-1]
        assert (record.act, record.before["status"]) == ("become_void", before)
        assert record.after["status_reason"] == "重复登记"
    assert [record.act for record in office.register.history(other)] == ["log"]


def test_forms_and_proofs_of_several_stand_in_each_history(office: Office) -> None:
    numbers = [office.log(approval_on_file=False) for _ in range(2)]
    claims = [office.adopt(number, verified=False) for number in numbers]
    office.approval.mark(numbers, on_file=True)
    office.adoption.verify(claims)
    office.undo.last()
    for number in numbers:
        acts = [record.act for record in office.register.history(number)]
        assert acts == ["log", "adopt", "mark_form", "verify", "undo"]
    assert office.booked(numbers[0]) == []


def test_an_act_on_several_gives_way_to_what_was_done_to_one_of_them(office: Office) -> None:
    numbers = [office.log() for _ in range(2)]
    office.approval.mark(numbers, on_file=False)
    elsewhere = Office(office.store.file)
    elsewhere.register.void(numbers[1], "失实")
    elsewhere.store.close()
    with pytest.raises(UndoOvertaken) as refused:
        office.undo.last()
    assert numbers[1] in complaints.error_sentence(refused.value)
    assert not office.register.open(numbers[0]).draft.approval_on_file


# ---- months that were closed since


@pytest.mark.parametrize(
    "act",
    [
        lambda office, number: office.register.withdraw(number, "单位撤回"),
        lambda office, number: office.register.revise(number, a_draft("改了题目")),
        lambda office, number: office.approval.mark([number], on_file=False),
        lambda office, number: office.adoption.verify([1]),
        lambda office, number: office.adoption.void(2, "凭据不实"),
        lambda office, number: office.log(),
    ],
    ids=["withdraw", "revise", "mark", "verify", "strike out", "log"],
)
def test_nothing_is_taken_back_in_a_month_that_was_closed_since(
    act: Callable[[Office, str], object], office: Office
) -> None:
    number = office.log()
    office.adopt(number, Level.PROVINCE, verified=False)
    office.adopt(number, Level.PREFECTURE)
    act(office, number)
    office.close(JUNE)
    before, figures = _state(office, number), _figures(office)
    with pytest.raises(MonthClosed):
        office.undo.last()
    assert (_state(office, number), _figures(office)) == (before, figures)


def test_a_void_of_a_closed_months_draft_is_taken_back_while_its_loss_is_open(office: Office) -> None:
    number = office.log()
    office.adopt(number, Level.PROVINCE)
    office.close(JUNE)
    before = _state(office, number)[:1]
    office.register.void(number, "失实")
    office.undo.last()
    assert _state(office, number)[:1] == before
    assert office.booked(number) == [("新洲镇", "2022-06", "8")]

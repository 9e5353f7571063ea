"""Taking the last act back: exactly as it was, step by step, unless somebody went on since."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.drafts import Category, Status
from jinshi_desk.domain.errors import NothingToUndo, UndoOvertaken
from jinshi_desk.domain.ledger import Booked
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quota import State
from jinshi_desk.domain.register import RegisterQuery, Segment
from jinshi_desk.services.register import OpenDraft
from tests.office import JUNE, Office, a_draft, unit_id


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
    ],
    ids=["revise", "return", "reject", "withdraw", "void", "mark", "adopt", "claim"],
)
def test_an_act_that_is_taken_back_leaves_everything_as_it_was(
    act: Callable[[Office, str], object], office: Office
) -> None:
    number = office.log(partners=("白衣镇",), authors=("周试一", "李试二"))
    office.adopt(number, Level.PROVINCE)
    before, figures = _state(office, number), _figures(office)
    office.day = date(2022, 7, 9)
    act(office, number)
    assert _state(office, number) != before
    assert office.undo.last() == number
    assert _state(office, number) == before
    assert _figures(office) == figures
    assert office.register.history(number)[-1].act == "undo"
    assert list(office.store.audit.breaks()) == []


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
    office.adoption.verify([claim])
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

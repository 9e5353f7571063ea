"""Instructions, commissions, deductions and corrections through the desks and a real file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jinshi_desk import wording
from jinshi_desk.domain.commissions import NewCommission, Outcome
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, Decision, NewDeduction
from jinshi_desk.domain.drafts import Category, Status
from jinshi_desk.domain.errors import (
    AlreadyDecided,
    BatchChanged,
    MonthClosed,
    NotFileable,
    ReasonMissing,
    UndoOvertaken,
    UnknownEvent,
    WrongStatus,
)
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.chain_shapes import chain_json
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.undoing import _refuse_changed
from tests.events import (
    CONFIRMED,
    OTHER,
    TOWN,
    a_correction,
    a_fault,
    acts,
    commission,
    deduct,
    instruct,
    of_kind,
    told,
)
from tests.office import JULY, JUNE, MAY, Office, a_draft, unit_id

# ---- instructions


def test_an_instruction_brings_its_bonus_in_the_month_it_was_given(office: Office) -> None:
    number = office.log()
    instruct(office, number)
    assert office.booked(number) == [(TOWN, "2022-06", "10")]
    assert of_kind(office, Kind.INSTRUCTION) == "10"
    assert acts(office, number)[-1] == "instruct"


def test_a_higher_instruction_typed_first_changes_no_sum(office: Office) -> None:
    number = office.log()
    instruct(office, number, Level.PROVINCE, "2022-07-01")
    instruct(office, number, Level.COUNTY, "2022-06-20")
    assert [of_kind(office, Kind.INSTRUCTION, month=month) for month in (JUNE, JULY)] == ["5", "15"]


def test_an_instruction_of_a_closed_month_goes_into_the_open_one(office: Office) -> None:
    number = office.log()
    office.close(MAY, JUNE)
    instruct(office, number)
    assert of_kind(office, Kind.INSTRUCTION, month=JULY) == "10"


def test_striking_out_an_instruction_cancels_it_without_a_trace_in_the_figures(office: Office) -> None:
    number = office.log()
    instruction = instruct(office, number)
    office.instruction.void(instruction, "登错稿件")
    assert office.booked(number) == []
    assert of_kind(office, Kind.INSTRUCTION) == of_kind(office, Kind.REVERSAL) == "0"
    assert office.instruction.of_draft(number)[0].voided == "登错稿件"


def test_an_instruction_is_taken_back_by_undo(office: Office) -> None:
    number = office.log()
    instruct(office, number)
    assert office.undo.last() == number
    assert office.booked(number) == []


def test_an_instruction_is_struck_out_once_with_a_reason_while_its_month_is_open(office: Office) -> None:
    number = office.log()
    instruction = instruct(office, number)
    with pytest.raises(ReasonMissing):
        office.instruction.void(instruction, " ")
    office.instruction.void(instruction, "登错")
    with pytest.raises(AlreadyDecided):
        office.instruction.void(instruction, "登错")
    closed = instruct(office, number, Level.COUNTY)
    office.close(MAY, JUNE)
    with pytest.raises(MonthClosed):
        office.instruction.void(closed, "登错")
    with pytest.raises(UnknownEvent):
        office.instruction.void(99, "登错")


def test_only_an_accepted_draft_gets_an_instruction(office: Office) -> None:
    number = office.log(accepted=False)
    with pytest.raises(WrongStatus):
        instruct(office, number)


def test_the_same_instruction_twice_is_refused(office: Office) -> None:
    number = office.log()
    instruct(office, number)
    day = date(2022, 6, 20)
    assert told(office.instruction.check(number, NewInstruction(Level.PREFECTURE, "高样二", day, day))) == [
        ("given_on", "same")
    ]
    with pytest.raises(NotFileable):
        instruct(office, number)


def test_voiding_a_draft_gives_adoption_and_bonuses_back_and_undo_restores_them(office: Office) -> None:
    number = office.log()
    office.adopt(number)
    instruct(office, number)
    office.commission.deliver(commission(office), date(2022, 6, 18), number)
    before = office.points_of(TOWN)
    office.register.void(number, "失实")
    lost = [e for e in office.register.open(number).entries if e.kind is Kind.REVERSAL and e.unit]
    assert sorted(entry.cents for entry in lost) == [-1000, -200, -100]
    office.undo.last()
    assert office.points_of(TOWN) == before


# ---- commissions


def test_a_commission_on_time_and_one_late(office: Office) -> None:
    on_time, late = commission(office), commission(office, OTHER)
    office.commission.deliver(on_time, date(2022, 6, 20))
    office.commission.deliver(late, date(2022, 6, 21))
    assert [of_kind(office, Kind.COMMISSION, unit) for unit in (TOWN, OTHER)] == ["2", "−2"]
    assert [each.outcome for each in office.commission.all(JUNE)] == [Outcome.ON_TIME, Outcome.LATE]


def test_a_commission_not_done_costs_in_its_due_month_while_that_is_open(office: Office) -> None:
    office.commission.mark_not_done(commission(office), date(2022, 7, 1))
    assert of_kind(office, Kind.COMMISSION) == "−5"
    office.close(MAY, JUNE)
    office.commission.mark_not_done(commission(office), date(2022, 7, 2))
    assert of_kind(office, Kind.COMMISSION, month=JULY) == "−5"


def test_what_came_after_all_replaces_what_was_noted(office: Office) -> None:
    asked = commission(office)
    office.commission.mark_not_done(asked, date(2022, 7, 1))
    office.commission.deliver(asked, date(2022, 6, 19))
    assert of_kind(office, Kind.COMMISSION) == "2"
    office.undo.last()
    assert of_kind(office, Kind.COMMISSION) == "−5"
    office.undo.last()
    assert of_kind(office, Kind.COMMISSION) == "0"
    office.undo.last()
    assert office.commission.all()[0].voided


def test_a_commission_on_a_joint_draft_follows_its_units(office: Office) -> None:
    number = office.log(partners=(OTHER,))
    office.commission.deliver(commission(office), date(2022, 6, 18), number)
    assert office.booked(number) == [(TOWN, "2022-06", "1"), (OTHER, "2022-06", "1")]
    draft = office.register.open(number).draft
    office.register.revise(number, replace(draft, units=draft.units[:1]))
    assert office.booked(number) == [(TOWN, "2022-06", "2")]


def test_a_delivery_is_held_against_the_draft(office: Office) -> None:
    asked, other = commission(office), office.log(unit=OTHER)
    gone, good = office.log(), office.log()
    office.register.withdraw(gone, "单位撤回")
    day = date(2022, 6, 18)
    checks = [office.commission.check_delivery(asked, day, number) for number in (other, gone, "2022-0999")]
    assert [told(found) for found in checks] == [
        [("draft", "other_unit")],
        [("draft", "gone")],
        [("draft", "unknown")],
    ]
    office.commission.deliver(asked, day, good)
    assert told(office.commission.check_delivery(commission(office), day, good)) == [
        ("draft", "answers_another")
    ]
    with pytest.raises(NotFileable):
        office.commission.deliver(asked, day, other)


def test_an_odd_commission_is_refused(office: Office) -> None:
    unknown = NewCommission("NIL", "题", date(2022, 6, 1), date(2022, 6, 20))
    early = NewCommission(unit_id(TOWN), "题", date(2021, 12, 1), date(2022, 6, 20))
    assert told(office.commission.check(unknown)) == [("unit", "unknown")]
    assert told(office.commission.check(early)) == [("unit", "inactive")]
    with pytest.raises(NotFileable):
        office.commission.record(unknown)


def test_a_commission_is_struck_out_while_its_month_is_open(office: Office) -> None:
    asked, closed = commission(office), commission(office)
    office.commission.deliver(asked, date(2022, 6, 18))
    office.commission.deliver(closed, date(2022, 6, 18))
    with pytest.raises(ReasonMissing):
        office.commission.void(asked, "")
    office.commission.void(asked, "不再需要")
    assert of_kind(office, Kind.COMMISSION) == "2"
    with pytest.raises(AlreadyDecided):
        office.commission.deliver(asked, date(2022, 6, 18))
    office.close(MAY, JUNE)
    with pytest.raises(MonthClosed):
        office.commission.deliver(closed, date(2022, 6, 21))
    with pytest.raises(UnknownEvent):
        office.commission.void(99, "登错")


def test_a_commission_of_a_draft_stands_in_its_history(office: Office) -> None:
    number = office.log()
    asked = commission(office)
    office.commission.deliver(asked, date(2022, 6, 18), number)
    assert acts(office, number)[-1] == "deliver"
    assert acts(office, f"commission {asked}") == ["commission"]


# ---- deductions


def test_a_proposal_costs_nothing_until_it_is_confirmed(office: Office) -> None:
    deduction = office.deduction.propose(a_fault())
    assert of_kind(office, Kind.DEDUCTION) == "0"
    office.deduction.confirm(deduction, CONFIRMED)
    assert of_kind(office, Kind.DEDUCTION) == "−1"


def test_a_deduction_confirmed_after_the_close_costs_in_the_open_month(office: Office) -> None:
    office.close(MAY, JUNE)
    deduct(office)
    assert of_kind(office, Kind.DEDUCTION, month=JULY) == "−1"


def test_the_leader_may_decide_on_another_amount(office: Office) -> None:
    deduct(office, confirmed=Confirmation("王部长", date(2022, 6, 26), -250))
    deduct(office, cents=-50)
    assert of_kind(office, Kind.DEDUCTION) == "−3"
    office.undo.last()
    assert office.deduction.all()[1].cents == -50


def test_an_untrue_draft_is_voided_with_its_deduction_in_one_act(office: Office) -> None:
    number = office.log(category=Category.ESSAY)
    office.adopt(number, Level.PROVINCE)
    acts_before = len(list(office.store.audit.of(number)))
    deduct(office, "untrue", Confirmation("王部长", date(2022, 7, 2)), draft=number)
    assert office.status(number) == Status.VOID
    assert [of_kind(office, kind, month=JULY) for kind in (Kind.REVERSAL, Kind.DEDUCTION)] == ["−10", "−5"]
    assert acts(office, number)[acts_before:] == ["propose_deduction", "confirm_deduction"]


@pytest.mark.parametrize("take_back", ["undo", "void"])
def test_taking_the_deduction_back_lets_the_draft_stand_again(office: Office, take_back: str) -> None:
    number = office.log()
    office.adopt(number, Level.PROVINCE)
    before = office.points_of(TOWN)
    deduction = deduct(office, "plagiarism", draft=number)
    if take_back == "undo":
        office.undo.last()
    else:
        office.deduction.void(deduction, "查无此事")
    assert office.status(number) == Status.ACCEPTED
    assert office.points_of(TOWN) == before


def test_a_draft_voided_twice_over_stays_void_while_one_reason_stands(office: Office) -> None:
    number = office.log()
    first = deduct(office, "untrue", draft=number)
    second = deduct(office, "plagiarism", draft=number)
    office.deduction.void(first, "查无此事")
    assert office.status(number) == Status.VOID
    office.deduction.void(second, "查无此事")
    assert of_kind(office, Kind.DEDUCTION) == "0"


def test_a_rejected_proposal_costs_nothing_and_is_decided(office: Office) -> None:
    deduction = office.deduction.propose(a_fault())
    with pytest.raises(ReasonMissing):
        office.deduction.reject(deduction, " ")
    office.deduction.reject(deduction, "情况属实")
    with pytest.raises(AlreadyDecided):
        office.deduction.confirm(deduction, CONFIRMED)
    office.undo.last()
    assert office.deduction.all()[0].decision is Decision.PROPOSED
    office.deduction.confirm(deduction, CONFIRMED)
    with pytest.raises(AlreadyDecided):
        office.deduction.reject(deduction, "情况属实")


def test_a_deduction_is_struck_out_while_its_month_is_open(office: Office) -> None:
    deduction, closed = deduct(office), deduct(office)
    with pytest.raises(ReasonMissing):
        office.deduction.void(deduction, "")
    office.deduction.void(deduction, "登错")
    assert of_kind(office, Kind.DEDUCTION) == "−1"
    with pytest.raises(AlreadyDecided):
        office.deduction.void(deduction, "登错")
    office.close(MAY, JUNE)
    with pytest.raises(MonthClosed):
        office.deduction.void(closed, "登错")
    with pytest.raises(UnknownEvent):
        office.deduction.confirm(99, CONFIRMED)


def test_an_odd_deduction_is_refused(office: Office) -> None:
    other = office.log(unit=OTHER)
    for facts, problem in (
        ({"draft": other}, ("draft", "other_unit")),
        ({"draft": "2022-0999"}, ("draft", "unknown")),
    ):
        assert told(office.deduction.check(a_fault(**facts))) == [problem]
    nobody = NewDeduction("NIL", "text_error", "日期有误", date(2022, 6, 24), "李主任")
    assert told(office.deduction.check(nobody)) == [("unit", "unknown")]
    with pytest.raises(NotFileable):
        office.deduction.propose(nobody)
    with pytest.raises(NotFileable):
        office.deduction.propose(a_fault("late"))
    office.deduction.propose(a_fault(draft=office.log("被提过的稿件")))
    number = office.deduction.all()[0].draft
    assert told(office.deduction.check(a_fault(draft=number))) == [("draft", "proposed")]


def test_a_confirmation_wants_its_name_and_a_known_type(office: Office) -> None:
    deduction = office.deduction.propose(a_fault())
    early = Confirmation("王部长", date(2021, 12, 31))
    assert told(office.deduction.check_confirmation(deduction, early)) == [
        ("confirmed_on", "before_proposal"),
        ("type", "unknown"),
    ]
    with pytest.raises(NotFileable):
        office.deduction.confirm(deduction, Confirmation("", date(2022, 6, 26)))


def test_each_missing_form_is_proposed_once(office: Office) -> None:
    numbers = [office.log(approval_on_file=False) for _ in range(2)]
    office.log()
    office.register.reject(office.log(approval_on_file=False, accepted=False), "不合要求")
    first = office.deduction.propose_missing_forms(JUNE, "李主任")
    assert [office.store.deductions.get(each).draft for each in first] == numbers
    office.deduction.reject(first[0], "已补交")
    late = office.log(approval_on_file=False)
    again = office.deduction.propose_missing_forms(JUNE, "李主任")
    assert [office.store.deductions.get(each).draft for each in again] == [late]
    assert office.deduction.propose_missing_forms(JUNE, "李主任") == ()
    assert of_kind(office, Kind.DEDUCTION) == "0"


@pytest.mark.parametrize("day", ["2022-07-01", "2022-07-04", "2022-08-30"])
def test_missing_forms_are_dated_by_the_books_and_not_by_the_day_they_were_looked_for(
    office: Office, day: str
) -> None:
    office.log(approval_on_file=False)
    office.day = date(2022, 7, 1)
    office.log(received="2022-07-01", makeup=True, approval_on_file=False)
    office.day = date.fromisoformat(day)
    office.deduction.propose_missing_forms(JUNE, "李主任")
    assert [str(each.proposed_on) for each in office.deduction.all()] == ["2022-06-30", "2022-07-01"]


def test_a_form_missing_in_a_month_that_still_runs_is_dated_today(office: Office) -> None:
    office.day = date(2022, 6, 20)
    office.log(approval_on_file=False)
    office.deduction.propose_missing_forms(JUNE, "李主任")
    assert office.deduction.all()[0].proposed_on == office.day


def test_proposals_made_at_once_are_taken_back_at_once(office: Office) -> None:
    for _ in range(2):
        office.log(approval_on_file=False)
    written = office.deduction.propose_missing_forms(JUNE, "李主任")
    office.undo.last()
    assert {each.decision for each in office.deduction.all()} == {Decision.VOIDED}
    assert len(office.deduction.propose_missing_forms(JUNE, "李主任")) == len(written)


def test_somebody_must_propose_missing_forms(office: Office) -> None:
    office.log(approval_on_file=False)
    with pytest.raises(NotFileable):
        office.deduction.propose_missing_forms(JUNE, " ")


def test_what_was_confirmed_since_is_not_taken_back_as_a_proposal(office: Office) -> None:
    deduction = office.deduction.propose(a_fault())
    office.deduction.confirm(deduction, CONFIRMED)
    with pytest.raises(UndoOvertaken):
        office.deduction._take_back((deduction,))


# ---- corrections


def test_a_correction_goes_into_the_earliest_open_month(office: Office) -> None:
    office.close(MAY)
    correction = office.correction.record(a_correction())
    assert of_kind(office, Kind.CORRECTION) == "0.5"
    assert office.correction.all(JUNE)[0].booked_month == JUNE
    assert acts(office, f"correction {correction}") == ["correct"]


def test_a_correction_refers_to_the_entry_that_was_wrong(office: Office) -> None:
    number = office.log(received="2022-05-10")
    office.adopt(number, on="2022-05-20")
    entry = next(e for e in office.register.open(number).entries if e.unit)
    office.close(MAY)
    office.correction.record(a_correction(entry=entry.id))
    assert office.correction.all()[0].entry == entry.id
    for wrong in (entry.id + 99, next(e.id for e in office.register.open(number).entries if e.person)):
        assert told(office.correction.check(a_correction(entry=wrong))) == [("entry", "other")]


def test_an_open_month_is_not_corrected(office: Office) -> None:
    with pytest.raises(NotFileable):
        office.correction.record(a_correction())
    office.close(MAY)
    unknown = NewCorrection("NIL", MAY, 50, "漏计一条", date(2022, 7, 1))
    assert told(office.correction.check(unknown)) == [("unit", "unknown")]


def test_a_correction_is_taken_back_or_struck_out_while_its_month_is_open(office: Office) -> None:
    office.close(MAY)
    office.correction.record(a_correction())
    office.undo.last()
    wrong = office.correction.record(a_correction())
    with pytest.raises(ReasonMissing):
        office.correction.void(wrong, " ")
    office.correction.void(wrong, "登错")
    with pytest.raises(AlreadyDecided):
        office.correction.void(wrong, "登错")
    assert of_kind(office, Kind.CORRECTION) == "0"
    closed = office.correction.record(a_correction())
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        office.correction.void(closed, "登错")
    with pytest.raises(UnknownEvent):
        office.correction.void(99, "登错")


# ---- the cap


def test_the_cap_on_county_news_is_computed_until_the_month_closes(
    office: Office, capped: Callable[[int], None]
) -> None:
    capped(2)
    for _ in range(3):
        office.adopt(office.log())
    assert of_kind(office, Kind.ADOPTION) == "2"
    line = office.points.explain_unit(_unit(office), JUNE).lines[-1]
    assert (line.entry.cents, line.basis) == (-100, "本级动态信息当月封顶")
    office.close(MAY, JUNE)
    assert of_kind(office, Kind.ADOPTION) == "2"
    assert office.points.explain_unit(_unit(office), JUNE).lines[-1].entry.cents == -100


@pytest.mark.parametrize("lost", ["retracted", "void", "struck out"])
def test_what_was_lost_again_does_not_count_against_the_cap(
    office: Office, capped: Callable[[int], None], lost: str
) -> None:
    capped(2)
    numbers = [office.log() for _ in range(3)]
    adoptions = [office.adopt(number) for number in numbers]
    office.day = date(2022, 6, 30)
    match lost:
        case "retracted":
            office.adoption.retract(adoptions[0], date(2022, 6, 25))
        case "void":
            office.register.void(numbers[0], "失实")
        case _:
            office.adoption.void(adoptions[0], "登错")
    earned = office.figures().points_of(unit_id(TOWN)).by_kind
    assert earned.get(Kind.ADOPTION, 0) + earned.get(Kind.REVERSAL, 0) == 200


def test_a_loss_counts_against_the_cap_of_its_own_month_alone(
    office: Office, capped: Callable[[int], None]
) -> None:
    capped(2)
    adoptions = [office.adopt(office.log()) for _ in range(3)]
    office.day = date(2022, 7, 20)
    office.adoption.retract(adoptions[0], date(2022, 7, 8))
    for _ in range(3):
        office.adopt(office.log(received="2022-07-01"), on="2022-07-05")
    assert [of_kind(office, Kind.ADOPTION, month=month) for month in (JUNE, JULY)] == ["2", "3"]
    assert of_kind(office, Kind.REVERSAL, month=JULY) == "−1"


def test_an_upgrade_that_was_taken_down_leaves_the_county_news_under_the_cap(
    office: Office, capped: Callable[[int], None]
) -> None:
    capped(1)
    number = office.log()
    office.adopt(number, on="2022-06-12")
    high = office.adopt(number, Level.PROVINCE)
    office.adopt(office.log())
    office.adoption.retract(high, date(2022, 7, 1))
    assert [of_kind(office, Kind.ADOPTION), of_kind(office, Kind.REVERSAL, month=JULY)] == ["1", "−7"]


def test_the_cap_leaves_other_categories_and_levels_alone(
    office: Office, capped: Callable[[int], None]
) -> None:
    capped(2)
    office.adopt(office.log(category=Category.ESSAY))
    office.adopt(office.log(), Level.PREFECTURE)
    assert of_kind(office, Kind.ADOPTION) == "5"


@pytest.fixture
def capped(office: Office) -> Callable[[int], None]:
    """Set the cap in the rules of the data file, in points."""

    def put(cap: int) -> None:
        with office.store.writing("rules"):
            office.store._db.execute_sql(
                "UPDATE rule_set SET toml = replace(toml, 'county_news_month_cap = 0', ?)",
                (f"county_news_month_cap = {cap}",),
            )

    return put


def _unit(office: Office) -> Any:
    return next(unit for unit in office.register.units() if unit.name == TOWN)


# ---- where it came from


def test_every_entry_of_a_units_month_is_explained(office: Office) -> None:
    office.close(MAY)
    number = office.log("微课堂")
    office.adopt(number)
    instruct(office, number, Level.PROVINCE)
    office.commission.deliver(commission(office), date(2022, 6, 18), number)
    deduct(office, draft=number)
    office.correction.record(a_correction())
    found = office.points.explain_unit(_unit(office), JUNE)
    assert found.cents == office.figures().points_of(unit_id(TOWN)).total
    assert [line.about for line in found.lines if line.event] == [
        "省级领导高样二6月20日批示",
        "约稿“联建经验”6月20日截止",
        "日期有误",
        "更正2022年5月：漏计一条",
    ]
    assert {line.draft_no for line in found.lines if line.event} == {number, ""}
    assert all(wording.clause_phrase(line.entry.clause) for line in found.lines)
    lines = chain_json(ExplainDesk(office.store).unit(_unit(office), [JUNE]))["lines"]
    events = [line["event"] for line in lines if line.get("event")]
    assert [next(iter(event)) for event in events] == [
        "instruction",
        "commission",
        "deduction",
        "correction",
    ]
    assert events[0]["leader"] == "高样二"


def test_a_type_of_the_offices_own_is_called_as_its_rules_call_it(office: Office) -> None:
    own = '[deductions.no_photo]\nname = "图片不合要求"\npoints = -0.5\n'
    with office.store.writing("rules"):
        office.store._db.execute_sql("UPDATE rule_set SET toml = toml || ?", (f"\n{own}",))
    deduct(office, "no_photo")
    lines = office.points.explain_unit(_unit(office), JUNE).lines
    assert "图片不合要求" in [line.basis for line in lines]


def test_an_import_is_not_undone_over_an_instruction(office: Office) -> None:
    with office.store.writing("import") as act:
        number = office.register.write(act, a_draft(), Status.ACCEPTED, None)
        act.subject, act.after = "batch 1", {"drafts": [number], "adoptions": []}
    (record,) = office.store.audit.of("batch 1")
    instruct(office, number)
    with pytest.raises(BatchChanged):
        _refuse_changed(office.store, record, [office.store.drafts.get(number)], [])

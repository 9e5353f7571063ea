"""Adoptions at the desk: claimed, proven, booked, taken down, struck out."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.errors import MonthClosed, NotFileable, ReasonMissing, UnknownAdoption, WrongStatus
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Severity
from tests.office import JULY, JUNE, MAY, Office, an_adoption, unit_id


def _reasons(office: Office, number: str, **facts: object) -> list[tuple[str, str]]:
    problems = office.adoption.check(number, an_adoption(**facts))  # type: ignore[arg-type]
    assert all(complaints.problem_phrase(problem) for problem in problems)
    return [(problem.field, problem.reason) for problem in problems]


def test_a_claim_earns_nothing_until_it_is_proven(office: Office) -> None:
    number = office.log()
    claims = [office.adopt(number, Level.PROVINCE, verified=False), office.adopt(number, verified=False)]
    assert office.booked(number) == []
    assert office.figures().adoption.times == 0
    office.adoption.verify(claims)
    assert office.booked(number) == [("新洲镇", "2022-06", "8")]
    assert office.figures().adoption.times == 2


def test_proving_a_batch_is_one_act_and_proving_again_is_none(office: Office) -> None:
    numbers = [office.log(), office.log()]
    claims = [office.adopt(number, verified=False) for number in numbers]
    office.adoption.verify(claims)
    records = office.store._db.value("SELECT count(*) FROM audit")
    assert office.store.audit.of("adoptions")[-1].after == {"verified": claims, "numbers": numbers}
    office.adoption.verify(claims)
    assert office.store._db.value("SELECT count(*) FROM audit") == records


def test_proof_of_a_claim_that_is_not_there_changes_nothing(office: Office) -> None:
    claim = office.adopt(office.log(), verified=False)
    with pytest.raises(UnknownAdoption):
        office.adoption.verify([claim, 99])
    assert office.store.adoptions.get(claim).verified is False


def test_a_draft_that_was_not_accepted_is_not_adopted(office: Office) -> None:
    number = office.log(accepted=False)
    with pytest.raises(WrongStatus) as refused:
        office.adopt(number)
    assert complaints.error_sentence(refused.value) == "2022-0001 现在是“收稿”，不能登记采用。"


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"outlet": ""}, ("outlet", "missing")),
        ({"outlet": "没有"}, ("outlet", "unknown")),
        ({"on": "2022-07-04", "registered": "2022-07-03"}, ("adopted_on", "future")),
        ({"on": "2022-06-01"}, ("adopted_on", "before_receipt")),
        ({"registered": "2022-07-04"}, ("registered_on", "future")),
        ({"registered": "2022-06-19"}, ("registered_on", "before_adoption")),
        ({"on": "2022-06-15"}, ("adopted_on", "same")),
    ],
)
def test_what_is_odd_about_an_adoption_is_told(
    facts: dict[str, object], problem: tuple[str, str], office: Office
) -> None:
    number = office.log()
    office.adopt(number, on="2022-06-15")
    assert problem in _reasons(office, number, **facts)


def test_an_adoption_before_receipt_is_odd_and_can_be_filed(office: Office) -> None:
    number = office.log(received="2022-06-10")
    (problem,) = office.adoption.check(number, an_adoption(on="2022-06-09"))
    assert problem.severity is Severity.WARN
    office.adopt(number, on="2022-06-09")


def test_the_same_outlet_on_the_same_day_is_free_again_once_struck_out(office: Office) -> None:
    number = office.log()
    office.adoption.void(office.adopt(number), "登错")
    assert _reasons(office, number) == []


@pytest.mark.parametrize("order", tuple(permutations(range(4)))[::3], ids=str)
def test_the_order_of_typing_changes_nothing(order: tuple[int, ...], office: Office) -> None:
    typed = [
        (Level.COUNTY, "2022-05-30"),
        (Level.PREFECTURE, "2022-06-20"),
        (Level.PROVINCE, "2022-06-20"),
        (Level.NATIONAL, "2022-07-01"),
    ]
    number = office.log(received="2022-05-20", partners=("药山镇", "白衣镇"), authors=("周试一", "李试二"))
    for place in order:
        level, on = typed[place]
        office.adopt(number, level, on=on)
    points = {month: office.figures(month).points_of("XZ").by_kind for month in (MAY, JUNE, JULY)}
    assert [(str(month), sum(kinds.values())) for month, kinds in points.items()] == [
        ("2022-05", 34 - 100),
        ("2022-06", 234 - 300),
        ("2022-07", 400 - 300),
    ]
    assert sum(office.figures(JULY).points_of(unit).gained for unit in ("XZ", "YS", "BY")) == 1200


def test_a_wrongly_registered_adoption_is_struck_out_as_if_it_had_never_been(office: Office) -> None:
    number = office.log(authors=("周试一",))
    office.adopt(number, Level.COUNTY, on="2022-06-12")
    wrong = office.adopt(number, Level.NATIONAL)
    office.adoption.void(wrong, "张冠李戴")
    assert office.booked(number) == [("新洲镇", "2022-06", "1")]
    assert office.figures().adoption.times == 1
    assert sum(entry.cents for entry in office.store.ledger.of_draft(1)) == 200  # unit and author


def test_striking_out_wants_a_reason(office: Office) -> None:
    adoption = office.adopt(office.log())
    with pytest.raises(ReasonMissing):
        office.adoption.void(adoption, " ")


def test_what_a_closed_month_booked_is_not_struck_out(office: Office) -> None:
    number = office.log()
    adoption = office.adopt(number)
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        office.adoption.void(adoption, "登错")
    assert office.booked(number) == [("新洲镇", "2022-06", "1")]


def test_a_claim_of_a_closed_month_can_still_be_struck_out(office: Office) -> None:
    claim = office.adopt(office.log(), verified=False)
    office.close(JUNE)
    office.adoption.void(claim, "查无此报")
    assert office.store.adoptions.get(claim).voided == "查无此报"


def test_an_adoption_found_after_closing_is_booked_in_the_open_month(office: Office) -> None:
    number = office.log()
    office.close(JUNE)
    office.adopt(number, Level.PROVINCE, registered="2022-07-02")
    assert office.booked(number) == [("新洲镇", "2022-07", "8")]
    assert [piece.number for piece in office.figures(JULY).pieces] == [number]
    assert office.figures(JUNE).pieces == ()


def test_evidence_after_sixty_days_is_listed_and_earns_nothing(office: Office) -> None:
    number = office.log(received="2022-04-10")
    office.adopt(number, Level.NATIONAL, on="2022-04-20", registered="2022-07-01")
    (piece,) = office.figures(Month(2022, 4)).pieces
    assert (piece.cents, office.booked(number)) == (0, [])
    (entry,) = (entry for entry in office.register.open(number).entries if entry.unit)
    assert entry.clause == "time.evidence_days"


# ---- taken down


def test_a_piece_that_was_taken_down_loses_its_points_in_that_month(office: Office) -> None:
    number = office.log()
    office.adopt(number, Level.PREFECTURE)
    office.adoption.retract(office.adopt(number, Level.PROVINCE), date(2022, 7, 2))
    assert office.booked(number)[-1] == ("新洲镇", "2022-07", "−5")
    pieces = office.figures(JUNE).pieces
    assert [piece.retracted for piece in pieces] == [True, False]
    assert office.figures(JUNE).adoption.times == 2  # past counts stay


def test_a_loss_of_a_closed_month_is_booked_in_the_open_one(office: Office) -> None:
    number = office.log()
    adoption = office.adopt(number, Level.PROVINCE)
    office.close(JUNE)
    office.adoption.retract(adoption, date(2022, 6, 28))
    assert office.booked(number) == [("新洲镇", "2022-06", "8"), ("新洲镇", "2022-07", "−8")]


@pytest.mark.parametrize(
    ("on", "problem"),
    [("2022-06-19", ("retracted_on", "before_adoption")), ("2022-07-04", ("retracted_on", "future"))],
)
def test_a_piece_is_taken_down_neither_before_it_ran_nor_tomorrow(
    on: str, problem: tuple[str, str], office: Office
) -> None:
    adoption = office.adopt(office.log())
    with pytest.raises(NotFileable) as refused:
        office.adoption.retract(adoption, date.fromisoformat(on))
    (found,) = refused.value.args[0]
    assert (found.field, found.reason) == problem
    assert complaints.error_sentence(refused.value)


def test_a_piece_is_taken_down_once(office: Office) -> None:
    number = office.log()
    adoption = office.adopt(number, Level.PROVINCE)
    office.adoption.retract(adoption, date(2022, 6, 25))
    with pytest.raises(NotFileable):
        office.adoption.retract(adoption, date(2022, 6, 26))
    assert office.booked(number) == [("新洲镇", "2022-06", "8"), ("新洲镇", "2022-06", "−8")]


def test_there_is_no_adoption_of_an_unknown_id(office: Office) -> None:
    with pytest.raises(UnknownAdoption):
        office.adoption.void(9, "登错")
    with pytest.raises(UnknownAdoption):
        office.adoption.retract(9, office.day)


def test_an_adoption_found_after_its_month_closed_counts_in_the_open_month_and_says_so(
    office: Office,
) -> None:
    number = office.log("迟来的采用", received="2022-06-10")
    office.close(JUNE)
    office.day = date(2022, 8, 6)
    late = an_adoption(Level.PROVINCE, on="2022-06-20", registered="2022-08-01")
    (told,) = office.adoption.check(number, late)
    assert (told.severity, complaints.problem_phrase(told)) == ("warn", "那个月已关账，补登计入2022年7月")
    office.adoption.adopt(number, late)
    (row,) = [piece for piece in office.bulletin(JULY).pieces if piece.title == "迟来的采用"]
    assert (row.adopted_on, row.cents, row.mark) == (date(2022, 6, 20), 800, "补登")
    town = next(unit for unit in office.register.units() if unit.id == unit_id("新洲镇"))
    (line,) = [each for each in office.points.explain_unit(town, JULY).lines if each.draft_no == number]
    assert line.basis.endswith("；补登")
    assert office.bulletin(JUNE).pieces == ()


def test_an_adoption_too_old_to_score_is_listed_without_points(office: Office) -> None:
    number = office.log("太迟的采用", received="2022-06-10")
    office.close(JUNE)
    office.day = date(2022, 9, 6)
    late = an_adoption(Level.PROVINCE, on="2022-06-20", registered="2022-09-01")
    (told,) = office.adoption.check(number, late)
    assert complaints.problem_phrase(told) == "采用已过 60 天，列入2022年7月，不计分"
    office.adoption.adopt(number, late)
    (row,) = [piece for piece in office.bulletin(JULY).pieces if piece.title == "太迟的采用"]
    assert row.cents == 0


def test_a_day_before_this_century_is_no_day_of_an_adoption(office: Office) -> None:
    number = office.log()
    old = replace(an_adoption(), adopted_on=date(202, 6, 20))
    assert ("adopted_on", "long_ago") in [
        (each.field, each.reason) for each in office.adoption.check(number, old)
    ]

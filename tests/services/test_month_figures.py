"""The month's figures, and where each point came from."""

from datetime import date

from jinshi_desk import wording
from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.drafts import Category, Source
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.domain.units import Exemption, Group
from jinshi_desk.services.draft_points import draft_key
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.figures import owed_entries, standings
from tests.office import JUNE, MAY, Office, unit_id


def test_drafts_are_counted_once_by_lead_group_and_category(office: Office) -> None:
    office.log(partners=("药山镇", "研究室"))
    office.log(unit="团市委", category=Category.ESSAY)
    office.log(unit="研究室", source=Source.REPRINT)
    figures = office.figures()
    assert (figures.received, figures.valid) == (3, 2)
    assert figures.valid_by_group == {Group.TOWN: 1, Group.BUREAU: 1, Group.OFFICE: 0}
    assert figures.valid_by_category[Category.ESSAY] == 1


def test_pieces_and_times_are_those_of_the_month_they_are_booked_in(office: Office) -> None:
    number = office.log(received="2022-05-20", partners=("药山镇",))
    office.adopt(number, Level.COUNTY, on="2022-05-30")
    office.adopt(number, Level.PROVINCE, on="2022-06-02")
    office.adopt(number, Level.PREFECTURE, on="2022-06-03", mode=Mode.MENTION)
    office.adopt(number, Level.NATIONAL, on="2022-06-04", verified=False)
    tally = office.figures().adoption
    assert (tally.drafts, tally.times) == (1, 2)
    assert office.figures().adoption_of("XZ").drafts == 1
    assert office.figures().adoption_of("YS").drafts == 0
    assert [piece.cents for piece in office.figures().pieces] == [700, 0]


def test_a_months_pieces_count_mentions_and_late_evidence_and_stay_when_they_are_taken_down(
    office: Office,
) -> None:
    office.day = date(2022, 8, 20)
    taken_down = office.adopt(office.log(), Level.PROVINCE)
    office.adopt(office.log(), Level.COUNTY, mode=Mode.MENTION)
    office.adopt(office.log(), Level.COUNTY, on="2022-06-11", registered="2022-08-20")
    office.adopt(office.log(), Level.NATIONAL, verified=False)
    before = office.figures().adoption
    assert (before.drafts, before.times) == (3, 3)
    office.adoption.retract(taken_down, date(2022, 7, 8))
    assert office.figures().adoption == before
    assert {piece.retracted for piece in office.figures().pieces} == {False, True}


def test_what_is_older_than_the_first_rules_is_kept_and_found_and_counts_for_nothing(office: Office) -> None:
    number = office.log("去年的做法", received="2021-12-10")
    office.adopt(number, Level.NATIONAL, on="2021-12-20")
    december = office.figures(Month(2021, 12))
    assert (december.completion.due, office.booked(number)) == (0, [])
    assert [row.number for row in office.register.page(RegisterQuery(words="去年的做法"), 0, 5)] == [number]


def test_the_adopted_month_and_the_received_month_are_two(office: Office) -> None:
    office.day = date(2023, 1, 20)
    number = office.log(received="2022-12-20")
    office.adopt(number, Level.PROVINCE, on="2023-01-05")
    december, january = Month(2022, 12), Month(2023, 1)
    assert [office.figures(month).valid for month in (december, january)] == [1, 0]
    assert office.booked(number) == [("新洲镇", "2023-01", "8")]


def test_the_four_columns_of_a_unit_add_up_to_its_month(office: Office) -> None:
    number = office.log()
    office.log(received="2022-07-02", makeup=True)
    office.adopt(number, Level.PROVINCE, on="2022-06-15")
    office.adoption.retract(office.adopt(number, Level.NATIONAL), date(2022, 6, 30))
    points = office.figures().points_of("XZ")
    assert (points.base, points.gained, points.bonus, points.deducted) == (200, 2000, 0, -1250)
    assert points.total == 950


def test_the_year_is_the_sum_of_its_months_and_begins_with_the_books(office: Office) -> None:
    office.log(received="2022-05-10")
    office.log(received="2022-06-10")
    assert office.figures(MAY).points_of("XZ").cumulative == -100
    assert office.figures(JUNE).points_of("XZ").cumulative == -200
    assert office.figures(Month(2022, 4)).points_of("XZ").cumulative == 0
    assert office.figures(Month(2023, 1)).points_of("XZ").cumulative == -300  # a new year


def test_an_office_without_a_draft_owes_nothing(office: Office) -> None:
    assert list(owed_entries(office.store, standings(office.store, [JUNE]))) == []


def test_a_closed_month_books_no_quota_of_its_own_again(office: Office) -> None:
    office.log()
    office.close(JUNE)
    assert office.points_of("新洲镇") == "−1"
    assert [entry.cents for entry in office.store.ledger.of_unit("XZ", JUNE, JUNE)] == [-100]


def test_the_month_before_is_compared_with_only_once_it_is_closed(office: Office) -> None:
    office.log(received="2022-05-10")
    office.log()
    assert office.figures().previous_valid is None
    office.close(MAY)
    assert office.figures().previous_valid == 1


def test_the_organiser_is_scored_and_not_ranked(office: Office) -> None:
    office.adopt(office.log(unit="研究室"), Level.NATIONAL)
    office.adopt(office.log(unit="办公室"), Level.COUNTY)
    figures = office.figures()
    ranks = figures.rank_month[Group.OFFICE]
    assert figures.points_of("YJS").total == 2000
    assert (ranks["YJS"], ranks[unit_id("办公室")]) == (None, 1)


def test_a_unit_exempt_all_year_has_no_rank_in_the_year_either(office: Office) -> None:
    office.log(unit="药山镇", received="2022-01-10")
    for number in range(1, 7):
        office.quota.exempt(Exemption("XZ", Month(2022, number), "新设", "李主任"))
    office.quota.exempt(Exemption("BY", JUNE, "抗洪", "李主任"))
    ranks = office.figures().rank_cumulative[Group.TOWN]
    assert ranks["XZ"] is None
    assert ranks["BY"] is not None
    assert office.figures().rank_month[Group.TOWN]["BY"] is None


# ---- where a figure came from


def test_a_units_month_is_explained_line_by_line(office: Office) -> None:
    number = office.log("屋场会", unit="药山镇")
    office.adopt(number, Level.COUNTY, on="2022-06-12")
    office.adopt(number, Level.PROVINCE)
    unit = next(unit for unit in office.register.units() if unit.name == "药山镇")
    lines = office.points.explain_unit(unit, JUNE).lines
    assert [
        (line.outlet, line.entry.arithmetic, wording.clause_phrase(line.entry.clause)) for line in lines
    ] == [
        ("津市党建网", "1", "动态信息·本级、同稿取最高"),
        ("红星网", "8; 8 − 1 = 7", "动态信息·省级、同稿取最高"),
        ("", "−1", "月度任务每少1条"),
    ]
    assert lines[0].title == "屋场会"


def test_a_draft_is_explained_for_its_lead_and_beside_it_for_the_others(office: Office) -> None:
    number = office.log(partners=("药山镇", "研究室"), authors=("周试一",))
    office.adopt(number, Level.PROVINCE)
    desk = ExplainDesk(office.store)
    chain = desk.chain(draft_key(number))
    assert [(line.amount, line.unit, line.where) for line in chain.lines] == [
        (400, "", "红星网"),
        (0, "药山镇", "4 分"),
        (0, "研究室", "8 分"),
    ]
    shared = [desk.chain(line.opens) for line in chain.lines if line.opens]
    assert [(each.holds, each.figure) for each in (chain, *shared)] == [(True, "4"), (True, "4"), (True, "8")]

"""What a draft earns: the edge cases of §3.4 and the small print of §3.6, one by one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.drafts import Category, Form
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.rules import AuthorSplit, MultiAdoption, RuleBook
from jinshi_desk.domain.scoring import booking_month, entries
from jinshi_desk.domain.units import Group
from tests.office import (
    JULY,
    JUNE,
    LONG_AGO,
    MAY,
    a_claim,
    a_scored_draft,
    amounts,
    booked_once_and_closed,
    changed,
    total,
)

COUNTY, PREFECTURE, PROVINCE, NATIONAL = Level
AUTHOR, REPORTER, EDITOR = AuthorRole


def _with_split(book: RuleBook, split: AuthorSplit) -> RuleBook:
    return changed(book, MAY, authors=replace(book.versions[-1].authors, split=split))


# ---- several authors


def test_several_authors_share_and_the_unit_still_gets_all(rule_book: RuleBook) -> None:
    found = list(entries(a_scored_draft(a_claim(PROVINCE), authors=(AUTHOR,) * 3), rule_book, LONG_AGO))
    assert [total(found, who) for who in ("镇1", 1, 2, 3)] == ["8", "2.68", "2.66", "2.66"]


def test_the_first_three_of_five_authors_share_everything(rule_book: RuleBook) -> None:
    found = list(entries(a_scored_draft(a_claim(PREFECTURE), authors=(AUTHOR,) * 5), rule_book, LONG_AGO))
    assert [total(found, who) for who in range(1, 6)] == ["1", "1", "1", "0", "0"]


def test_a_reporter_in_front_takes_no_place_among_the_three(rule_book: RuleBook) -> None:
    authors = (REPORTER, EDITOR, AUTHOR, AUTHOR)
    found = list(entries(a_scored_draft(a_claim(PREFECTURE), authors=authors), rule_book, LONG_AGO))
    assert [total(found, who) for who in range(1, 5)] == ["0", "0", "1.5", "1.5"]


def test_a_draft_by_reporters_alone_pays_its_unit_only(rule_book: RuleBook) -> None:
    (entry,) = entries(a_scored_draft(a_claim(), authors=(REPORTER,)), rule_book, LONG_AGO)
    assert (entry.unit, entry.person) == ("镇1", None)


@pytest.mark.parametrize(
    ("split", "shares"),
    [
        (AuthorSplit.EQUAL, ["4", "4"]),
        (AuthorSplit.FIRST_ONLY, ["8", "0"]),
        (AuthorSplit.RATIO, ["4.8", "3.2"]),
        (AuthorSplit.FULL_EACH, ["8", "8"]),
    ],
)
def test_authors_share_by_the_policy_of_the_rules(
    split: AuthorSplit, shares: list[str], rule_book: RuleBook
) -> None:
    book = _with_split(rule_book, split)
    found = list(entries(a_scored_draft(a_claim(PROVINCE), authors=(AUTHOR, AUTHOR)), book, LONG_AGO))
    assert [total(found, 1), total(found, 2)] == shares


def test_shares_set_by_hand_stand_before_the_rules(rule_book: RuleBook) -> None:
    shares = ((1, 50), (2, 30), (3, 10), (4, 10))
    draft = a_scored_draft(a_claim(PROVINCE), authors=(AUTHOR,) * 4, shares=shares)
    found = list(entries(draft, rule_book, LONG_AGO))
    assert [total(found, who) for who in ("镇1", 1, 2, 3, 4)] == ["8", "4", "2.4", "0.8", "0.8"]


@pytest.mark.parametrize(("number", "shares"), [(1, ["8"]), (3, ["4.8", "3.2", "0"])])
def test_a_ratio_for_two_serves_one_author_and_three(
    number: int, shares: list[str], rule_book: RuleBook
) -> None:
    book = _with_split(rule_book, AuthorSplit.RATIO)
    draft = a_scored_draft(a_claim(PROVINCE), authors=(AUTHOR,) * number)
    found = list(entries(draft, book, LONG_AGO))
    assert [total(found, who) for who in range(1, number + 1)] == shares


def test_while_names_are_missing_the_unit_is_paid_and_nobody_else(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(), authors=(AUTHOR,), authors_incomplete=True)
    assert [(entry.unit, entry.cents) for entry in entries(draft, rule_book, LONG_AGO)] == [("镇1", 100)]


def test_an_author_of_a_draft_that_ran_before_the_first_rules_shares_what_came_later(
    rule_book: RuleBook,
) -> None:
    draft = a_scored_draft(a_claim(on="2021-12-20"), a_claim(PROVINCE, "2022-02-01"), authors=(AUTHOR,))
    found = list(entries(draft, rule_book, LONG_AGO))
    assert (total(found), total(found, 1)) == ("8", "8")


def test_points_follow_the_author_who_moved_and_stay_with_the_unit_on_the_draft(rule_book: RuleBook) -> None:
    before = a_scored_draft(a_claim(), authors=(AUTHOR,))
    moved = replace(before, id=2, units=(("镇2", Group.TOWN),), claims=(a_claim(PROVINCE),))
    found = [entry for draft in (before, moved) for entry in entries(draft, rule_book, LONG_AGO)]
    assert (total(found, 1), total(found, "镇1"), total(found, "镇2")) == ("9", "1", "8")


# ---- joint and combined


def test_towns_share_and_a_town_with_an_office_does_not(rule_book: RuleBook) -> None:
    found = list(entries(a_scored_draft(a_claim(PROVINCE), towns=2, offices=1), rule_book, LONG_AGO))
    assert [total(found, who) for who in ("镇1", "镇2", "室1")] == ["4", "4", "8"]


def test_two_units_of_each_of_two_groups_share_inside_each_group(rule_book: RuleBook) -> None:
    found = list(entries(a_scored_draft(a_claim(PROVINCE), towns=2, offices=2), rule_book, LONG_AGO))
    assert [total(found, who) for who in ("镇1", "镇2", "室1", "室2")] == ["4", "4", "4", "4"]


def test_each_unit_named_in_a_combined_item_gets_half_undivided(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(PROVINCE, mode=Mode.COMBINED), towns=3)
    found = list(entries(draft, rule_book, LONG_AGO))
    assert [total(found, who) for who in ("镇1", "镇2", "镇3")] == ["4", "4", "4"]


def test_a_cent_left_over_moves_with_an_upgrade_and_none_is_made(rule_book: RuleBook) -> None:
    """1.01 shares as 0.35, 0.33, 0.33; 1.02 as 0.34 three times."""
    rules = rule_book.versions[0]
    base = {**rules.base, Category.NEWS: {**rules.base[Category.NEWS], COUNTY: 101, PREFECTURE: 102}}
    draft = a_scored_draft(a_claim(on="2022-06-05"), a_claim(PREFECTURE, "2022-06-20"), towns=3)
    found = list(entries(draft, changed(rule_book, MAY, base=base), LONG_AGO))
    assert [total(found, who) for who in ("镇1", "镇2", "镇3")] == ["0.34", "0.34", "0.34"]


# ---- several adoptions


def test_a_higher_level_books_only_the_difference_in_its_month(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(on="2022-06-05"), a_claim(PROVINCE, "2022-07-02"))
    found = list(entries(draft, rule_book, LONG_AGO))
    assert amounts(found) == [("2022-06", "1"), ("2022-07", "7")]
    assert [entry.kind for entry in found] == [Kind.ADOPTION, Kind.UPGRADE]
    assert found[1].arithmetic == "8; 8 − 1 = 7"


def test_a_second_outlet_of_the_same_level_is_listed_with_no_points(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(PROVINCE, "2022-06-05"), a_claim(PROVINCE, "2022-06-20"))
    assert amounts(entries(draft, rule_book, LONG_AGO)) == [("2022-06", "8"), ("2022-06", "0")]


def test_sole_after_combined_at_the_same_level_books_the_rest(rule_book: RuleBook) -> None:
    draft = a_scored_draft(
        a_claim(PROVINCE, "2022-06-05", mode=Mode.COMBINED), a_claim(PROVINCE, "2022-06-20")
    )
    assert amounts(entries(draft, rule_book, LONG_AGO)) == [("2022-06", "4"), ("2022-06", "4")]


def test_a_headline_after_a_normal_place_books_the_rest(rule_book: RuleBook) -> None:
    first_page = a_claim(PROVINCE, "2022-06-20", position=Position.HEADLINE)
    draft = a_scored_draft(a_claim(PROVINCE, "2022-06-05"), first_page)
    assert amounts(entries(draft, rule_book, LONG_AGO)) == [("2022-06", "8"), ("2022-06", "4")]


@pytest.mark.parametrize(
    ("policy", "points"),
    [
        (MultiAdoption.HIGHEST, "20"),
        (MultiAdoption.PER_LEVEL_ONCE, "29"),
        (MultiAdoption.TOP_TWO_LEVELS, "28"),
        (MultiAdoption.SUM_ALL, "30"),
    ],
)
def test_several_adoptions_add_up_by_the_policy_of_the_rules(
    policy: MultiAdoption, points: str, rule_book: RuleBook
) -> None:
    claims = a_claim(), a_claim(), a_claim(PROVINCE), a_claim(NATIONAL)
    book = changed(rule_book, MAY, multi_adoption=policy)
    assert total(entries(a_scored_draft(*claims), book, LONG_AGO)) == points


@pytest.mark.parametrize("policy", MultiAdoption)
def test_a_reprint_at_a_level_already_reached_books_nothing_whatever_the_policy(
    policy: MultiAdoption, rule_book: RuleBook
) -> None:
    excerpt = a_claim(PROVINCE, "2022-06-25", mode=Mode.EXCERPT, position=Position.HEADLINE)
    draft = a_scored_draft(a_claim(PROVINCE, "2022-06-05"), excerpt)
    book = changed(rule_book, MAY, multi_adoption=policy)
    assert total(entries(draft, book, LONG_AGO)) == "8"


def test_on_one_day_the_weightier_adoption_comes_first_however_they_were_typed(rule_book: RuleBook) -> None:
    typed = a_claim(COUNTY, id=1), a_claim(PROVINCE, id=2)
    found = list(entries(a_scored_draft(*typed), rule_book, LONG_AGO))
    assert [(entry.kind, entry.adoption, entry.cents) for entry in found] == [
        (Kind.ADOPTION, 2, 800),
        (Kind.UPGRADE, 1, 0),
    ]


# ---- factors


def test_a_mention_is_listed_with_no_points(rule_book: RuleBook) -> None:
    assert amounts(entries(a_scored_draft(a_claim(NATIONAL, mode=Mode.MENTION)), rule_book, LONG_AGO)) == [
        ("2022-06", "0")
    ]


def test_the_outlets_weight_counts_and_is_named(rule_book: RuleBook) -> None:
    (entry,) = entries(a_scored_draft(a_claim(PROVINCE, weight=Decimal("0.55"))), rule_book, LONG_AGO)
    assert (entry.cents, entry.arithmetic) == (440, "8 × 0.55 = 4.4")
    assert entry.clause == "base_points.news.province outlet.weight multi_adoption.highest"


def test_every_factor_is_in_the_clause_and_the_arithmetic(rule_book: RuleBook) -> None:
    claim = a_claim(PREFECTURE, mode=Mode.COMBINED, position=Position.HEADLINE)
    (entry,) = entries(a_scored_draft(claim, form=Form.PHOTO), rule_book, LONG_AGO)
    assert entry.arithmetic == "3 × 0.5 × 0.5 × 1.5 = 1.13"
    assert entry.clause.split() == [
        "base_points.news.prefecture",
        "factors.mode.combined",
        "factors.form.photo",
        "factors.position.headline",
        "multi_adoption.highest",
    ]


# ---- months


def test_an_adoption_is_booked_in_the_month_it_ran(rule_book: RuleBook) -> None:
    rules = rule_book.at(JUNE)
    assert booking_month(date(2022, 6, 30), date(2022, 7, 4), LONG_AGO, rules) == JUNE


def test_an_adoption_of_a_closed_month_is_booked_in_the_earliest_open_one(rule_book: RuleBook) -> None:
    rules = rule_book.at(JUNE)
    assert booking_month(date(2022, 5, 30), date(2022, 7, 4), JUNE, rules) == JUNE


@pytest.mark.parametrize(
    ("registered", "booked"), [("2023-01-10", Month(2022, 12)), ("2023-01-11", Month(2023, 1))]
)
def test_december_takes_evidence_until_the_tenth_of_january(
    registered: str, booked: Month, rule_book: RuleBook
) -> None:
    rules = rule_book.at(Month(2022, 12))
    on = date.fromisoformat(registered)
    assert booking_month(date(2022, 12, 28), on, LONG_AGO, rules) == booked


@pytest.mark.parametrize(("registered", "points"), [("2022-08-04", "8"), ("2022-08-05", "0")])
def test_evidence_older_than_sixty_days_is_listed_with_no_points(
    registered: str, points: str, rule_book: RuleBook
) -> None:
    (entry,) = entries(
        a_scored_draft(a_claim(PROVINCE, "2022-06-05", registered=registered)), rule_book, LONG_AGO
    )
    assert amounts([entry]) == [("2022-06", points)]
    assert (entry.clause == "time.evidence_days") is (points == "0")


def test_nothing_scores_before_the_first_rules(rule_book: RuleBook) -> None:
    assert list(entries(a_scored_draft(a_claim(NATIONAL, "2021-12-31")), rule_book, LONG_AGO)) == []


def test_what_ran_before_the_first_rules_counts_for_nothing_after_it_was_closed(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(NATIONAL, "2021-12-20"), a_claim(COUNTY, "2022-02-01"))
    assert amounts(entries(draft, rule_book, Month(2022, 1))) == [("2022-02", "1")]


# ---- losses


def test_a_retraction_is_booked_in_its_month_down_to_what_is_left(rule_book: RuleBook) -> None:
    claims = a_claim(PROVINCE, "2022-06-05", retracted="2022-07-08"), a_claim(PREFECTURE, "2022-06-20")
    found = list(entries(a_scored_draft(*claims), rule_book, LONG_AGO))
    assert amounts(found) == [("2022-06", "8"), ("2022-06", "0"), ("2022-07", "−5")]
    assert (found[-1].kind, found[-1].clause, found[-1].arithmetic) == (
        Kind.REVERSAL,
        "retraction",
        "3 − 8 = −5",
    )


def test_the_only_adoption_retracted_leaves_exactly_nothing(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(PROVINCE, retracted="2022-07-08"), towns=3, authors=(AUTHOR,) * 3)
    found = list(entries(draft, rule_book, LONG_AGO))
    assert {total(found, who) for who in ("镇1", "镇2", "镇3", 1, 2, 3)} == {"0"}


def test_retracting_what_had_brought_nothing_costs_nothing_even_under_lower_rules(
    rule_book: RuleBook,
) -> None:
    news = {**rule_book.versions[0].base[Category.NEWS], PROVINCE: 600}
    lower = changed(rule_book, JULY, base={**rule_book.versions[0].base, Category.NEWS: news})
    claims = a_claim(on="2022-06-05", retracted="2022-07-08"), a_claim(PROVINCE, "2022-06-20")
    assert total(entries(a_scored_draft(*claims), lower, LONG_AGO)) == "8"


def test_an_adoption_taken_down_before_it_was_proven_comes_and_goes_in_the_month_it_is_booked(
    rule_book: RuleBook,
) -> None:
    claim = a_claim(PROVINCE, "2022-06-05", booked_month=JULY, retracted="2022-06-20")
    assert amounts(entries(a_scored_draft(claim), rule_book, LONG_AGO)) == [
        ("2022-07", "8"),
        ("2022-07", "−8"),
    ]


def test_a_void_draft_loses_all_it_earned_in_the_month_it_was_voided(rule_book: RuleBook) -> None:
    claims = a_claim(on="2022-05-05"), a_claim(PROVINCE, "2022-06-20")
    draft = a_scored_draft(*claims, void_month=JULY, towns=2, authors=(AUTHOR, AUTHOR))
    found = list(entries(draft, rule_book, LONG_AGO))
    assert amounts(found) == [("2022-05", "0.5"), ("2022-06", "3.5"), ("2022-07", "−4")]
    assert {total(found, who) for who in ("镇1", "镇2", 1, 2)} == {"0"}


def test_an_adoption_that_runs_after_the_draft_was_voided_earns_nothing(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(on="2022-08-05"), void_month=JULY)
    assert amounts(entries(draft, rule_book, LONG_AGO)) == []


def test_a_void_draft_takes_back_what_units_earned_that_it_no_longer_names(rule_book: RuleBook) -> None:
    joint = a_scored_draft(a_claim(PROVINCE, "2022-05-05"), towns=2)
    in_may = list(entries(joint, rule_book, LONG_AGO))
    alone = replace(joint, units=joint.units[:1], void_month=JUNE)
    assert amounts(entries(alone, rule_book, JUNE, in_may), "镇2") == [("2022-06", "−4")]


# ---- a change of rules in mid-year


def test_an_upgrade_under_new_rules_books_the_new_value_less_what_is_booked(rule_book: RuleBook) -> None:
    news = {**rule_book.versions[0].base[Category.NEWS], PROVINCE: 1200}
    raised = changed(rule_book, JULY, base={**rule_book.versions[0].base, Category.NEWS: news})
    draft = a_scored_draft(a_claim(on="2022-06-05"), a_claim(PROVINCE, "2022-07-20"))
    found = list(entries(draft, raised, LONG_AGO))
    assert amounts(found) == [("2022-06", "1"), ("2022-07", "11")]
    assert [entry.rule_set for entry in found] == ["default-2022", "rules-2022-07"]


def test_rules_that_lower_a_value_take_nothing_back(rule_book: RuleBook) -> None:
    news = dict.fromkeys(Level, 50)
    lower = changed(rule_book, JULY, base={**rule_book.versions[0].base, Category.NEWS: news})
    draft = a_scored_draft(a_claim(PROVINCE, "2022-06-05"), a_claim(NATIONAL, "2022-07-20"), towns=2)
    assert amounts(entries(draft, lower, LONG_AGO)) == [("2022-06", "4"), ("2022-07", "0")]


# ---- closed months


def test_closing_a_month_leaves_what_is_booked_and_books_the_same_afterwards(rule_book: RuleBook) -> None:
    draft = a_scored_draft(a_claim(on="2022-05-05"), a_claim(PROVINCE, "2022-06-05"), towns=3)
    open_all = list(entries(draft, rule_book, LONG_AGO))
    assert booked_once_and_closed(draft, rule_book, MAY) == open_all


def test_what_is_found_after_closing_goes_on_top_of_what_was_booked(rule_book: RuleBook) -> None:
    in_may = list(entries(a_scored_draft(a_claim(on="2022-05-05", id=1)), rule_book, LONG_AGO))
    late = a_claim(PROVINCE, "2022-05-20", open_from=JUNE)
    draft = a_scored_draft(a_claim(on="2022-05-05", id=1), late)
    assert amounts(entries(draft, rule_book, JUNE, in_may)) == [("2022-06", "7")]


def test_a_unit_the_draft_no_longer_names_keeps_what_it_earned_while_the_draft_stands(
    rule_book: RuleBook,
) -> None:
    joint = a_scored_draft(a_claim(PROVINCE, "2022-05-05"), towns=2)
    in_may = list(entries(joint, rule_book, LONG_AGO))
    more = replace(joint, units=joint.units[:1], claims=(*joint.claims, a_claim(NATIONAL, "2022-06-20")))
    found = list(entries(more, rule_book, JUNE, in_may))
    assert (amounts(found, "镇1"), total(found, "镇2")) == ([("2022-06", "16")], "0")

"""模拟重算 by itself: a period under other rules, beside what it is."""

import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.award_rules import AwardReader, AwardRules
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.drafts import Category, Form
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quota import Count, Standing, standings
from jinshi_desk.domain.rehearsal import (
    CommissionFacts,
    Contest,
    DraftFacts,
    Facts,
    Rehearsal,
    compared,
    replay,
    under,
)
from jinshi_desk.domain.rules import RuleBook, RuleSet
from jinshi_desk.domain.scoring import ScoredDraft
from jinshi_desk.domain.units import Group
from tests.office import JANUARY, JULY, JUNE, a_claim, a_scored_draft, a_unit, default_rules

YEAR = months_of(2022)
TOWNS = tuple(a_unit(f"镇{place}") for place in (1, 2, 3))
BOOK = RuleBook((default_rules(),))

_days = st.dates(date(2022, 1, 1), date(2022, 12, 28)).map(str)
_claims = st.builds(
    a_claim,
    st.sampled_from(Level),
    _days,
    mode=st.sampled_from(Mode),
    position=st.sampled_from(Position),
)
_drafts = st.builds(
    lambda claims, **facts: a_scored_draft(*claims, **facts),
    st.lists(_claims, max_size=4),
    category=st.sampled_from(Category),
    form=st.sampled_from(Form),
    towns=st.integers(1, 3),
    void_month=st.none() | st.sampled_from(YEAR),
)


def _standings(rules: RuleSet, sent: dict[Month, Count]) -> dict[Month, tuple[Standing, ...]]:
    return {
        month: standings(month, TOWNS, {"镇1": sent.get(month, Count())}, frozenset(), rules)
        for month in YEAR
    }


def _rehearsed(
    *drafts: ScoredDraft,
    rules: RuleSet,
    sent: dict[Month, Count] | None = None,
    **others: object,
) -> Rehearsal:
    """A year of three towns under ``rules``, its books being what the default rules make of it."""
    facts = Facts(YEAR, TOWNS, drafts=tuple(map(DraftFacts, drafts)), **others)  # type: ignore[arg-type]
    now, then = _standings(default_rules(), sent or {}), _standings(rules, sent or {})
    entries = replay(facts, now, BOOK), replay(facts, then, under(rules, BOOK, JANUARY))
    booked = Counter[tuple[str, Month, Kind]]()
    for entry in entries[0]:
        booked[entry.unit or "", entry.booked_month, entry.kind] += entry.cents
    places = {Group.TOWN: 1}
    contests = Contest(now[YEAR[-1]], frozenset(), places), Contest(then[YEAR[-1]], frozenset(), places)
    return compared(rules, facts, booked, entries, contests)


def _of(rehearsal: Rehearsal, town: str = "镇1") -> tuple[int, int]:
    return next((row.now, row.then) for row in rehearsal.rows if row.unit.name == town)


@given(st.lists(_drafts, max_size=5))
def test_the_same_rules_move_nothing(drafts: list[ScoredDraft]) -> None:
    found = _rehearsed(*drafts, rules=replace(default_rules(), id="copy", effective_from=Month(2024, 1)))
    assert not found.causes
    for row in found.rows:
        assert (row.now, row.rank_now, row.months_now) == (row.then, row.rank_then, row.months_then)


@given(st.lists(_drafts, max_size=5), st.sampled_from(Category), st.sampled_from(Level), st.integers(0, 9000))
def test_clauses_and_months_add_up_to_what_a_unit_moves(
    drafts: list[ScoredDraft], category: Category, level: Level, cents: int
) -> None:
    rules = default_rules()
    base = {**rules.base, category: {**rules.base[category], level: cents}}
    for row in _rehearsed(*drafts, rules=replace(rules, base=base)).rows:
        assert row.change == sum(cause.change for cause in row.causes)
        assert (sum(row.months_now), sum(row.months_then)) == (row.now, row.then)


def test_a_doubled_base_doubles_what_adoptions_bring() -> None:
    rules = default_rules()
    base = {kind: {level: 2 * cents for level, cents in row.items()} for kind, row in rules.base.items()}
    quota_free = replace(rules.quota, base_completed=0, per_missing=0, zero_extra=0)
    drafts = (
        a_scored_draft(a_claim(), a_claim(Level.PROVINCE, "2022-07-20", mode=Mode.COMBINED)),
        a_scored_draft(a_claim(Level.NATIONAL, "2022-03-01"), category=Category.RESEARCH, form=Form.PHOTO),
    )
    found = _rehearsed(*drafts, rules=replace(rules, base=base))
    gained = sum(cause.now for cause in found.causes)
    assert gained == 400 + 2500
    assert sum(cause.then for cause in found.causes) == 2 * gained
    free = _rehearsed(*drafts, rules=replace(rules, base=base, quota=quota_free))
    assert _of(free)[1] == 2 * gained


def test_a_rise_in_county_news_is_told_by_its_clause_and_its_month() -> None:
    rules = default_rules()
    base = {**rules.base, Category.NEWS: {**rules.base[Category.NEWS], Level.COUNTY: 300}}
    found = _rehearsed(a_scored_draft(a_claim(on="2022-06-20")), rules=replace(rules, base=base))
    (row,) = (row for row in found.rows if row.change)
    assert [(cause.clause, cause.change) for cause in row.causes] == [("base_points.news.county", 200)]
    assert [place for place, cents in enumerate(row.months_now) if cents != row.months_then[place]] == [5]
    assert (row.rank_now, row.rank_then, row.rewarded_now, row.rewarded_then) == (1, 1, True, True)


def test_a_unit_that_overtakes_another_rises_and_the_other_falls() -> None:
    rules = default_rules()
    town_two = replace(
        a_scored_draft(a_claim(Level.PREFECTURE), category=Category.NEWS), units=(("镇2", Group.TOWN),)
    )
    county = [a_scored_draft(a_claim()) for _ in range(2)]
    base = {**rules.base, Category.NEWS: {**rules.base[Category.NEWS], Level.COUNTY: 200}}
    found = _rehearsed(town_two, *county, rules=replace(rules, base=base))
    assert [(row.unit.name, row.climbed) for row in found.rows] == [("镇1", 1), ("镇2", -1), ("镇3", 0)]
    assert [row.unit.name for row in found.risers] == ["镇1"]
    assert [row.unit.name for row in found.fallers] == ["镇2"]
    assert {row.unit.name for row in found.rewarded_otherwise} == {"镇1", "镇2"}


def test_another_quota_is_owed_in_every_month() -> None:
    rules = default_rules()
    quota = replace(rules.quota, required={**rules.quota.required, Group.TOWN: 1})
    sent = {JUNE: Count(received=1, valid=1, weighted=1)}
    found = _rehearsed(rules=replace(rules, quota=quota), sent=sent)
    now, then = _of(found)  # one short in June and nothing in eleven months; then done in June
    assert (now, then) == (-100 - 11 * 300, 200 - 11 * 200)


def test_other_amounts_for_commissions_and_deductions_count() -> None:
    rules = default_rules()
    asked, due = date(2022, 6, 1), date(2022, 6, 20)
    late = Commission("镇1", "约稿", asked, due, id=1, not_done_on=date(2022, 7, 1), booked_month=JUNE)
    told = Deduction(
        "镇1", "untrue", "失实", due, "研究室", id=1, confirmed_on=due, confirmed_by="周", booked_month=JUNE
    )
    dearer = replace(
        rules,
        commission=replace(rules.commission, not_done=-1000),
        deductions={**rules.deductions, "untrue": replace(rules.deductions["untrue"], cents=-800)},
    )
    found = _rehearsed(
        rules=dearer,
        commissions=(CommissionFacts(late, (("镇1", Group.TOWN),)),),
        deductions=(told,),
    )
    moved = {cause.clause: (cause.now, cause.then) for cause in found.causes}
    assert moved == {"commission.not_done": (-500, -1000), "deductions.untrue": (-500, -800)}


def test_a_cap_takes_back_what_county_news_bring_beyond_it() -> None:
    capped = replace(default_rules(), county_news_month_cap=150)
    found = _rehearsed(*(a_scored_draft(a_claim()) for _ in range(3)), rules=capped)
    assert [(cause.clause, cause.now, cause.then) for cause in found.causes] == [
        ("multi_adoption.county_news_month_cap", 0, -150)
    ]


def test_what_was_booked_before_the_period_is_not_booked_again() -> None:
    draft = a_scored_draft(a_claim(on="2021-12-20"), a_claim(Level.PROVINCE, "2022-02-20"))
    booked = Entry(
        Kind.ADOPTION, Month(2021, 12), 100, "old", "base_points.news.county", "1", unit="镇1", draft=1
    )
    book = under(default_rules(), BOOK, JANUARY)
    facts = Facts(YEAR, TOWNS, drafts=(DraftFacts(draft, earlier=(booked,)),))
    entries = replay(facts, dict.fromkeys(YEAR, ()), book)
    assert [(str(entry.booked_month), entry.cents) for entry in entries] == [("2022-02", 700)]


def test_rules_in_rehearsal_hold_from_the_first_month_whenever_they_begin() -> None:
    later = replace(default_rules(), id="later", effective_from=Month(2025, 1), county_news_month_cap=1)
    book = under(later, RuleBook((default_rules(),)), JULY)
    assert book.at(JUNE).id == default_rules().id
    assert (book.at(JULY).id, book.at(Month(2024, 1)).id) == ("later", "later")


def test_the_places_of_the_awards_are_all_grades_of_a_group_together() -> None:
    text = "[awards]\ntown = { first = 1, second = 2 }\noffice = { excellent = 1 }\nmin_active_months = 6\n"
    assert _awards(text).group_places == {Group.TOWN: 3, Group.BUREAU: 0, Group.OFFICE: 1}
    assert set(_awards("").group_places.values()) == {0}


def _awards(toml: str) -> AwardRules:
    return AwardReader(tomllib.loads(toml), "细则.toml").awards()

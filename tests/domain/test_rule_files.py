"""Rule files: read whole, or refused with the key that is wrong."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain import rules
from jinshi_desk.domain.award_rules import Award, AwardRules, TieBreaker
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import BadRules, NoRules
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules
from jinshi_desk.services import defaults
from tests.office import JULY, JUNE, MAY, changed, default_rules

POINTS = [
    *(f"base_points.{category}.{level}" for category in Category for level in Level),
    *(f"instruction_bonus.{level}" for level in Level),
    "quota.base_completed",
    "commission.on_time",
    "multi_adoption.county_news_month_cap",
]
DEDUCTIONS = [f"deductions.{kind}" for kind in default_rules().deductions]
FACTORS = [
    "factors.mode.sole",
    "factors.mode.combined",
    "factors.mode.excerpt",
    "factors.mode.mention",
    "factors.form.text",
    "factors.form.photo",
    "factors.form.brief",
    "factors.form.short_video",
    "factors.form.feature_video",
    "factors.position.normal",
    "factors.position.headline",
]
PENALTIES = [
    "quota.per_missing",
    "quota.zero_extra",
    "commission.late",
    "commission.not_done",
    *(f"{key}.points" for key in DEDUCTIONS),
]
WHOLE = [
    "quota.groups.town",
    "quota.groups.bureau",
    "quota.groups.office",
    "quota.grace_close_day",
    "categories.news.quota_weight",
    "categories.essay.quota_weight",
    "categories.experience.quota_weight",
    "categories.research.quota_weight",
    "authors.max_authors",
    "time.evidence_days",
]
CHOICES = ["multi_adoption.policy", "quota.count_basis", "authors.split"]
TEXTS = [
    "ruleset.id",
    "ruleset.title",
    "ruleset.doc_no",
    "ruleset.effective_from",
    "time.year_close",
    *(f"{key}.name" for key in DEDUCTIONS),
    *CHOICES,
]
LISTS = ["authors.ratio", "authors.exclude_roles", "ranking.unranked_units"]
FIXED = {
    "ruleset.rounding": "half_up_0.1",
    "multi_adoption.book_difference": False,
    "quota.joint_counts_for": "all",
    "quota.carry_over": True,
    "joint_units.split": "full_each",
    "joint_units.across_groups": "equal",
    "time.attribution": "received_on",
    "ranking.method": "dense",
    "ranking.tie_breakers_month": ["national_count"],
}
EVERY_KEY = [*POINTS, *FACTORS, *PENALTIES, *WHOLE, *TEXTS, *LISTS, *FIXED]


def _with(key: str, value: object) -> str:
    """The shipped rule file with another value under ``key``; none takes the key out."""
    table = defaults.table(defaults.folder() / "rules_default.toml")
    *path, last = key.split(".")
    place: dict[str, Any] = table
    for part in path:
        place = place[part]
    assert last in place
    if value is None:
        del place[last]
    else:
        place[last] = value
    return _toml(table)


def _toml(table: dict[str, Any]) -> str:
    return "\n".join(f"{key} = {_value(value)}" for key, value in table.items())


def _value(value: object) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"'
    return str(value)


def _refusal(text: str) -> tuple[str, str]:
    with pytest.raises(BadRules) as refused:
        read_rules(text, "考核细则.toml")
    file, key, fault, *_ = refused.value.args
    assert file == "考核细则.toml"
    sentence = complaints.error_sentence(refused.value)
    assert "考核细则.toml" in sentence
    assert (key or " 行") in sentence
    return key, fault


def test_the_shipped_rules_say_what_the_rules_page_says(default_rules: RuleSet) -> None:
    assert default_rules.effective_from == Month(2022, 1)
    assert default_rules.base[Category.RESEARCH][Level.NATIONAL] == 5000
    assert (default_rules.quota.per_missing, default_rules.quota.late) == (-100, -50)
    assert default_rules.authors.ratio == (Decimal("0.6"), Decimal("0.4"))
    assert default_rules.unranked == {"YJS"}


def test_rewriting_the_shipped_rules_changes_nothing(default_rules: RuleSet) -> None:
    assert read_rules(_with("ruleset.doc_no", "")) == default_rules


@pytest.mark.parametrize("key", EVERY_KEY)
def test_a_missing_key_is_named(key: str) -> None:
    assert _refusal(_with(key, None)) == (key, "missing")


@pytest.mark.parametrize("key", [*POINTS, *FACTORS, *WHOLE])
def test_a_negative_value_is_named(key: str) -> None:
    assert _refusal(_with(key, -1)) == (key, "negative")


@pytest.mark.parametrize("key", PENALTIES)
def test_a_penalty_that_rewards_is_named(key: str) -> None:
    assert _refusal(_with(key, 1)) == (key, "positive")


@pytest.mark.parametrize("wrong", ["5", True, [1], float("nan"), float("inf"), 10_001])
@pytest.mark.parametrize("key", ["base_points.news.county", "factors.mode.sole", "quota.per_missing"])
def test_what_is_not_a_number_of_points_is_named(key: str, wrong: object) -> None:
    assert _refusal(_with(key, wrong)) == (key, "number")


@pytest.mark.parametrize("key", [*POINTS, *FACTORS, *PENALTIES])
def test_a_number_written_as_text_is_named(key: str) -> None:
    assert _refusal(_with(key, "5")) == (key, "number")


@pytest.mark.parametrize("wrong", ["2", 1.5, True])
@pytest.mark.parametrize("key", WHOLE)
def test_what_is_not_a_whole_number_is_named(key: str, wrong: object) -> None:
    assert _refusal(_with(key, wrong)) == (key, "whole")


@pytest.mark.parametrize(
    ("key", "value"),
    [("authors.max_authors", 0), ("quota.grace_close_day", 29), ("authors.ratio", [0, 1])],
)
def test_a_number_out_of_range_is_named(key: str, value: object) -> None:
    assert _refusal(_with(key, value)) == (key, "range")


@pytest.mark.parametrize("key", TEXTS)
def test_what_is_not_text_is_named(key: str) -> None:
    assert _refusal(_with(key, 5)) == (key, "text")


@pytest.mark.parametrize("key", ["ruleset.id", "ruleset.title", "multi_adoption.policy"])
def test_an_empty_text_is_named(key: str) -> None:
    assert _refusal(_with(key, "  ")) == (key, "text")


@pytest.mark.parametrize("key", CHOICES)
def test_an_unknown_choice_is_named(key: str) -> None:
    assert _refusal(_with(key, "average")) == (key, "choice")


@pytest.mark.parametrize(("key", "other"), FIXED.items(), ids=FIXED)
def test_a_switch_with_one_setting_is_not_silently_ignored(key: str, other: object) -> None:
    assert _refusal(_with(key, other)) == (key, "choice")


@pytest.mark.parametrize("key", LISTS)
def test_what_is_not_a_list_is_named(key: str) -> None:
    assert _refusal(_with(key, "YJS")) == (key, "list")


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("authors.ratio", [], "list"),
        ("authors.ratio", ["a"], "number"),
        ("authors.ratio", [-1], "negative"),
        ("authors.exclude_roles", [1], "list"),
        ("authors.exclude_roles", ["driver"], "choice"),
        ("ruleset.effective_from", "2022-13", "month"),
        ("ruleset.effective_from", "六月", "month"),
        ("time.year_close", "01-40", "month_day"),
        ("time.year_close", "13-01", "month_day"),
        ("time.year_close", "10", "month_day"),
    ],
)
def test_a_value_of_the_right_kind_that_makes_no_sense_is_named(key: str, value: object, fault: str) -> None:
    assert _refusal(_with(key, value)) == (key, fault)


@pytest.mark.parametrize("text", ["[quota", "\x00", "a = 1\na = 2"])
def test_what_is_not_toml_is_refused_whole(text: str) -> None:
    key, fault = _refusal(text)
    assert not key
    assert fault in complaints._RULE_FAULT


def test_a_value_where_a_table_belongs_is_missing_keys() -> None:
    assert _refusal(_with("base_points", 5))[1] == "missing"


# ---- several versions


def test_the_version_in_force_is_the_last_that_began(rule_book: RuleBook) -> None:
    book = changed(rule_book, JUNE)
    assert [book.at(month).id for month in (MAY, JUNE, JULY)] == [
        "default-2022",
        "rules-2022-06",
        "rules-2022-06",
    ]


def test_before_the_first_version_there_are_no_rules(rule_book: RuleBook) -> None:
    assert rule_book.find(Month(2021, 12)) is None
    with pytest.raises(NoRules) as refused:
        rule_book.at(Month(2021, 12))
    assert "2021-12" in complaints.error_sentence(refused.value)


def test_every_key_that_is_read_is_tried_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a key added to the reader gets its bad cases too."""
    asked: set[str] = set()
    find: Callable[[Any, str], Any] = rules._Reader._find

    def remember(self: Any, key: str) -> Any:
        asked.add(key)
        return find(self, key)

    monkeypatch.setattr(rules._Reader, "_find", remember)
    read_rules(_with("ruleset.doc_no", ""))
    assert asked == set(EVERY_KEY)


# ---- awards


def _shipped() -> str:
    return (defaults.folder() / "rules_default.toml").read_text(encoding="utf-8")


def test_awards_are_read_by_group_person_and_category() -> None:
    awards = default_rules().awards
    assert awards.places[Award.TOWN] == {"first": 1, "second": 2, "third": 2}
    assert awards.places[Award.PERSON] == {"excellent": 10}
    assert awards.places[Award.NEWS] == {"excellent": 3}
    assert awards.breakers == tuple(TieBreaker)
    assert awards.min_active_months == 6


def test_a_rule_file_without_awards_gives_none() -> None:
    text = _shipped()
    rules = read_rules(text[: text.index("[awards]")].replace("tie_breakers_award", "# tie_breakers_award"))
    assert rules.awards == AwardRules({}, tuple(TieBreaker), 0)


@pytest.mark.parametrize(
    ("written", "instead", "key", "what"),
    [
        ("first = 1, second = 2,", "first = -1,", "awards.town.first", "negative"),
        ("town   = { first = 1, second = 2, third = 2 }", "town = 3", "awards.town", "table"),
        ("article = { news = 3,", "article = { poem = 3,", "awards.article.poem", "choice"),
        ("article = {", "article = 9 # {", "awards.article", "table"),
        ("min_active_months = 6", "min_active_months = 13", "awards.min_active_months", "range"),
        ('"national_count", ', '"luck", ', "ranking.tie_breakers_award", "choice"),
    ],
)
def test_a_slip_in_the_awards_is_named_by_its_key(written: str, instead: str, key: str, what: str) -> None:
    text = _shipped()
    assert written in text
    with pytest.raises(BadRules) as caught:
        read_rules(text.replace(written, instead))
    assert caught.value.args[1:3] == (key, what)

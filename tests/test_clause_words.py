"""Every key and value of a rule file is called something in Chinese."""

import re
from decimal import Decimal

import pytest

from jinshi_desk import paths
from jinshi_desk.clause_words import (
    CHOICES,
    SECTION,
    condition_word,
    full_word,
    item_word,
    meaning,
    value_word,
)
from jinshi_desk.domain.rule_changes import rule_changes
from jinshi_desk.domain.rules import parsed
from jinshi_desk.services.rule_fields import FieldKind, RuleField, RuleFields

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
TABLE = parsed(SHIPPED)
KEYS = [change.key for change in rule_changes({}, TABLE)]
FIELDS = RuleFields(TABLE, {"YJS": "研究室"})


def _field(key: str) -> RuleField:
    return next(each for each in FIELDS.by_section[key.partition(".")[0]] if each.key == key)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_has_a_name_of_its_own_in_chinese(key: str) -> None:
    assert re.fullmatch(r"[^a-zA-Z_]+", full_word(key, TABLE))
    assert [other for other in KEYS if full_word(other, TABLE) == full_word(key, TABLE)] == [key]


def test_the_sections_are_those_of_the_shipped_file() -> None:
    assert list(SECTION) == list(TABLE) == list(FIELDS.by_section)
    assert full_word("ruleset") == "基本情况"
    assert full_word("weather.rain") == "weather：rain"


def test_types_and_grades_of_the_office_are_called_as_it_calls_them() -> None:
    own = {"deductions": {"rumour": {"name": "传播不实"}}}
    assert item_word("deductions.rumour.points", own) == "传播不实·每次计分"
    assert item_word("awards.office.good") == "部机关组室·good"
    assert meaning("quota.per_missing") == "写负数或 0。"
    assert meaning("quota.base_completed") == ""


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("quota.per_missing", Decimal("-0.50"), "−0.5"),
        ("quota.per_missing", Decimal("0.0"), "0"),
        ("quota.carry_over", False, "否"),
        ("multi_adoption.policy", "sum_all", "逐次累计"),
        ("authors.exclude_roles", ["reporter"], "记者"),
        ("ranking.tie_breakers_month", [], "无"),
        ("ranking.method", "competition", "并列占名次（1、2、2、4）"),
        ("ruleset.doc_no", "", "（空）"),
        ("ruleset.title", None, "—"),
        ("quarter_grade.fair.when", "missed_months==1", "缺报月数为1"),
        ("awards.town", {"first": 1}, "{'first': 1}"),
    ],
)
def test_a_value_is_written_as_the_office_reads_it(key: str, value: object, said: str) -> None:
    assert value_word(key, value) == said


def test_a_condition_is_put_into_words() -> None:
    own = {"deductions": {"rumour": {"name": "传播不实"}}}
    assert condition_word("missed_months>=2 or has_deduction('rumour','late')", own) == (
        "缺报月数≥2，或有传播不实、迟报扣分"
    )
    assert condition_word("rank_pct<=0.125 and missed_months < 2") == "名次在前12.5%，且缺报月数小于2"


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("quota.per_missing", "－０．５", Decimal("-0.5")),
        ("quota.grace_close_day", "6", 6),
        ("quota.grace_close_day", "6.5", Decimal("6.5")),
        ("quota.grace_close_day", "六", "六"),
        ("quota.grace_close_day", "1e999999", "1e999999"),
        ("quota.grace_close_day", "NaN", "NaN"),
        ("quota.remind_days", "10，20", [10, 20]),
        ("authors.ratio", "0.7、0.3", [Decimal("0.7"), Decimal("0.3")]),
        ("authors.exclude_roles", "记者", ["reporter"]),
        ("ranking.unranked_units", "研究室；某处", ["YJS", "某处"]),
        ("quarter_grade.order", "一般、差", ["fair", "poor"]),
        ("ruleset.title", " 细则 ", "细则"),
    ],
)
def test_what_is_typed_is_meant_as_the_rules_write_it(key: str, typed: str, meant: object) -> None:
    assert FIELDS.typed(_field(key), typed) == meant


def test_every_field_is_typed_the_way_its_value_is() -> None:
    assert _field("deductions.late.void_item").kind is FieldKind.SWITCH
    assert _field("ranking.method").kind is FieldKind.FIXED
    assert _field("multi_adoption.policy").kind is FieldKind.CHOICE
    assert set(CHOICES) <= set(KEYS)
    assert FIELDS.shown(_field("quarter_grade.order")) == "差、一般、好、较好"
    for fields in FIELDS.by_section.values():
        for field in fields:
            if field.kind in (FieldKind.NUMBER, FieldKind.LIST, FieldKind.TEXT):
                assert FIELDS.typed(field, FIELDS.shown(field)) == field.value

"""Faults of a rule file: each found at once, in Chinese, with its line."""

from decimal import Decimal

import pytest

from jinshi_desk import paths
from jinshi_desk.complaints import error_sentence, rule_fault_phrase
from jinshi_desk.domain.errors import BadRules
from jinshi_desk.domain.rule_faults import faults
from jinshi_desk.domain.rule_lines import line_of
from jinshi_desk.domain.rules import parsed, read_rules

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
LINES = SHIPPED.splitlines()


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("a = 1\na = 2", "twice", 2),
        ("[a]\nb = 1\n[a]", "twice", 3),
        ("a = { b = 1, b = 2 }", "twice", 1),
        ("\na 1", "no_equals", 2),
        ("中 = 1", "statement", 1),
        ("[a", "table_name", 1),
        ("a = [1, 2", "open_list", 1),
        ("a = { b = 1 c = 2 }", "open_braces", 1),
        ("a = 1 说明", "more_after", 1),
        ('a = "文', "open_text", 1),
        ('a = "文\nb = 1', "open_text", 1),
        ('a = "\\文"', "backslash", 1),
        ('a = "\\uXXXX"', "backslash", 1),
        ("a = 二", "value", 1),
        ("a = 1。5", "more_after", 1),
        ("a = 2022-02-30", "value", 1),
        ("a.= 1", "key_name", 1),
        ('a = """文', "open_text", 1),
        ("[a]]", "more_after", 1),
        ("= 1", "statement", 1),
    ],
)
def test_a_line_that_cannot_be_read_is_told_in_chinese(text: str, fault: str, line: int) -> None:
    with pytest.raises(BadRules) as refused:
        parsed(text, "细则.toml")
    assert refused.value.args == ("细则.toml", "", fault, "", line)
    said = error_sentence(refused.value)
    assert said.startswith(f"规则文件 细则.toml 第 {line} 行{rule_fault_phrase(fault)}")
    assert not set("abcdefghij") & set(said.removeprefix("规则文件 细则.toml"))


def _place(start: str) -> int:
    return next(number for number, line in enumerate(LINES, start=1) if line.startswith(start))


def test_a_value_is_found_where_it_stands_or_would_stand() -> None:
    assert line_of(SHIPPED, "base_points.research.national") == _place("research   = { county")
    assert line_of(SHIPPED, "factors.form.photo") == _place("photo ")
    assert line_of(SHIPPED, "quota.unheard_of") == _place("[quota]")
    assert line_of(SHIPPED, "nowhere.at_all") is None


def test_a_rule_that_cannot_be_is_told_with_its_line() -> None:
    with pytest.raises(BadRules) as refused:
        read_rules(SHIPPED.replace("per_missing = -1.0", "per_missing = 1.0"), "细则.toml")
    line = _place("per_missing")
    said = f"规则文件 细则.toml 第 {line} 行的“quota.per_missing”不能是正数，改正后再用；原有规则没有改动。"
    assert error_sentence(refused.value) == said


def test_all_faults_are_found_at_once() -> None:
    wrong = {
        "county = 1.0": "county = -1.0",
        "per_missing = -1.0": 'per_missing = "一分"',
        'policy = "highest"': 'policy = "most"',
        "max_authors = 3": "",
        "[awards]": "awards = 3\n[more]",
        "secrecy          =": "Bad = { name = 3 }\nsecrecy =",
    }
    text = SHIPPED
    for written, instead in wrong.items():
        assert written in text
        text = text.replace(written, instead, 1)
    text = text.replace("awards = 3\n", "", 1)
    found = {(key, fault) for key, fault, _ in faults(parsed(text), parsed(SHIPPED))}
    assert found == {
        ("base_points.news.county", "negative"),
        ("quota.per_missing", "number"),
        ("multi_adoption.policy", "choice"),
        ("authors.max_authors", "missing"),
        ("deductions.Bad", "identifier"),
    }
    assert not list(faults(parsed(SHIPPED), parsed(SHIPPED)))


def test_even_a_table_that_is_no_table_is_healed_to_read_on() -> None:
    table = parsed(SHIPPED)
    table["quota"] = 3
    table["commission"]["late"] = Decimal(1)
    del table["time"]
    found = [key for key, _, _ in faults(table, parsed(SHIPPED))]
    assert "commission.late" in found
    assert any(key.startswith("quota.") for key in found)
    assert any(key.startswith("time.") for key in found)

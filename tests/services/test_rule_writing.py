"""A rule file written anew: what is not asked for stays letter for letter."""

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk import paths
from jinshi_desk.domain.errors import BadRules
from jinshi_desk.domain.rules import parsed, read_rules
from jinshi_desk.services.rule_writing import RuleValue, rewritten

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")


def _differing(values: dict[str, RuleValue | None]) -> list[tuple[str, str]]:
    lines = rewritten(SHIPPED, values).splitlines()
    return [pair for pair in zip(SHIPPED.splitlines(), lines, strict=True) if pair[0] != pair[1]]


def test_a_value_is_written_in_its_place_and_its_comment_stays() -> None:
    ((before, after),) = _differing({"quota.per_missing": Decimal("-0.5")})
    assert after == before.replace("-1.0", "-0.5")
    ((before, after),) = _differing({"base_points.news.province": Decimal(6)})
    assert after == before.replace("province = 8.0", "province = 6.0")
    ((before, after),) = _differing({"quota.grace_close_day": 3})
    assert after == before.replace("= 5", "= 3")
    ((before, after),) = _differing({"ranking.unranked_units": ["YJS", "BGS"]})
    assert after.startswith('unranked_units = ["YJS", "BGS"]')
    assert after.endswith("列表但不排名")


def test_what_is_said_already_stays_as_it_is_written() -> None:
    assert not _differing({"quota.per_missing": Decimal(-1), "ruleset.doc_no": "", "quota.carry_over": False})


def test_a_switch_a_type_and_a_table_that_were_not_there_are_added_and_taken_out() -> None:
    more = rewritten(
        SHIPPED,
        {
            "deductions.late.void_item": True,
            "deductions.rumour.name": "传播不实",
            "deductions.rumour.points": Decimal(-3),
        },
    )
    rules = read_rules(more)
    assert rules.deductions["late"].void_item
    assert (rules.deductions["rumour"].name, rules.deductions["rumour"].cents) == ("传播不实", -300)
    again = rewritten(more, {"deductions.late.void_item": None, "deductions.rumour": None})
    assert read_rules(again) == read_rules(SHIPPED)
    assert rewritten(SHIPPED, {"nowhere.at.all": None}) == SHIPPED


def test_a_whole_number_stays_one_and_yes_is_not_one() -> None:
    assert "quota_weight = 2 }" in rewritten(SHIPPED, {"categories.news.quota_weight": Decimal(2)})
    text = rewritten("[a]\nb = 1\n", {"a.b": True})
    assert parsed(text) == {"a": {"b": True}}


def test_a_text_that_cannot_be_read_is_not_written() -> None:
    with pytest.raises(BadRules):
        rewritten("a = ", {"a": 1})


@given(st.decimals(min_value=-100, max_value=100, places=2), st.text(max_size=20))
def test_whatever_is_written_is_read_again(number: Decimal, words: str) -> None:
    text = rewritten(SHIPPED, {"commission.late": number, "ruleset.title": words})
    table = parsed(text)
    assert (table["commission"]["late"], table["ruleset"]["title"]) == (number, words)
    assert text.count("#") >= SHIPPED.count("#")


def test_the_writer_is_loaded_only_when_it_writes() -> None:
    program = "import sys, jinshi_desk.services.counting; print('tomlkit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

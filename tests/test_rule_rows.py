"""Every row of the rules' tables of edge cases and small print (§3.4, §3.6) has tests by name."""

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
TABLES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "rule_rows.toml").read_text(encoding="utf-8"))
ROWS: dict[str, list[str]] = TABLES["edge_cases"] | TABLES["small_print"]
ROWS_OF_THE_RULES = 24 + 24


@pytest.fixture(scope="module")
def tests() -> frozenset[str]:
    """The names of all tests, read and not run."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in HERE.rglob("test_*.py"))
    return frozenset(
        node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    )


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_rules_has_its_tests(row: str, tests: frozenset[str]) -> None:
    assert ROWS[row]
    assert set(ROWS[row]) <= tests


def test_no_row_is_left_out() -> None:
    waiting = {row for row in TABLES["later"] if ":" not in row}  # the others are halves of rows
    assert not waiting & ROWS.keys()
    assert len(ROWS) + len(waiting) == ROWS_OF_THE_RULES


def test_what_waits_is_half_of_a_row_there_is_or_all_of_one() -> None:
    halves = {row.split(":")[0] for row in TABLES["later"] if ":" in row}
    assert halves <= ROWS.keys()
    assert all(TABLES["later"].values())

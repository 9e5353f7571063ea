"""What every test shares: Qt without a screen, the shipped defaults, small months to work with."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from jinshi_desk import paths
from jinshi_desk.domain.rules import RuleBook, RuleSet, read_rules

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def default_rules() -> RuleSet:
    """The rule set the program ships."""
    return read_rules((paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def rule_book(default_rules: RuleSet) -> RuleBook:
    """The rules of an office that never changed them."""
    return RuleBook((default_rules,))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample inputs with their expected results."""
    return Path(__file__).parent / "samples"

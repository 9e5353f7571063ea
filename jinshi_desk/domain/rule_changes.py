"""What one rule file says otherwise than another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_NAMING = ("ruleset.id", "ruleset.effective_from")
"""Versions differ in these by their nature."""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A key of the rules with its value before and after; none where it is not there."""

    key: str
    before: Any
    after: Any


def rule_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[RuleChange]:
    """Yield each difference between the tables of two rule files, in the order of the later."""
    old, new = dict(_values(before)), dict(_values(after))
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key) and key not in _NAMING:
            yield RuleChange(key, old.get(key), new.get(key))


def _values(table: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _values(value, f"{within}{name}.")
        else:
            yield f"{within}{name}", value

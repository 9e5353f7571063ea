"""Everything that is wrong with a rule file, at once; its reader alone stops at the first thing."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from jinshi_desk.domain.errors import BadRules
from jinshi_desk.domain.rules import read_table

_MOST_FAULTS = 40


def faults(table: dict[str, Any], sound: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield everything that keeps ``table`` from being a rule set: key, fault, detail.

    Each fault is healed with the value of ``sound``, or by leaving the thing out, and the rest read on.
    """
    healing = deepcopy(table)
    for _ in range(_MOST_FAULTS):
        try:
            read_table(healing)
        except BadRules as error:
            _, key, fault, detail = error.args
            yield key, fault, detail
            if not _heal(healing, key, sound):
                return
        else:
            return


def _heal(table: dict[str, Any], key: str, sound: Mapping[str, Any]) -> bool:
    """Put at ``key`` what ``sound`` has there, or take out what holds it; tell whether anything changed."""
    inside: Any = table
    good: Any = sound
    *path, last = key.split(".")
    for part in path:
        good = good.get(part) if isinstance(good, dict) else None
        if not isinstance(good, dict):
            return inside.pop(part, None) is not None
        if not isinstance(inside.get(part), dict):
            inside[part] = deepcopy(good)
            return True
        inside = inside[part]
    if last in good and inside.get(last) != good[last]:
        inside[last] = deepcopy(good[last])
        return True
    return last not in good and inside.pop(last, None) is not None

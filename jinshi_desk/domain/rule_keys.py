"""Keys of a rule file that mean nothing: a slip of the pen would otherwise leave a rule as it was, unseen."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

_OPEN = ("awards", "quarter_grade")
"""Sections whose keys the office chooses itself."""
_OF_A_DEDUCTION = ("name", "points", "void_item", "disqualify_year")
"""What may be said of a type of deduction; its own name is the office's to choose."""


def unknown_keys(table: Mapping[str, Any], shipped: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each key of a rule file that the ``shipped`` rules don't have, with the nearest, if any."""
    known = set(_keys(shipped))
    for key in _keys(table):
        section, _, rest = key.partition(".")
        if key in known or section in _OPEN:
            continue
        if section == "deductions" and rest.partition(".")[2] in _OF_A_DEDUCTION:
            continue
        yield key, next(iter(get_close_matches(key, known, 1, cutoff=0.8)), "")


def _keys(table: Mapping[str, Any], within: str = "") -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{within}{name}.")
        else:
            yield f"{within}{name}"

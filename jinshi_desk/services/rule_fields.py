"""The values of a rule file as fields of a form: how each is shown, what is meant by what is typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from jinshi_desk.clause_words import CHOICES, MEMBERS, SECTION, UNITS, value_word
from jinshi_desk.domain.rules import FIXED, LATE, NO_FORM
from jinshi_desk.services.rule_writing import RuleValue

_OPTIONAL = {"deductions": {"void_item": False, "disqualify_year": False}}
"""Switches that a file leaves out where they are off."""
_LONGEST = 20  # digits that any number may have
_SIGNS = str.maketrans("０１２３４５６７８９．－−＋", "0123456789.--+")
_SEPARATORS = str.maketrans("，,；;", "、、、、")


class FieldKind(StrEnum):
    """How a value is typed."""

    TEXT = "text"
    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    LIST = "list"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class RuleField:
    """A value of a rule file: its dotted key and what the file says there."""

    key: str
    value: Any

    @property
    def section(self) -> str:
        return self.key.partition(".")[0]

    @property
    def group(self) -> str:
        """The key of the table within the section that holds it; empty where the section itself does."""
        parent = self.key.rpartition(".")[0]
        return "" if parent == self.section else parent

    @property
    def kind(self) -> FieldKind:
        if self.key in FIXED:
            return FieldKind.FIXED
        if self.key in CHOICES:
            return FieldKind.CHOICE
        match self.value:
            case bool():
                return FieldKind.SWITCH
            case int() | float() | Decimal():
                return FieldKind.NUMBER
            case list():
                return FieldKind.LIST
        return FieldKind.TEXT


NEEDED = frozenset(f"deductions.{kind}" for kind in (LATE, NO_FORM))
"""The types of deduction that no rule file may leave out."""


class RuleFields:
    """The fields of a rule file that was read; ``units`` are names by id, of those that may be named."""

    def __init__(self, table: Mapping[str, Any], units: Mapping[str, str]) -> None:
        grades = table.get("quarter_grade", {})
        self._words = {**MEMBERS, UNITS: units, "quarter_grade.order": _grade_names(grades)}
        self.by_section: dict[str, list[RuleField]] = {name: [] for name in SECTION if name in table}
        for field in _fields(table):
            if field.section != field.key:
                self.by_section.setdefault(field.section, []).append(field)

    def shown(self, field: RuleField) -> str:
        """Return what stands in the field."""
        match field.kind:
            case FieldKind.FIXED | FieldKind.NUMBER:
                return value_word(field.key, field.value)
            case FieldKind.LIST:
                known = self._words.get(field.key, {})
                return "、".join(known.get(str(each), str(each)) for each in field.value)
        return str(field.value)

    def typed(self, field: RuleField, text: str) -> RuleValue:
        """Return what is meant by ``text``; what is no number stays as typed, for the reader to say so."""
        match field.kind:
            case FieldKind.NUMBER:
                return _number(text, field.value)
            case FieldKind.LIST:
                return self._list(field, text)
        return text.strip()

    def _list(self, field: RuleField, text: str) -> list[Any]:
        parts = [part.strip() for part in text.translate(_SEPARATORS).split("、") if part.strip()]
        known = self._words.get(field.key, {})
        by_word = {word: member for member, word in known.items()}
        if field.value and not isinstance(field.value[0], str):
            return [_number(part, field.value[0]) for part in parts]
        return [by_word.get(part, part) for part in parts]


def _grade_names(grades: Mapping[str, Any]) -> Mapping[str, str]:
    """Return what the grades of the quarter are called, by their keys."""
    named = {key: grade.get("name") for key, grade in grades.items() if isinstance(grade, dict)}
    return {key: name for key, name in named.items() if isinstance(name, str)}


def _number(text: str, old: object) -> RuleValue:
    try:
        number = Decimal(text.translate(_SIGNS).strip())
    except InvalidOperation:
        return text.strip()
    if not number.is_finite() or len(f"{number:e}") > _LONGEST or abs(number.adjusted()) > _LONGEST:
        return text.strip()
    whole = isinstance(old, int) and number == number.to_integral_value()
    return int(number) if whole else number


def _fields(table: Mapping[str, Any], within: str = "") -> Iterator[RuleField]:
    for name, value in table.items():
        if isinstance(value, dict):
            optional = _OPTIONAL.get(within.removesuffix("."), {})
            plain = {part: inner for part, inner in value.items() if part not in optional}
            switches = {part: value.get(part, off) for part, off in optional.items()}
            yield from _fields(plain | switches, f"{within}{name}.")
        else:
            yield RuleField(f"{within}{name}", value)

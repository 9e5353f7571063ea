"""What the rules say of the grades of a quarter (§6.5): conditions, read in order, the first that holds."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from jinshi_desk.domain.toml_tables import TableReader

_KEY = "quarter_grade"
_LIMIT = 500  # characters of a condition
_NUMBERS = ("missed_months", "rank_pct")
_FUNCTION = "has_deduction"
_OPERATORS = {ast.GtE: ">=", ast.LtE: "<=", ast.Eq: "==", ast.Gt: ">", ast.Lt: "<"}


@dataclass(frozen=True, slots=True)
class Graded:
    """What a unit's quarter is graded by: months missed, its share of the ranks, its types of deduction.

    ``rank_pct`` is rank ÷ ranked units of the group: the third of ten has 0.3; none without a rank.
    """

    missed_months: int
    rank_pct: Decimal | None
    deductions: frozenset[str]


class Condition(Protocol):
    """Something that is or is not so of a unit's quarter."""

    def holds(self, of: Graded) -> bool: ...


@dataclass(frozen=True, slots=True)
class Comparison:
    """``missed_months >= 2``; what has no rank compares with nothing."""

    name: str
    operator: str
    number: Decimal

    def holds(self, of: Graded) -> bool:
        value = of.rank_pct if self.name == "rank_pct" else of.missed_months
        if value is None:
            return False
        match self.operator:
            case ">=":
                return bool(value >= self.number)
            case "<=":
                return bool(value <= self.number)
            case ">":
                return bool(value > self.number)
            case "<":
                return bool(value < self.number)
        return bool(value == self.number)


@dataclass(frozen=True, slots=True)
class Deducted:
    """``has_deduction('untrue', 'plagiarism')``: one of them was confirmed."""

    types: tuple[str, ...]

    def holds(self, of: Graded) -> bool:
        return bool(of.deductions.intersection(self.types))


@dataclass(frozen=True, slots=True)
class Joined:
    """Several conditions, all of which must hold, or ``either`` one of them."""

    parts: tuple[Condition, ...]
    either: bool

    def holds(self, of: Graded) -> bool:
        each = (part.holds(of) for part in self.parts)
        return any(each) if self.either else all(each)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: Condition

    def holds(self, of: Graded) -> bool:
        return not self.part.holds(of)


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade, ``id`` as the file names it, ``name`` as it is printed."""

    id: str
    name: str
    when: Condition


def grade_of(unit: Graded, grades: Iterable[Grade]) -> Grade | None:
    """Return the first grade whose condition holds; none where none does."""
    return next((each for each in grades if each.when.holds(unit)), None)


class GradeReader(TableReader):
    """Reads ``[quarter_grade]``; a rule file that says nothing of grades gives none."""

    def grades(self, deductions: Iterable[str]) -> tuple[Grade, ...]:
        """Return the grades in the order they are tried; conditions may name the types of ``deductions``.

        Raises:
            BadRules: a grade of the order is not there, or its condition can't be read.
        """
        if _KEY not in self._table:
            return ()
        known = frozenset(deductions)
        return tuple(self._grade(f"{_KEY}.{name}", name, known) for name in self._texts(f"{_KEY}.order"))

    def _grade(self, key: str, name: str, known: frozenset[str]) -> Grade:
        text = self._text(f"{key}.when")
        try:
            if len(text) > _LIMIT:
                raise ValueError
            read = ast.parse(text, mode="eval").body
        except (SyntaxError, ValueError):
            raise self._bad(f"{key}.when", "condition") from None
        return Grade(name, self._text(f"{key}.name"), self._condition(read, f"{key}.when", known))

    def _condition(self, read: ast.expr, key: str, known: frozenset[str]) -> Condition:
        match read:
            case ast.BoolOp(op=joint, values=values):
                parts = tuple(self._condition(each, key, known) for each in values)
                return Joined(parts, either=isinstance(joint, ast.Or))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self._condition(operand, key, known))
            case ast.Compare(left=ast.Name(id=name), ops=[operator], comparators=[ast.Constant(value=value)]):
                if name in _NUMBERS and type(operator) in _OPERATORS and _is_number(value):
                    return Comparison(name, _OPERATORS[type(operator)], Decimal(str(value)))
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name == _FUNCTION and args:
                types = tuple(each.value for each in args if isinstance(each, ast.Constant))
                if len(types) == len(args) and known.issuperset(types):
                    return Deducted(tuple(map(str, types)))
        raise self._bad(key, "condition")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)

"""Reading a TOML table key by key; whatever is wrong is named by its key."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from jinshi_desk.domain.errors import BadMonth, BadRules
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import CENTS_A_POINT, to_cents

K = TypeVar("K", bound=StrEnum)


class TableReader:
    """Takes one TOML table apart, naming the key in every complaint."""

    def __init__(self, table: dict[str, Any], source: str) -> None:
        self._table = table
        self._source = source

    def _points_by(self, key: str, kind: type[K]) -> Mapping[K, int]:
        """Return points, none negative, for every member of ``kind``."""
        return {name: self._points(f"{key}.{name}") for name in kind}

    def _find(self, key: str) -> Any:
        value: Any = self._table
        for part in key.split("."):
            if not isinstance(value, dict) or part not in value:
                raise self._bad(key, "missing")
            value = value[part]
        return value

    def _number(self, value: Any, key: str) -> Decimal:
        """Return ``value`` as a number that is not negative."""
        number = self._signed(value, key)
        if number < 0:
            raise self._bad(key, "negative")
        return number

    def _signed(self, value: Any, key: str) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self._bad(key, "number")
        number = Decimal(value)
        if not number.is_finite() or abs(number) > 10_000:
            raise self._bad(key, "number")
        return number

    def _points(self, key: str) -> int:
        return self._cents(self._number(self._find(key), key), key)

    def _penalty(self, key: str) -> int:
        points = self._signed(self._find(key), key)
        if points > 0:
            raise self._bad(key, "positive")
        return self._cents(points, key)

    def _cents(self, points: Decimal, key: str) -> int:
        """Return ``points`` in cents; a third decimal would be rounded away unseen."""
        cents = to_cents(points)
        if Decimal(cents) != points * CENTS_A_POINT:
            raise self._bad(key, "decimals")
        return cents

    def _whole(self, key: str, least: int = 0, most: int = 10_000) -> int:
        value = self._find(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._bad(key, "whole")
        if value < 0:
            raise self._bad(key, "negative")
        if not least <= value <= most:
            raise self._bad(key, "range")
        return value

    def _flag(self, table: Mapping[str, Any], key: str, name: str) -> bool:
        """Return the switch ``name`` of the table under ``key``; off where it isn't there."""
        value = table.get(name, False)
        if not isinstance(value, bool):
            raise self._bad(f"{key}.{name}", "flag")
        return value

    def _text(self, key: str, *, may_be_empty: bool = False) -> str:
        value = self._find(key)
        if not isinstance(value, str) or not (value.strip() or may_be_empty):
            raise self._bad(key, "text")
        return value

    def _texts(self, key: str) -> list[str]:
        value = self._find(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._bad(key, "list")
        return value

    def _month(self, key: str) -> Month:
        try:
            return Month.parse(self._text(key))
        except BadMonth:
            raise self._bad(key, "month") from None

    def _month_day(self, key: str) -> tuple[int, int]:
        month, dash, day = self._text(key).partition("-")
        if not (
            dash and month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 28
        ):
            raise self._bad(key, "month_day")
        return int(month), int(day)

    def _choice(self, key: str, kind: type[K]) -> K:
        return self._member(self._text(key), key, kind)

    def _member(self, value: str, key: str, kind: type[K]) -> K:
        try:
            return kind(value)
        except ValueError:
            raise self._bad(key, "choice") from None

    def _require(self, key: str, *, value: object) -> None:
        """Refuse a switch that has one setting only, rather than ignore another one silently."""
        if self._find(key) != value:
            raise self._bad(key, "choice")

    def _bad(self, key: str, what: str) -> BadRules:
        return BadRules(self._source, key, what, "")

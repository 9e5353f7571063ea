"""The calculation of an entry read again: where it was rounded, and how it was shared (§3.3, §3.6).

An entry keeps its arithmetic as it was booked, in steps: ``3 × 0.5 × 1.5 = 2.25; → 1.13; 1.13 − 1 = 0.13``
is what the adoption is worth, the unit's part of it, and the difference to what was booked before. Rounding
is told beside it, so that whoever follows the sum with a pencil arrives at the same cent.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jinshi_desk.domain.points import CENTS_A_POINT, equal_shares, plain

_STEP = "; "
_SHARE = "→ "
_NUMBER = re.compile(r"−?\d+(?:\.\d+)?")
_LONG = 4
"""Digits after the point from which on a number is broken off with ``…``."""


def steps(arithmetic: str) -> str:
    """Write the calculation for people: ``8 × 0.5 = 4；4 − 1 = 3``."""
    return arithmetic.replace(_STEP, "；")


def roundings(arithmetic: str, among: int = 1) -> tuple[str, ...]:
    """Return each place where a fraction of a cent was rounded, exact amount first: ``1.125 → 1.13``.

    ``among`` is how many share the amount; a share that is no whole cent leaves the rest to the first listed.
    """
    return (*_of_value(arithmetic), *_of_share(arithmetic, among))


def _of_value(arithmetic: str) -> Iterator[str]:
    """Yield how the first step was rounded: a product of factors, or the average of merged units."""
    said, _, result = arithmetic.split(_STEP, maxsplit=1)[0].partition(" = ")
    if not result:
        return
    numbers = [_read(each) for each in _NUMBER.findall(said)]
    if " ÷ " in said:
        exact = sum(numbers[:-1], Fraction(0)) / numbers[-1]
    elif " × " in said:
        exact = Fraction(1)
        for number in numbers:
            exact *= number
    else:
        return
    if exact != _read(result):
        yield f"{_written(exact)} → {result}"


def _of_share(arithmetic: str, among: int) -> Iterator[str]:
    """Yield how a share of equal parts was rounded."""
    value, *later = arithmetic.split(_STEP)
    share = next((step.removeprefix(_SHARE) for step in later if step.startswith(_SHARE)), "")
    if among < 2 or not share:
        return
    whole = _read(value.rpartition(" = ")[2])
    part = whole / among
    if part != _read(share) and _cents(_read(share)) in equal_shares(_cents(whole), among):
        yield f"{plain(_cents(whole))} ÷ {among} = {_written(part)} → {share}"


def _read(text: str) -> Fraction:
    return Fraction(Decimal(text.replace("−", "-")))


def _cents(points: Fraction) -> int:
    return int(points * CENTS_A_POINT)


def _written(exact: Fraction) -> str:
    """Write a number that may not end: ``1.125``, ``2.1666…``."""
    places = 10**_LONG
    shown = abs(exact) * places
    whole, rest = divmod(int(shown), places)
    digits = f"{whole}.{rest:0{_LONG}d}"
    written = digits.rstrip("0").rstrip(".") if shown.denominator == 1 else f"{digits}…"
    return f"−{written}" if exact < 0 else written

"""Points in integer hundredths: exact multiplication, fair shares; plain writing is ``written_points``'.

All amounts here are *cents* (百分之一分). Factors are ``Decimal``; binary floats never enter.
Rounding is 四舍五入 (domain rules §3.6), away from zero at the half.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from jinshi_desk.domain.written_points import CENTS_A_POINT, in_points, plain, signed

__all__ = [
    "CENTS_A_POINT",
    "equal_shares",
    "in_points",
    "mean",
    "multiply",
    "plain",
    "shares",
    "signed",
    "to_cents",
]


def multiply(cents: int, *factors: Decimal) -> int:
    """Return ``cents`` times every factor, rounded once, at the end."""
    product = Decimal(cents)
    for factor in factors:
        product *= factor
    return int(product.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def mean(amounts: Sequence[int]) -> int:
    """Return the average of ``amounts``, of which there is at least one."""
    return int((Decimal(sum(amounts)) / len(amounts)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def to_cents(points: Decimal) -> int:
    """Return ``points`` (分) in cents."""
    return multiply(CENTS_A_POINT, points)


def shares(cents: int, weights: Sequence[Decimal]) -> tuple[int, ...]:
    """Split ``cents`` by ``weights``; the leftover cents of rounding down go to the first (§3.6).

    The shares always add up to ``cents``. ``weights`` must not be empty nor add up to nothing.
    """
    total = sum(weights, Decimal(0))
    parts = [int(Decimal(abs(cents)) * weight / total) for weight in weights]
    parts[0] += abs(cents) - sum(parts)
    return tuple(part if cents >= 0 else -part for part in parts)


def equal_shares(cents: int, count: int) -> tuple[int, ...]:
    """Split ``cents`` among ``count``, the leftover cents to the first."""
    return shares(cents, (Decimal(1),) * count)

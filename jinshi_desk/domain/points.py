"""Points in integer hundredths: exact multiplication, fair shares, plain writing.

All amounts here are *cents* (百分之一分). Factors are ``Decimal``; binary floats never enter.
Rounding is 四舍五入 (domain rules §3.6), away from zero at the half.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

CENTS_A_POINT = 100


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


def in_points(cents: int) -> float:
    """Return ``cents`` as a number of points for JSON and sheets: ``7.5``, never ``750``."""
    return cents / CENTS_A_POINT


def plain(cents: int) -> str:
    """Write ``cents`` in points without trailing zeros, with the true minus sign: ``−1.5``."""
    whole, rest = divmod(abs(cents), CENTS_A_POINT)
    digits = f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
    return f"−{digits}" if cents < 0 else digits


def signed(cents: int) -> str:
    """Write ``cents`` in points with its sign: ``+2``, ``−0.5``, ``0``."""
    return f"+{plain(cents)}" if cents > 0 else plain(cents)

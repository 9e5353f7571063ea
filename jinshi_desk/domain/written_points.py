"""Points as people and files read them. All amounts are *cents* (百分之一分)."""

CENTS_A_POINT = 100


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

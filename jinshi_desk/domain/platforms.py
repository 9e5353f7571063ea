"""What the platforms did in a month (一网一号): typed by hand until they have ledgers of their own (T11)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class PlatformMonth:
    """群发次数、编发条数、网站更新条数、关注用户数."""

    pushes: int
    articles: int
    website_updates: int
    followers: int


def pushes_a_week(pushes: int, month: Month) -> Decimal:
    """Return the pushes a week of seven days, to one decimal, 四舍五入."""
    each = Decimal(pushes) * 7 / Decimal(month.last_day.day)
    return each.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def problems(typed: PlatformMonth) -> Iterator[Problem]:
    """Yield what is wrong with the numbers typed."""
    for fact in fields(typed):
        if getattr(typed, fact.name) < 0:
            yield Problem(fact.name, "negative")

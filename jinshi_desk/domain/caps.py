"""The month cap on what a unit earns by 本级 news (``multi_adoption.county_news_month_cap``)."""

from collections.abc import Iterator, Mapping

from jinshi_desk.domain import points
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import RuleSet

CLAUSE = "multi_adoption.county_news_month_cap"
CAPPED = "base_points.news.county"
"""The clause of the entries that the cap adds up."""


def entries(month: Month, earned: Mapping[str, int], rules: RuleSet) -> Iterator[Entry]:
    """Yield what each unit gives back of the cents it ``earned`` by 本级 news; 0 means no cap."""
    cap = rules.county_news_month_cap
    for unit, cents in earned.items():
        if 0 < cap < cents:
            difference = f"{points.plain(cap)} − {points.plain(cents)} = {points.plain(cap - cents)}"
            yield Entry(Kind.ADOPTION, month, cap - cents, rules.id, CLAUSE, difference, unit=unit)

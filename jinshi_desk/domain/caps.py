"""The month cap on what a unit earns by 本级 news (``multi_adoption.county_news_month_cap``)."""

from collections.abc import Iterator, Mapping

from jinshi_desk.domain import points
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.rules import RuleSet

CLAUSE = "multi_adoption.county_news_month_cap"
CAPPED = Category.NEWS, Level.COUNTY
"""What the cap adds up: what units keep of these adoptions in a month."""


def entries(month: Month, earned: Mapping[str, int], rules: RuleSet) -> Iterator[Entry]:
    """Yield what each unit gives back of the cents it ``earned`` by 本级 news; 0 means no cap.

    What it lost again in the month, by a retraction or a void, it did not earn (docs/decisions/0040).
    """
    cap = rules.county_news_month_cap
    for unit, cents in earned.items():
        if 0 < cap < cents:
            difference = f"{points.plain(cap)} − {points.plain(cents)} = {points.plain(cap - cents)}"
            yield Entry(Kind.ADOPTION, month, cap - cents, rules.id, CLAUSE, difference, unit=unit)

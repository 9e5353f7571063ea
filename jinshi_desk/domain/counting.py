"""How drafts are counted (计数规则): the part of a rule set that the office changes from a month on (§4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.rules import CountBasis, RuleSet
from jinshi_desk.domain.unit_acts import QUOTA_LIMIT
from jinshi_desk.domain.units import Group

LAST_CLOSE_DAY = 28
MOST_WEIGHT = 9


@dataclass(frozen=True, slots=True)
class CountingRules:
    """What each group owes a month, what fills it, what a draft weighs, until which day 补报 is taken.

    A number is none where nothing was typed.
    """

    required: Mapping[Group, int | None]
    weights: Mapping[Category, int | None]
    basis: CountBasis
    close_day: int | None


def counting_of(rules: RuleSet) -> CountingRules:
    """Return what ``rules`` say of counting."""
    quota = rules.quota
    return CountingRules(dict(quota.required), dict(quota.weights), quota.count_basis, quota.grace_close_day)


def problems(counting: CountingRules) -> Iterator[Problem]:
    """Yield everything that keeps ``counting`` from being a rule."""
    quotas, weights, day = counting.required.values(), counting.weights.values(), counting.close_day
    if None in quotas:
        yield Problem("quota", "missing")
    elif any(quota < 0 for quota in quotas if quota is not None):
        yield Problem("quota", "negative")
    elif any(quota > QUOTA_LIMIT for quota in quotas if quota is not None):
        yield Problem("quota", "too_many", detail=str(QUOTA_LIMIT))
    if any(weight is None or not 0 <= weight <= MOST_WEIGHT for weight in weights):
        yield Problem("weights", "out_of_range", detail=f"0—{MOST_WEIGHT}")
    if day is None or not 0 <= day <= LAST_CLOSE_DAY:
        yield Problem("close_day", "out_of_range", detail=f"0—{LAST_CLOSE_DAY}")


def counted_by(known: RuleSet, counting: CountingRules, month: Month) -> RuleSet:
    """Return ``known`` with ``counting`` from ``month`` on: itself if it begins then, else a new one."""
    quota = replace(
        known.quota,
        required={group: quota or 0 for group, quota in counting.required.items()},
        weights={category: weight or 0 for category, weight in counting.weights.items()},
        count_basis=counting.basis,
        grace_close_day=counting.close_day or 0,
    )
    stem = known.id.partition("@")[0]
    number = known.id if known.effective_from == month else f"{stem}@{month}"
    return replace(known, id=number, effective_from=month, quota=quota)


def written_values(rules: RuleSet) -> dict[str, str | int]:
    """Return by their keys the values of a rule file that ``counted_by`` may change."""
    return {
        "ruleset.id": rules.id,
        "ruleset.effective_from": str(rules.effective_from),
        **{f"quota.groups.{group}": quota for group, quota in rules.quota.required.items()},
        **{f"categories.{kind}.quota_weight": weight for kind, weight in rules.quota.weights.items()},
        "quota.count_basis": rules.quota.count_basis.value,
        "quota.grace_close_day": rules.quota.grace_close_day,
    }

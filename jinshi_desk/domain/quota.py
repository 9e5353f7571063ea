"""The monthly duty (月度任务): who owes, and what that costs (§4)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jinshi_desk.domain import points
from jinshi_desk.domain.draft_kinds import Category, Source, Status
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.rules import CountBasis, QuotaRules, RuleSet
from jinshi_desk.domain.units import Unit


class State(StrEnum):
    """What became of a unit's month."""

    EXEMPT = "exempt"
    COMPLETED = "completed"
    COMPLETED_LATE = "completed_late"
    SHORT = "short"
    ZERO_REPORT = "zero_report"


class Verdict(StrEnum):
    """Whether a draft counts for the quota, and if not, why."""

    COUNTS = "counts"
    NOT_ACCEPTED = "not_accepted"
    """Received and not yet judged; months closed by the first release say so of all that do not stand."""
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    VOID = "void"
    NO_FORM = "no_form"
    REPRINT = "reprint"
    NOT_ADOPTED = "not_adopted"
    """Adoptions fill the quota here, and it has none."""
    NO_WEIGHT = "no_weight"
    """Its category weighs nothing."""
    PARTNER = "partner"
    """A joint draft: it counts for the unit named first."""


@dataclass(frozen=True, slots=True)
class Received:
    """A draft of the month as counting sees it, by its id. ``reason``: why it was returned or struck out."""

    draft: int
    unit: str
    category: Category
    status: Status
    source: Source
    approval_on_file: bool
    adopted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A unit's three counters of a month, and how much of the valid was 补报.

    ``weighted`` and ``weighted_late`` weigh each counted draft by its category, on the count basis in force.
    ``valid_adopted`` is how many of the valid had been adopted; none in months closed before it was kept.
    """

    received: int = 0
    valid: int = 0
    adopted: int = 0
    late: int = 0
    weighted: int = 0
    weighted_late: int = 0
    valid_adopted: int | None = None

    @property
    def adopted_of_valid(self) -> int | None:
        """The numerator of 采用率 (§3.6); none where nothing kept tells it."""
        if self.valid_adopted is None and self.received == self.valid:
            return self.adopted
        return 0 if 0 in (self.valid, self.adopted) else self.valid_adopted


NOTHING = Count()
BARRED_FROM = 3
"""Missed months of a year from which on a unit is left out of the awards (§6.6)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit's month against its quota."""

    unit: Unit
    count: Count
    quota: int
    exempt: bool = False

    @property
    def missing(self) -> int:
        return 0 if self.exempt else max(0, self.quota - self.count.weighted)

    @property
    def due(self) -> bool:
        """Tell whether the unit is one of the 应报送单位."""
        return self.quota > 0 and not self.exempt

    @property
    def state(self) -> State | None:
        """The state; none where nothing is asked of the unit."""
        if self.exempt:
            return State.EXEMPT
        if self.quota == 0:
            return None
        if self.missing == 0:
            on_time = self.count.weighted - self.count.weighted_late
            return State.COMPLETED if on_time >= self.quota else State.COMPLETED_LATE
        return State.ZERO_REPORT if self.count.received == 0 else State.SHORT

    @property
    def completed(self) -> bool:
        return self.state in (State.COMPLETED, State.COMPLETED_LATE)

    @property
    def owes(self) -> bool:
        """Tell whether the month still wants drafts, or was missed."""
        return self.due and not self.completed


def longest_run(standings: Iterable[Standing | None]) -> int:
    """Return how many months in a row were missed at most (连续欠报).

    A month in which nothing was due is stepped over: it neither is missed nor ends a run.
    """
    longest = run = 0
    for standing in standings:
        if standing is not None and standing.due:
            run = run + 1 if standing.owes else 0
            longest = max(longest, run)
    return longest


def standings(
    month: Month,
    units: Iterable[Unit],
    counts: Mapping[str, Count],
    exempt: frozenset[str],
    rules: RuleSet | None,
) -> tuple[Standing, ...]:
    """Return how every unit active in ``month`` stands, in the office's order and by its name then.

    A unit that ended or has yet to begin owes nothing; it is listed where drafts of its count all the same.
    """
    return tuple(
        Standing(
            unit.as_of(month), counts.get(unit.id, NOTHING), required(unit, month, rules), unit.id in exempt
        )
        if unit.active_in(month)
        else Standing(unit.as_of(month), counts[unit.id], 0)
        for unit in units
        if unit.active_in(month) or unit.id in counts
    )


def required(unit: Unit, month: Month, rules: RuleSet | None) -> int:
    """Return what ``unit`` owes in ``month``: its own quota, else its group's; nothing without rules."""
    if rules is None:
        return 0
    own = unit.own_quota_in(month)
    return rules.quota.required[unit.group_in(month)] if own is None else own


def counts_for_quota(basis: CountBasis, *, valid: bool, adopted: bool) -> bool:
    """Tell whether a received draft fills the quota on this basis."""
    match basis:
        case CountBasis.VALID:
            return valid
        case CountBasis.RECEIVED:
            return True
        case CountBasis.ADOPTED:
            return adopted


_NOT_STANDING = {
    Status.RECEIVED: Verdict.NOT_ACCEPTED,
    Status.RETURNED: Verdict.RETURNED,
    Status.REJECTED: Verdict.REJECTED,
    Status.WITHDRAWN: Verdict.WITHDRAWN,
    Status.VOID: Verdict.VOID,
}


def verdict(draft: Received, rules: RuleSet | None, *, form_required: bool) -> Verdict:
    """Return whether a draft counts for its lead unit's quota, and if not, the first reason why."""
    basis = rules.quota.count_basis if rules else CountBasis.VALID
    fault = None if basis is CountBasis.RECEIVED else _fault(draft, form_required=form_required)
    if basis is CountBasis.ADOPTED:
        fault = None if draft.adopted else fault or Verdict.NOT_ADOPTED
    if fault is not None:
        return fault
    weighs = rules.quota.weights[draft.category] if rules else 1
    return Verdict.COUNTS if weighs else Verdict.NO_WEIGHT


def _fault(draft: Received, *, form_required: bool) -> Verdict | None:
    """Return why a draft is no 有效报送."""
    if draft.status in _NOT_STANDING:
        return _NOT_STANDING[draft.status]
    if draft.source is Source.REPRINT:
        return Verdict.REPRINT
    return None if draft.approval_on_file or not form_required else Verdict.NO_FORM


def entries(month: Month, standing: Standing, rules: RuleSet) -> Iterator[Entry]:
    """Yield the quota points of a unit's month: base, shortage, and what 补报 costs."""
    if not standing.due:
        return
    for kind, clause, each, times in _terms(standing, rules.quota):
        cents = each * times
        if cents == 0:  # 只统计不计分
            continue
        product = points.plain(each)
        if times > 1:
            product = f"{product} × {times} = {points.plain(cents)}"
        yield Entry(kind, month, cents, rules.id, clause, product, unit=standing.unit.id)


def _terms(standing: Standing, terms: QuotaRules) -> Iterator[tuple[Kind, str, int, int]]:
    """Yield kind, clause, cents each and times of what the month brings."""
    if standing.completed:
        yield Kind.QUOTA_BASE, "quota.base_completed", terms.base_completed, 1
    else:
        yield Kind.QUOTA_SHORT, "quota.per_missing", terms.per_missing, standing.missing
    if standing.state is State.ZERO_REPORT:
        yield Kind.QUOTA_SHORT, "quota.zero_extra", terms.zero_extra, 1
    yield Kind.DEDUCTION, "deductions.late", terms.late, standing.count.late

"""The drafts behind a month's counts, each with how it counts; of a closed month, how it counted then."""

from dataclasses import dataclass

from jinshi_desk.domain.closing import Judged
from jinshi_desk.domain.drafts import is_valid
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Verdict, verdict
from jinshi_desk.domain.register import RegisterRow
from jinshi_desk.domain.rules import CountBasis, RuleSet
from jinshi_desk.services.freezing import frozen_month
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store

_FILLS = (Verdict.COUNTS, Verdict.NO_WEIGHT)


@dataclass(frozen=True, slots=True)
class MonthDraft:
    """A draft of the month. ``weight`` is how much of the quota it fills, ``made_up`` whether as 补报."""

    row: RegisterRow
    verdict: Verdict
    valid: bool
    adopted: bool
    weight: int
    made_up: bool
    form_missing: bool


def month_drafts(store: Store, month: Month) -> tuple[MonthDraft, ...]:
    """Return every draft that counts for ``month``, in the order they came in."""
    rules = store.rules.book().find(month)
    found = judged(store, month)
    rows = {row.id: row for row in store.register.lines([each.draft for each in found])}
    return tuple(_month_draft(rows[each.draft], each, month, rules) for each in found)


def judged_now(store: Store, month: Month) -> tuple[Judged, ...]:
    """Return how each draft of ``month`` counts as it stands now."""
    rules, required = store.rules.book().find(month), form_required(store)
    missing = frozenset(store.register.without_form(month)) if required else frozenset()
    return tuple(
        Judged(
            each.draft,
            each.unit,
            verdict(each, rules, form_required=required),
            is_valid(
                each.status, each.source, approval_on_file=each.approval_on_file, form_required=required
            ),
            each.adopted,
            each.draft in missing,
        )
        for each in store.drafts.received(month)
    )


def judged(store: Store, month: Month) -> tuple[Judged, ...]:
    """Return the drafts as they were judged at the closing, what that did not keep as it stands now."""
    frozen = frozen_month(store, month)
    if frozen is None:
        return judged_now(store, month)
    rules = store.rules.book().find(month)
    now = {each.draft: each for each in judged_now(store, month)}
    basis = rules.quota.count_basis if rules else CountBasis.VALID
    return tuple(_kept(each, now.get(each.draft), basis) for each in frozen.drafts)


def _kept(then: Judged, now: Judged | None, basis: CountBasis) -> Judged:
    """Return a closed month's draft with what its closing did not keep yet filled in."""
    if then.valid is not None or now is None:
        return then
    valid = then.verdict in _FILLS if basis is CountBasis.VALID else now.valid
    return Judged(then.draft, then.unit, then.verdict, valid, now.adopted, now.form_missing)


def _month_draft(row: RegisterRow, each: Judged, month: Month, rules: RuleSet | None) -> MonthDraft:
    fills = rules is not None and each.verdict in _FILLS
    return MonthDraft(
        row,
        each.verdict,
        bool(each.valid),
        bool(each.adopted),
        rules.quota.weights[row.category] if rules is not None and each.verdict is Verdict.COUNTS else 0,
        fills and row.makeup and month < Month.of(row.received_on),
        bool(each.form_missing),
    )

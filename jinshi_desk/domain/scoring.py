"""From a draft's adoptions to ledger entries, each with its clause and arithmetic (§3.3–§3.6).

A draft's entries are worked out in the order booked month → day of the event, never in the order of
typing. Months before ``open_from`` are closed: what was booked there stands, and only the difference to
it is booked later.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jinshi_desk.domain import points
from jinshi_desk.domain.adoptions import Mode, Position
from jinshi_desk.domain.drafts import Category, Form
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.rules import AuthorRules, AuthorSplit, MultiAdoption, RuleBook, RuleSet
from jinshi_desk.domain.units import Group


@dataclass(frozen=True, slots=True)
class Claim:
    """A verified adoption, as far as scoring cares. ``retracted`` is the month its loss is booked in."""

    id: int
    level: Level
    weight: Decimal
    mode: Mode
    position: Position
    adopted_on: date
    registered_on: date
    booked_month: Month
    retracted: Month | None = None
    retracted_on: date | None = None


@dataclass(frozen=True, slots=True)
class ScoredDraft:
    """A draft, as far as scoring cares. ``units`` has the lead first; ``void_month`` books its loss."""

    id: int
    category: Category
    form: Form
    units: tuple[tuple[str, Group], ...]
    authors: tuple[tuple[int, AuthorRole], ...]
    claims: tuple[Claim, ...]
    authors_incomplete: bool = False
    void_month: Month | None = None


def booking_month(adopted_on: date, registered_on: date, open_from: Month, rules: RuleSet | None) -> Month:
    """Return the month an adoption is booked in (§3.4).

    The month of adoption while that is open, else the earliest open month. December's evidence that
    arrives after the year's close belongs to January.
    """
    month = Month.of(adopted_on)
    if rules is not None and registered_on > date(month.year + 1, *rules.year_close):
        month = max(month, Month(month.year + 1, 1))
    return max(month, open_from)


def worth(draft: ScoredDraft, claim: Claim, rules: RuleSet) -> int:
    """Return the cents of one adoption, before units or authors share them (§3.3)."""
    if is_stale(claim, rules):
        return 0
    return points.multiply(
        rules.base[draft.category][claim.level],
        claim.weight,
        rules.modes[claim.mode],
        rules.forms[draft.form],
        rules.positions[claim.position],
    )


def is_stale(claim: Claim, rules: RuleSet) -> bool:
    """Tell whether the evidence came too late to score; the adoption is still listed."""
    return (claim.registered_on - claim.adopted_on).days > rules.evidence_days


def entries(
    draft: ScoredDraft, book: RuleBook, open_from: Month, closed: Iterable[Entry] = ()
) -> Iterator[Entry]:
    """Yield what ``draft`` books from ``open_from`` on, given what it booked in ``closed`` months."""
    held: dict[_Account, int] = dict.fromkeys(_accounts(draft, book, open_from), 0)
    seen_before = False
    for entry in closed:
        account = _Account(entry.unit, entry.person)
        held[account] = held.get(account, 0) + entry.cents
        seen_before = True
    counted = [claim for claim in _in_order(draft.claims) if claim.booked_month < open_from]
    counted = [claim for claim in counted if claim.retracted is None or claim.retracted >= open_from]
    for event in _events(draft, open_from):
        rules = book.find(event.month)
        if rules is None:
            continue
        if event.adoption is not None:
            counted.append(event.adoption)
            kind = Kind.UPGRADE if seen_before else Kind.ADOPTION
            seen_before = True
        else:
            counted = [] if event.retracted is None else [c for c in counted if c.id != event.retracted.id]
            kind = Kind.REVERSAL
        yield from _book(draft, rules, event, kind, counted, held)


@dataclass(frozen=True, slots=True)
class _Account:
    """Who is paid: a unit or a person."""

    unit: str | None
    person: int | None


@dataclass(frozen=True, slots=True)
class _Event:
    """An adoption gained, an adoption lost, or, with neither, the draft voided."""

    month: Month
    on: date
    adoption: Claim | None = None
    retracted: Claim | None = None

    @property
    def claim_id(self) -> int | None:
        claim = self.adoption or self.retracted
        return claim.id if claim else None


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.booked_month, claim.adopted_on, claim.id))


def _events(draft: ScoredDraft, open_from: Month) -> list[_Event]:
    events = [_Event(c.booked_month, c.adopted_on, adoption=c) for c in _in_order(draft.claims)]
    events += [
        _Event(max(claim.retracted, claim.booked_month), claim.retracted_on or date.max, retracted=claim)
        for claim in draft.claims
        if claim.retracted is not None
    ]
    events.sort(key=lambda event: (event.month, event.on, event.retracted is not None))
    if draft.void_month is not None:
        events = [event for event in events if event.month <= draft.void_month]
        events.append(_Event(draft.void_month, date.max))
    return [event for event in events if event.month >= open_from]


def _accounts(draft: ScoredDraft, book: RuleBook, open_from: Month) -> list[_Account]:
    """List the units, then the authors that may share under the rules in force when first booked."""
    units = [_Account(unit, None) for unit, _ in draft.units]
    months = [claim.booked_month for claim in draft.claims]
    rules = book.find(min(months)) if months else book.find(open_from)
    if rules is None or draft.authors_incomplete:
        return units
    return units + [_Account(None, person) for person in _sharing(draft, rules.authors)]


def _book(
    draft: ScoredDraft,
    rules: RuleSet,
    event: _Event,
    kind: Kind,
    counted: Sequence[Claim],
    held: dict[_Account, int],
) -> Iterator[Entry]:
    for account, before in held.items():
        target = _total(draft, counted, rules, account)
        # upgrades only: a rule that lowers a value takes nothing back (§3.6)
        after = min(before, target) if kind is Kind.REVERSAL else max(before, target)
        held[account] = after
        if after == before and (account.person is not None or kind is Kind.REVERSAL):
            continue
        yield Entry(
            kind=kind,
            booked_month=event.month,
            cents=after - before,
            rule_set=rules.id,
            clause=_clause(draft, rules, event),
            arithmetic=_arithmetic(draft, rules, event, before, after),
            unit=account.unit,
            person=account.person,
            draft=draft.id,
            adoption=event.claim_id,
        )


def _total(draft: ScoredDraft, claims: Sequence[Claim], rules: RuleSet, account: _Account) -> int:
    """Return what ``account`` should hold once ``claims`` are counted, by the multi-adoption policy."""
    by_level: dict[Level, list[int]] = {}
    for claim in claims:
        if claim.mode is Mode.EXCERPT and claim.level in by_level:
            continue  # 摘登、转载 at a level already reached books nothing (§3.6)
        by_level.setdefault(claim.level, []).append(_share(draft, claim, rules, account))
    best = sorted((max(values) for values in by_level.values()), reverse=True)
    match rules.multi_adoption:
        case MultiAdoption.HIGHEST:
            return best[0] if best else 0
        case MultiAdoption.PER_LEVEL_ONCE:
            return sum(best)
        case MultiAdoption.TOP_TWO_LEVELS:
            return sum(best[:2])
        case MultiAdoption.SUM_ALL:
            return sum(sum(values) for values in by_level.values())


def _share(draft: ScoredDraft, claim: Claim, rules: RuleSet, account: _Account) -> int:
    cents = worth(draft, claim, rules)
    if account.person is not None:
        return _author_shares(draft, rules.authors, cents).get(account.person, 0)
    if claim.mode is Mode.COMBINED:  # 综合 halves once; every named unit gets that amount undivided
        return cents
    groups = dict(draft.units)
    if account.unit not in groups:
        return 0
    mates = [unit for unit, group in draft.units if group is groups[account.unit]]
    return points.equal_shares(cents, len(mates))[mates.index(account.unit)]


def _sharing(draft: ScoredDraft, rules: AuthorRules) -> list[int]:
    """List the authors who share: no reporters, the first ``max_authors`` only."""
    return [person for person, role in draft.authors if role not in rules.excluded_roles][: rules.max_authors]


def _author_shares(draft: ScoredDraft, rules: AuthorRules, cents: int) -> dict[int, int]:
    sharing = _sharing(draft, rules)
    if not sharing:
        return {}
    match rules.split:
        case AuthorSplit.EQUAL:
            parts = points.equal_shares(cents, len(sharing))
        case AuthorSplit.FIRST_ONLY:
            parts = (cents, *(0 for _ in sharing[1:]))
        case AuthorSplit.FULL_EACH:
            parts = tuple(cents for _ in sharing)
        case AuthorSplit.RATIO:
            ratio = (*rules.ratio, *(Decimal(0) for _ in sharing))[: len(sharing)]
            parts = points.shares(cents, ratio)
    return dict(zip(sharing, parts, strict=True))


def _clause(draft: ScoredDraft, rules: RuleSet, event: _Event) -> str:
    """Name the keys of the rule set that decided this event."""
    if event.adoption is None:
        return "void" if event.retracted is None else "retraction"
    claim = event.adoption
    if is_stale(claim, rules):
        return "time.evidence_days"
    keys = [f"base_points.{draft.category}.{claim.level}"]
    keys += [f"factors.mode.{claim.mode}"] if claim.mode is not Mode.SOLE else []
    keys += [f"factors.form.{draft.form}"] if draft.form is not Form.TEXT else []
    keys += [f"factors.position.{claim.position}"] if claim.position is not Position.NORMAL else []
    return " ".join([*keys, f"multi_adoption.{rules.multi_adoption}"])


def _arithmetic(draft: ScoredDraft, rules: RuleSet, event: _Event, before: int, after: int) -> str:
    """Write the calculation in points: the adoption's value, the share, what was booked already."""
    difference = f"{points.plain(after)} − {points.plain(before)} = {points.plain(after - before)}"
    if event.adoption is None:
        return difference
    claim = event.adoption
    factors = [
        claim.weight,
        rules.modes[claim.mode],
        rules.forms[draft.form],
        rules.positions[claim.position],
    ]
    base = points.plain(rules.base[draft.category][claim.level])
    product = " × ".join([base, *(f"{factor.normalize():f}" for factor in factors if factor != 1)])
    value = worth(draft, claim, rules)
    steps = [product] if product == points.plain(value) else [f"{product} = {points.plain(value)}"]
    if after not in (value, before):
        steps.append(f"→ {points.plain(after)}")
    if before or after == before:
        steps.append(difference)
    return "; ".join(steps)

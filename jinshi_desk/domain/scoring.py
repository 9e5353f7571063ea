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
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.domain.rules import AuthorRules, MultiAdoption, RuleBook, RuleSet
from jinshi_desk.domain.sharing import Account, author_shares, given_shares, pots, sharing_authors
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
    regrouped: tuple[tuple[str, Group, Month], ...] = ()
    """The units that came into another group, and the month from which on, oldest first."""
    shares: tuple[tuple[int, int], ...] = ()
    """The authors who are paid by hand, with their percents; none: as the rules split."""

    def units_in(self, month: Month) -> tuple[tuple[str, Group], ...]:
        """Return the units, each with its group of ``month``: inside a group a value is shared."""
        groups = dict(self.units)
        groups |= {unit: group for unit, group, since in self.regrouped if since <= month}
        return tuple(groups.items())


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
    held = {Account(unit, None): 0 for unit, _ in draft.units}
    seen_before = False
    for entry in closed:
        account = Account(entry.unit, entry.person)
        held[account] = held.get(account, 0) + entry.cents
        seen_before = True
    counted = [
        claim
        for claim in _in_order(draft.claims)
        if claim.booked_month < open_from
        and book.find(claim.booked_month) is not None
        and (claim.retracted is None or claim.retracted >= open_from)
    ]
    for event in _events(draft, open_from):
        rules = book.find(event.month)
        if rules is None:
            continue
        for person in _sharing(draft, rules.authors):
            held.setdefault(Account(None, person), 0)
        if event.adoption is not None:
            now = [*counted, event.adoption]
            kind = Kind.UPGRADE if seen_before else Kind.ADOPTION
            seen_before = True
        else:
            now = [] if event.retracted is None else [c for c in counted if c.id != event.retracted.id]
            kind = Kind.REVERSAL
        yield from _book(draft, rules, event, kind, (counted, now), held)
        counted = now


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
    return sorted(claims, key=_place)


def _place(claim: Claim) -> tuple[Month, date, int, int, int, Decimal, date, int]:
    """Order by month and day; on one day the weightier first, so that typing order decides nothing."""
    return (
        claim.booked_month,
        claim.adopted_on,
        LEVELS_HIGHEST_FIRST.index(claim.level),
        tuple(Mode).index(claim.mode),
        -tuple(Position).index(claim.position),
        -claim.weight,
        claim.registered_on,
        claim.id,
    )


def _events(draft: ScoredDraft, open_from: Month) -> list[_Event]:
    events = [_Event(c.booked_month, c.adopted_on, adoption=c) for c in _in_order(draft.claims)]
    events += [
        _Event(max(claim.retracted, claim.booked_month), claim.retracted_on or date.max, retracted=claim)
        for claim in _in_order(draft.claims)
        if claim.retracted is not None
    ]
    events.sort(key=lambda event: (event.month, event.on, event.retracted is not None))
    if draft.void_month is not None:
        events = [event for event in events if event.month <= draft.void_month]
        events.append(_Event(draft.void_month, date.max))
    return [event for event in events if event.month >= open_from]


def _book(
    draft: ScoredDraft,
    rules: RuleSet,
    event: _Event,
    kind: Kind,
    counted: tuple[Sequence[Claim], Sequence[Claim]],
    held: dict[Account, int],
) -> Iterator[Entry]:
    """Yield what ``event`` brings or takes; ``counted`` are the claims before and after it."""
    for pot in pots(draft.units_in(event.month), held):
        after = _after(draft, rules, kind, counted, {account: held[account] for account in pot})
        for account, cents in after.items():
            before, held[account] = held[account], cents
            if cents == before and (account.person is not None or kind is Kind.REVERSAL):
                continue
            yield Entry(
                kind=kind,
                booked_month=event.month,
                cents=cents - before,
                rule_set=rules.id,
                clause=_clause(draft, rules, event),
                arithmetic=_arithmetic(draft, rules, event, before, cents),
                unit=account.unit,
                person=account.person,
                draft=draft.id,
                adoption=event.claim_id,
            )


def _after(
    draft: ScoredDraft,
    rules: RuleSet,
    kind: Kind,
    counted: tuple[Sequence[Claim], Sequence[Claim]],
    held: dict[Account, int],
) -> dict[Account, int]:
    """Return what each account of a pot holds after an event.

    The pot is compared as a whole and shared anew as a whole, so that its shares always add up (§3.6).
    """
    earlier, now = counted
    if not now:
        return dict.fromkeys(held, 0)  # exactly nothing is left, whatever rules it was booked under
    pot = tuple(held)
    target = _targets(draft, now, rules, pot)
    total, booked = sum(target.values()), sum(held.values())
    if kind is not Kind.REVERSAL:  # upgrades only: a rule that lowers a value takes nothing back (§3.6)
        return target if total > booked else held
    if sum(_targets(draft, earlier, rules, pot).values()) == total:
        return held  # what is lost had brought nothing
    return target if total < booked else held


def _targets(
    draft: ScoredDraft, claims: Sequence[Claim], rules: RuleSet, pot: Sequence[Account]
) -> dict[Account, int]:
    """Return what each account should hold once ``claims`` are counted, by the multi-adoption policy."""
    by_level: dict[Level, list[tuple[int, ...]]] = {}
    for claim in claims:
        if claim.mode is Mode.EXCERPT and claim.level in by_level:
            continue  # 摘登、转载 at a level already reached books nothing (§3.6)
        by_level.setdefault(claim.level, []).append(_split(draft, claim, rules, pot))
    best = sorted((max(values, key=sum) for values in by_level.values()), key=sum, reverse=True)
    match rules.multi_adoption:
        case MultiAdoption.HIGHEST:
            chosen = best[:1]
        case MultiAdoption.PER_LEVEL_ONCE:
            chosen = best
        case MultiAdoption.TOP_TWO_LEVELS:
            chosen = best[:2]
        case MultiAdoption.SUM_ALL:
            chosen = [value for values in by_level.values() for value in values]
    return {account: sum(shares[place] for shares in chosen) for place, account in enumerate(pot)}


def _split(draft: ScoredDraft, claim: Claim, rules: RuleSet, pot: Sequence[Account]) -> tuple[int, ...]:
    """Share the value of one adoption among the accounts of a pot."""
    cents = worth(draft, claim, rules)
    if pot[0].person is not None:
        parts = _author_parts(draft, rules.authors, cents)
        return tuple(parts.get(account.person or 0, 0) for account in pot)
    if pot[0].unit not in dict(draft.units):
        return (0,) * len(pot)  # units that the draft no longer names
    if claim.mode is Mode.COMBINED:  # 综合 halves once; every named unit gets that amount undivided
        return (cents,) * len(pot)
    return points.equal_shares(cents, len(pot))


def _sharing(draft: ScoredDraft, rules: AuthorRules) -> list[int]:
    """List the authors who share; nobody while names are missing."""
    if draft.authors_incomplete:
        return []
    return [person for person, _ in draft.shares] or sharing_authors(draft.authors, rules)


def _author_parts(draft: ScoredDraft, rules: AuthorRules, cents: int) -> dict[int, int]:
    """Return what each author gets of an adoption: by hand where the clerk said so, else by the rules."""
    if draft.shares and not draft.authors_incomplete:
        return given_shares(dict(draft.shares), cents)
    return author_shares(_sharing(draft, rules), rules, cents)


def _clause(draft: ScoredDraft, rules: RuleSet, event: _Event) -> str:
    """Name the keys of the rule set that decided this event."""
    if event.adoption is None:
        return "void" if event.retracted is None else "retraction"
    claim = event.adoption
    if is_stale(claim, rules):
        return "time.evidence_days"
    keys = [f"base_points.{draft.category}.{claim.level}"]
    keys += ["outlet.weight"] if claim.weight != 1 else []
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

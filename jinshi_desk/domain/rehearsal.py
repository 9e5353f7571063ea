"""模拟重算: what a period would have brought under other rules; a report, which books nothing (§3.4).

What happened stays as it is: who sent what when, what ran where, in which month it was counted and booked,
what was decided. Only what the rules make of it is worked out again.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from jinshi_desk.domain import caps, commissions, corrections, deductions, instructions, quota, scoring
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.corrections import Correction
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.figures import rank_groups
from jinshi_desk.domain.instructions import Instruction
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quota import Standing
from jinshi_desk.domain.rules import RuleBook, RuleSet
from jinshi_desk.domain.scoring import ScoredDraft
from jinshi_desk.domain.sharing import Units
from jinshi_desk.domain.unit_changes import Mergers, UnitChange, carry_entries
from jinshi_desk.domain.units import Group, Unit


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A draft with its instructions; ``earlier`` and ``praised`` are what both booked before the period."""

    draft: ScoredDraft
    instructions: tuple[Instruction, ...] = ()
    earlier: tuple[Entry, ...] = ()
    praised: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class CommissionFacts:
    """A commission, the units of its draft or its own, and the month its draft was voided in."""

    commission: Commission
    units: Units
    void_month: Month | None = None
    earlier: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that books points in ``months``, which follow each other in one year.

    ``earned_before`` is what each unit has in the months of the year before them.
    """

    months: tuple[Month, ...]
    units: tuple[Unit, ...]
    changes: tuple[UnitChange, ...] = ()
    drafts: tuple[DraftFacts, ...] = ()
    commissions: tuple[CommissionFacts, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    corrections: tuple[Correction, ...] = ()
    earned_before: Mapping[tuple[str, Month], int] = field(default_factory=dict)

    @property
    def first(self) -> Month:
        return self.months[0]


def under(rules: RuleSet, book: RuleBook, first: Month) -> RuleBook:
    """Return ``book`` as it would be had ``rules`` held from ``first`` on, whenever they begin."""
    before = (version for version in book.versions if version.effective_from < first)
    return RuleBook((*before, replace(rules, effective_from=first)))


def replay(facts: Facts, standings: Mapping[Month, Sequence[Standing]], book: RuleBook) -> tuple[Entry, ...]:
    """Return all that units book in the period under ``book``, each entry under the unit whose figure it is.

    ``standings`` are the period's under the same rules.
    """
    mergers = Mergers(facts.changes)
    found: list[Entry] = []
    kept: Counter[tuple[Month, str]] = Counter()
    for each in facts.drafts:
        own = tuple(scoring.entries(each.draft, book, facts.first, each.earlier))
        praise = instructions.entries(each.draft, each.instructions, book, facts.first, each.praised)
        found += [*own, *praise]
        kept.update(_county_news(each, own, mergers))
    found += _of_other_events(facts, book)
    whole = [_in_figures(entry, mergers) for entry in found if entry.unit is not None]
    for month, rows in standings.items():
        rules = book.find(month)
        if rules is not None:
            for standing in rows:
                whole += quota.entries(month, standing, rules)
            earned = {unit: cents for (booked, unit), cents in kept.items() if booked == month}
            whole += caps.entries(month, earned, rules)
    whole = [entry for entry in whole if entry.booked_month in standings]
    return (*whole, *_carried(facts, whole, book))


def _of_other_events(facts: Facts, book: RuleBook) -> Iterator[Entry]:
    for each in facts.commissions:
        yield from commissions.entries(
            each.commission, each.units, each.void_month, book, facts.first, each.earlier
        )
    for deduction in facts.deductions:
        rules = book.find(Month.of(deduction.confirmed_on or deduction.proposed_on))
        if rules is not None:
            yield from deductions.entries(deduction, rules, facts.first)
    for correction in facts.corrections:
        yield from corrections.entries(correction, book, facts.first)


def _in_figures(entry: Entry, mergers: Mergers) -> Entry:
    """Return ``entry`` under the unit whose figures have it; a correction stays where it was printed."""
    if entry.unit is None or entry.kind is Kind.CORRECTION:
        return entry
    return replace(entry, unit=mergers.successor(entry.unit, entry.booked_month))


def _county_news(facts: DraftFacts, own: Iterable[Entry], mergers: Mergers) -> Counter[tuple[Month, str]]:
    """Return what the units of a draft keep of 本级 news by month, as the cap adds it up (0040)."""
    category, level = caps.CAPPED
    kept: Counter[tuple[Month, str]] = Counter()
    if facts.draft.category is not category:
        return kept
    capped = {claim.id for claim in facts.draft.claims if claim.level is level}
    clause = f"base_points.{category}.{level}"
    for entry in (*facts.earlier, *own):
        gained = entry.kind in (Kind.ADOPTION, Kind.UPGRADE) and entry.clause.split()[0] == clause
        lost = entry.kind is Kind.REVERSAL and entry.adoption in capped
        if entry.unit is None or not (gained or lost):
            continue
        month, void = entry.booked_month, facts.draft.void_month
        kept[month, mergers.successor(entry.unit, month)] += entry.cents
        if void is not None:  # a void draft gives all of it back in one month
            kept[void, mergers.successor(entry.unit, void)] -= entry.cents
    return kept


def _carried(facts: Facts, booked: Iterable[Entry], book: RuleBook) -> Iterator[Entry]:
    earned = Counter(dict(facts.earned_before))
    for entry in booked:
        if entry.unit is not None:
            earned[entry.unit, entry.booked_month] += entry.cents
    changes = [each for each in facts.changes if each.month.year == facts.first.year]
    for entry in carry_entries(changes, facts.units, earned, book, facts.first):
        if entry.booked_month in facts.months:
            yield entry


@dataclass(frozen=True, slots=True)
class Cause:
    """What a clause brought a unit in the period, in cents: under the rules of the time, and under others.

    ``clause`` lists the keys that were applied, without the policy for several adoptions.
    """

    clause: str
    now: int
    then: int

    @property
    def change(self) -> int:
        return self.then - self.now


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit's period in cents, as it is and as it would be; ``rank_…`` none where it is not ranked.

    ``rewarded_…`` tells whether its rank lies within the places its group has in the year's awards.
    """

    unit: Unit
    now: int
    then: int
    rank_now: int | None
    rank_then: int | None
    months_now: tuple[int, ...]
    months_then: tuple[int, ...]
    causes: tuple[Cause, ...] = ()
    """Those that make a difference, the greatest first."""
    rewarded_now: bool = False
    rewarded_then: bool = False

    @property
    def change(self) -> int:
        return self.then - self.now

    @property
    def climbed(self) -> int:
        """How many places it rises; negative where it falls, 0 where it stays or is not ranked."""
        if self.rank_now is None or self.rank_then is None:
            return 0
        return self.rank_now - self.rank_then


@dataclass(frozen=True)
class Rehearsal:
    """A period under ``rules`` beside what it is; ``rows`` group by group, by the rank that would be."""

    rules: RuleSet
    months: tuple[Month, ...]
    rows: tuple[Moved, ...]

    @cached_property
    def risers(self) -> tuple[Moved, ...]:
        return tuple(row for row in self.rows if row.climbed > 0)

    @cached_property
    def fallers(self) -> tuple[Moved, ...]:
        return tuple(row for row in self.rows if row.climbed < 0)

    @cached_property
    def rewarded_otherwise(self) -> tuple[Moved, ...]:
        """The units that would come within the places of the awards, or out of them."""
        return tuple(row for row in self.rows if row.rewarded_now != row.rewarded_then)

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """What each clause makes of the whole period, the greatest difference first."""
        return _by_clause(cause for row in self.rows for cause in row.causes)


@dataclass(frozen=True, slots=True)
class Contest:
    """How the period is ranked: the units listed at its end, who is left out, the places of each group."""

    standings: tuple[Standing, ...]
    not_ranked: frozenset[str]
    places: Mapping[Group, int]


def compared(
    rules: RuleSet,
    facts: Facts,
    booked: Mapping[tuple[str, Month, Kind], int],
    replayed: tuple[Collection[Entry], Collection[Entry]],
    contests: tuple[Contest, Contest],
) -> Rehearsal:
    """Put the period beside what it would be.

    ``booked`` is what the books have; ``replayed`` is the period under the rules of the time and under
    ``rules``. What the books have stands: the difference of the two is put on top, so that the same rules
    move nothing.
    """
    causes = _causes(*replayed)
    now = dict(booked)
    then = Counter(now)
    for entries, sign in zip(replayed, (-1, 1), strict=True):
        for entry in entries:
            then[entry.unit or "", entry.booked_month, entry.kind] += sign * entry.cents
    sides = (_Side(now, contests[0]), _Side(then, contests[1]))
    rows = []
    for unit in (standing.unit for standing in contests[1].standings):
        before, after = (side.placed(unit) for side in sides)
        row = Moved(
            unit=unit,
            now=sides[0].totals[unit.id],
            then=sides[1].totals[unit.id],
            rank_now=before[0],
            rank_then=after[0],
            months_now=sides[0].by_month(unit.id, facts.months),
            months_then=sides[1].by_month(unit.id, facts.months),
            causes=causes.get(unit.id, ()),
            rewarded_now=before[1],
            rewarded_then=after[1],
        )
        rows.append(row)
    return Rehearsal(rules, facts.months, tuple(sorted(rows, key=_place)))


class _Side:
    """The period as it is, or as it would be: sums by unit, month and kind, and the ranks they give."""

    def __init__(self, sums: Mapping[tuple[str, Month, Kind], int], contest: Contest) -> None:
        self._sums, self._contest = sums, contest
        self.totals = Counter[str]()
        for (unit, _, _), cents in sums.items():
            self.totals[unit] += cents
        self._ranks = rank_groups(contest.standings, self.totals, contest.not_ranked)

    def placed(self, unit: Unit) -> tuple[int | None, bool]:
        """Return the rank of ``unit``, and whether that lies within the places of the awards."""
        rank = self._ranks[unit.group].get(unit.id)
        return rank, rank is not None and rank <= self._contest.places.get(unit.group, 0)

    def by_month(self, unit: str, months: Sequence[Month]) -> tuple[int, ...]:
        """Return the scores of a unit's months; what was carried in counts in the year only (§3.3)."""
        kinds = [kind for kind in Kind if kind is not Kind.CARRY]
        return tuple(sum(self._sums.get((unit, month, kind), 0) for kind in kinds) for month in months)


def _place(row: Moved) -> tuple[int, bool, int, int]:
    return (
        tuple(Group).index(row.unit.group),
        row.rank_then is None,
        row.rank_then or 0,
        row.unit.position,
    )


def _causes(now: Iterable[Entry], then: Iterable[Entry]) -> dict[str, tuple[Cause, ...]]:
    """Return, by unit, the clauses that make a difference."""
    sums: dict[str, dict[str, list[int]]] = {}
    for side, entries in enumerate((now, then)):
        for entry in entries:
            by_clause = sums.setdefault(entry.unit or "", {})
            by_clause.setdefault(_clause(entry), [0, 0])[side] += entry.cents
    return {
        unit: _by_clause(Cause(clause, *both) for clause, both in by_clause.items())
        for unit, by_clause in sums.items()
    }


def _by_clause(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    sums: dict[str, Cause] = {}
    for cause in causes:
        known = sums.get(cause.clause, Cause(cause.clause, 0, 0))
        sums[cause.clause] = Cause(cause.clause, known.now + cause.now, known.then + cause.then)
    moving = (cause for cause in sums.values() if cause.change)
    return tuple(sorted(moving, key=lambda cause: (-abs(cause.change), cause.clause)))


def _clause(entry: Entry) -> str:
    """Return the keys of an entry's clause without the policy, which is in all of them."""
    keys = (
        key for key in entry.clause.split() if key == caps.CLAUSE or not key.startswith("multi_adoption.")
    )
    return " ".join(keys)

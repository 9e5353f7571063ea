"""Gather the month's facts and work out its figures; the one place where figures come from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from jinshi_desk.domain import caps, quota
from jinshi_desk.domain.drafts import Category, is_valid
from jinshi_desk.domain.figures import MonthFigures, Piece, UnitPoints, rank_groups
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.months import Month, year_to
from jinshi_desk.domain.quota import NOTHING, Count, Standing
from jinshi_desk.domain.rules import RuleBook, RuleSet
from jinshi_desk.domain.unit_changes import Mergers, carry_entries
from jinshi_desk.domain.units import Group, Unit
from jinshi_desk.services.freezing import frozen_month
from jinshi_desk.services.month_events import month_events
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store
from jinshi_desk.store.drafts import CountedDraft
from jinshi_desk.store.ledger import Sum


@dataclass(frozen=True, slots=True)
class Standings:
    """How every unit stands in each month asked for, and the drafts behind it."""

    units: tuple[Unit, ...]
    months: dict[Month, tuple[Standing, ...]]
    drafts: dict[Month, list[tuple[CountedDraft, bool]]]
    """The month's drafts, alike ones together, each with whether they are valid."""


def standings(store: Store, months: Iterable[Month], book: RuleBook | None = None) -> Standings:
    """Return the standings of ``months``, which lie in one year; the queries do not grow with history.

    Without ``book`` they follow the rules on file.
    """
    asked = tuple(months)
    first, last = min(asked), max(asked)
    units, required = store.units.all(), form_required(store)
    book = book or store.rules.book()
    by_month: dict[Month, list[tuple[CountedDraft, bool]]] = {month: [] for month in asked}
    for draft in store.drafts.counted(first, last):
        valid = is_valid(
            draft.status, draft.source, approval_on_file=draft.approval_on_file, form_required=required
        )
        if draft.month in by_month:
            by_month[draft.month].append((draft, valid))
    exempt = {(exemption.unit, exemption.month) for exemption in store.units.exemptions(first.year)}
    found = {
        month: _month_standings(month, units, by_month[month], exempt, book.find(month)) for month in asked
    }
    return Standings(units, found, by_month)


def _month_standings(
    month: Month,
    units: tuple[Unit, ...],
    drafts: list[tuple[CountedDraft, bool]],
    exempt: set[tuple[str, Month]],
    rules: RuleSet | None,
) -> tuple[Standing, ...]:
    tallies: dict[str, Counter[str]] = {}
    for draft, valid in drafts:
        tally = tallies.setdefault(draft.unit, Counter())
        tally["received"] += draft.number
        tally["valid"] += draft.number * valid
        tally["adopted"] += draft.number * draft.adopted
        tally["valid_adopted"] += draft.number * (valid and draft.adopted)
        if rules and quota.counts_for_quota(rules.quota.count_basis, valid=valid, adopted=draft.adopted):
            weight = draft.number * rules.quota.weights[draft.category]
            tally["weighted"] += weight
            tally["weighted_late"] += weight * draft.makeup
            tally["late"] += draft.number * draft.makeup
    counts = {unit: Count(**tally) for unit, tally in tallies.items()}
    exempt_units = frozenset(unit for unit, exempt_month in exempt if exempt_month == month)
    return quota.standings(month, units, counts, exempt_units, rules)


def owed_entries(store: Store, found: Standings) -> Iterator[Entry]:
    """Yield what the open months on the books owe as a whole: the quota's points, what the cap takes back,
    and what the successors of units carry.

    A closed month has its own in the ledger.
    """
    owed = tuple(_of_months(store, found))
    yield from owed
    yield from _carried(store, found, owed)


def _of_months(store: Store, found: Standings) -> Iterator[Entry]:
    """Yield what each month owes by itself.

    The books begin with the first month that has a draft: an office that starts in June owes nothing
    for January.
    """
    begin, book = store.drafts.first_month(), store.rules.book()
    if begin is None:
        return
    begin = max(begin, store.months.open_from())
    capped = [month for month in found.months if (rules := book.find(month)) and rules.county_news_month_cap]
    news = store.ledger.kept(min(capped), max(capped), *caps.CAPPED) if capped else {}
    for month, rows in found.months.items():
        rules = book.find(month)
        if rules is None or month < begin:
            continue
        for standing in rows:
            yield from quota.entries(month, standing, rules)
        earned = {unit: cents for (booked, unit), cents in news.items() if booked == month}
        yield from caps.entries(month, earned, rules)


def _carried(store: Store, found: Standings, owed: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the carried points of the months found; only a month with a successor asks for its whole year."""
    open_from, months = store.months.open_from(), found.months.keys()
    changes = [each for each in store.units.changes() if each.month.year == min(months).year]
    taken_over = [each.month for each in changes if each.successor and each.month in months]
    if not any(month >= open_from for month in taken_over):
        return
    last = max(taken_over)
    if not months >= set(year_to(last)):
        owed = _of_months(store, standings(store, year_to(last)))
    earned = Counter[tuple[str, Month]]()
    for row in store.ledger.sums(Month(last.year, 1), last):
        earned[row.unit, row.month] += row.cents
    for entry in owed:
        if entry.unit is not None:
            earned[entry.unit, entry.booked_month] += entry.cents
    for entry in carry_entries(changes, found.units, earned, store.rules.book(), open_from):
        if entry.booked_month in months:
            yield entry


def month_figures(store: Store, month: Month) -> MonthFigures:
    """Return all figures of ``month``, and of its year so far where they are cumulative.

    Those of a closed month are the ones that were frozen, whatever changed since.
    """
    frozen = frozen_month(store, month)
    return _computed(store, month) if frozen is None else frozen.bulletin.figures


def _computed(store: Store, month: Month) -> MonthFigures:
    found = standings(store, year_to(month))
    owed = tuple(owed_entries(store, found))
    points, pieces = _points(store, found, month, owed), tuple(_pieces(store, month))
    rows = found.months[month] = _with_others(found, month, points, pieces)
    drafts = found.drafts[month]
    valid = [draft for draft, is_good in drafts if is_good]
    groups = {unit.id: unit.group_in(month) for unit in found.units}
    rank_month, rank_cumulative = _ranks(found, points, month, store.rules.book())
    return MonthFigures(
        month=month,
        received=sum(draft.number for draft, _ in drafts),
        valid_by_group=_sum_by(Group, ((groups[draft.unit], draft.number) for draft in valid)),
        valid_by_category=_sum_by(Category, ((draft.category, draft.number) for draft in valid)),
        standings=rows,
        pieces=pieces,
        points=points,
        rank_month=rank_month,
        rank_cumulative=rank_cumulative,
        previous_valid=_previous_valid(store, month),
        events=month_events(store, month, owed),
        unit_names={unit.id: unit.name_in(month) for unit in found.units},
    )


def _pieces(store: Store, month: Month) -> Iterator[Piece]:
    """Yield the month's adoptions; a draft of a merged unit counts for the successor, as its points do."""
    mergers = Mergers(store.units.changes())
    for piece in store.adoptions.booked(month):
        yield replace(
            piece, units=tuple(dict.fromkeys(mergers.successor(unit, month) for unit in piece.units))
        )


def _with_others(
    found: Standings, month: Month, points: Mapping[str, UnitPoints], pieces: Iterable[Piece]
) -> tuple[Standing, ...]:
    """Return the month's standings with the units not active then whose drafts ran or whose points changed.

    Listed without duty and rank, they keep the sums whole.
    """
    rows = found.months[month]
    listed = {row.unit.id for row in rows}
    named = {unit for piece in pieces for unit in piece.units}
    named |= {unit for unit, earned in points.items() if any(earned.by_kind.values())}
    others = [Standing(u.as_of(month), NOTHING, 0) for u in found.units if u.id in named - listed]
    return tuple(sorted((*rows, *others), key=lambda row: row.unit.position))


def _points(store: Store, found: Standings, month: Month, owed: Iterable[Entry]) -> dict[str, UnitPoints]:
    cumulative: Counter[str] = Counter()
    by_kind: dict[str, Counter[Kind]] = {unit.id: Counter() for unit in found.units}
    booked = store.ledger.sums(Month(month.year, 1), month)
    computed = [Sum(e.unit, e.booked_month, e.kind, e.cents) for e in owed if e.unit]
    for row in (*booked, *computed):
        cumulative[row.unit] += row.cents
        if row.month == month:
            by_kind[row.unit][row.kind] += row.cents
    return {unit: UnitPoints(dict(kinds), cumulative[unit]) for unit, kinds in by_kind.items()}


def _ranks(
    found: Standings, points: dict[str, UnitPoints], month: Month, book: RuleBook
) -> tuple[dict[Group, dict[str, int | None]], dict[Group, dict[str, int | None]]]:
    """Rank the month and the year so far."""
    rows = found.months[month]
    no_rank, no_rank_so_far = not_ranked(found, month, book.find(month))
    return (
        rank_groups(rows, {unit: earned.total for unit, earned in points.items()}, no_rank),
        rank_groups(rows, {unit: earned.cumulative for unit, earned in points.items()}, no_rank_so_far),
    )


def not_ranked(
    found: Standings, month: Month, rules: RuleSet | None
) -> tuple[frozenset[str], frozenset[str]]:
    """Return who has no rank in ``month``, and who has none in the months found up to it.

    Those are the organiser and units that are not there, and whoever is exempt now, or was all along.
    """
    rows = found.months[month]
    exempt_now = frozenset(row.unit.id for row in rows if row.exempt)
    no_member = frozenset(row.unit.id for row in rows if not row.unit.active_in(month))
    never = no_member | (rules.unranked if rules else frozenset())
    exempt_always = exempt_now.intersection(
        *(
            {row.unit.id for row in past if row.exempt}
            | {unit.id for unit in found.units if not unit.active_in(past_month)}
            for past_month, past in found.months.items()
        )
    )
    return never | exempt_now, never | exempt_always


def _previous_valid(store: Store, month: Month) -> int | None:
    """Return last month's valid drafts; nothing is compared with a month that is not closed (§6.7)."""
    frozen = frozen_month(store, month.previous())
    return None if frozen is None else frozen.bulletin.figures.valid


_K = TypeVar("_K", bound=StrEnum)


def _sum_by(kinds: type[_K], items: Iterable[tuple[_K, int]]) -> dict[_K, int]:
    """Add up numbers per member, members without any included."""
    sums = dict.fromkeys(kinds, 0)
    for kind, number in items:
        sums[kind] += number
    return sums

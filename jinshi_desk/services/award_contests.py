"""Who contends for the year's places: units of each group, 信息员, drafts of each category (§6.6)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jinshi_desk.domain.award_rules import Award, AwardRules, TieBreaker
from jinshi_desk.domain.awards import Bar, Contender, Contest, contest
from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import Piece, permille, tally
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST, Level
from jinshi_desk.domain.roster import Duty, Span
from jinshi_desk.domain.unit_changes import Mergers
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import UnitYear, YearFigures
from jinshi_desk.store.database import Store

_LEVEL_OF = {
    TieBreaker.NATIONAL: Level.NATIONAL,
    TieBreaker.PROVINCE: Level.PROVINCE,
    TieBreaker.PREFECTURE: Level.PREFECTURE,
}


def contests(store: Store, figures: YearFigures) -> tuple[Contest, ...]:
    """Return every award of the rules in force at the year's end as the figures propose it."""
    rules = store.rules.book().find(figures.last)
    if rules is None:
        return ()
    run = _Run(store, figures, rules.awards, rules.unranked)
    return tuple(
        contest(award, tuple(run.contenders(award)), grades, rules.awards.min_active_months)
        for award, grades in rules.awards.places.items()
    )


class _Run:
    """Gathers the contenders of one year."""

    def __init__(
        self, store: Store, figures: YearFigures, awards: AwardRules, organisers: frozenset[str]
    ) -> None:
        self._store = store
        self._figures = figures
        self._awards = awards
        self._organisers = organisers
        self._disqualified = _disqualified(store, figures)
        self._units_by_id = {unit.id: unit for unit in store.units.all()}
        self._names = {unit.id: unit.name for unit in self._units_by_id.values()}
        changes = store.units.changes()
        self._changes = sorted(changes, key=lambda each: each.month, reverse=True)

    def contenders(self, award: Award) -> Iterator[Contender]:
        """Yield who contends for ``award``, in the office's order."""
        if award.group is not None:
            yield from self._units(award.group)
        elif award.category is not None:
            yield from self._drafts(award.category)
        else:
            yield from self._people()

    def _units(self, group: Group) -> Iterator[Contender]:
        for each in self._figures.units:
            if each.unit.group is not group:
                continue
            active = self._active_months(each.unit.id)
            missed = [
                f"{number}月"
                for number, standing in enumerate(each.standings[: each.over], start=1)
                if standing is not None and standing.owes
            ]
            yield Contender(
                each.unit.id,
                each.cents,
                self._breakers(each),
                active_months=active,
                missed_months=len(missed),
                disqualified=each.unit.id in self._disqualified,
                name=each.unit.name,
                kept_out=self._kept_out(each),
                details={
                    Bar.DISQUALIFIED: self._disqualified.get(each.unit.id, ""),
                    Bar.TOO_NEW: f"{active}个月",
                    Bar.OFTEN_SHORT: "、".join(missed),
                },
            )

    def _kept_out(self, each: UnitYear) -> Bar | None:
        if each.unit.id in self._organisers:
            return Bar.ORGANISER
        if each.rank is not None:
            return None
        return Bar.GONE if not each.unit.active_in(self._figures.last) else Bar.EXEMPT

    def _active_months(self, unit: str) -> int:
        """Return the year's months in which the unit was there, or one that it took over from."""
        before = {unit}
        for change in self._changes:
            if change.successor in before:
                before.add(change.unit)
        months = months_of(self._figures.year)
        return sum(any(self._units_by_id[one].active_in(month) for one in before) for month in months)

    def _breakers(self, each: UnitYear) -> tuple[int, ...]:
        pieces = [piece for piece in self._figures.pieces if piece.lead == each.unit.id]
        count = each.count
        known = _counted(pieces) | {
            TieBreaker.ON_TIME: permille(count.valid - count.late, count.valid) or 0,
        }
        return tuple(known[breaker] for breaker in self._awards.breakers)

    def _people(self) -> Iterator[Contender]:
        """Yield who was 信息员 or 联络员 in the year, with what the own drafts earned."""
        year = self._figures.year
        last = self._figures.last
        span = Span(Month(year, 1).first_day, last.last_day)
        one = self._store.people.one()
        earned = Counter[int]()
        for record, _, cents in self._store.ledger.of_people(Month(year, 1), last):
            earned[one.get(record, record)] += cents
        for person in self._store.roster.all():
            terms = [
                term
                for term in person.terms
                if term.duty in (Duty.INFO_OFFICER, Duty.LIAISON) and term.meets(span)
            ]
            if not terms:
                continue
            unit = terms[-1].unit
            yield Contender(
                str(person.id),
                earned[person.id],
                (),
                disqualified=unit in self._disqualified,
                name=person.label,
                of=self._names.get(unit, unit),
                details={Bar.DISQUALIFIED: self._disqualified.get(unit, "")},
            )

    def _drafts(self, category: Category) -> Iterator[Contender]:
        """Yield the year's adopted drafts, with what their adoptions that stand brought them."""
        found: dict[str, list[Piece]] = defaultdict(list)
        for piece in self._figures.pieces:
            if piece.category is category and not piece.void and not piece.retracted:
                found[piece.number].append(piece)
        for number in sorted(found):
            pieces = found[number]
            times = tally(pieces).times_by_level
            yield Contender(
                number,
                sum(piece.cents for piece in pieces),
                tuple(times[level] for level in LEVELS_HIGHEST_FIRST),
                name=f"《{pieces[-1].title}》",
                of="、".join(self._names.get(unit, unit) for unit in pieces[-1].units),
            )


def _counted(pieces: Sequence[Piece]) -> dict[TieBreaker, int]:
    """Count the drafts adopted at each level, and at any."""
    counts = {
        breaker: tally(piece for piece in pieces if piece.level is level).drafts
        for breaker, level in _LEVEL_OF.items()
    }
    return counts | {TieBreaker.ADOPTED: tally(pieces).drafts}


def _disqualified(store: Store, figures: YearFigures) -> Mapping[str, str]:
    """Return the units whom a confirmed deduction of the year bars, with its reason."""
    book, mergers = store.rules.book(), Mergers(store.units.changes())
    found: dict[str, str] = {}
    for month in months_of(figures.year):
        for deduction in store.deductions.booked(month):
            rules = book.find(Month.of(deduction.confirmed_on or deduction.proposed_on))
            rule = rules.deductions.get(deduction.type) if rules else None
            if rule and rule.disqualify_year:
                found[mergers.successor(deduction.unit, month)] = f"{rule.name}：{deduction.reason}"
    return found

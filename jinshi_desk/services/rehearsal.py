"""The desk for 模拟重算: a period's facts gathered, worked out under other rules, and nothing changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.errors import NothingToRehearse
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.quota import NOTHING, Standing
from jinshi_desk.domain.rehearsal import (
    CommissionFacts,
    Contest,
    DraftFacts,
    Facts,
    Rehearsal,
    compared,
    replay,
    under,
)
from jinshi_desk.domain.rules import RuleSet, read_rules
from jinshi_desk.domain.units import Group
from jinshi_desk.services.booking import scored
from jinshi_desk.services.figures import Standings, not_ranked, owed_entries, standings
from jinshi_desk.services.progress import Progress, Unwatched
from jinshi_desk.store.database import Store

_STEP = 25
_Sums = Counter[tuple[str, Month, Kind]]


class RehearsalDesk:
    """What a clerk asks before new rules are issued: how last year would have come out."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self.today = today

    def usual_months(self) -> tuple[Month, ...]:
        """Return the closed months of the last year that has any; else those over of the last year of drafts.

        None where nothing is on the books.
        """
        begin, open_from = self._begin(), self._store.months.open_from()
        if begin is None or begin >= open_from:
            return self.months(months_of(self.years()[0])) if self.years() else ()
        last = open_from.previous()
        return tuple(month for month in months_of(last.year) if begin <= month <= last)

    def months(self, asked: Iterable[Month]) -> tuple[Month, ...]:
        """Return those of ``asked`` that are on the books and over."""
        begin = self._begin()
        if begin is None:
            return ()
        return tuple(month for month in asked if begin <= month and month.last_day < self.today())

    def years(self) -> tuple[int, ...]:
        """Return the years of drafts that have months to work out again, the latest first."""
        begin, last = self._begin(), self._store.register.last_month()
        if begin is None or last is None:
            return ()
        found = range(begin.year, last.year + 1)
        return tuple(year for year in reversed(found) if self.months(months_of(year)))

    def rehearse(
        self,
        toml: str,
        asked: Iterable[Month],
        progress: Progress | None = None,
    ) -> Rehearsal:
        """Return the months of ``asked``, which lie in one year, under the rules ``toml`` beside what
        they are.

        Raises:
            BadRules: the rules can't be used.
            NothingToRehearse: none of the months is on the books and over.
        """
        rules, wanted = read_rules(toml), tuple(asked)
        months, told = self.months(wanted), progress or Unwatched()
        if not months:
            raise NothingToRehearse(_label(wanted))
        book = self._store.rules.book()
        books = (book, under(rules, book, months[0]))
        facts = self._facts(months, told)
        told.step(0, 0, "按两套规则各算一遍")
        found = tuple(standings(self._store, months, each) for each in books)
        entries = tuple(replay(facts, each.months, book) for each, book in zip(found, books, strict=True))
        booked = self._booked(months, found[0])
        in_force = (book.at(months[-1]) for book in books)
        contests = tuple(
            Contest(*self._contestants(each, last, booked), last.awards.group_places)
            for each, last in zip(found, in_force, strict=True)
        )
        told.step(0, 0, "比较名次")
        return compared(rules, facts, booked, (entries[0], entries[1]), (contests[0], contests[1]))

    def save(self, rehearsal: Rehearsal, path: Path) -> None:
        """Write the table as a workbook.

        Raises:
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.sheets.rehearsal import write

        write(rehearsal, self.versions(rehearsal), path)

    def versions(self, rehearsal: Rehearsal) -> tuple[RuleSet, ...]:
        """Return the rules that name what a rehearsal speaks of, its own last."""
        return (*self._store.rules.book().versions, rehearsal.rules)

    def _begin(self) -> Month | None:
        """Return the month the books begin with: the first draft's, not before the first rules (0011)."""
        first, versions = self._store.drafts.first_month(), self._store.rules.book().versions
        if first is None or not versions:
            return None
        return max(first, min(version.effective_from for version in versions))

    def _facts(self, months: tuple[Month, ...], told: Progress) -> Facts:
        store, first = self._store, months[0]
        events = store.ledger.events(first, months[-1])
        drafts = tuple(self._draft(draft, first) for draft in _stepped(events.drafts, told))
        asked = tuple(self._commission(commission, first) for commission in events.commissions)
        return Facts(
            months=months,
            units=store.units.all(),
            changes=store.units.changes(),
            drafts=drafts,
            commissions=asked,
            deductions=tuple(map(store.deductions.get, events.deductions)),
            corrections=tuple(map(store.corrections.get, events.corrections)),
            earned_before=self._earned_before(first),
        )

    def _draft(self, draft: int, first: Month) -> DraftFacts:
        store = self._store
        earlier = [entry for entry in store.ledger.of_draft(draft) if entry.booked_month < first]
        return DraftFacts(
            scored(store, store.drafts.by_id(draft)),
            store.instructions.of_draft(draft),
            tuple(entry for entry in earlier if entry.is_adoptions_own),
            tuple(entry for entry in earlier if entry.instruction is not None),
        )

    def _commission(self, number: int, first: Month) -> CommissionFacts:
        store, commission = self._store, self._store.commissions.get(number)
        earlier = tuple(entry for entry in store.ledger.of_commission(number) if entry.booked_month < first)
        if commission.draft is None:
            return CommissionFacts(
                commission, ((commission.unit, self._group(commission, first)),), None, earlier
            )
        facts = store.drafts.scored(store.drafts.by_id(commission.draft))
        units = facts.units_in(commission.booked_month or first)
        return CommissionFacts(commission, units, facts.void_month, earlier)

    def _group(self, commission: Commission, first: Month) -> Group:
        asked = self._store.units.known([commission.unit])[commission.unit]
        return asked.group_in(commission.booked_month or first)

    def _earned_before(self, first: Month) -> Counter[tuple[str, Month]]:
        earned: Counter[tuple[str, Month]] = Counter()
        if first.month > 1:
            for row in self._store.ledger.sums(Month(first.year, 1), first.previous()):
                earned[row.unit, row.month] += row.cents
        return earned

    def _booked(self, months: tuple[Month, ...], found: Standings) -> _Sums:
        """Return what the books have of ``months``: what is booked, and what the open ones owe."""
        sums: _Sums = Counter()
        for row in self._store.ledger.sums(months[0], months[-1]):
            sums[row.unit, row.month, row.kind] += row.cents
        for entry in owed_entries(self._store, found):
            if entry.unit is not None:
                sums[entry.unit, entry.booked_month, entry.kind] += entry.cents
        return sums

    def _contestants(
        self, found: Standings, rules: RuleSet, booked: _Sums
    ) -> tuple[tuple[Standing, ...], frozenset[str]]:
        """Return who is listed at the end of a period, and who of them has no rank."""
        last = max(found.months)
        rows = found.months[last]
        gone = {unit for unit, _, _ in booked} - {row.unit.id for row in rows}
        others = (Standing(unit.as_of(last), NOTHING, 0) for unit in found.units if unit.id in gone)
        return (*rows, *others), not_ranked(found, last, rules)[1] | gone


def _stepped(drafts: Sequence[int], told: Progress) -> Iterator[int]:
    """Yield ``drafts``, saying now and then how far it is; there it can be cancelled."""
    for done, draft in enumerate(drafts):
        if done % _STEP == 0:
            told.step(done, len(drafts), "读稿件")
        yield draft


def _label(months: tuple[Month, ...]) -> str:
    if not months:
        return "账上"
    first, last = min(months), max(months)
    return first.label if first == last else f"{first.label}至{last.label}"

"""Gather what happened in a month beside drafts and adoptions."""

from collections import Counter
from collections.abc import Iterable

from jinshi_desk.domain import caps
from jinshi_desk.domain.bulletins import AuthorRow
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.month_events import CorrectedMonth, Deducted, InstructedDraft, MonthEvents
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.ranking import ranks
from jinshi_desk.domain.unit_changes import Mergers
from jinshi_desk.services.author_points import author_points
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store


def month_events(store: Store, month: Month, owed: Iterable[Entry]) -> MonthEvents:
    """Return the events of ``month``; ``owed`` are the entries that are computed until it closes."""
    capped = Counter(
        {unit: cents for (_, unit), cents in store.ledger.by_clause(month, month, caps.CLAUSE).items()}
    )
    for entry in owed:
        if entry.clause == caps.CLAUSE and entry.booked_month == month and entry.unit is not None:
            capped[entry.unit] += entry.cents
    return MonthEvents(
        commissions=tuple(each for each in store.commissions.all(month) if not each.voided),
        instructed=_instructed(store, month),
        deducted=_deducted(store, month),
        corrected=_corrected(store, month),
        returns=tuple(store.returns.of_month(month)),
        missing_forms=store.register.missing_forms(month) if form_required(store) else {},
        capped=dict(capped),
        platform=store.platforms.of(month),
    )


def author_rows(store: Store, month: Month) -> tuple[AuthorRow, ...]:
    """Return annex 3: who earned something in ``month``, best first, and their year so far.

    Points follow the person from unit to unit; named with each is the unit of the month (§3.4).
    """
    known = {unit.id: unit for unit in store.units.all()}
    people = {person.id: person for person in store.roster.all()}
    earned = [each for each in author_points(store, month) if each.total]
    units = {each.person: known[people[each.person].unit_in(month)] for each in earned}
    earned.sort(key=lambda each: (-each.total, -each.cumulative, units[each.person].position, each.person))
    places = ranks({str(each.person): each.total for each in earned}, [str(each.person) for each in earned])
    return tuple(
        AuthorRow(
            place,
            people[each.person].name,
            units[each.person].name_in(month),
            each.total,
            each.cumulative,
            places[str(each.person)] or place,
            each.person,
        )
        for place, each in enumerate(earned, start=1)
    )


def _instructed(store: Store, month: Month) -> tuple[InstructedDraft, ...]:
    """Return the drafts with instructions booked in ``month``, in the order given."""
    levels = {
        instruction.draft: instruction.level
        for instruction in sorted(
            (each for each in store.instructions.all(month) if not each.voided),
            key=lambda each: -LEVELS_HIGHEST_FIRST.index(each.level),
        )
    }
    found = (store.drafts.by_id(draft) for draft in levels)
    return tuple(
        InstructedDraft(draft.number, draft.title, draft.lead, levels[draft.id])
        for draft in sorted(found, key=lambda draft: draft.id)
        if draft.status is not Status.VOID
    )


def _deducted(store: Store, month: Month) -> tuple[Deducted, ...]:
    """Return the month's confirmed deductions as booked, added up by type and unit."""
    book, mergers = store.rules.book(), Mergers(store.units.changes())
    sums: dict[tuple[str, str, str], int] = {}
    for deduction in store.deductions.booked(month):
        rules = book.find(Month.of(deduction.confirmed_on or deduction.proposed_on))
        rule = rules.deductions.get(deduction.type) if rules else None
        key = (
            deduction.type,
            rule.name if rule else deduction.type,
            mergers.successor(deduction.unit, month),
        )
        booked = sum(entry.cents for entry in store.ledger.of_deduction(deduction.id))
        sums[key] = sums.get(key, 0) + booked
    return tuple(Deducted(kind, name, unit, cents) for (kind, name, unit), cents in sums.items())


def _corrected(store: Store, month: Month) -> tuple[CorrectedMonth, ...]:
    """Return the closed months corrected in ``month``: their points with all corrections so far."""
    differences: dict[tuple[str, Month], int] = {}
    objected: set[tuple[str, Month]] = set()
    for correction in store.corrections.all(month):
        if not correction.voided:
            key = correction.unit, correction.corrected_month
            differences[key] = differences.get(key, 0) + correction.cents
            if correction.objection is not None:
                objected.add(key)
    found = []
    for (unit, corrected), difference in differences.items():
        entries = store.ledger.of_unit(unit, corrected, corrected)
        booked = sum(entry.cents for entry in entries if entry.kind is not Kind.CARRY)
        until_now = sum(
            each.cents for each in store.corrections.of_month(unit, corrected) if each.booked_month <= month
        )
        granted = (unit, corrected) in objected
        found.append(CorrectedMonth(unit, corrected, booked + until_now, difference, granted))
    return tuple(found)

"""Keep the ledger true to its events: what should be booked against what is, the difference written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from jinshi_desk.domain import commissions, corrections, deductions, instructions, ledger, scoring
from jinshi_desk.domain.adoptions import NewAdoption
from jinshi_desk.domain.commissions import Commission
from jinshi_desk.domain.corrections import Correction
from jinshi_desk.domain.deductions import Deduction
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.ledger import Booked, Entry
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.sharing import Units
from jinshi_desk.store.database import Store

_Change = tuple[list[Booked], list[Entry]]
"""What to reverse, and what to add."""


def rebook(store: Store, draft: Draft) -> None:
    """Book what a draft earned anew in the open months, inside the caller's act.

    Entries that should still be there stay; stale ones are reversed, missing ones added. Closed months
    are not touched, so typing in another order leads to the same sums.
    """
    for change in _draft_changes(store, draft):
        _write(store, change)
    for commission in store.commissions.of_draft(draft.id):
        book_commission(store, commission)


def book_anew(store: Store, first: Month) -> None:
    """Book anew, inside the caller's act, whatever books points in ``first`` or later."""
    events = store.ledger.events(first)
    for draft in events.drafts:
        rebook(store, store.drafts.by_id(draft))
    for commission in events.commissions:
        book_commission(store, store.commissions.get(commission))
    for deduction in events.deductions:
        book_deduction(store, store.deductions.get(deduction))
    for correction in events.corrections:
        book_correction(store, store.corrections.get(correction))


def misbooked(store: Store) -> Iterator[Booked | Entry]:
    """Yield what booking the open months anew would reverse or add: nothing, unless somebody meddled."""
    events = store.ledger.events(store.months.open_from())
    for draft in events.drafts:
        for stale, missing in _draft_changes(store, store.drafts.by_id(draft)):
            yield from (*stale, *missing)
    alone = (
        *(_commission_change(store, store.commissions.get(each)) for each in events.commissions),
        *(_deduction_change(store, store.deductions.get(each)) for each in events.deductions),
        *(_correction_change(store, store.corrections.get(each)) for each in events.corrections),
    )
    for stale, missing in alone:
        yield from (*stale, *missing)


def book_commission(store: Store, commission: Commission) -> None:
    """Book a commission anew, as ``rebook`` does: for the units of its draft, or for its own unit."""
    _write(store, _commission_change(store, commission))


def book_deduction(store: Store, deduction: Deduction) -> None:
    """Book a deduction anew, by the rules in force on the day it was confirmed."""
    _write(store, _deduction_change(store, deduction))


def book_correction(store: Store, correction: Correction) -> None:
    """Book a correction anew."""
    _write(store, _correction_change(store, correction))


def _draft_changes(store: Store, draft: Draft) -> tuple[_Change, ...]:
    open_from, book = store.months.open_from(), store.rules.book()
    booked, facts = store.ledger.of_draft(draft.id), scored(store, draft)
    given = store.instructions.of_draft(draft.id)
    return (
        _change(
            store,
            [entry for entry in booked if entry.is_adoptions_own],
            lambda closed: scoring.entries(facts, book, open_from, closed),
        ),
        _change(
            store,
            [entry for entry in booked if entry.instruction is not None],
            lambda closed: instructions.entries(facts, given, book, open_from, closed),
        ),
    )


def _commission_change(store: Store, commission: Commission) -> _Change:
    open_from, book = store.months.open_from(), store.rules.book()
    month = commission.booked_month or open_from
    asked = store.units.known([commission.unit])[commission.unit]
    units: Units = ((asked.id, asked.group_in(month)),)
    void_month = None
    if commission.draft is not None:
        facts = store.drafts.scored(store.drafts.by_id(commission.draft))
        units, void_month = facts.units_in(month), facts.void_month
    return _change(
        store,
        store.ledger.of_commission(commission.id),
        lambda closed: commissions.entries(commission, units, void_month, book, open_from, closed),
    )


def _deduction_change(store: Store, deduction: Deduction) -> _Change:
    day = deduction.confirmed_on or deduction.proposed_on
    rules, open_from = store.rules.book().at(Month.of(day)), store.months.open_from()
    booked = store.ledger.of_deduction(deduction.id)
    return _change(store, booked, lambda _: deductions.entries(deduction, rules, open_from))


def _correction_change(store: Store, correction: Correction) -> _Change:
    book, open_from = store.rules.book(), store.months.open_from()
    booked = store.ledger.of_correction(correction.id)
    return _change(store, booked, lambda _: corrections.entries(correction, book, open_from))


def scored(store: Store, draft: Draft) -> scoring.ScoredDraft:
    """Return all that scoring asks of a draft."""
    return replace(store.drafts.scored(draft), claims=store.adoptions.claims(draft.id))


def booking_month(store: Store, adoption: NewAdoption) -> Month:
    """Return the month a verified adoption is booked in, as months stand now."""
    return event_month(store, adoption.adopted_on, adoption.registered_on)


def quota_month(store: Store, received_on: date, *, makeup: bool) -> Month:
    """Return the month a draft counts for; 补报 for a closed month counts for the month received (§4)."""
    month = store.rules.book().counting_month(received_on, makeup=makeup)
    return Month.of(received_on) if store.months.is_closed(month) else month


def event_month(store: Store, happened_on: date, registered_on: date) -> Month:
    """Return the month that something is booked in: its own while that is open (§3.4)."""
    rules = store.rules.book().find(Month.of(happened_on))
    return scoring.booking_month(happened_on, registered_on, store.months.open_from(), rules)


def _change(
    store: Store, booked: Iterable[Booked], wanted: Callable[[list[Booked]], Iterable[Entry]]
) -> _Change:
    """Return what should not stand in the open months, and what is missing there."""
    open_from, entries = store.months.open_from(), tuple(booked)
    missing = list(wanted([entry for entry in entries if entry.booked_month < open_from]))
    stale = []
    for entry in ledger.standing(entries):
        if entry.booked_month < open_from:
            continue
        if entry.plain in missing:
            missing.remove(entry.plain)
        else:
            stale.append(entry)
    return stale, missing


def _write(store: Store, change: _Change) -> None:
    """Reverse what should not stand, add what is missing."""
    stale, missing = change
    now = store.now()
    store.ledger.reverse(stale, now)
    store.ledger.book(missing, now)

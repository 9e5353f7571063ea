"""Keep the ledger true to its events: what should be booked against what is, the difference written."""

from collections.abc import Callable, Iterable
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


def rebook(store: Store, draft: Draft) -> None:
    """Book what a draft earned anew in the open months, inside the caller's act.

    Entries that should still be there stay; stale ones are reversed, missing ones added. Closed months
    are not touched, so typing in another order leads to the same sums.
    """
    open_from, book = store.months.open_from(), store.rules.book()
    booked, facts = store.ledger.of_draft(draft.id), scored(store, draft)
    _settle(
        store,
        [entry for entry in booked if entry.is_adoptions_own],
        lambda closed: scoring.entries(facts, book, open_from, closed),
    )
    given = store.instructions.of_draft(draft.id)
    _settle(
        store,
        [entry for entry in booked if entry.instruction is not None],
        lambda closed: instructions.entries(facts, given, book, open_from, closed),
    )
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


def book_commission(store: Store, commission: Commission) -> None:
    """Book a commission anew, as ``rebook`` does: for the units of its draft, or for its own unit."""
    open_from, book = store.months.open_from(), store.rules.book()
    month = commission.booked_month or open_from
    asked = store.units.known([commission.unit])[commission.unit]
    units: Units = ((asked.id, asked.group_in(month)),)
    void_month = None
    if commission.draft is not None:
        facts = store.drafts.scored(store.drafts.by_id(commission.draft))
        units, void_month = facts.units_in(month), facts.void_month
    _settle(
        store,
        store.ledger.of_commission(commission.id),
        lambda closed: commissions.entries(commission, units, void_month, book, open_from, closed),
    )


def book_deduction(store: Store, deduction: Deduction) -> None:
    """Book a deduction anew, by the rules in force on the day it was confirmed."""
    day = deduction.confirmed_on or deduction.proposed_on
    rules, open_from = store.rules.book().at(Month.of(day)), store.months.open_from()
    booked = store.ledger.of_deduction(deduction.id)
    _settle(store, booked, lambda _: deductions.entries(deduction, rules, open_from))


def book_correction(store: Store, correction: Correction) -> None:
    """Book a correction anew."""
    book, open_from = store.rules.book(), store.months.open_from()
    booked = store.ledger.of_correction(correction.id)
    _settle(store, booked, lambda _: corrections.entries(correction, book, open_from))


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


def _settle(
    store: Store, booked: Iterable[Booked], wanted: Callable[[list[Booked]], Iterable[Entry]]
) -> None:
    """Reverse what should not stand in the open months, add what is missing."""
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
    now = store.now()
    store.ledger.reverse(stale, now)
    store.ledger.book(missing, now)

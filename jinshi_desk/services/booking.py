"""Keep the ledger true to a draft: what should be booked against what is, the difference written."""

from dataclasses import replace

from jinshi_desk.domain import ledger, scoring
from jinshi_desk.domain.adoptions import NewAdoption
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.ledger import Booked, Entry
from jinshi_desk.domain.months import Month
from jinshi_desk.store.database import Store


def rebook(store: Store, draft: Draft) -> None:
    """Book a draft anew in the open months, inside the caller's act.

    Entries that should still be there stay; stale ones are reversed, missing ones added. Closed months
    are not touched, so typing in another order leads to the same sums.
    """
    open_from = store.months.open_from()
    booked = store.ledger.of_draft(draft.id)
    closed = [entry for entry in booked if entry.booked_month < open_from]
    standing = [entry for entry in ledger.standing(booked) if entry.booked_month >= open_from]
    wanted = list(scoring.entries(scored(store, draft), store.rules.book(), open_from, closed))
    stale = []
    for entry in standing:
        plain = _plain(entry)
        if plain in wanted:
            wanted.remove(plain)
        else:
            stale.append(entry)
    now = store.now()
    store.ledger.reverse(stale, now)
    store.ledger.book(wanted, now)


def scored(store: Store, draft: Draft) -> scoring.ScoredDraft:
    """Return all that scoring asks of a draft."""
    return replace(store.drafts.scored(draft), claims=store.adoptions.claims(draft.id))


def booking_month(store: Store, adoption: NewAdoption) -> Month:
    """Return the month a verified adoption is booked in, as months stand now."""
    rules = store.rules.book().find(Month.of(adoption.adopted_on))
    return scoring.booking_month(adoption.adopted_on, adoption.registered_on, store.months.open_from(), rules)


def _plain(entry: Booked) -> Entry:
    return Entry(
        entry.kind,
        entry.booked_month,
        entry.cents,
        entry.rule_set,
        entry.clause,
        entry.arithmetic,
        entry.unit,
        entry.person,
        entry.draft,
        entry.adoption,
    )

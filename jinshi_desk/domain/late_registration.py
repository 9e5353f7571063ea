"""补登: adoptions whose evidence comes too late for the month they ran in (§3.4)."""

from collections.abc import Iterator
from datetime import date

from jinshi_desk.domain.adoptions import NewAdoption
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.rules import RuleBook
from jinshi_desk.domain.scoring import booking_month


def late_mark(adopted_on: date, booked: Month) -> str:
    """Return how an adoption is marked that is booked in a later month than it ran in; else nothing."""
    if booked <= Month.of(adopted_on):
        return ""
    return "补登" if booked.year == adopted_on.year else "跨年补登"


def late_problems(adoption: NewAdoption, book: RuleBook, open_from: Month) -> Iterator[Problem]:
    """Warn where an adoption counts that comes too late for its own month, or that it can't score any more.

    ``open_from`` is the earliest open month. Nothing is said of days that can't be.
    """
    if adoption.registered_on < adoption.adopted_on:
        return
    own = Month.of(adoption.adopted_on)
    booked = booking_month(adoption.adopted_on, adoption.registered_on, open_from, book.find(own))
    rules = book.find(booked)
    waited = (adoption.registered_on - adoption.adopted_on).days
    if rules is not None and waited > rules.evidence_days:
        where = f"{rules.evidence_days} 天，列入{booked.label}"
        yield Problem("adopted_on", "stale", Severity.WARN, where)
    elif booked > own:
        reason = "late" if booked.year == own.year else "across_years"
        yield Problem("adopted_on", reason, Severity.WARN, booked.label)

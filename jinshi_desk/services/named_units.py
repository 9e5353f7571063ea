"""What is odd about a unit that a line of a ledger names, on the day of that line."""

from collections.abc import Iterator
from datetime import date

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.units import Group
from jinshi_desk.store.database import Store


def unit_problems(store: Store, unit: str, day: date) -> Iterator[Problem]:
    """Yield what is odd about naming ``unit`` on a day; one that ended by then is only remarked on."""
    if not unit:
        return
    found = store.units.known([unit]).get(unit)
    if found is None:
        yield Problem("unit", "unknown", detail=unit)
    elif not found.active_in(Month.of(day)):
        yield Problem("unit", "inactive", Severity.WARN, found.name)


def office_problems(store: Store, office: str, day: date) -> Iterator[Problem]:
    """Yield what keeps ``office`` from being in charge of something on a day: it must be a 组室."""
    if not office:
        return
    found = store.units.known([office]).get(office)
    if found is None:
        yield Problem("office", "unknown", detail=office)
    elif found.group_in(Month.of(day)) is not Group.OFFICE:
        yield Problem("office", "no_office", detail=found.name)
    elif not found.active_in(Month.of(day)):
        yield Problem("office", "inactive", Severity.WARN, found.name)

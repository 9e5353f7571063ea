"""Is the data file sound? What ``verify`` looks at."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinshi_desk.domain.balance import checks
from jinshi_desk.domain.errors import NoWorkThatYear
from jinshi_desk.domain.months import Month
from jinshi_desk.services import closing, period_notices
from jinshi_desk.services.booking import misbooked
from jinshi_desk.services.books import books_check
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.years import year_gaps, year_of
from jinshi_desk.store.database import Store
from jinshi_desk.wording import CHECK


@dataclass(frozen=True, slots=True)
class Finding:
    """One check of the data file: its name (``file``, ``audit`` …), and what is wrong where it fails."""

    name: str
    ok: bool
    detail: str


def verify(store: Store, bulletins: BulletinDesk) -> Iterator[Finding]:
    """Check the file, its references, the audit chain, the ledger, closed months, every month's balance."""
    damage = store.integrity()
    yield Finding("file", not damage, damage)
    orphans = store.orphans()
    yield Finding("foreign_keys", not orphans, "、".join(orphans))
    breaks = [str(number) for number in store.audit.breaks()]
    yield Finding("audit", not breaks, "、".join(breaks))
    meddled = list(_meddled(store)) if not damage and not orphans else []
    yield Finding("ledger", not meddled, "、".join(meddled))
    lost = list(store.attachments.faults())
    yield Finding("attachments", not lost, "；".join(lost))
    if damage or orphans:  # figures of a file that is not whole say nothing
        return
    changed = list(closing.faults(store))
    yield Finding("closed_months", not changed, "；".join(changed))
    if changed:  # nor do figures that somebody tampered with
        return
    altered = list(period_notices.faults(store))
    yield Finding("period_notices", not altered, "；".join(altered))
    wrong = [f"{month} {fault}" for month in _months(store) for fault in _faults(store, bulletins, month)]
    wrong += list(_year_faults(store))
    yield Finding("balance", not wrong, "；".join(wrong))


def _meddled(store: Store) -> Iterator[str]:
    """Yield the reversals that match nothing, and the entries of open months that no event accounts for."""
    yield from map(str, store.ledger.unbalanced_reversals())
    names = {unit.id: unit.name for unit in store.units.all()}
    names |= {str(person.id): person.name for person in store.roster.all()}
    found = ((each.booked_month, names.get(each.unit or str(each.person), "")) for each in misbooked(store))
    yield from (f"{month} {name}" for month, name in dict.fromkeys(found))


def _year_faults(store: Store) -> Iterator[str]:
    """Yield each unit whose year is not the sum of its months."""
    last_of = {month.year: month for month in _months(store)}
    for year, last in last_of.items():
        try:
            figures = year_of(store, year, last.last_day)
        except NoWorkThatYear:  # deductions alone make no year
            continue
        for gap in year_gaps(store, figures):
            yield f"{year} {gap}"


def _months(store: Store) -> list[Month]:
    return [Month.parse(month) for month in store.ledger.months()]


def _faults(store: Store, bulletins: BulletinDesk, month: Month) -> Iterator[str]:
    bulletin = bulletins.draft(month).bulletin
    for check in (*checks(bulletin), books_check(store, bulletin)):
        if not check.ok:
            yield f"{CHECK[check.name]} {check.detail}"

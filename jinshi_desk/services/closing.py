"""The desk that closes months: what is in the way, and the one act that freezes entries and figures."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.balance import TOLD, Check, CheckName
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.closing import Frozen
from jinshi_desk.domain.errors import (
    AlreadyClosed,
    DeskError,
    MonthNotOver,
    NothingOnTheBooks,
    NotOnTheBooks,
    NotTheNextMonth,
    OpenItems,
    OutOfBalance,
)
from jinshi_desk.domain.months import Month
from jinshi_desk.services.bulletin import BulletinDesk, Draft
from jinshi_desk.services.figures import owed_entries, standings
from jinshi_desk.services.freezing import freeze, sha256, thaw
from jinshi_desk.services.month_drafts import judged_now
from jinshi_desk.services.trends import year_so_far
from jinshi_desk.store.audit import Act
from jinshi_desk.store.database import Store
from jinshi_desk.store.months import ClosedMonth

_TOPICS = (Topic.MONTHS, Topic.POINTS, Topic.BULLETINS, Topic.DRAFTS)


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing a month did: the entries it booked, and what was accepted as still open."""

    month: Month
    entries: int
    sha256: str
    accepted: tuple[Check, ...]


class ClosingDesk:
    """Closes months, in order."""

    def __init__(self, store: Store, bulletins: BulletinDesk, today: Callable[[], date]) -> None:
        self._store = store
        self._bulletins = bulletins
        self._today = today

    def is_closed(self, month: Month) -> bool:
        """Tell whether nothing of ``month`` can change any more."""
        return self._store.months.is_closed(month)

    def closed_on(self, month: Month) -> date | None:
        """Return the day on which ``month`` was closed."""
        at = self._store.months.closed_at(month)
        return date.fromisoformat(at[:10]) if at else None

    def next_month(self) -> Month | None:
        """Return the earliest open month on the books; none before the first draft.

        The books begin with the first draft, but not before the first rules (docs/decisions/0011).
        """
        begin = self._begin()
        return max(begin, self._store.months.open_from()) if begin else None

    def refusal(self, month: Month) -> DeskError | None:
        """Return why it is not the turn of ``month``; none where it may be closed now."""
        begin, upcoming = self._begin(), self.next_month()
        if begin is None or upcoming is None:
            return NothingOnTheBooks()
        if month < begin:
            return NotOnTheBooks(month.label, begin.label)
        if self._store.months.is_closed(month):
            return AlreadyClosed(month.label)
        if month.last_day >= self._today():
            first = month.next().first_day
            return MonthNotOver(month.label, f"{first.month}月{first.day}日")
        if month != upcoming:
            return NotTheNextMonth(month.label, upcoming.label)
        return None

    def checks(self, month: Month) -> tuple[Check, ...]:
        """Return what was checked before ``month`` can close; of what fails, ``TOLD`` may be accepted."""
        return self._checks(month, self._bulletins.draft(month))

    @staticmethod
    def unbalanced(failed: Iterable[Check]) -> tuple[Check, ...]:
        """Return those of the failed checks that nobody can accept."""
        return tuple(check for check in failed if check.name not in TOLD)

    def close(self, month: Month, *, accept_open_items: bool = False) -> Closed:
        """Close ``month``: book what its quota brings, freeze all its figures and its bulletin, in one act.

        Raises:
            NothingOnTheBooks, NotOnTheBooks, AlreadyClosed, MonthNotOver, NotTheNextMonth: not its turn.
            OutOfBalance: its books do not balance.
            OpenItems: something is open, and ``accept_open_items`` does not accept it.
        """
        with self._store.writing("close", *_TOPICS) as act:
            refused = self.refusal(month)
            if refused is not None:
                raise refused
            draft = self._bulletins.draft(month)
            failed = [check for check in self._checks(month, draft) if not check.ok]
            unbalanced = self.unbalanced(failed)
            if unbalanced:
                raise OutOfBalance(month.label, unbalanced)
            accepted = tuple(failed)
            if accepted and not accept_open_items:
                raise OpenItems(month.label, accepted)
            return self.shut(act, draft, accepted)

    def shut(self, act: Act, draft: Draft, accepted: tuple[Check, ...] = ()) -> Closed:
        """Close the month of ``draft`` inside the caller's act; its figures count what is booked now."""
        month, now = draft.bulletin.month, self._store.now()
        trends = year_so_far(self._store, month, closing=True)
        frozen = Frozen(draft.bulletin, draft.checks, judged_now(self._store, month), trends)
        text = freeze(frozen)
        owed = tuple(owed_entries(self._store, standings(self._store, [month])))
        self._store.ledger.book(owed, now)
        mark = sha256(text)
        self._store.months.close(ClosedMonth(month, now, self._store.who(), text, mark))
        act.subject = subject(month)
        act.after = {
            "sha256": mark,
            "ledger": self._store.ledger.seal(month),
            "entries": len(owed),
            "accepted": {check.name.value: check.detail for check in accepted},
        }
        return Closed(month, len(owed), mark, accepted)

    def _begin(self) -> Month | None:
        first, versions = self._store.drafts.first_month(), self._store.rules.book().versions
        if first is None or not versions:
            return None
        return max(first, min(version.effective_from for version in versions))

    def _checks(self, month: Month, draft: Draft) -> tuple[Check, ...]:
        ends = self._bulletins.grace_ends(month)
        over = self._today() >= ends
        return (*draft.checks, Check(CheckName.GRACE, over, f"{ends.month}月{ends.day}日"))


def subject(month: Month) -> str:
    """Return what the audit chain calls a month."""
    return f"month {month}"


def faults(store: Store) -> Iterator[str]:
    """Yield what is wrong with what was closed: another text than was frozen, or a ledger that differs."""
    marks: dict[Month, list[str]] = {}
    for undone in store.months.reopenings():
        month = undone.closed.month
        yield from _altered(undone.closed, marks.setdefault(month, list(_recorded(store, month))))
    for closed in store.months.closed():
        month = closed.month
        altered = list(_altered(closed, marks.setdefault(month, list(_recorded(store, month)))))
        yield from altered
        if closed.frozen is not None and not altered:
            differing = list(_differing_sums(store, month, thaw(closed.frozen)))
            yield from differing or _unsealed(store, month)


def _recorded(store: Store, month: Month) -> Iterator[str]:
    """Yield the SHA-256 that the audit chain has of each closing of ``month``, oldest first."""
    for record in store.audit.of(subject(month)):
        if record.act == "close":
            yield record.after["sha256"]


def _unsealed(store: Store, month: Month) -> Iterator[str]:
    """Yield the month whose units add up, and yet an entry is not what it was: an author's, or its words."""
    seals = [record.after.get("ledger") for record in store.audit.of(subject(month)) if record.act == "close"]
    if seals and seals[-1] and seals[-1] != store.ledger.seal(month):  # older programs kept none
        yield f"{month} 积分台账有改动"


def _altered(closed: ClosedMonth, recorded: list[str]) -> Iterator[str]:
    """Yield the fault where a closing's text is not the one frozen; take its mark from ``recorded``."""
    if closed.frozen is None:  # before 0003 no program froze a month
        return
    mark = recorded.pop(0) if recorded else ""
    if {closed.sha256, mark} != {sha256(closed.frozen)}:
        yield f"{closed.month} SHA-256"


def _differing_sums(store: Store, month: Month, frozen: Frozen) -> Iterator[str]:
    difference: Counter[str] = Counter()
    names = {unit.id: unit.name for unit in store.units.all()}
    for unit, earned in frozen.bulletin.figures.points.items():
        for cents in earned.by_kind.values():
            difference[unit] -= cents
    for row in store.ledger.sums(month, month):
        difference[row.unit] += row.cents
    for unit, cents in difference.items():
        if cents:
            yield f"{month} {names.get(unit, unit)} {cents:+}"

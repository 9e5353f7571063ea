"""The desk for the notices of quarters and years: text, entries, checks, issue (§6.5, §6.6).

What such a notice says comes in as a ``Composition``; everything else is the same for both.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from jinshi_desk.domain import issuing, period_notices
from jinshi_desk.domain.balance import TOLD
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.composition import Edit
from jinshi_desk.domain.drafts import clean_line, clean_text
from jinshi_desk.domain.errors import (
    AlreadyIssued,
    DeskError,
    NoticeHasOpenItems,
    NoticeOutOfBalance,
    StillOpen,
)
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.period_notices import Field, PeriodDraft, Sums, months_sums
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.problems import Problem
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.filing import refuse_bad
from jinshi_desk.services.freezing import freeze, frozen_notice, sha256, thaw_notice
from jinshi_desk.services.issuing import refuse_taken
from jinshi_desk.services.notice_files import NoticeFiles
from jinshi_desk.store.bulletins import Wish
from jinshi_desk.store.database import Store
from jinshi_desk.store.period_notices import IssuedNotice

_ISSUE = "印发"


class Composition(Protocol):
    """What the notice of a quarter, or of a year, is made of.

    ``off_by_default`` are the codes of sentences that are printed only where the clerk switches them on.
    """

    off_by_default: frozenset[str]

    def fields(self, period: Period) -> tuple[Field, ...]:
        """Return what the office types for it."""
        ...

    def compose(self, period: Period, edits: Mapping[str, Edit], typed: Mapping[str, str]) -> PeriodDraft:
        """Return the notice as it stands, with the checks that only it has.

        ``edits`` are the clerk's by sentence code, ``typed`` what the office typed by field. Open months are
        left to the desk.

        Raises:
            DeskError: there is no such notice, as of a period still to come.
        """
        ...


class PeriodNoticeDesk:
    """What a clerk does with the notice of a quarter or a year, as ``composition`` makes it."""

    def __init__(
        self, store: Store, press: Press, today: Callable[[], date], composition: Composition
    ) -> None:
        self._store = store
        self._today = today
        self._composition = composition
        self.files = NoticeFiles(press)

    # ---- what is shown

    def draft(self, period: Period) -> PeriodDraft:
        """Return the notice as it stands, with its checks; once it is out, as it went out.

        Raises:
            DeskError: there is no such notice.
        """
        frozen = frozen_notice(self._store, period)
        if frozen is not None:
            return frozen
        edits = {code: Edit(None, included=False) for code in self._composition.off_by_default} | {
            code: Edit(wish.text, included=wish.included)
            for code, wish in self._store.period_notices.texts(period).items()
        }
        typed = self._store.period_notices.entries(period)
        made = self._composition.compose(period, edits, typed)
        waiting = tuple(
            month for month in period_months(self._store, period) if not self._store.months.is_closed(month)
        )
        draft = replace(made, open_months=waiting)
        sums = None if waiting else closed_sums(self._store, period)
        return replace(draft, checks=(*period_notices.checks(draft, sums), *made.checks))

    def fields(self, period: Period) -> tuple[Field, ...]:
        """Return what is typed for the notice."""
        return self._composition.fields(period)

    def entries(self, period: Period) -> dict[str, str]:
        """Return what was typed for the notice, by field."""
        return self._store.period_notices.entries(period)

    # ---- its text

    def edit(self, period: Period, code: str, text: str | None) -> None:
        """Keep the clerk's text of a sentence; none brings the generated one back.

        Raises:
            AlreadyIssued: it is out.
        """
        old = self._wish(period, code)
        self._put(period, code, Wish(clean_line(text) if text else None, old.included))

    def include(self, period: Period, code: str, *, included: bool) -> None:
        """Switch a sentence on or off.

        Raises:
            AlreadyIssued: it is out.
        """
        self._put(period, code, Wish(self._wish(period, code).text, included))

    def check_entries(self, period: Period, typed: Mapping[str, str]) -> tuple[Problem, ...]:
        """Return what is wrong with what was typed."""
        return tuple(period_notices.entry_problems(self.fields(period), _cleaned(typed)))

    def enter(self, period: Period, typed: Mapping[str, str]) -> None:
        """Keep what was typed, each field that is named; empty it is there no longer.

        Raises:
            NotFileable: a number is none, a text too long, or a field is not one of the notice's.
            AlreadyIssued: it is out.
        """
        refuse_bad(self.check_entries(period, typed))
        self._refuse_issued(period)
        wanted, old = _cleaned(typed), self.entries(period)
        with self._store.writing("period_entries", Topic.BULLETINS) as act:
            self._store.period_notices.put_entries(period, wanted)
            act.subject = _subject(period)
            act.before = {field: old.get(field, "") for field in wanted}
            act.after = dict(wanted)

    # ---- its issue

    def issued(self, period: Period) -> PeriodIssue | None:
        """Return by which number and on which day the notice went out; none before it did."""
        return self._store.period_notices.issued(period)

    def proposed(self, period: Period, on: date | None = None) -> PeriodIssue:
        """Return what signing it out ``on`` a day, or now, would write: the number after the last."""
        day = on or self._today()
        return PeriodIssue(period, issuing.next_number(self._store.issue_numbers.last(), day), day)

    def check_issue(self, issue: PeriodIssue) -> tuple[Problem, ...]:
        """Return what is wrong with the number and the day typed."""
        return tuple(issuing.problems(_written(issue), self._today()))

    def issue_refusal(self, period: Period) -> DeskError | None:
        """Return why the notice can't be signed out now; none where it may be."""
        issue = self.issued(period)
        if issue is not None:
            return AlreadyIssued(period.label, issue.number, written_date(issue.on))
        months = period_months(self._store, period)
        if self._store.months.is_closed(period.last):
            return None
        waiting = [month for month in months if not self._store.months.is_closed(month)]
        return StillOpen("、".join(month.label for month in waiting or [period.last]), _ISSUE)

    def issue(self, typed: PeriodIssue, *, accept_open_items: bool = False) -> PeriodIssue:
        """Sign a notice out and keep it whole, as it goes out; it never changes again.

        Raises:
            StillOpen, AlreadyIssued: not its turn.
            NotFileable: the number is missing, or the day lies in the period or after today.
            IssueNumberTaken: a month, a quarter or a year has the number.
            NoticeOutOfBalance: a check fails.
            NoticeHasOpenItems: something is only told, and was not accepted.
        """
        issue = _written(typed)
        period = issue.period
        with self._store.writing("issue_period", Topic.MONTHS, Topic.BULLETINS) as act:
            refused = self.issue_refusal(period)
            if refused is not None:
                raise refused
            refuse_bad(self.check_issue(issue))
            refuse_taken(self._store, issue.number)
            draft = self.draft(period)
            accepted = self._accepted(draft, accept_open_items=accept_open_items)
            frozen = freeze(replace(draft, notice=replace(draft.notice, dated=issue.on)))
            mark = sha256(frozen)
            notice = IssuedNotice(issue, frozen, mark)
            self._store.period_notices.issue(notice, self._store.now(), self._store.who())
            act.subject = _subject(period)
            act.after = {
                "number": issue.number,
                "on": issue.on.isoformat(),
                "sha256": mark,
                "accepted": accepted,
            }
        return issue

    def _accepted(self, draft: PeriodDraft, *, accept_open_items: bool) -> dict[str, str]:
        """Return what is open and accepted; refuse what can't be."""
        failed = [check for check in draft.checks if not check.ok]
        wrong = tuple(check for check in failed if check.name not in TOLD)
        if wrong:
            raise NoticeOutOfBalance(draft.notice.period.label, wrong)
        if failed and not accept_open_items:
            raise NoticeHasOpenItems(draft.notice.period.label, tuple(failed))
        return {check.name.value: check.detail for check in failed}

    def _wish(self, period: Period, code: str) -> Wish:
        as_generated = Wish(None, included=code not in self._composition.off_by_default)
        return self._store.period_notices.texts(period).get(code, as_generated)

    def _put(self, period: Period, code: str, wish: Wish) -> None:
        self._refuse_issued(period)
        old = self._wish(period, code)
        with self._store.writing("period_text", Topic.BULLETINS) as act:
            self._store.period_notices.put_text(period, code, wish)
            act.subject = _subject(period)
            act.before = {"code": code, "text": old.text, "included": old.included}
            act.after = {"code": code, "text": wish.text, "included": wish.included}

    def _refuse_issued(self, period: Period) -> None:
        issue = self.issued(period)
        if issue is not None:
            raise AlreadyIssued(period.label, issue.number, written_date(issue.on))


def period_months(store: Store, period: Period) -> tuple[Month, ...]:
    """Return the months of ``period`` that are on the books: from the first with a draft on."""
    begin = store.drafts.first_month()
    return tuple(month for month in period.months if begin is not None and begin <= month)


def closed_sums(store: Store, period: Period) -> Sums:
    """Add up what the closed months of ``period`` printed."""
    return months_sums(month_figures(store, month) for month in period_months(store, period))


def faults(store: Store) -> Iterator[str]:
    """Yield what is wrong with what went out: another text than was kept, or months that say otherwise."""
    for kept in store.period_notices.all():
        period = kept.issue.period
        marks = {r.after["sha256"] for r in store.audit.of(_subject(period)) if r.act == "issue_period"}
        if {kept.sha256, *marks} != {sha256(kept.frozen)}:
            yield f"{period} SHA-256"
            continue
        said = thaw_notice(kept.frozen).sums
        for difference in period_notices.differences(said, closed_sums(store, period)):
            yield f"{period} {difference}"


def _cleaned(typed: Mapping[str, str]) -> dict[str, str]:
    return {field: clean_text(text).strip() for field, text in typed.items()}


def _written(typed: PeriodIssue) -> PeriodIssue:
    return PeriodIssue(typed.period, issuing.written_number(typed.number), typed.on)


def _subject(period: Period) -> str:
    return f"notice {period}"

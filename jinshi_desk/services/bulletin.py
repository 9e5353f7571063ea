"""The desk for the monthly bulletin: figures, sentences, checks, and the three files."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from jinshi_desk import wording
from jinshi_desk.domain import platforms
from jinshi_desk.domain.balance import Check, CheckName, checks
from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.commissions import Outcome
from jinshi_desk.domain.composition import Edit, compose
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.month_notices import month_notice
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.platforms import PlatformMonth
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.register import RegisterQuery, Segment
from jinshi_desk.domain.trends import Trends
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.books import books_check
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.filing import refuse_bad
from jinshi_desk.services.freezing import frozen_month
from jinshi_desk.services.month_events import author_rows
from jinshi_desk.services.notice_files import NoticeFiles
from jinshi_desk.services.objection import waiting_objections
from jinshi_desk.services.office import letterhead, prints_authors
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.bulletins import Wish
from jinshi_desk.store.database import Store

_DEFAULT_CLOSE_DAY = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """The month's bulletin as it would be printed now, with its checks."""

    bulletin: Bulletin
    checks: tuple[Check, ...]

    @property
    def notice(self) -> Notice:
        """The bulletin as it is printed and saved."""
        return month_notice(self.bulletin, wording.NAMES)


class BulletinDesk:
    """What a clerk does in 月通报."""

    def __init__(self, store: Store, press: Press) -> None:
        self._store = store
        self.files = NoticeFiles(press, self._trends)

    def figures(self, month: Month) -> MonthFigures:
        """Return all the month's numbers."""
        return month_figures(self._store, month)

    def draft(self, month: Month) -> Draft:
        """Return the bulletin of ``month`` as it stands, and whether the books balance.

        That of a closed month is the one that was frozen, whatever changed since; issued, it bears the day
        on which it was.
        """
        frozen = frozen_month(self._store, month)
        if frozen is not None:
            issue = self._store.months.issued(month)
            bulletin = replace(frozen.bulletin, dated=issue.on) if issue else frozen.bulletin
            return Draft(bulletin, frozen.checks)
        figures = month_figures(self._store, month)
        edits = {
            code: Edit(wish.text, included=wish.included)
            for code, wish in self._store.bulletin_texts.of(month).items()
        }
        head, dated = letterhead(self._store), due_day(self._store, month)
        authors = author_rows(self._store, month) if prints_authors(self._store) else ()
        bulletin = compose(figures, wording.NAMES, wording.STATE, head, edits, dated, authors)
        found = (*checks(bulletin), books_check(self._store, bulletin), *self._open_items(month))
        return Draft(bulletin, found)

    def edit(self, month: Month, code: str, text: str | None) -> None:
        """Keep the clerk's text of a sentence; none brings the generated one back.

        Raises:
            MonthClosed: the month's text is frozen.
        """
        old = self._wish(month, code)
        self._put(month, code, Wish(clean_line(text) if text else None, old.included))

    def include(self, month: Month, code: str, *, included: bool) -> None:
        """Switch a sentence on or off."""
        self._put(month, code, Wish(self._wish(month, code).text, included))

    def platform(self, month: Month) -> PlatformMonth | None:
        """Return what was typed of the platforms for ``month``, or none."""
        return self._store.platforms.of(month)

    def check_platform(self, typed: PlatformMonth) -> tuple[Problem, ...]:
        """Return what is wrong with the numbers typed."""
        return tuple(platforms.problems(typed))

    def set_platform(self, month: Month, typed: PlatformMonth | None) -> None:
        """Keep what the platforms did in ``month``; none takes the sentence out.

        Raises:
            NotFileable: a number is negative.
            MonthClosed: the month's text is frozen.
        """
        if typed is not None:
            refuse_bad(platforms.problems(typed))
        if self._store.months.is_closed(month):
            raise MonthClosed(month.label)
        old = self._store.platforms.of(month)
        with self._store.writing("platform", Topic.BULLETINS) as act:
            self._store.platforms.put(month, typed)
            act.subject = f"bulletin {month}"
            act.before = asdict(old) if old else {}
            act.after = asdict(typed) if typed else {}

    def _trends(self, notice: Notice) -> Trends | None:
        """Return the charts of the bulletin's workbook."""
        from jinshi_desk.services.trends import kept_or_computed

        return kept_or_computed(self._store, notice.period.last)

    def grace_ends(self, month: Month) -> date:
        """Return the last day for 补报 of ``month``, and for December's evidence (§3.6)."""
        rules = self._store.rules.book().find(month)
        if rules is not None and month.month == 12:
            return max(due_day(self._store, month), date(month.year + 1, *rules.year_close))
        return due_day(self._store, month)

    def _open_items(self, month: Month) -> tuple[Check, ...]:
        """Return what is still open in the month; it is told, not forbidden."""
        missing = 0
        if form_required(self._store):
            missing = self._store.register.count(RegisterQuery(month, segment=Segment.FORM_MISSING))
        claimed = self._store.register.count(RegisterQuery(month, segment=Segment.UNVERIFIED))
        waiting = self._store.register.count(RegisterQuery(month, segment=Segment.RECEIVED))
        commissions = self._store.commissions.all(month)
        pending = sum(not each.voided and each.outcome is Outcome.PENDING for each in commissions)
        unnamed = self._store.drafts.with_more_authors(month)
        proposed = len(self._store.deductions.waiting(month.last_day))
        objected = len(waiting_objections(self._store, month))
        doubtful = sum(each.rows for each in self._store.batches.doubtful(month))
        return (
            Check(CheckName.TO_REVIEW, waiting == 0, str(waiting)),
            Check(CheckName.FORMS, missing == 0, str(missing)),
            Check(CheckName.AUTHORS, not unnamed, "、".join(unnamed)),
            Check(CheckName.UNVERIFIED, claimed == 0, str(claimed)),
            Check(CheckName.COMMISSIONS, pending == 0, str(pending)),
            Check(CheckName.PROPOSALS, proposed == 0, str(proposed)),
            Check(CheckName.OBJECTIONS, objected == 0, str(objected)),
            Check(CheckName.IMPORTS, doubtful == 0, str(doubtful)),
        )

    def _wish(self, month: Month, code: str) -> Wish:
        return self._store.bulletin_texts.of(month).get(code, Wish(None, included=True))

    def _put(self, month: Month, code: str, wish: Wish) -> None:
        if self._store.months.is_closed(month):
            raise MonthClosed(month.label)
        old = self._wish(month, code)
        with self._store.writing("bulletin_text", Topic.BULLETINS) as act:
            self._store.bulletin_texts.put(month, code, wish)
            act.subject = f"bulletin {month}"
            act.before = {"code": code, "text": old.text, "included": old.included}
            act.after = {"code": code, "text": wish.text, "included": wish.included}


def due_day(store: Store, month: Month) -> date:
    """Return the day the bulletin of ``month`` is due: the close day of the next one."""
    rules = store.rules.book().find(month)
    day = rules.quota.grace_close_day if rules and rules.quota.grace_close_day else _DEFAULT_CLOSE_DAY
    following = month.next()
    return date(following.year, following.month, day)

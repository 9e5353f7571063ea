"""What the year's notice is made of (§6.6): its figures, its lists, the office's words."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from jinshi_desk import wording
from jinshi_desk.award_words import AWARD, BAR, grade_word
from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.composition import Edit
from jinshi_desk.domain.period_notices import Field, PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.year_notices import OFF_BY_DEFAULT, AnnualOffice, compose
from jinshi_desk.domain.year_sentences import FIELDS, Annual, AnnualNames
from jinshi_desk.domain.years import YearFigures
from jinshi_desk.services.award import rolls
from jinshi_desk.services.bulletin import due_day
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.years import year_gaps, year_of
from jinshi_desk.store.database import Store


class AnnualNotice:
    """What the notice of a year is made of."""

    off_by_default = OFF_BY_DEFAULT

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def fields(self, _: Period) -> tuple[Field, ...]:
        """Return what no ledger knows."""
        return FIELDS

    def compose(self, period: Period, edits: Mapping[str, Edit], typed: Mapping[str, str]) -> PeriodDraft:
        """Return the notice as it stands.

        Raises:
            YearToCome, NoWorkThatYear: there is none.
        """
        store = self._store
        figures = year_of(store, period.first.year, self._today())
        annual = Annual(figures, rolls(store, figures), typed)
        grades = {grade: grade_word(grade) for roll in annual.rolls for grade in roll.contest.grades}
        names = AnnualNames(wording.NAMES, AWARD, grades, BAR)
        made = compose(annual, AnnualOffice(names, letterhead(store), edits, self._dated(period)))
        return replace(made, checks=(self._books(figures), *made.checks))

    def _dated(self, period: Period) -> date:
        """Return the day December is to be closed: what was adopted in it may be registered until then."""
        rules = self._store.rules.book().find(period.last)
        due = due_day(self._store, period.last)
        return max(due, date(period.last.year + 1, *rules.year_close)) if rules else due

    def _books(self, figures: YearFigures) -> Check:
        """Return whether the year is the sum of its months, and of the ledger behind them."""
        gaps = list(year_gaps(self._store, figures))
        whole = plain(sum(each.cents for each in figures.units))
        return Check(CheckName.BOOKS, not gaps, "、".join(map(str, gaps)) or whole)

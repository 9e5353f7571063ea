"""What the tab 年度考评 is handed, and what it reads of a year."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.award_decisions import Roll
from jinshi_desk.domain.award_rules import Award, TieBreaker
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.years import YearFigures
from jinshi_desk.services.award import AwardDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.progress import Progress
from jinshi_desk.services.year_extracts import YearExtractDesk
from jinshi_desk.services.years import YearDesk


@dataclass(frozen=True, slots=True)
class AnnualDesks:
    """The desks behind the tab."""

    years: YearDesk
    awards: AwardDesk
    extracts: YearExtractDesk
    notices: PeriodNoticeDesk
    undo: Undo
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year as the tab shows it; without figures there is nothing of it on the books."""

    year: int
    figures: YearFigures | None = None
    rolls: tuple[Roll, ...] = ()
    breakers: tuple[TieBreaker, ...] = ()
    is_closed: bool = False
    issue: PeriodIssue | None = None
    """By which number and on which day its notice went out."""

    @property
    def waiting(self) -> int:
        """How many names the office has still to say something of."""
        return sum(len(roll.waiting) + len(roll.lost) for roll in self.rolls)

    def roll(self, award: Award) -> Roll | None:
        return next((roll for roll in self.rolls if roll.award is award), None)


def read_year(desks: AnnualDesks, year: int, _: Progress) -> YearView:
    """Return what is shown of ``year``; called on the worker thread."""
    figures = desks.years.figures(year)
    if figures is None:
        return YearView(year)
    return YearView(
        year,
        figures,
        desks.awards.rolls(figures),
        desks.awards.breakers(figures),
        desks.years.is_closed(year),
        desks.notices.issued(Period.parse(f"{year:04d}")),
    )

"""A quarter's review: its figures gathered from those of its months, and all else that it tells (§6.5)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from jinshi_desk import wording
from jinshi_desk.domain.composition import Edit
from jinshi_desk.domain.errors import NoWorkThatQuarter, QuarterToCome
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.period_notices import Field, PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.quarter_notices import OFF_BY_DEFAULT, Review, compose
from jinshi_desk.domain.quarter_review import Asked, FirstRun, Newcomer, Owing, Praised, Quarter, Returned
from jinshi_desk.domain.quarter_sentences import FIELDS
from jinshi_desk.domain.quarters import QuarterFigures, quarter_figures
from jinshi_desk.domain.units import Unit
from jinshi_desk.services.assignment import shortfalls
from jinshi_desk.services.bulletin import due_day
from jinshi_desk.services.figures import month_figures
from jinshi_desk.services.month_drafts import judged
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.period_notices import period_months
from jinshi_desk.services.quality_pick import picks_of
from jinshi_desk.services.tagging import topic_counts
from jinshi_desk.store.database import Store
from jinshi_desk.store.first_runs import Run

_MONTHS = 3


class QuarterReview:
    """What the notice of a quarter is made of."""

    off_by_default = OFF_BY_DEFAULT

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def fields(self, _period: Period) -> tuple[Field, ...]:
        """Return what no ledger counts."""
        return FIELDS

    def compose(self, period: Period, edits: Mapping[str, Edit], typed: Mapping[str, str]) -> PeriodDraft:
        """Return the review as it stands.

        Raises:
            QuarterToCome, NoWorkThatQuarter: there is none.
        """
        quarter = quarter_of(self._store, period, self._today(), typed)
        review = Review(
            wording.NAMES,
            wording.STATE,
            letterhead(self._store),
            edits,
            due_day(self._store, period.last),
        )
        return compose(quarter, review)


def quarter_of(store: Store, period: Period, today: date, typed: Mapping[str, str] | None = None) -> Quarter:
    """Return all that a review is made of: the months of ``period`` on the books, up to this one.

    Raises:
        QuarterToCome: it has not begun.
        NoWorkThatQuarter: the books begin later, or hold nothing at all.
    """
    this = Month.of(today)
    if period.first > this:
        raise QuarterToCome(period.label)
    months = tuple(month for month in period_months(store, period) if month <= this)
    if not months:
        raise NoWorkThatQuarter(period.label)
    tagged, adopted = topic_counts(store, months), tuple(_adopted(store, period, months))
    rules = store.rules.book().find(months[-1])
    return Quarter(
        figures=_figures(store, period, months, this, len(adopted)),
        before=_closed(store, _earlier(period, _MONTHS), this),
        year_ago=_closed(store, _earlier(period, 4 * _MONTHS), this),
        tagged_of=tagged.valid,
        topics=tagged.topics,
        adopted=tuple(_runs(store, period, adopted)),
        first_runs=tuple(_runs(store, period, store.first_runs.of_drafts(period))),
        newcomers=tuple(_newcomers(store, period)) if _has_history(store, period) else None,
        praised=tuple(_praised(store, months)),
        returns=tuple(_returned(store, months)),
        asked=tuple(_asked(store, _earlier(period, -_MONTHS))),
        owing=tuple(_owing(store, period)),
        grades=rules.grades if rules else (),
        typed=dict(typed or {}),
    )


def _figures(
    store: Store, period: Period, months: tuple[Month, ...], this: Month, adopted: int
) -> QuarterFigures:
    rules = store.rules.book().find(months[-1])
    return quarter_figures(
        period,
        [month_figures(store, month) for month in months],
        this.previous(),
        rules.grades if rules else (),
        adopted,
    )


def _adopted(store: Store, period: Period, months: tuple[Month, ...]) -> Iterator[Run]:
    """Yield the quarter's valid drafts that had run by its end: the numerator of 采用率 (§3.6)."""
    valid = {each.draft for month in months for each in judged(store, month) if each.valid}
    return (run for run in store.first_runs.ran_by(period) if run.draft in valid)


def _closed(store: Store, period: Period, this: Month) -> QuarterFigures | None:
    """Return another quarter to compare with; none unless each of its months is on the books and closed."""
    months = period_months(store, period)
    if months != period.months or not store.months.is_closed(period.last):
        return None
    adopted = sum(1 for _ in _adopted(store, period, months))
    return _figures(store, period, months, this, adopted)


def _earlier(period: Period, months: int) -> Period:
    return Period(period.first.plus(-months), period.last.plus(-months))


def _has_history(store: Store, period: Period) -> bool:
    begin = store.drafts.first_month()
    return begin is not None and begin < period.first


def _runs(store: Store, period: Period, runs: Iterable[Run]) -> Iterator[FirstRun]:
    names = _names(store, period.last)
    for run in runs:
        yield FirstRun(run.number, run.title, names.get(run.lead, run.lead), run.received_on, run.adopted_on)


def _newcomers(store: Store, period: Period) -> Iterator[Newcomer]:
    names = _names(store, period.last)
    for run in store.first_runs.of_authors(period, store.people.one()):
        yield Newcomer(run.name, names.get(run.lead, run.lead), run.title, run.adopted_on)


def _praised(store: Store, months: tuple[Month, ...]) -> Iterator[Praised]:
    names = _names(store, months[-1])
    for each in picks_of(store, months):
        yield Praised(
            each.draft.number,
            each.draft.title,
            "、".join(names.get(unit, unit) for unit in each.draft.units),
            "、".join(author.name for author in each.draft.authors),
            each.outlet.name if each.outlet else "",
            each.adoption.adopted_on if each.adoption else None,
            each.event.reason,
        )


def _returned(store: Store, months: tuple[Month, ...]) -> Iterator[Returned]:
    units = {unit.id: unit for unit in store.units.all()}
    for month in months:
        for number, _, made in store.returns.all(month):
            draft = store.drafts.by_id(number)
            lead = units[draft.lead]
            yield Returned(
                draft.number,
                draft.title,
                lead.name_in(month),
                lead.group_in(month),
                draft.category,
                made.on,
                made.reasons,
            )


def _asked(store: Store, following: Period) -> Iterator[Asked]:
    names = _names(store, following.first)
    for month in following.months:
        for each in store.commissions.all(month):
            if not each.voided:
                yield Asked(names.get(each.unit, each.unit), each.subject, each.due_on)


def _owing(store: Store, period: Period) -> Iterator[Owing]:
    names = _names(store, period.last)
    for line in shortfalls(store, period):
        yield Owing(line.person.name, names.get(line.unit, line.unit), line.done, line.event.target)


def _names(store: Store, month: Month) -> dict[str, str]:
    units: tuple[Unit, ...] = store.units.all()
    return {unit.id: unit.name_in(month) for unit in units}

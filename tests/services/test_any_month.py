"""Whatever a month brings, its books balance and every figure is explained."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinshi_desk.domain.balance import TOLD, checks
from jinshi_desk.domain.errors import NoWorkThatQuarter, NoWorkThatYear
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.booking import rebook
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.closing import faults
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.quarters import QuarterReview
from jinshi_desk.services.years import year_gaps, year_of
from tests.office import JULY, JUNE, MAY, Office
from tests.works import TURN, WORK, Work, do, involved, turn

MONTHS = (MAY, JUNE, JULY)
QUARTER = Period.parse("2022-Q2")


@settings(max_examples=15)
@given(works=st.lists(WORK, max_size=6), turns=st.lists(TURN, max_size=3, unique=True))
def test_the_books_of_any_month_balance(
    works: list[Work], turns: list[str], template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = _an_office(template, tmp_path_factory, works, turns)
    for month in MONTHS:
        _the_bulletin_balances_and_every_figure_is_explained(office, month)
    _the_year_is_the_sum_of_its_months(office)
    _booking_again_changes_nothing(office)
    assert list(office.store.audit.breaks()) == []
    office.store.close()


@settings(max_examples=10)
@given(works=st.lists(WORK, max_size=5), turns=st.lists(TURN, max_size=2, unique=True))
def test_closing_changes_no_points_and_the_ledger_adds_up_to_the_bulletin(
    works: list[Work], turns: list[str], template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = _an_office(template, tmp_path_factory, works, turns)
    before = {month: _points(office, month) for month in MONTHS}
    office.close(*(month for month in MONTHS if not office.store.months.is_closed(month)))
    assert {month: _points(office, month) for month in MONTHS} == before
    for month in MONTHS:
        ledger: Counter[str] = Counter()
        for row in office.store.ledger.sums(month, month):
            ledger[row.unit] += row.cents * (row.kind is not Kind.CARRY)
        totals = {unit.id: office.figures(month).points_of(unit.id).total for unit in involved(office)}
        assert {unit: ledger[unit] for unit in totals} == totals
    assert list(faults(office.store)) == []
    _the_year_is_the_sum_of_its_months(office)
    _the_quarter_is_the_sum_of_its_months_and_every_figure_said_opens(office)
    office.store.close()


def _an_office(
    template: Path, folders: pytest.TempPathFactory, works: list[Work], turns: list[str]
) -> Office:
    file = folders.mktemp("month") / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = date(2022, 7, 20)
    for work in works:
        do(office, work)
    for what in turns:
        turn(office, what)
    return office


def _points(office: Office, month: Month) -> dict[str, object]:
    """What every unit has; kinds that came to nothing left out."""
    return {
        unit: ({kind: cents for kind, cents in earned.by_kind.items() if cents}, earned.cumulative)
        for unit, earned in office.figures(month).points.items()
    }


def _the_bulletin_balances_and_every_figure_is_explained(office: Office, month: Month) -> None:
    bulletin = office.bulletin(month)
    assert [check for check in checks(bulletin) if not check.ok] == []
    for unit in involved(office):
        explained = office.points.explain_unit(unit, month)
        assert explained.cents == bulletin.figures.points_of(unit.id).total
        assert all(line.basis for line in explained.lines)


def _the_year_is_the_sum_of_its_months(office: Office) -> None:
    try:
        year = year_of(office.store, 2022, office.day)
    except NoWorkThatYear:
        assert not office.store.drafts.all_numbers()
        return
    assert list(year_gaps(office.store, year)) == []
    assert sum(each.count.valid for each in year.units) == year.valid == sum(m.valid for m in year.months)
    assert sum(each.adoption.times for each in year.units) == year.adoption.times
    for each in year.units:
        assert sum(each.parts) + each.carried == each.cents


def _booking_again_changes_nothing(office: Office) -> None:
    def entries() -> int:
        return int(office.store._db.value("SELECT count(*) FROM ledger"))

    before = entries()
    with office.store.writing("rebook"):
        for number in office.store.drafts.all_numbers():
            rebook(office.store, office.store.drafts.get(number))
    assert entries() == before


def _the_quarter_is_the_sum_of_its_months_and_every_figure_said_opens(office: Office) -> None:
    review = QuarterReview(office.store, office.today)
    desk = PeriodNoticeDesk(office.store, Press(), office.today, review)
    try:
        draft = desk.draft(QUARTER)
    except NoWorkThatQuarter:
        return
    assert [check for check in draft.checks if not check.ok and check.name not in TOLD] == []
    explain = ExplainDesk(office.store)
    for key in {span.figure.key for each in draft.notice.sentences() for span in each.spans}:
        working = draft.working(key)
        chain = explain.chain(Opens(key, QUARTER.last, QUARTER.first)) if working is None else None
        nobody_ran = key == "rate"  # of what was valid
        assert nobody_ran or (working.table.rows if working else chain and chain.holds), key

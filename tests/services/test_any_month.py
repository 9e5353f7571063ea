"""Whatever a month brings, its books balance and every figure is explained."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinshi_desk import wording
from jinshi_desk.domain.balance import checks
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.services.booking import rebook
from tests.office import JULY, JUNE, MAY, Office
from tests.works import WORK, Work, do, involved

_OF_THE_QUOTA = (Kind.QUOTA_BASE, Kind.QUOTA_SHORT, Kind.DEDUCTION)


@settings(max_examples=15)
@given(works=st.lists(WORK, max_size=6))
def test_the_books_of_any_month_balance(
    works: list[Work], template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("month") / "台账.jinshi"
    file.write_bytes(template.read_bytes())
    office = Office(file)
    office.day = date(2022, 7, 20)
    for work in works:
        do(office, work)
    for month in (MAY, JUNE, JULY):
        _the_bulletin_balances_and_every_figure_is_explained(office, month)
    _booking_again_changes_nothing(office)
    assert list(office.store.audit.breaks()) == []
    office.store.close()


def _the_bulletin_balances_and_every_figure_is_explained(office: Office, month: Month) -> None:
    bulletin = office.bulletin(month)
    assert [check for check in checks(bulletin) if not check.ok] == []
    ledger: Counter[str] = Counter()
    for row in office.store.ledger.sums(month, month):
        ledger[row.unit] += row.cents
    for unit in involved(office):
        earned = bulletin.figures.points_of(unit.id)
        explained = office.points.explain_unit(unit, month)
        assert explained.cents == earned.total
        assert all(wording.clause_phrase(line.entry.clause) for line in explained.lines)
        owed = sum(earned.by_kind.get(kind, 0) for kind in _OF_THE_QUOTA)
        assert earned.total - owed == ledger[unit.id]


def _booking_again_changes_nothing(office: Office) -> None:
    def entries() -> int:
        return int(office.store._db.value("SELECT count(*) FROM ledger"))

    before = entries()
    with office.store.writing("rebook"):
        for number in office.store.drafts.all_numbers():
            rebook(office.store, office.store.drafts.get(number))
    assert entries() == before

"""Pieces = unit = group = bulletin = quarter = year: it holds by itself, and whatever breaks it is named."""

from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk import complaints, wording
from jinshi_desk.domain.balance import Check, CheckName
from jinshi_desk.domain.books import Books, Gap, cumulative, gaps, totals
from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.errors import OutOfBalance
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.unit_acts import Merge
from jinshi_desk.services.books import books_check, differences
from jinshi_desk.services.safety import verify
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

APRIL = Month(2022, 4)


@pytest.fixture
def quarter(office: Office) -> Office:
    """April and May closed, June open, something adopted in each; the 6th of July."""
    for month in (APRIL, MAY, JUNE):
        office.adopt(office.log(unit="药山镇", received=f"{month}-10"), on=f"{month}-20")
        office.log(unit="药山镇", received=f"{month}-12")
        office.adopt(office.log(unit="新洲镇", received=f"{month}-11"), Level.PROVINCE, on=f"{month}-21")
    office.day = date(2022, 7, 6)
    office.close(APRIL, MAY)
    return office


def _check(office: Office, month: Month = JUNE) -> Check:
    return next(each for each in office.bulletins.draft(month).checks if each.name is CheckName.BOOKS)


def _tamper(office: Office, sql: str) -> None:
    with office.store.writing("tamper"):
        for trigger in ("ledger_is_never_changed", "month_is_never_changed"):
            office.store._db.execute_sql(f"DROP TRIGGER {trigger}")
        office.store._db.execute_sql(sql)


def _verified(office: Office) -> dict[str, str]:
    return {finding.name: finding.detail for finding in verify(office.store, office.bulletins)}


@pytest.mark.parametrize("month", [APRIL, MAY, JUNE, JULY])
def test_from_the_single_entry_to_the_year_everything_adds_up(month: Month, quarter: Office) -> None:
    assert list(differences(quarter.store, quarter.bulletins.draft(month).bulletin)) == []


def test_the_line_that_holds_says_what_the_month_comes_to(quarter: Office) -> None:
    check = _check(quarter)
    assert check.ok
    whole = sum(earned.total for earned in quarter.figures().points.values())
    assert check.detail == plain(whole)


def test_an_entry_that_the_bulletin_does_not_have_is_named_and_the_month_stays_open(
    quarter: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = quarter.bulletins.draft(JUNE).bulletin
    quarter.adopt(quarter.log(unit="药山镇", received="2022-06-15"), on="2022-06-25")
    check = books_check(quarter.store, printed)
    assert not check.ok
    was, now = (quarter.figures().points_of("YS").total - 100, quarter.figures().points_of("YS").total)
    assert Gap("药山镇", was, now) in list(differences(quarter.store, printed))
    draft = replace(quarter.bulletins.draft(JUNE), bulletin=printed, checks=(check,))
    monkeypatch.setattr(quarter.bulletins, "draft", lambda _month: draft)
    with pytest.raises(OutOfBalance) as refused:
        quarter.closing.close(JUNE, accept_open_items=True)
    assert "逐笔合计 药山镇" in complaints.error_sentence(refused.value)
    assert not quarter.store.months.is_closed(JUNE)


def test_what_was_booked_into_a_closed_month_shows_in_its_quarter_and_in_verify(quarter: Office) -> None:
    _tamper(
        quarter,
        "UPDATE ledger SET cents = cents + 50"
        " WHERE unit = 'YS' AND booked_month = '2022-05' AND adoption IS NOT NULL",
    )
    rows = {gap.where for gap in differences(quarter.store, quarter.bulletins.draft(JUNE).bulletin)}
    assert rows == {"药山镇本季", "药山镇累计"}
    assert not _check(quarter).ok
    assert _verified(quarter)["closed_months"] == "2022-05 药山镇 +50"


def test_verify_names_the_month_and_the_row(quarter: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = quarter.bulletins.draft(JUNE)
    quarter.adopt(quarter.log(unit="药山镇", received="2022-06-15"), on="2022-06-25")
    real = quarter.bulletins.draft
    monkeypatch.setattr(quarter.bulletins, "draft", lambda month: printed if month == JUNE else real(month))
    assert _verified(quarter)["balance"].startswith("2022-06 逐笔合计到组、季、年 药山镇 ")


def test_the_year_of_a_month_whose_forerunner_is_open_is_not_compared(quarter: Office) -> None:
    assert _check(quarter, JULY).ok


def test_a_merged_units_carried_points_are_part_of_its_year(quarter: Office) -> None:
    quarter.close(JUNE)
    desk = UnitDesk(quarter.store, quarter.undo)
    (new,) = desk.do(Merge((unit_id("新洲镇"), unit_id("药山镇")), "新样镇", JULY))
    assert quarter.figures(JULY).points_of(new).by_kind[Kind.CARRY] > 0
    assert _check(quarter, JULY).ok
    quarter.close(JULY)
    assert _verified(quarter)["balance"] == ""


# ---- the comparison itself


def _june(office: Office) -> Bulletin:
    return office.bulletins.draft(JUNE).bulletin


def _books(bulletin: Bulletin) -> Books:
    figures = bulletin.figures
    before = {unit: figures.points_of(unit).cumulative - cents for unit, cents in totals(figures).items()}
    return Books(totals(figures), before)


def _gaps(bulletin: Bulletin, books: Books) -> list[str]:
    return [gap.where for gap in gaps(bulletin, books, wording.NAMES.groups)]


def test_each_step_of_the_chain_is_compared_by_itself(quarter: Office) -> None:
    june = _june(quarter)
    books, group = _books(june), "镇（街道）"
    assert _gaps(june, books) == []
    assert _gaps(june, replace(books, entries={**books.entries, "YS": 1})) == ["药山镇", group, "药山镇本季"]
    assert books.before is not None
    assert _gaps(june, replace(books, before={**books.before, "YS": 1})) == ["药山镇累计"]
    assert _gaps(june, replace(books, quarter=(({"YS": 100}, {"YS": 50}),))) == ["药山镇本季"]
    table, *others = june.points_tables
    short = replace(june, points_tables=(replace(table, rows=table.rows[1:]), *others))
    assert _gaps(short, books) == [group]
    assert cumulative(june.figures)["YS"] == june.figures.points_of("YS").cumulative


def test_points_of_a_unit_that_no_table_lists_are_told(quarter: Office) -> None:
    june = _june(quarter)
    books = _books(june)
    stray = replace(books, entries={**books.entries, "生疏单位": 300})
    assert "未列入积分表的单位" in _gaps(june, stray)

"""模拟重算 at the desk: last year under new rules, and the file as it was."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jinshi_desk import paths
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import BadRules, NothingToRehearse
from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.unit_acts import Merge
from jinshi_desk.services.rehearsal import RehearsalDesk
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
DEARER = SHIPPED.replace("news       = { county = 1.0", "news       = { county = 4.0")
YEAR = months_of(2022)


@pytest.fixture
def told(office: Office) -> Office:
    """Two closed months and an open one: towns with news, an upgrade, a bonus, a deduction."""
    first = office.log(unit="新洲镇", received="2022-05-05")
    office.day = date(2022, 8, 10)
    office.adopt(first, on="2022-05-20")
    office.adopt(first, Level.PROVINCE, on="2022-06-20")
    office.adopt(office.log(unit="新洲镇"), Level.PREFECTURE, on="2022-06-25")
    for _ in range(2):
        office.adopt(office.log(unit="药山镇"), on="2022-06-21")
    office.log(unit="毛里湖镇", partners=("白衣镇",))
    office.close(MAY, JUNE)
    office.adopt(office.log(unit="药山镇", received="2022-07-02"), on="2022-07-10")
    return office


def _fingerprint(office: Office) -> tuple[object, ...]:
    last = office.store.audit.last().id
    entries = [len(office.store.ledger.of_unit(unit.id, MAY, JULY)) for unit in office.store.units.all()]
    frozen = [office.store.months.frozen(month) for month in (MAY, JUNE)]
    return last, entries, frozen, hashlib.sha256(office.store.file.read_bytes()).hexdigest()


def test_a_rehearsal_changes_nothing_in_the_file(told: Office) -> None:
    before = _fingerprint(told)
    found = RehearsalDesk(told.store, told.today).rehearse(DEARER, YEAR)
    assert found.causes
    assert _fingerprint(told) == before


def test_the_rules_in_force_worked_out_again_give_what_the_books_have(told: Office) -> None:
    found = RehearsalDesk(told.store, told.today).rehearse(SHIPPED, YEAR)
    assert not found.causes
    july = told.figures(JULY)
    for row in found.rows:
        assert row.now == row.then == july.points_of(row.unit.id).cumulative
        assert row.rank_now == july.rank_cumulative[row.unit.group][row.unit.id]


def test_new_rules_move_who_wrote_much_of_what_they_favour(told: Office) -> None:
    found = RehearsalDesk(told.store, told.today).rehearse(DEARER, YEAR)
    rows = {row.unit.id: row for row in found.rows}
    yaoshan, xinzhou = rows[unit_id("药山镇")], rows[unit_id("新洲镇")]
    assert [(cause.clause, cause.change) for cause in yaoshan.causes] == [("base_points.news.county", 900)]
    assert dict(zip(found.months, yaoshan.months_then, strict=True))[JUNE] == 2 * 400 + 200
    assert [(cause.clause, cause.change) for cause in xinzhou.causes] == [
        ("base_points.news.county", 300),
        ("base_points.news.province", -300),
    ]
    assert (yaoshan.rank_now, yaoshan.rank_then, yaoshan.climbed) == (2, 1, 1)


def test_usual_are_the_closed_months_of_the_last_year_that_has_any(told: Office) -> None:
    desk = RehearsalDesk(told.store, told.today)
    assert desk.usual_months() == (MAY, JUNE)
    assert desk.months(YEAR) == (MAY, JUNE, JULY)  # August is not over
    assert desk.years() == (2022,)


def test_years_without_a_draft_are_not_offered(office: Office) -> None:
    office.log()
    office.day = date(2026, 3, 2)
    desk = RehearsalDesk(office.store, office.today)
    assert desk.years() == (2022,)
    assert desk.usual_months() == months_of(2022)[JUNE.month - 1 :]


def test_months_without_books_are_refused(office: Office) -> None:
    desk = RehearsalDesk(office.store, office.today)
    assert desk.usual_months() == ()
    assert desk.years() == ()
    office.log()
    with pytest.raises(NothingToRehearse) as refused:
        desk.rehearse(SHIPPED, months_of(2021))
    assert "2021年1月至2021年12月" in error_sentence(refused.value)


def test_rules_that_can_not_be_used_are_refused(told: Office) -> None:
    with pytest.raises(BadRules):
        RehearsalDesk(told.store, told.today).rehearse(SHIPPED.replace("grace_close_day = 5", ""), YEAR)


def test_a_merged_unit_goes_on_in_its_successor(told: Office) -> None:
    old = unit_id("新洲镇")
    UnitDesk(told.store, told.undo).do(Merge((old,), unit_id("药山镇"), JULY))
    told.day = date(2022, 9, 1)
    found = RehearsalDesk(told.store, told.today).rehearse(SHIPPED, (MAY, JUNE, JULY, Month(2022, 8)))
    assert not found.causes
    rows = {row.unit.id: row for row in found.rows}
    assert (rows[old].rank_now, rows[old].rank_then) == (None, None)
    august = told.figures(Month(2022, 8))
    assert rows[unit_id("药山镇")].now == august.points_of(unit_id("药山镇")).cumulative


def test_the_workbook_has_ranks_months_and_reasons(told: Office, tmp_path: Path) -> None:
    desk, out = RehearsalDesk(told.store, told.today), tmp_path / "重算.xlsx"
    desk.save(desk.rehearse(DEARER, YEAR), out)
    book = load_workbook(out)
    assert book.sheetnames == ["总表", "逐月", "原因"]
    ranks = {row[1]: row for row in book["总表"].iter_rows(min_row=2, values_only=True)}
    assert ranks["药山镇"][3:8] == (2, ranks["药山镇"][4], 1, 9, "↑1")
    assert [cell.value for cell in book["逐月"][1]][:3] == ["单位", "5月原", "5月新"]
    assert ("全部", None, "动态信息·本级", 4, 16, 12) in list(book["原因"].iter_rows(values_only=True))

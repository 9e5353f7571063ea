"""Quotas of single units come in with the list of units: previewed, never in a closed month, undone whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.registers import Action
from jinshi_desk.domain.units import OwnQuota
from jinshi_desk.services.importing import BatchAnswers, ImportDesk
from tests.office import AUGUST, JULY, JUNE, Office, unit_id

Listing = Callable[..., Path]


@pytest.fixture
def imports(office: Office) -> ImportDesk:
    return ImportDesk(office.store, office.register, office.adoption, office.today)


@pytest.fixture
def listing(tmp_path: Path) -> Listing:
    """Write 药山镇 into a list of units, with what it owes."""

    def write(quota: int, since: str | None = None, reason: str | None = None) -> Path:
        workbook = Workbook()
        page = workbook.worksheets[0]
        headings = ("单位编号", "单位名称", "组别", "启用月份", "月任务", "任务起始月份", "任务依据")
        page.append(headings)
        page.append((unit_id("药山镇"), "药山镇", "镇街", "2022年1月", quota, since, reason))
        workbook.save(tmp_path / "单位.xlsx")
        return tmp_path / "单位.xlsx"

    return write


def _quotas(office: Office) -> tuple[OwnQuota, ...]:
    number = unit_id("药山镇")
    return office.store.units.known([number])[number].quotas


def _owed(office: Office, month: Month) -> int:
    return next(row.quota for row in office.quota.standings(month) if row.unit.name == "药山镇")


def test_a_quota_without_a_month_holds_from_the_first_open_one(
    office: Office, imports: ImportDesk, listing: Listing
) -> None:
    office.log()
    office.close(JUNE)
    brought = imports.bring_in(imports.open(listing(3)), BatchAnswers())
    assert _quotas(office) == (OwnQuota(3, JULY, "按单位名单"),)
    assert [_owed(office, month) for month in (JUNE, JULY)] == [2, 3]
    imports.undo_batch(brought.batch)
    assert _quotas(office) == ()


def test_what_its_group_owes_anyway_is_nothing_new(
    office: Office, imports: ImportDesk, listing: Listing
) -> None:
    (row,) = imports.open(listing(2)).reading.rows
    assert row.action is Action.SKIP
    assert _quotas(office) == ()


def test_a_quota_of_nothing_comes_in_as_one(office: Office, imports: ImportDesk, listing: Listing) -> None:
    imports.bring_in(imports.open(listing(0, "2022年7月", "机构改革")), BatchAnswers())
    assert _quotas(office) == (OwnQuota(0, JULY, "机构改革"),)


def test_a_later_quota_is_added_and_an_earlier_one_asks(
    office: Office, imports: ImportDesk, listing: Listing
) -> None:
    imports.bring_in(imports.open(listing(3, "2022年7月")), BatchAnswers())
    imports.bring_in(imports.open(listing(4, "2022年8月")), BatchAnswers())
    assert [(own.quota, own.since) for own in _quotas(office)] == [(3, JULY), (4, AUGUST)]
    (row,) = imports.open(listing(1, "2022年6月")).reading.rows
    assert row.action is Action.ASK


def test_a_list_is_not_taken_back_once_its_month_is_closed(
    office: Office, imports: ImportDesk, listing: Listing
) -> None:
    office.log()
    brought = imports.bring_in(imports.open(listing(3, "2022年6月")), BatchAnswers())
    office.close(JUNE)
    with pytest.raises(MonthClosed):
        imports.undo_batch(brought.batch)
    assert _owed(office, JUNE) == 3

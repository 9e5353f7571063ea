"""A 催报单 names who owes on the day it is made, and whom to ask for."""

from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain.errors import NothingToPrint
from jinshi_desk.domain.roster import Duty
from jinshi_desk.domain.roster_acts import Appoint, Newcomer
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
from tests.office import JUNE, Office, unit_id
from tests.papers.measuring import read_pages


@pytest.fixture
def desk(office: Office) -> ReminderSheetDesk:
    return ReminderSheetDesk(office.store, Press(system_fonts=False), lambda: date(2022, 6, 25))


def test_those_who_owe_are_on_it_with_what_they_owe(office: Office, desk: ReminderSheetDesk) -> None:
    office.log(unit="药山镇")
    for _ in range(2):
        office.log(unit="新洲镇")
    sheet = desk.sheet(JUNE)
    owing = {row.unit: (row.quota, row.counted, row.missing) for row in sheet.rows}
    assert owing["药山镇"] == (2, 1, 1)
    assert owing["白衣镇"] == (2, 0, 2)
    assert "新洲镇" not in owing
    assert "研究室" not in owing
    assert (sheet.as_of, sheet.close_day) == (date(2022, 6, 25), date(2022, 7, 5))


def test_the_correspondent_of_the_day_is_named(office: Office, desk: ReminderSheetDesk) -> None:
    officer = Newcomer("周试一", phone="0736-4210001", mobile="13800000000")
    office.people.do(Appoint(unit_id("药山镇"), Duty.INFO_OFFICER, officer, date(2022, 3, 1)))
    (row,) = desk.sheet(JUNE, [unit_id("药山镇")]).rows
    assert (row.correspondent, row.phone) == ("周试一", "0736-4210001")


def test_only_the_units_asked_for_are_on_it(office: Office, desk: ReminderSheetDesk) -> None:
    office.log(unit="药山镇")
    assert [row.unit for row in desk.sheet(JUNE, [unit_id("药山镇")]).rows] == ["药山镇"]


@pytest.mark.parametrize("slips", [False, True])
def test_list_and_slips_are_written_as_previewed(
    office: Office, desk: ReminderSheetDesk, tmp_path: Path, slips: bool
) -> None:
    office.log(unit="药山镇")
    sheet = desk.sheet(JUNE)
    desk.save(sheet, tmp_path / "催报单.pdf", slips=slips)
    pages = read_pages(tmp_path / "催报单.pdf")
    assert len(pages) == len(desk.pages(sheet, slips=slips).content)
    assert "药山镇" in "".join(page.squeezed for page in pages)


def test_where_nobody_owes_nothing_is_written(
    office: Office, desk: ReminderSheetDesk, tmp_path: Path
) -> None:
    for _ in range(2):
        office.log(unit="药山镇")
    with pytest.raises(NothingToPrint):
        desk.save(desk.sheet(JUNE, [unit_id("药山镇")]), tmp_path / "催报单.pdf")
    assert not (tmp_path / "催报单.pdf").exists()

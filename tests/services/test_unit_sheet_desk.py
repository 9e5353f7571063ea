"""A unit's sheet says what the bulletin says, and adds up."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from jinshi_desk.domain.errors import NotFileable, NothingToPrint, NoUnitsThen
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quota import State, Verdict
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.domain.unit_sheets import UnitSheet
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.sheet_deliveries import SheetDeliveryDesk
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from tests.office import JUNE, Office, unit_id


@pytest.fixture
def desk(office: Office) -> UnitSheetDesk:
    return UnitSheetDesk(office.store, Press(system_fonts=False), lambda: date(2022, 7, 1))


def sheet_of(desk: UnitSheetDesk, unit: str, month: Month = JUNE) -> UnitSheet:
    (sheet,) = desk.sheets(month, [unit_id(unit)])
    return sheet


def test_a_sheet_has_every_piece_with_its_verdict_and_every_point_with_its_way(
    office: Office, desk: UnitSheetDesk
) -> None:
    first = office.log(title="屋场夜话聚民心", unit="药山镇")
    office.adopt(first, Level.PROVINCE)
    office.log(title="老街坊议事会", unit="药山镇", approval_on_file=False)
    sheet = sheet_of(desk, "药山镇")
    assert (sheet.unit, sheet.quota, sheet.counted, sheet.state) == ("药山镇", 2, 1, State.SHORT)
    assert [draft.verdict for draft in sheet.drafts] == [Verdict.COUNTS, Verdict.NO_FORM]
    assert sheet.entries[0].about.startswith("《屋场夜话聚民心》")
    assert sheet.entries[0].arithmetic
    assert sheet.this_month.rank == 1
    assert sheet.objections_until == date(2022, 7, 6)  # three working days after Friday
    assert sheet.dated == date(2022, 7, 1)
    assert sheet.wanting[1].startswith("《老街坊议事会》")


def test_the_entries_of_every_sheet_add_up_to_its_points(office: Office, desk: UnitSheetDesk) -> None:
    for unit in ("药山镇", "新洲镇", "白衣镇"):
        office.adopt(office.log(unit=unit), Level.PREFECTURE)
    sheets = desk.sheets(JUNE)
    assert len(sheets) > 3
    for sheet in sheets:
        assert sum(entry.cents for entry in sheet.entries) == sheet.this_month.cents


def test_the_sheet_of_a_closed_month_does_not_move(office: Office, desk: UnitSheetDesk) -> None:
    office.log(unit="药山镇")
    before = sheet_of(desk, "药山镇")
    office.close(JUNE)
    assert sheet_of(desk, "药山镇") == replace(before, closed=True)


def test_all_units_are_one_file_a_page_each(office: Office, desk: UnitSheetDesk, tmp_path: Path) -> None:
    office.log(unit="药山镇")
    sheets = desk.sheets(JUNE, [unit_id("药山镇"), unit_id("新洲镇")])
    paper = desk.save(sheets, tmp_path / "核对单.pdf")
    assert (tmp_path / "核对单.pdf").read_bytes() == paper.content[0]


def test_where_no_unit_was_active_there_is_no_sheet(desk: UnitSheetDesk, tmp_path: Path) -> None:
    with pytest.raises(NoUnitsThen):
        desk.sheets(JUNE, ["nowhere"])
    for save in (desk.save, desk.save_each, desk.save_workbook):
        with pytest.raises(NothingToPrint):
            save((), tmp_path / "没有")


def test_the_workbook_says_what_the_pages_say_in_numbers_and_days(
    office: Office, desk: UnitSheetDesk, tmp_path: Path
) -> None:
    number = office.log(title="=屋场夜话聚民心", unit="药山镇", received="2022-06-28")
    office.adopt(number, Level.PROVINCE)
    office.log(unit="新洲镇")
    sheets = desk.sheets(JUNE, [unit_id("药山镇"), unit_id("新洲镇")])
    desk.save_workbook(sheets, tmp_path / "核对单.xlsx")
    book = load_workbook(tmp_path / "核对单.xlsx")
    rows: dict[str, list[list[Any]]] = {
        each.title: [list(row) for row in each.iter_rows(values_only=True)] for each in book.worksheets
    }
    assert list(rows) == ["总表", "来稿", "采用", "积分", "还缺", "异议"]
    assert [row[0] for row in rows["总表"][1:]] == [each.unit for each in sheets]
    told = next(row for row in rows["来稿"] if row[1] == number)
    assert (told[0], told[2], told[4]) == ("药山镇", "=屋场夜话聚民心", "计入")
    assert told[3].date() == date(2022, 6, 28)
    for sheet in sheets:
        booked = [row[-1] for row in rows["积分"] if row[0] == sheet.unit]
        assert len(booked) == len(sheet.entries)
        assert round(sum(booked) * 100) == sheet.this_month.cents
        assert [row[1] for row in rows["还缺"] if row[0] == sheet.unit] == list(sheet.wanting)


def test_each_unit_has_a_file_of_its_own_and_the_days_that_the_office_gives(
    office: Office, desk: UnitSheetDesk, tmp_path: Path
) -> None:
    office.log(unit="药山镇")
    with pytest.raises(NotFileable):
        desk.set_objection_days(0)
    desk.set_objection_days(5)
    assert sheet_of(desk, "药山镇").objections_until == date(2022, 7, 8)
    units = [unit_id("药山镇"), unit_id("新洲镇")]
    written, _ = desk.save_each(desk.sheets(JUNE, units), tmp_path / "各单位")
    assert sorted(path.name.split("-")[-1] for path in written) == ["新洲镇.pdf", "药山镇.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)


def test_what_changed_since_a_sheet_was_sent_is_told(office: Office, desk: UnitSheetDesk) -> None:
    office.log(unit="药山镇")
    office.log(unit="新洲镇")
    units = [unit_id("药山镇"), unit_id("新洲镇")]
    sent = SheetDeliveryDesk(office.store, office.today, office.undo)
    sent.record(desk.sheets(JUNE, units), office.day, Channel.GROUP, "李主任")
    assert not any(each.is_changed for each in sent.statuses(JUNE, desk.sheets(JUNE, units)))
    office.log(unit="药山镇")
    changed = {each.sheet.unit: each.is_changed for each in sent.statuses(JUNE, desk.sheets(JUNE, units))}
    assert changed == {"药山镇": True, "新洲镇": False}
    assert sent.last_sender() == "李主任"
    with pytest.raises(NotFileable):
        sent.record(desk.sheets(JUNE, units), date(2022, 7, 9), Channel.GROUP, "")

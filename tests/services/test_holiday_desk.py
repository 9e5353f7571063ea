"""节假日: a year's table is written, taken back, and never made of what cannot be."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jinshi_desk.complaints import error_sentence, problem_phrase
from jinshi_desk.domain.errors import NotFileable
from jinshi_desk.domain.versions import NewRemark
from jinshi_desk.domain.working_days import Holiday
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.lists import ListDesk, Scope
from tests.office import JUNE, Office

DRAGON_BOAT = (Holiday(date(2022, 6, 3), name="端午节"), Holiday(date(2022, 6, 4), name="端午节"))


def test_a_year_is_written_anew_and_taken_back(office: Office) -> None:
    office.holidays.replace(2022, DRAGON_BOAT)
    office.holidays.replace(2022, [Holiday(date(2022, 10, 8), working=True)])
    assert office.holidays.of_year(2022) == (Holiday(date(2022, 10, 8), working=True),)
    assert office.undo.last() == "holidays 2022"
    assert office.holidays.of_year(2022) == DRAGON_BOAT
    office.undo.last()
    assert office.holidays.of_year(2022) == ()


def test_a_notice_that_begins_in_december_touches_two_years(office: Office) -> None:
    office.holidays.replace(2022, DRAGON_BOAT)
    reading = office.holidays.read(2023, "元旦：2022年12月31日至2023年1月2日放假。")
    office.holidays.replace(2023, reading.days)
    assert [each.day.year for each in office.store.holidays.all()] == [2022, 2022, 2022, 2023, 2023]
    office.undo.last()
    assert office.store.holidays.all() == DRAGON_BOAT


def test_what_was_not_understood_is_said_and_the_rest_kept(office: Office) -> None:
    reading = office.holidays.read(2022, "6月3日放假\n6月31日放假")
    (problem,) = office.holidays.check(2022, reading)
    assert problem_phrase(problem) == "看不懂“6月31日放假”"
    office.holidays.replace(2022, reading.days)
    assert len(office.holidays.of_year(2022)) == 1


@pytest.mark.parametrize(
    ("table", "phrase"),
    [
        ([Holiday(date(2022, 6, 4)), Holiday(date(2022, 6, 4), True)], "2022-06-04 又放假又上班"),
        ([Holiday(date(2022, 1, 27), True)], "2022-01-27 本来就上班"),
    ],
)
def test_a_table_that_cannot_be_right_changes_nothing(
    table: list[Holiday], phrase: str, office: Office
) -> None:
    office.holidays.replace(2022, DRAGON_BOAT)
    with pytest.raises(NotFileable) as refused:
        office.holidays.replace(2022, table)
    assert error_sentence(refused.value) == f"还有没填对的地方：{phrase}。"
    assert office.holidays.of_year(2022) == DRAGON_BOAT


def test_returns_go_out_as_a_sheet(office: Office, tmp_path: Path) -> None:
    number = office.log("屋场夜话", accepted=False)
    office.register.return_(number, "标题不准", "篇幅不符", remark="另拟")
    assert ExportDesk(office.store).export("returns", Scope(), tmp_path / "退回.xlsx") == 1
    (sheet,) = load_workbook(tmp_path / "退回.xlsx").worksheets
    (_, row) = ([cell.value for cell in line] for line in sheet.iter_rows())
    assert row[:4] == [number, "屋场夜话", "新洲镇", 1]
    assert row[5:7] == ["标题不准、篇幅不符", "另拟"]
    assert [str(row[place])[:10] for place in (4, 7)] == ["2022-07-03", "2022-07-06"]


def test_lists_tell_returns_versions_remarks_and_holidays(office: Office) -> None:
    number = office.log(accepted=False)
    office.holidays.replace(2022, DRAGON_BOAT)
    office.register.return_(number, "标题不准", remark="另拟")
    office.versions.remark(number, NewRemark("先说做法", "李主任"))
    office.versions.resubmit(number, office.day)
    lists = ListDesk(office.store)
    (returned,) = lists.records("returns", Scope())
    assert (returned["reasons"], returned["remark"], returned["deadline"]) == (
        ["标题不准"],
        "另拟",
        "2022-07-06",
    )
    assert returned["back"]
    assert [each["version"] for each in lists.records("versions", Scope(JUNE))] == [1, 2]
    (said,) = lists.records("remarks", Scope(JUNE))
    assert (said["said"], said["version"]) == ("先说做法", 1)
    assert [each["day"] for each in lists.records("holidays", Scope(JUNE))] == ["2022-06-03", "2022-06-04"]

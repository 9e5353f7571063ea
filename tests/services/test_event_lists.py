"""Instructions, commissions, deductions and corrections go out as records and as sheets."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.deductions import Confirmation, NewDeduction
from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.exporting import ExportDesk
from jinshi_desk.services.lists import ListDesk, Scope
from tests.office import JULY, JUNE, MAY, Office, unit_id

KINDS = ("instructions", "commissions", "deductions", "corrections")
TOWN = "新洲镇"


@pytest.fixture
def told(office: Office) -> Office:
    """An office with one of each in June, and one of each struck out."""
    office.close(MAY)
    number, day, town = office.log("微课堂"), date(2022, 6, 20), unit_id(TOWN)
    for leader in ("高样二", "吴样三"):
        given = office.instruction.record(number, NewInstruction(Level.PROVINCE, leader, day, day, "批示件"))
    office.instruction.void(given, "登错")
    for subject in ("联建经验", "不要了"):
        asked = office.commission.record(NewCommission(town, subject, date(2022, 6, 1), day))
        office.commission.deliver(asked, date(2022, 6, 18), number if subject == "联建经验" else None)
    office.commission.void(asked, "登错")
    for reason in ("日期有误", "重复"):
        fault = office.deduction.propose(NewDeduction(town, "text_error", reason, day, "李主任", number))
        office.deduction.confirm(fault, Confirmation("王部长", day))
    office.deduction.void(fault, "登错")
    for cents in (50, 100):
        wrong = office.correction.record(NewCorrection(town, MAY, cents, "漏计", date(2022, 7, 1)))
    office.correction.void(wrong, "登错")
    return office


def test_each_list_has_what_stands(told: Office) -> None:
    lists = ListDesk(told.store)
    found = {kind: list(lists.records(kind, Scope())) for kind in KINDS}
    assert {kind: len(records) for kind, records in found.items()} == dict.fromkeys(KINDS, 1)
    instruction, commission, deduction, correction = (found[kind][0] for kind in KINDS)
    assert (instruction["draft"], instruction["leader"], instruction["level"]) == (
        "2022-0001",
        "高样二",
        "province",
    )
    assert (commission["draft"], commission["outcome"]) == ("2022-0001", "on_time")
    assert (deduction["points"], deduction["status"], deduction["name"]) == (
        -1.0,
        "confirmed",
        "文字、数据差错",
    )
    assert (correction["corrected_month"], correction["booked_month"], correction["points"]) == (
        "2022-05",
        "2022-06",
        0.5,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_of_one_month_or_one_unit(kind: str, told: Office) -> None:
    lists = ListDesk(told.store)
    asked = (Scope(JUNE), Scope(JULY), Scope(unit=unit_id(TOWN)), Scope(unit=unit_id("药山镇")))
    assert [len(list(lists.records(kind, scope))) for scope in asked] == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("kind", "title", "row"),
    [
        (
            "instructions",
            "领导批示",
            ("2022-0001", "微课堂", TOWN, "省级", "高样二", "2022-06-20", "2022-06-20", "批示件"),
        ),
        (
            "commissions",
            "约稿",
            (
                TOWN,
                "联建经验",
                "2022-06-01",
                "2022-06-20",
                "2022-06-18",
                "2022-0001",
                "微课堂",
                None,
                "按时完成",
            ),
        ),
        (
            "deductions",
            "扣分登记",
            (
                TOWN,
                "2022-0001",
                "微课堂",
                "文字、数据差错",
                -1,
                "日期有误",
                None,
                "2022-06-20",
                "李主任",
                "2022-06-20",
                "王部长",
                None,
                "已确认",
            ),
        ),
        ("corrections", "更正", (TOWN, "2022-05", 0.5, "漏计", "2022-07-01", "2022-06")),
    ],
)
def test_each_list_goes_out_as_a_sheet(
    kind: str, title: str, row: tuple[object, ...], told: Office, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    assert ExportDesk(told.store).export(kind, Scope(), path) == 1
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.title == title
    cells = next(sheet.iter_rows(min_row=2, max_row=2, values_only=True))
    assert tuple(f"{cell:%Y-%m-%d}" if hasattr(cell, "date") else cell for cell in cells) == row

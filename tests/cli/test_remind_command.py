"""``remind`` on the command line: what urges the units that owe, for paper and for the group."""

import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.test_unit_command import Clerk
from tests.office import Office, unit_id


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    office = Office(data_file)
    office.log(unit="药山镇")
    office.store.close()
    return Clerk(data_file, capsys)


def test_a_month_that_owes_has_its_sheets_and_its_text(clerk: Clerk, tmp_path: Path) -> None:
    out = tmp_path / "催报"
    assert clerk("remind", "2022-06", "--stage", "25", "--out", str(out), "--text") == 0
    said = clerk.said.splitlines()
    assert said[0].startswith("【催报】以下单位6月信息仍未达到2条：")
    assert "药山镇（1条）" in said[0]
    names = ["催报单-2022-06.pdf", "催报单-2022-06-各单位.pdf", "催报文字-2022-06.txt"]
    assert said[1:] == [str(out / name) for name in names]
    assert (out / names[2]).read_text(encoding="utf-8") == f"{said[0]}\n"
    assert all((out / name).read_bytes().startswith(b"%PDF") for name in names[:2])


def test_without_a_stage_the_day_decides(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("remind", "2022-06", "--out", str(tmp_path), "--text") == 0
    assert clerk.said.startswith("【逾期未报】截至7月5日")


def test_a_month_that_owes_nothing_writes_nothing(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("remind", "2021-12", "--out", str(tmp_path / "催报")) == 0
    assert clerk.said == "2021年12月没有欠报的单位\n"
    assert not (tmp_path / "催报").exists()


def test_a_folder_that_is_a_file_is_named(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "催报").touch()
    assert clerk("remind", "2022-06", "--out", str(tmp_path / "催报")) == 1
    assert "催报" in clerk.said


def test_a_reminder_that_went_out_is_recorded(clerk: Clerk) -> None:
    told = (
        "remind",
        "2022-06",
        "--stage",
        "25",
        "--sent",
        "--by",
        "李主任",
        "--how",
        "phone",
        "--on",
        "2022-06-27",
    )
    assert clerk(*told, "--unit", "药山镇", "--remark", "分管领导接听") == 0
    assert clerk.said == "已记：6月27日电话催报 1 家\n"
    assert clerk("list", "reminders", "--json") == 0
    (row,) = json.loads(clerk.said)
    assert row == {
        "id": 1,
        "month": "2022-06",
        "stage": "urge",
        "sent_on": "2022-06-27",
        "channel": "phone",
        "sent_by": "李主任",
        "unit": unit_id("药山镇"),
        "quota": 2,
        "counted": 1,
        "missing": 1,
        "came_after": 0,
        "remark": "分管领导接听",
    }


def test_the_record_goes_out_as_a_sheet(clerk: Clerk, tmp_path: Path) -> None:
    clerk(
        "remind",
        "2022-06",
        "--stage",
        "25",
        "--sent",
        "--by",
        "李主任",
        "--unit",
        "药山镇",
        "--on",
        "2022-06-27",
    )
    assert clerk("export", "reminders", "--out", str(tmp_path / "催报记录.xlsx")) == 0
    sheet = openpyxl.load_workbook(tmp_path / "催报记录.xlsx").active
    assert isinstance(sheet, Worksheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1, max_row=2)]
    assert dict(zip(*rows, strict=True)) == {
        "月份": "2022-06",
        "催报日期": datetime(2022, 6, 27),  # noqa: DTZ001  # as a sheet has it
        "阶段": "催报",
        "单位": "药山镇",
        "任务": 2,
        "当时已报": 1,
        "当时还缺": 1,
        "方式": "工作群",
        "经办人": "李主任",
        "催后来稿": 0,
        "备注": None,
    }


def test_a_record_wants_to_know_who_it_was(clerk: Clerk) -> None:
    assert clerk("remind", "2022-06", "--sent") == 1
    assert "要写明经办人" in clerk.said


def test_a_command_that_asks_for_nothing_is_wrong(clerk: Clerk) -> None:
    with pytest.raises(SystemExit) as wrong:
        clerk("remind", "2022-06")
    assert wrong.value.code == 2

"""``person`` on the command line: one act, the person it was about, one sentence where it is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.test_unit_command import Clerk


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(data_file, capsys)


def _appoint(clerk: Clerk, unit: str, name: str, *words: str) -> int:
    return clerk("person", "appoint", unit, name, "--duty", "info_officer", "--from", "2022-03-01", *words)


def test_a_year_of_a_units_correspondents(clerk: Clerk) -> None:
    assert _appoint(clerk, "新洲镇", "周试一", "--phone", "0736-4210001", "--mobile", "13800000000") == 0
    assert clerk.said == "1 周试一\n  新洲镇　2022-03-01 起\n  新洲镇信息员　2022-03-01 起\n"
    assert clerk("person", "handover", "新洲镇", "李试二", "--from", "2022-07-01") == 0
    assert clerk("person", "move", "周试一", "--to", "药山镇", "--from", "2022-07-01", "--json") == 0
    record = json.loads(clerk.said)
    assert (record["unit"], record["mobile"], record["duties"]) == ("YS", "138****0000", [])
    assert clerk("list", "roster", "--json", "--unit", "新洲镇", "--month", "2022-06") == 0
    (row,) = json.loads(clerk.said)
    assert (row["state"], row["correspondents"][0]["name"]) == ("filled", "周试一")
    assert clerk("person", "leave", "李试二", "--on", "2022-08-31") == 0
    assert clerk("list", "roster", "--json", "--unit", "新洲镇", "--month", "2022-09") == 0
    assert json.loads(clerk.said)[0]["state"] == "vacant"


def test_two_records_are_joined_and_parted(clerk: Clerk) -> None:
    assert clerk("person", "appoint", "新洲镇", "周试一") == 0
    assert clerk("person", "appoint", "药山镇", "周试一") == 0
    assert clerk("person", "move", "周试一", "--to", "白衣镇", "--from", "2022-07-01") == 1
    assert clerk.said == "有几个周试一（1 周试一、2 周试一），写明是哪一个。"
    assert clerk("person", "join", "2", "1", "--reason", "调动前后两次登记") == 0
    assert "合并：调动前后两次登记" in clerk.said
    assert clerk("person", "leave", "周试一", "--unit", "药山镇", "--on", "2022-07-01", "--stays") == 1
    assert clerk("person", "part", "周试一") == 0
    assert clerk("list", "people", "--json") == 0
    assert [record["joined"] for record in json.loads(clerk.said)] == [[], []]


def test_what_is_refused_is_one_sentence(clerk: Clerk) -> None:
    assert _appoint(clerk, "新洲镇", "周试一") == 0
    assert _appoint(clerk, "新洲镇", "李试二") == 1
    assert clerk.said == "还有没填对的地方：已由周试一担任，换人请用交接。"
    assert clerk("person", "leave", "无此人", "--on", "2022-07-01") == 1
    assert clerk.said == "名册里找不到“无此人”，用 list people 看全部姓名和编号。"
    assert clerk("person", "leave", "周试一", "--on", "七月一日") == 1
    assert clerk.said == "“七月一日”不是日期，应写成 2022-06-30 这样。"

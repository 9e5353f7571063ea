"""``objection`` on the command line: taken in, ruled, listed; one sentence where it is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.test_unit_command import Clerk
from tests.office import JUNE, Office


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    office = Office(data_file)
    office.log("屋场会", unit="药山镇")
    office.close(JUNE)
    office.store.close()
    return Clerk(data_file, capsys)


def add(clerk: Clerk, *others: str) -> int:
    return clerk("objection", "add", "药山镇", "2022-06", "少计一条", "--by", "周试一", *others)


def test_what_is_granted_in_a_closed_month_is_corrected_in_one_go(clerk: Clerk) -> None:
    assert add(clerk, "--on", "2022-07-01", "--points", "quota_short") == 0
    ruling = ("--by", "李主任", "--reason", "确有漏计", "--on", "2022-07-02")
    assert clerk("objection", "rule", "1", "upheld", *ruling, "--points", "1.5") == 0
    assert clerk("list", "objections", "--json") == 0
    (record,) = json.loads(clerk.said)
    assert (record["finding"], record["remedy"], record["state"]) == ("upheld", "correction", "settled")
    assert clerk("list", "corrections", "--json") == 0
    assert json.loads(clerk.said)[0]["points"] == 1.5
    assert clerk("objection", "list", "--open") == 0
    assert len(clerk.said.splitlines()) == 1


def test_what_can_t_be_is_refused_in_one_sentence(clerk: Clerk) -> None:
    assert add(clerk, "--on", "2022-05-01") == 1
    assert clerk.said == "还有没填对的地方：2022年6月还没开始。"
    assert add(clerk, "--on", "2022-07-01", "--json") == 0
    assert json.loads(clerk.said)["state"] == "open"
    assert clerk("objection", "rule", "1", "upheld", "--by", "李", "--reason", " ", "--on", "2022-07-01") == 1
    assert clerk.said == "还有没填对的地方：要写明理由。"
    assert clerk("objection", "void", "7", "--reason", "记重") == 1
    assert clerk.said == "没有这条异议记录（7），刷新后再试。"

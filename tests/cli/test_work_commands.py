"""``problem``, ``lead`` and ``task``: the ledgers of work kept without a window."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_unit_command import Clerk
from tests.office import Office


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(data_file, capsys)


def told(clerk: Clerk, *words: str) -> dict[str, Any]:
    assert clerk(*words, "--json") == 0
    record: dict[str, Any] = json.loads(clerk.said)
    return record


def test_what_a_unit_raises_is_handed_on_and_closed_with_a_reply(clerk: Clerk) -> None:
    raised = ("药山镇", "请讲一次写作课", "--kind", "advice")
    record = told(clerk, "problem", "add", *raised, "--on", "2022-06-08")
    assert (record["concern"], record["received_on"], record["state"]) == ("advice", "2022-06-08", "open")
    record = told(clerk, "problem", "hand-on", "1", "组织组", "--handler", "周试一", "--due", "2022-06-20")
    assert (record["handler"], record["due_on"]) == ("周试一", "2022-06-20")
    assert clerk("problem", "close", "1", " ", "--on", "2022-06-18") == 1
    assert "没有答复，不能办结" in clerk.said
    record = told(clerk, "problem", "close", "1", "六月底开讲", "--on", "2022-06-18")
    assert (record["reply"], record["state"]) == ("六月底开讲", "closed")
    assert clerk("problem", "void", "1", "--reason", "登错") == 0
    assert clerk.said == "已作废，编号 1\n"


def test_a_lead_is_given_to_an_office_and_written_up(clerk: Clerk, data_file: Path) -> None:
    office = Office(data_file)
    number = office.log("屋场会开到家门口", unit="药山镇", partners=("组织组",))
    office.store.close()
    told(clerk, "lead", "add", "药山镇", "屋场会的做法", "--on", "2022-06-02")
    record = told(clerk, "lead", "shelve", "1", "--reason", "时机不到", "--on", "2022-06-03")
    assert record["shelved"] == "时机不到"
    record = told(clerk, "lead", "assign", "1", "组织组", "--on", "2022-06-05")
    assert (record["assigned_on"], record["shelved"]) == ("2022-06-05", "")
    assert told(clerk, "lead", "draft", "1", number)["draft"] == number


def test_a_task_is_given_to_a_person_and_struck_out(clerk: Clerk) -> None:
    clerk("person", "appoint", "药山镇", "周试一", "--from", "2022-01-01")
    record = told(clerk, "task", "add", "周试一", "2022-Q2", "3", "--count", "adopted", "--on", "2022-04-01")
    assert (record["name"], record["period"], record["target"], record["counting"]) == (
        "周试一",
        "2022-Q2",
        3,
        "adopted",
    )
    assert clerk("task", "add", "李试二", "2022-Q2", "3") == 1
    assert "李试二" in clerk.said
    assert told(clerk, "task", "void", "1", "--reason", "下错了") == {"id": 1, "voided": "下错了"}

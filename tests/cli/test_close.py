"""``close`` on the command line: done, or refused by one sentence."""

import json
from pathlib import Path

import pytest

from jinshi_desk.cli import main
from tests.office import JUNE, Office


@pytest.fixture
def file(data_file: Path) -> Path:
    """An office that received two drafts in June of 2022, one of them without its form."""
    office = Office(data_file)
    office.log()
    office.log(approval_on_file=False)
    office.store.close()
    return data_file


def _close(file: Path, *words: str) -> int:
    return main(["--data", str(file), "close", *words])


def test_what_is_open_is_refused_until_it_is_accepted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _close(file, "2022-06") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "2022年6月还有没办完的（缺审批表 1 篇）；办完再关，或加 --accept-open-items 照样关。\n"
    )
    assert _close(file, "2022-06", "--accept-open-items") == 0
    said = capsys.readouterr()
    assert said.out.startswith("2022年6月已关账，记入任务分 ")
    assert said.out.endswith("没办完而照样关的：缺审批表 1 篇\n")
    assert said.err == ""
    assert _close(file, "2022-06") == 1
    assert capsys.readouterr().err == "2022年6月已经关账，没有再改动。\n"


def test_with_json_there_is_one_document(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _close(file, "2022-06", "--accept-open-items", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    office = Office(file)
    (closed,) = office.store.months.closed()
    assert (told["month"], told["sha256"]) == (str(JUNE), closed.sha256)
    assert told["accepted"] == [{"name": "forms", "detail": "1"}]
    office.store.close()


@pytest.mark.parametrize("words", [["2022-13"], ["六月"], ["2099-01"], ["2021-01"]])
def test_a_month_that_can_not_be_closed_is_one_sentence(
    words: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _close(file, *words) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_closed_month_stays_sound(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _close(file, "2022-06", "--accept-open-items")
    capsys.readouterr()
    assert main(["--data", str(file), "verify", "--json"]) == 0
    checks = {check["name"]: check["ok"] for check in json.loads(capsys.readouterr().out)["checks"]}
    assert checks["closed_months"]


def _run(file: Path, *words: str) -> int:
    return main(["--data", str(file), *words])


def test_a_closed_month_is_issued_and_says_under_which_number(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(file, "issue", "2022-06", "--number", "6号", "--on", "2022-07-05") == 1
    assert capsys.readouterr().err == "2022年6月还没关账，先关账，再印发。\n"
    _close(file, "2022-06", "--accept-open-items")
    capsys.readouterr()
    assert _run(file, "issue", "2022-06", "--number", "津组通[2022]06号", "--on", "2022-02-29") == 1
    assert capsys.readouterr().err == "没有“2022-02-29”这一天，2022年2月只有 28 天，核对后再写。\n"
    assert _run(file, "issue", "2022-06", "--number", "津组通[2022]06号", "--on", "2022-07-05") == 0
    assert capsys.readouterr().out == "2022年6月通报已印发：津组通〔2022〕6号，2022年7月5日\n"
    assert _run(file, "reopen", "2022-06", "--reason", "漏登") == 1
    assert "已于2022年7月5日以津组通〔2022〕6号印发" in capsys.readouterr().err


def test_without_a_number_the_next_one_is_given_today(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _close(file, "2022-06", "--accept-open-items")
    capsys.readouterr()
    assert _run(file, "issue", "2022-06", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["number"] == f"津组通〔{told['on'][:4]}〕1号"


def test_a_month_is_reopened_with_its_reason_and_closed_again(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _close(file, "2022-06", "--accept-open-items")
    assert _run(file, "reopen", "2022-06", "--reason", "漏登一篇") == 0
    assert capsys.readouterr().out.endswith("2022年6月已重新开账，改好后要再关一次\n")
    assert _close(file, "2022-06", "--accept-open-items") == 0
    capsys.readouterr()
    assert _run(file, "reopen", "2022-06", "--reason", "再改一处", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"month": "2022-06", "reason": "再改一处"}

"""``year`` on the command line."""

import json
from pathlib import Path

import pytest

from jinshi_desk.cli import main
from tests.office import Office, unit_id


@pytest.fixture
def file(data_file: Path) -> Path:
    office = Office(data_file)
    office.adopt(office.log(unit="药山镇"))
    office.store.close()
    return data_file


def test_a_year_is_a_table_of_months_for_each_group(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(file), "year", "2022"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "有效 1 条" in said[0]
    head = next(line.split() for line in said if line.startswith("单位"))
    assert head[:2] == ["单位", "6月"]
    assert head[-2:] == ["全年", "名次"]
    assert next(line for line in said if line.startswith("药山镇")).split()[1] == "0"


def test_a_year_is_one_json_document(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(file), "year", "2022", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["months"][0]["month"] == "2022-06"
    assert told["points"][unit_id("药山镇")]["adoption"] == 1


@pytest.mark.parametrize(
    ("year", "told"),
    [("2019", "2019年没有登记过稿件，核对年份后再试。"), ("2099", "2099年还没有到，核对年份后再试。")],
)
def test_a_year_that_has_nothing_is_refused_in_one_sentence(
    year: str, told: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(file), "year", year]) == 1
    assert capsys.readouterr().err == f"{told}\n"

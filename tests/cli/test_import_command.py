"""Sheets on the command line: look first, decide by a file, send back what is left."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from jinshi_desk.cli import main

Capture = pytest.CaptureFixture[str]
NAME = "messy_202206.xlsx"


@pytest.fixture
def messy(samples: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(samples / NAME, tmp_path))


def ran(capsys: Capture, data: Path, *words: object) -> str:
    assert main(["--data", str(data), *map(str, words)]) == 0
    return capsys.readouterr().out


def looked(capsys: Capture, data: Path, *words: object) -> dict[str, Any]:
    (record,) = json.loads(ran(capsys, data, "import", *words, "--json"))
    assert isinstance(record, dict)
    return record


def test_looking_first_changes_nothing(messy: Path, data_file: Path, capsys: Capture) -> None:
    assert looked(capsys, data_file, messy, "--dry-run")["counts"] == {
        "read": 32,
        "import": 16,
        "skip": 9,
        "ask": 7,
    }
    assert json.loads(ran(capsys, data_file, "list", "drafts", "--json")) == []
    assert [file.name for file in messy.parent.glob("*待定*")] == []


def test_undecided_rows_are_written_back_with_their_reasons(
    messy: Path, data_file: Path, capsys: Capture
) -> None:
    record = looked(capsys, data_file, messy)
    back = messy.with_name(f"{NAME}.待定.xlsx")
    assert record["undecided_file"] == str(back)
    sheets = load_workbook(back).worksheets
    assert sum(sheet.max_row - 1 for sheet in sheets) == record["counts"]["ask"] == 7
    reasons = [str(row[-1]) for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert all(reasons)
    again = ran(capsys, data_file, "import", back, "--dry-run")
    assert "没有用到的列" not in again


def test_nothing_comes_in_where_the_undecided_rows_can_not_be_written(
    messy: Path, data_file: Path, capsys: Capture
) -> None:
    messy.with_name(f"{NAME}.待定.xlsx").mkdir()  # as good as a stick that takes no file
    assert main(["--data", str(data_file), "import", str(messy)]) == 1
    assert "数据没有改动" in capsys.readouterr().err
    assert json.loads(ran(capsys, data_file, "list", "drafts", "--json")) == []


def test_of_several_sheets_all_come_in_or_none(messy: Path, data_file: Path, capsys: Capture) -> None:
    other = Path(shutil.copy(messy, messy.with_name("六月.xlsx")))
    wall = other.with_name("六月.xlsx.待定.xlsx")
    wall.mkdir()
    assert main(["--data", str(data_file), "import", str(messy), str(other)]) == 1
    said = capsys.readouterr()
    assert (said.out, "六月.xlsx.待定.xlsx" in said.err) == ("", True)
    assert json.loads(ran(capsys, data_file, "list", "drafts", "--json")) == []
    assert not messy.with_name(f"{NAME}.待定.xlsx").exists()
    wall.rmdir()
    records = json.loads(ran(capsys, data_file, "import", messy, other, "--json"))
    assert [record["batch"] for record in records] == [1, 2]
    assert [len(record["numbers"]) for record in records] == [16, 0]


def test_decisions_of_one_run_serve_the_next(messy: Path, data_file: Path, capsys: Capture) -> None:
    asked = looked(capsys, data_file, messy, "--dry-run")
    questions = [question for row in asked["rows"] for question in row.get("questions", ())]
    answers = {each["key"]: next(iter(each["answers"]), "2022-06-30") for each in questions}
    answers["unknown_unit:市供销社"] = "new:bureau"
    decisions = messy.with_name("决定.json")
    decisions.write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
    said = ran(capsys, data_file, "import", messy, "--decisions", decisions)
    assert "待定 0" in said
    assert "新增单位：市供销社（市直单位，2022年6月起）" in said
    assert not messy.with_name(f"{NAME}.待定.xlsx").exists()
    units = json.loads(ran(capsys, data_file, "list", "units", "--json"))
    assert [unit["name"] for unit in units].count("市供销社") == 1
    again = looked(capsys, data_file, messy, "--dry-run", "--decisions", decisions)
    asked_again = [question["key"] for row in again["rows"] for question in row.get("questions", ())]
    assert asked_again
    assert all(":duplicate:duplicate_of(" in key for key in asked_again)


def test_a_whole_office_goes_into_one_workbook(messy: Path, data_file: Path, capsys: Capture) -> None:
    ran(capsys, data_file, "import", messy)
    everything = messy.with_name("全部.xlsx")
    assert "已存" in ran(capsys, data_file, "export", "all", "--out", everything)
    assert looked(capsys, data_file, everything, "--dry-run")["counts"]["import"] == 0

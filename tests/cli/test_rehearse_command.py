"""``rehearse`` on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.cli import main
from tests.office import MAY, Office

SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")


@pytest.fixture
def file(data_file: Path) -> Path:
    office = Office(data_file)
    office.day = date(2022, 7, 3)
    office.adopt(office.log(unit="药山镇", received="2022-05-05"), on="2022-05-20")
    office.close(MAY)
    office.store.close()
    return data_file


@pytest.fixture
def dearer(tmp_path: Path) -> Path:
    written = tmp_path / "新细则.toml"
    written.write_text(
        SHIPPED.replace("news       = { county = 1.0", "news       = { county = 4.0"), encoding="utf-8"
    )
    return written


def test_the_closed_months_are_worked_out_under_a_file(
    file: Path, dearer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(file), "rehearse", str(dearer)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2022年5月按《")
    row = next(line.split() for line in said.splitlines() if "药山镇" in line)
    assert row[2:7] == ["0", "1", "3", "1", "+3"]  # one short, one adopted
    assert row[-2:] == ["动态信息·本级", "+3"]


def test_a_version_on_file_may_be_named_and_moves_nothing_against_itself(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--data", str(file), "rehearse", "default-2022", "--months", "2022-05", "--json"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["months"] == ["2022-05"]
    assert all(unit["now"] == unit["then"] and not unit["causes"] for unit in found["units"])


def test_a_rehearsal_is_saved_as_a_workbook(
    file: Path, dearer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "重算.xlsx"
    assert main(["--data", str(file), "rehearse", str(dearer), "--year", "2022", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["default-2022", "--months", "2021-11..2022-02"], "跨了两年"),
        (["default-2022", "--months", "2022-06..2022-02"], "2022-06..2022-02"),
        (["default-2022", "--months", "六月"], "六月"),
        (["default-2022", "--year", "2019"], "没有已经过完、上了账的月份"),
        (["没有这一版"], "读不了 没有这一版"),
    ],
)
def test_a_period_or_rules_that_are_not_there_are_refused(
    words: list[str], said: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(file), "rehearse", *words]) == 1
    assert said in capsys.readouterr().err

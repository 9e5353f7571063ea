"""``trends`` on the command line."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jinshi_desk.cli import main
from tests.office import Office


@pytest.fixture
def file(data_file: Path) -> Path:
    office = Office(data_file)
    office.day = date(2022, 7, 3)
    office.adopt(office.log(unit="药山镇"))
    office.log(unit="药山镇", received="2021-06-10")
    office.store.close()
    return data_file


def test_a_year_stands_beside_the_last(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(file), "trends", "2022", "--unit", "药山镇"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "药山镇"
    june = next(line.split() for line in said if line.startswith("6月"))
    assert june[:5] == ["6月", "1", "1", "1", "1"]
    assert said[-1].startswith("合计")


@pytest.mark.parametrize("name", ["图.png", "表.xlsx"])
def test_a_year_is_saved_as_a_picture_or_as_a_workbook(
    name: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / name
    assert main(["--data", str(file), "trends", "2022", "--measure", "rate", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    if out.suffix == ".png":
        assert out.read_bytes().startswith(b"\x89PNG")
    else:
        assert load_workbook(out).sheetnames == ["趋势"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["18"], "“18”不是年份"),
        (["去年"], "“去年”不是年份"),
        (["2022", "--out", "图.pdf"], "“图.pdf”应以 .png 或 .xlsx 结尾"),
    ],
)
def test_wrong_words_are_one_sentence(
    words: list[str], told: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--data", str(file), "trends", *words])
    assert left.value.code == 2
    assert told in capsys.readouterr().err


def test_nothing_is_drawn_of_a_unit_without_figures(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "图.png"
    words = ["trends", "2019", "--unit", "药山镇", "--out", str(out)]
    assert main(["--data", str(file), *words]) == 1
    assert capsys.readouterr().err == "药山镇在2019年和上年都没有数，没有图可存。\n"
    assert not out.exists()

"""What other assessments take from the year."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from jinshi_desk.cli import main
from jinshi_desk.domain.year_extracts import converted
from tests.office import Office, unit_id

CENTS = st.integers(-100_000, 100_000)


@pytest.mark.parametrize(
    ("cents", "highest", "result"),
    [
        (10_950, 10_950, 200),
        (9_400, 10_950, 172),
        (5, 10_00, 1),
        (0, 10_00, 0),
        (-300, 10_00, 0),
        (-1, -1, 0),
    ],
)
def test_a_score_is_converted_by_the_groups_highest(cents: int, highest: int, result: int) -> None:
    assert converted(cents, highest, 200) == result


@given(CENTS, CENTS, st.integers(1, 1000))
def test_nobody_gets_more_than_the_best_nor_less_than_nothing(one: int, other: int, n: int) -> None:
    highest = max(one, other)
    results = converted(one, highest, n), converted(other, highest, n)
    assert min(results) >= 0
    assert max(results) == (n if highest > 0 else 0)


@pytest.fixture
def file(data_file: Path) -> Path:
    office = Office(data_file)
    office.adopt(office.log(unit="药山镇"))
    office.store.close()
    return data_file


def test_the_extract_for_cadres_is_of_people_and_then_of_their_units(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(file), "year", "2022", "--extract", "cadre"]
    assert main([*data, "--json"]) == 0
    people, towns, *_ = json.loads(capsys.readouterr().out)
    assert people["table"] == "个人"
    (writer,) = people["rows"]
    expected = {"name": "周试一", "unit": unit_id("药山镇"), "drafts": 1, "points": 1, "rank": 1}
    assert writer.items() >= expected.items()
    assert next(row for row in towns["rows"] if row["unit"] == unit_id("药山镇"))["adopted"] == 1
    out = tmp_path / "干部考核.pdf"
    assert main([*data, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_every_extract_honours_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for extract in ("performance", "accountability"):
        assert main(["--data", str(file), "year", "2022", "--extract", extract, "--json"]) == 0
        towns, *_ = json.loads(capsys.readouterr().out)
        assert towns["rows"][0]["unit"] == unit_id("药山镇")
        assert isinstance(towns["rows"][0]["points"], int | float)


def test_the_years_points_are_a_workbook_of_twelve_months(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "全年.xlsx"
    assert main(["--data", str(file), "year", "2022", "--out", str(out)]) == 0
    sheet = load_workbook(out)["镇（街道）"]
    head = [cell.value for cell in sheet[1]]
    assert head[:3] == ["序号", "单位", "1月"]
    assert head[-2:] == ["全年", "名次"]


@pytest.mark.parametrize("extract", ["performance", "accountability"])
def test_an_extract_is_a_workbook_with_a_sheet_for_each_group(
    extract: str, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "摘录.xlsx"
    assert main(["--data", str(file), "year", "2022", "--extract", extract, "--out", str(out)]) == 0
    book = load_workbook(out)
    assert book.sheetnames[:2] == ["镇（街道）", "市直单位"]
    assert ("部机关组室" in book.sheetnames) is (extract == "performance")
    assert book.worksheets[0]["B2"].value == "药山镇"


def test_an_extract_shows_its_arithmetic(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--data", str(file), "year", "2022", "--extract"]
    assert main([*words, "accountability"]) == 0
    line = next(each for each in capsys.readouterr().out.splitlines() if "药山镇" in each)
    assert "采用1 − 扣分" in line
    assert main([*words, "performance"]) == 0
    assert "不高于0分，折算为0" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--points", "0"], ["--points", "两分"], ["--out", "摘录.docx"]])
def test_what_can_not_be_meant_is_wrong_usage(wrong: list[str], file: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--data", str(file), "year", "2022", "--extract", "performance", *wrong])
    assert stopped.value.code == 2

"""What other assessments take from the year."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from jinshi_desk.cli import main
from jinshi_desk.domain.year_extracts import converted
from tests.office import Office

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


@pytest.mark.parametrize("wrong", [["--points", "0"], ["--points", "两分"], ["--out", "摘录.pdf"]])
def test_what_can_not_be_meant_is_wrong_usage(wrong: list[str], file: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--data", str(file), "year", "2022", "--extract", "performance", *wrong])
    assert stopped.value.code == 2

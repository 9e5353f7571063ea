"""``explain`` on the command line: what is shown adds up to the figure, and nothing is made up."""

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


def test_a_units_points_add_up_whatever_the_span(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sums = {}
    for span in (("--month", "2022-06"), ("--quarter", "2022Q2"), ("--year", "2022")):
        assert main(["--data", str(file), "explain", "药山镇", *span, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["holds"]
        assert told["sum"] == sum(line["amount"] for line in told["lines"])
        sums[span[0]] = told["sum"]
    assert sums["--month"] == sums["--quarter"]  # the books begin in June
    assert all(line["booked_by"] for line in told["lines"] if line["draft"])


def test_points_and_explain_print_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ((), ("--json",)):
        assert main(["--data", str(file), "explain", "药山镇", "--month", "2022-06", *words]) == 0
        told = capsys.readouterr().out
        assert main(["--data", str(file), "points", "2022-06", "--explain", "药山镇", *words]) == 0
        assert capsys.readouterr().out == told


def test_a_month_lists_its_figures_and_explains_each(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(file), "explain", "--month", "2022-06"]) == 0
    listed = dict(line.split()[:2] for line in capsys.readouterr().out.splitlines()[1:])
    assert (listed["valid"], listed["adopted"]) == ("1", "1")
    assert main(["--data", str(file), "explain", "--month", "2022-06", "--figure", "adopted"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 行，合计 1 篇"


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (["--quarter", "2022Q5"], 1, "“2022Q5”不是季度，应写成 2022Q2 这样。"),
        (["--quarter", "2099Q1"], 1, "2099年第一季度还没有到，核对季度后再试。"),
        (["--year", "2099"], 1, "2099年还没有到，核对年份后再试。"),
        (["--year", "2019"], 1, "2019年没有登记过稿件，核对年份后再试。"),
        (["--month", "2022-13"], 1, "“2022-13”不是月份，应写成 2022-06 这样（1900 至 2100 年）。"),
        ([], 2, "要写 --month、--quarter 或 --year"),
        (["--month", "2022-06", "--figure", "valid"], 2, "--figure 不和单位、稿件一起用"),
    ],
)
def test_what_is_no_span_is_one_sentence(
    file: Path, asked: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _exit(["--data", str(file), "explain", "药山镇", *asked]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err


def test_a_draft_and_a_figure_of_a_quarter_are_explained(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(file), "explain", "2022-0001", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["key"], told["holds"], told["sum"]) == ("draft.2022-0001", True, 1)
    key = ["--figure", f"unit.{unit_id('药山镇')}.valid", "--quarter", "2022Q2"]
    assert main(["--data", str(file), "explain", *key]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 行，合计 1 条"
    assert _exit(["--data", str(file), "explain", "2022-0001", "--year", "2022"]) == 2
    assert "稿件不写" in capsys.readouterr().err


def test_without_a_unit_the_month_is_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit(["--data", str(file), "explain", "--year", "2022"]) == 2
    assert "不写单位时，要写 --month" in capsys.readouterr().err


def _exit(asked: list[str]) -> int | str | None:
    """Return the exit code; wrong usage leaves at once."""
    try:
        return main(asked)
    except SystemExit as left:
        return left.code

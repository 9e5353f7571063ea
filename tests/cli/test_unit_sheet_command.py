"""``unit-sheet`` on the command line."""

from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.cli import main
from tests.office import Office


@pytest.fixture
def file(data_file: Path) -> Path:
    office = Office(data_file)
    office.log(unit="药山镇")
    office.store.close()
    return data_file


def test_the_sheets_of_the_units_named_are_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "核对单.pdf"
    assert main(["--data", str(file), "unit-sheet", "2022-06", "药山镇", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert out.read_bytes().startswith(b"%PDF")


def test_an_unknown_unit_is_one_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "核对单.pdf"
    assert main(["--data", str(file), "unit-sheet", "2022-06", "天津镇", "--out", str(out)]) == 1
    assert "找不到单位“天津镇”" in capsys.readouterr().err
    assert not out.exists()


def test_a_fault_in_the_offices_template_is_told(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = paths.own_papers(file)
    own.mkdir()
    (own / "unit_sheet.typ").write_text("#标题", encoding="utf-8")
    out = tmp_path / "核对单.pdf"
    assert main(["--data", str(file), "unit-sheet", "2022-06", "药山镇", "--out", str(out)]) == 0
    assert "自定版面 unit_sheet.typ 第 1 行" in capsys.readouterr().err
    assert out.exists()

"""``unit-sheet`` on the command line."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

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


def test_the_ending_says_what_is_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "核对单.xlsx"
    assert main(["--data", str(file), "unit-sheet", "2022-06", "药山镇", "--out", str(out)]) == 0
    assert load_workbook(out).sheetnames[0] == "总表"
    assert capsys.readouterr().out == f"{out}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "核对单"), "应以 .pdf 或 .xlsx 结尾"),
        (("--out", "核对单.docx"), "应以 .pdf 或 .xlsx 结尾"),
        (("--out", "核对单.pdf", "--each"), "--out 写文件夹"),
        (("--out", "核对单.xlsx", "--duplex"), "--duplex 只用于合成一个 PDF"),
    ],
)
def test_an_out_that_is_not_what_is_written_is_wrong_usage(
    words: tuple[str, ...],
    said: str,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    there = set(tmp_path.iterdir())
    with pytest.raises(SystemExit) as left:
        main(["--data", str(file), "unit-sheet", "2022-06", *words])
    assert left.value.code == 2
    assert said in capsys.readouterr().err
    assert set(tmp_path.iterdir()) == there


def test_a_delivery_that_can_not_be_recorded_writes_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, out = file.read_bytes(), tmp_path / "核对单.pdf"
    words = ["unit-sheet", "2022-06", "药山镇", "--out", str(out), "--days", "5", "--sent"]
    assert main(["--data", str(file), *words]) == 1
    assert "要写明经办人" in capsys.readouterr().err
    assert not out.exists()
    assert file.read_bytes() == before


def test_a_month_without_units_is_one_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "核对单.pdf"
    assert main(["--data", str(file), "unit-sheet", "1999-06", "--out", str(out)]) == 1
    assert capsys.readouterr().err == "1999年6月没有要核对的单位，没有核对单可出；核对月份和单位后再试。\n"


def test_those_whose_sheet_changed_since_it_was_sent_are_printed_alone(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "核对单.xlsx"
    words = ["--data", str(file), "unit-sheet", "2022-06", "药山镇", "新洲镇", "--out", str(out)]
    assert main([*words, "--changed"]) == 0
    assert capsys.readouterr().out == "没有发后有变的单位\n"
    assert not out.exists()
    assert main([*words, "--sent", "--by", "李主任"]) == 0
    office = Office(file)
    office.log(unit="药山镇")
    office.store.close()
    capsys.readouterr()
    assert main([*words, "--changed"]) == 0
    assert capsys.readouterr().out == f"{out}\n发后有变：药山镇\n"
    assert [row[0] for row in load_workbook(out)["总表"].iter_rows(values_only=True)] == ["单位", "药山镇"]

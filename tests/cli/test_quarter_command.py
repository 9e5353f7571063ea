"""``quarter`` on the command line."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.cli import commands, main
from tests.office import JUNE, MAY, Office


@pytest.fixture(scope="module")
def closed(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """May and June with a draft each, closed on the 6th of July; nobody writes in it."""
    file = Path(shutil.copy(template, tmp_path_factory.mktemp("quarter") / "台账.jinshi"))
    office = Office(file)
    office.day = date(2022, 7, 6)
    office.adopt(office.log(unit="药山镇", received="2022-05-10"), on="2022-06-20")
    office.log(unit="新洲镇")
    office.close(MAY, JUNE)
    office.store.close()
    return file


@pytest.fixture(autouse=True)
def _on_the_6th_of_july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_today", lambda: date(2022, 7, 6))


@pytest.fixture
def file(closed: Path, tmp_path: Path) -> Path:
    """A copy to write in."""
    return Path(shutil.copy(closed, tmp_path / "台账.jinshi"))


def test_the_review_is_printed_with_its_checks(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(closed), "quarter", "2022Q2"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("关于2022年第二季度组工信息宣传工作讲评的通报\n")
    assert "二季度，共收到有效信息2条，采用1篇、1篇次，采用率50%。" in said
    assert "  通过　合计等于各月通报" in said
    assert "  待办　下季度选题方向没填" in said


def test_what_is_typed_is_kept_and_the_files_are_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--data", str(file), "quarter", "2022Q2", "--set", "directions=换届之后"]
    assert main([*words, "--out", str(tmp_path / "讲评"), "--format", "xlsx,docx"]) == 0
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == [
        "组工信息季讲评-2022-Q2.xlsx",
        "组工信息季讲评-2022-Q2.docx",
    ]
    assert main(["--data", str(file), "quarter", "2022-Q2"]) == 0
    assert "下季度选题方向：换届之后。" in capsys.readouterr().out


def test_the_review_goes_out_once_under_a_number_of_its_own(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--data", str(file), "quarter", "2022Q2", "--set", "directions=换届之后"]
    issue = ["--issue", "津组通〔2022〕9号", "--date", "2022-07-06", "--json"]
    assert main([*words, *issue]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["issued"] == {"number": "津组通〔2022〕9号", "on": "2022-07-06"}
    assert (told["valid"], told["adoption"]["drafts"], told["adoption_rate_pct"]) == (2, 1, 50)
    assert [month["month"] for month in told["months"]] == ["2022-05", "2022-06"]
    assert all(check["ok"] for check in told["checks"])
    assert main(["--data", str(file), "issue", "2022-06", "--number", "津组通〔2022〕9号"]) == 1
    assert "2022年第二季度通报的文号" in capsys.readouterr().err


_ISSUE = ("--issue", "津组通〔2022〕9号")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["2022Q5"], 1, "“2022Q5”不是季度，应写成 2022Q2 这样。"),
        (["2022Q4"], 1, "2022年第四季度还没有到，核对季度后再试。"),
        (["2021Q4"], 1, "2021年第四季度没有登记过稿件，核对季度后再试。"),
        (
            ["2022Q3", "--issue", "津组通〔2022〕9号"],
            1,
            "2022年7月、2022年8月、2022年9月还没关账，先关账，再印发。",
        ),
        (["2022Q2", "--issue", "津组通〔2022〕9号"], 1, "照样印发"),
        (["2022Q2", "--issue", ""], 1, "没有写文号"),
        (["2022Q2", "--issue", " "], 1, "没有写文号"),
        (
            ["2022Q2", "--issue", "津组通〔2022〕9号", "--date", "2022-06-30"],
            1,
            "印发日期要在2022年第二季度过完以后",
        ),
        (["2022Q2", "--set", "forum=三期"], 1, "“津津有味”讲坛要填不超过 99999 的整数"),
        (["2022Q2", "--set", "forum"], 2, "没有等号"),
        (["2022Q2", "--date", "2022-07-06"], 2, "要和 --issue 一起写"),
    ],
)
def test_what_can_not_be_is_told_in_one_sentence(
    words: list[str], code: int, told: str, closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _exit(["--data", str(closed), "quarter", *words]) == code
    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""


def _exit(words: list[str]) -> object:
    """Return the exit code, be the refusal the desk's or the parser's."""
    try:
        return main(words)
    except SystemExit as left:
        return left.code

"""``return``, ``resubmit``, ``versions``, ``remark`` and ``holidays``: the same acts without a window."""

import json
from pathlib import Path

import pytest

from jinshi_desk.cli import main
from tests.office import Office


class Clerk:
    """Types commands on a data file and reads what comes back."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._file = file
        self._capsys = capsys
        self.said = ""

    def __call__(self, *words: str) -> int:
        code = main([*words, "--data", str(self._file)])
        heard = self._capsys.readouterr()
        self.said = (heard.out if code == 0 else heard.err).strip()
        return code


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(data_file, capsys)


@pytest.fixture
def number(data_file: Path) -> str:
    """A draft of June, received."""
    office = Office(data_file)
    found = office.log(
        "屋场夜话聚民心", received="2022-06-10", body="开展活动。共办实事312件。", accepted=False
    )
    office.store.close()
    return found


def test_a_draft_goes_back_comes_again_and_is_compared(clerk: Clerk, number: str, tmp_path: Path) -> None:
    words = ("--reason", "标题不准", "--reason", "篇幅不符", "--remark", "另拟", "--on", "2022-06-13")
    assert clerk("return", number, *words) == 0
    assert "主要问题：标题不准、篇幅不符。另拟。请于6月16日前报回" in clerk.said
    again = tmp_path / "新洲镇 屋场夜话.txt"
    again.write_text("屋场夜话解民忧\n\n　　开展活动。共办实事352件。\n", encoding="utf-8")
    assert clerk("resubmit", number, str(again), "--on", "2022-06-17") == 0
    assert clerk.said == (
        f"{number} 已收第 2 稿：三个工作日到 2022-06-16 为止，已过，收稿日期 2022-06-17，计入2022年6月"
    )
    assert clerk("versions", number) == 0
    assert [line.split("  ")[0] for line in clerk.said.splitlines()[1:]] == ["第1稿", "第2稿"]
    assert clerk("versions", number, "--compare", "1", "2") == 0
    assert "标题：屋场夜话[-聚民心-]{+解民忧+}" in clerk.said
    assert "共办实事[-312-]{+352+}件。" in clerk.said
    assert clerk("versions", number, "--compare", "1", "2", "--json") == 0
    assert json.loads(clerk.said)["title"]["old"][-1] == {"text": "聚民心", "changed": True}


def test_a_remark_is_listed_with_its_version(clerk: Clerk, number: str) -> None:
    assert clerk("remark", number, "先说做法", "--by", "李主任") == 0
    assert clerk.said == f"已记在 {number} 第 1 稿"
    assert clerk("versions", number, "--json") == 0
    (version,) = json.loads(clerk.said)
    assert [(each["said_by"], each["said"]) for each in version["remarks"]] == [("李主任", "先说做法")]


def test_versions_that_are_alike_say_so(clerk: Clerk, number: str) -> None:
    assert clerk("versions", number, "--compare", "1", "1") == 0
    assert clerk.said == "第1稿与第1稿相同"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("return",), "退回修改要写明原因。"),
        (("return", "--reason", "", "--on", "2022-06-13"), "退回修改要写明原因。"),
        (("return", "--reason", "标题不准", "--on", "2999-01-01"), "还有没填对的地方：退回日期在今天之后。"),
        (("return", "--reason", "标题不准", "--on", "昨天"), "“昨天”不是日期，应写成 2022-06-30 这样。"),
        (("resubmit",), "2022-0001 现在是“收稿”，不能重新收稿。"),
        (("versions", "--compare", "1", "3"), "2022-0001 没有第 3 稿，共 1 稿。"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    words: tuple[str, ...], sentence: str, clerk: Clerk, number: str
) -> None:
    assert clerk(words[0], number, *words[1:]) == 1
    assert clerk.said == sentence


def test_a_returned_draft_does_not_come_back_before_it_went(clerk: Clerk, number: str) -> None:
    assert clerk("return", number, "--reason", "标题不准", "--on", "2022-06-13") == 0
    assert clerk("resubmit", number, "--on", "2022-06-12") == 1
    assert clerk.said == "还有没填对的地方：报回早于退回（2022-06-13）。"


# ---- holidays


def test_the_notice_makes_the_years_table(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("holidays", "2022") == 0
    assert clerk.said == "2022 年没有登节假日，只有周六、周日休息"
    notice = tmp_path / "通知.txt"
    notice.write_text(
        "端午节：6月3日至5日放假，共3天。\n清明节：4月3日至5日放假。4月2日上班。\n", encoding="utf-8"
    )
    assert clerk("holidays", "2022", "--text", str(notice)) == 0
    assert clerk.said == "清明节：4月3日至4月5日放假；4月2日上班\n端午节：6月3日至6月5日放假"
    assert clerk("holidays", "2022", "--off", "10月1日至3日", "--work", "2022-10-08", "--json") == 0
    assert [each["day"] for each in json.loads(clerk.said) if each["working"]] == ["2022-04-02", "2022-10-08"]
    assert clerk("list", "holidays", "--json", "--month", "2022-10") == 0
    assert len(json.loads(clerk.said)) == 4
    assert clerk("holidays", "2022", "--clear") == 0
    assert "没有登节假日" in clerk.said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--off", "端午"), "“端午”不是日期，应写成 2022-06-30 这样。"),
        (("--work", "2022-06-01"), "还有没填对的地方：2022-06-01 本来就上班。"),
        (("--text", "没有.txt"), "读不了 没有.txt：没有这个文件或文件夹。检查文件是否存在、能否打开。"),
    ],
)
def test_a_table_that_cannot_be_is_refused(words: tuple[str, ...], sentence: str, clerk: Clerk) -> None:
    assert clerk("holidays", "2022", *words) == 1
    assert clerk.said == sentence
    assert clerk("holidays", "2022", "--json") == 0
    assert json.loads(clerk.said) == []

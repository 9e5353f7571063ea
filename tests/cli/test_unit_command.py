"""``unit`` on the command line: one act, one answer, one sentence where it is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk.cli import main


class Clerk:
    """Types commands on a data file and reads what comes back."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._file = file
        self._capsys = capsys
        self.said = ""

    def __call__(self, *words: str) -> int:
        code = main([*words, "--data", str(self._file)])
        heard = self._capsys.readouterr()
        self.said = heard.out if code == 0 else heard.err.strip()
        return code

    def listed(self, unit: str) -> dict[str, Any]:
        """The unit as ``list units --json`` has it."""
        assert self("list", "units", "--json", "--unit", unit) == 0
        (record,) = json.loads(self.said)
        assert isinstance(record, dict)
        return record


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(data_file, capsys)


def test_a_rename_is_listed_with_every_name(clerk: Clerk) -> None:
    assert clerk("unit", "rename", "药山", "药山街道", "--from", "2022-07") == 0
    assert clerk.said == "YS 药山街道：自 2022-07 起，原名药山镇\n"
    names = [("药山镇", "2022-01"), ("药山街道", "2022-07")]
    assert [(each["name"], each["from"]) for each in clerk.listed("药山镇")["names"]] == names


def test_a_unit_called_otherwise_from_its_first_month_has_no_former_name(clerk: Clerk) -> None:
    assert clerk("unit", "rename", "白衣镇", "青衣镇", "--from", "2022-01") == 0
    assert clerk.said == "BY 青衣镇：自 2022-01 起\n"


def test_a_merger_is_listed_at_all_who_take_part(clerk: Clerk) -> None:
    merger = ("unit", "merge", "药山镇", "白衣镇", "--into", "药白镇", "--from", "2022-06-15", "--json")
    assert clerk(*merger) == 0
    (new,) = json.loads(clerk.said)
    assert (new["name"], new["active_from"]) == ("药白镇", "2022-07")
    old = clerk.listed("白衣镇")
    assert old["active_to"] == "2022-06"
    assert old["changes"] == [{"month": "2022-07", "kind": "merge", "unit": "BY", "successor": new["id"]}]


def test_units_are_added_split_abolished_and_edited(clerk: Clerk) -> None:
    assert clerk("unit", "add", "新设局", "--group", "bureau", "--alias", "新局", "--from", "2022-07") == 0
    assert clerk.listed("新局")["group"] == "bureau"
    assert clerk("unit", "split", "白衣镇", "--into", "白衣新区", "--stays", "--from", "2022-07") == 0
    assert clerk.listed("白衣镇")["active_to"] is None
    assert clerk("unit", "abolish", "B_LYJ", "--from", "2022-07") == 0
    assert clerk.said == "B_LYJ 市林业局：自 2022-01 起，到 2022-06 为止\n"
    assert clerk("unit", "edit", "市教育局", "--old-name", "文教局") == 0
    assert clerk.listed("文教局")["aliases"] == ["教育局"]
    assert clerk("unit", "edit", "市教育局", "--alias", "", "--group", "office", "--from", "2022-07") == 0
    assert (clerk.listed("文教局")["aliases"], clerk.listed("文教局")["group"]) == ([], "office")
    assert clerk("list", "units", "--unit", "白衣镇") == 0
    assert "2022年7月分设为白衣新区" in clerk.said


NO_MERGER = "还有没填对的地方：药山镇不能并入自己。"
UNKNOWN = "找不到单位“某某局”，用 list units 看全部单位名称和编号。"


@pytest.mark.parametrize("written", ["粮食局", "毛里"])
def test_an_old_name_or_a_part_of_one_ends_no_unit(clerk: Clerk, written: str) -> None:
    assert clerk("unit", "abolish", written, "--from", "2022-07") == 1
    assert written in clerk.said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("merge", "药山镇", "--into", "药山镇", "--from", "2022-07"),
            NO_MERGER,
        ),
        (
            ("abolish", "某某局", "--from", "2022-07"),
            UNKNOWN,
        ),
        (("rename", "药山镇", "白衣镇", "--from", "2022-07"), "还有没填对的地方：白衣镇已用这个名称。"),
        (("abolish", "药山镇", "--from", "七月"), "“七月”不是月份，应写成 2022-06 这样（1900 至 2100 年）。"),
        (
            ("abolish", "药山镇", "--from", "2022-02-30"),
            "没有“2022-02-30”这一天，2022年2月只有 28 天，核对后再写。",
        ),
    ],
)
def test_what_can_not_be_done_is_refused_in_one_sentence(
    clerk: Clerk, words: tuple[str, ...], said: str
) -> None:
    assert clerk("unit", *words) == 1
    assert clerk.said == said


def test_a_units_own_quota_holds_from_its_month_on(clerk: Clerk) -> None:
    assert clerk("unit", "quota", "药山镇", "3", "--from", "2022-07", "--reason", "人员较多") == 0
    assert clerk.said == "YS 药山镇：自 2022-07 起每月 3 条\n"
    assert clerk("unit", "quota", "药山镇", "group", "--from", "2022-08", "--reason", "照旧") == 0
    assert clerk.said == "YS 药山镇：自 2022-08 起按组别\n"
    assert clerk.listed("药山镇")["quotas"] == [
        {"quota": 3, "from": "2022-07", "reason": "人员较多"},
        {"quota": None, "from": "2022-08", "reason": "照旧"},
    ]
    owed = []
    for month in ("2022-06", "2022-07", "2022-08"):
        assert clerk("quota", month, "--json") == 0
        owed.append(json.loads(clerk.said)["YS"]["quota"])
    assert owed == [2, 3, 2]


@pytest.mark.parametrize(
    ("number", "reason", "sentence"),
    [
        ("-1", "人员较多", "还有没填对的地方：任务不能是负数。"),
        ("3", "", "还有没填对的地方：要写明原因。"),
    ],
)
def test_a_quota_that_can_not_be_is_refused_in_one_sentence(
    number: str, reason: str, sentence: str, clerk: Clerk
) -> None:
    assert clerk("unit", "quota", "药山镇", number, "--from", "2022-07", "--reason", reason) == 1
    assert clerk.said == sentence


def test_a_quota_that_is_no_number_is_told_with_the_usage(
    clerk: Clerk, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        clerk("unit", "quota", "药山镇", "两", "--from", "2022-07", "--reason", "人员较多")
    assert "“两”不是整数" in capsys.readouterr().err

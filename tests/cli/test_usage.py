"""Wrong usage is one Chinese sentence and exit 2, whatever is wrong with it."""

import re

import pytest

from jinshi_desk.cli import main
from jinshi_desk.usage import Parser


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("没有的", "没有“没有的”这个命令"),
        ("unit 没有的", "没有“没有的”这个命令"),
        ("close", "缺少 MONTH"),
        ("unit add", "缺少 --from、NAME、--group"),
        ("unit", "缺少 ACT"),
        ("close 2022-06 --没有", "不认识“--没有”"),
        ("export drafts --out", "--out 后面要写一个值"),
        ("export drafts --out 出.txt", "--out：“出.txt”应以 .xlsx 结尾"),
        ("approval 202206-YS-01 --out 出.docx", "--out：“出.docx”应以 .pdf 结尾"),
        ("remind 2022-06 --how fax", "--how 不能是“fax”，可写 group、phone、paper、sms、visit"),
        ("versions 2022-0001 --compare 1", "--compare 后面要写 2 个值"),
        ("versions 2022-0001 --compare a b", "--compare 的“a”不是整数"),
        ("holidays 2022 --off", "--off 后面至少要写一个值"),
        ("rehearse 细则.toml --year 2022 --months 2022-01", "--months 和 --year 不能一起写"),
        ("remind 2022-06 --text=x", "--text 后面不写值（“x”）"),
        ("remind 2022-06 --s", "“--s”不知指 --stage 还是 --sent"),
        ("year 0", "YEAR：“0”不是年份"),
    ],
)
def test_wrong_usage_is_one_chinese_sentence(
    said: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(said.split())
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    first, _, rest = told.err.partition("。")
    assert first == f"用法不对：{answer}"
    assert re.fullmatch(r"看用法：jinshi-desk( [a-z]+)* --help\n", rest)


def test_one_of_several_may_be_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(prog="试")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--a")
    group.add_argument("--b")
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert capsys.readouterr().err == "用法不对：--a、--b 要写一个。看用法：试 --help\n"

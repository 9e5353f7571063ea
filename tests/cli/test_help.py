"""What ``--help`` promises is there, and all that is there is promised."""

from pathlib import Path

import pytest

from jinshi_desk.cli import main


@pytest.mark.parametrize(("words", "also"), [(("list",), set()), (("export", "--out", "出.xlsx"), {"all"})])
def test_help_names_every_ledger_and_no_other(
    words: tuple[str, ...], also: set[str], data_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "没有的", "--data", str(data_file)]) == 1
    _, _, kinds = capsys.readouterr().err.strip().rstrip("。").partition("可选：")
    with pytest.raises(SystemExit):
        main([*words, "--help"])
    _, _, told = capsys.readouterr().out.partition("\n  KIND ")
    assert set(told.partition("选项:")[0].split()) == {*kinds.split("、")} | also


def test_every_page_of_help_is_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["unit", "--help"], ["rehearse", "--help"], ["unit", "add", "--help"]):
        with pytest.raises(SystemExit):
            main(words)
        told = capsys.readouterr().out
        assert told.startswith("用法：")
        for english in ("usage", "options:", "positional", "show this", "show program"):
            assert english not in told

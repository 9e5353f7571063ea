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
    assert set(told.partition("options:")[0].split()) == {*kinds.split("、")} | also

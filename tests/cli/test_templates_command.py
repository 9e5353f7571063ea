"""``templates`` on the command line."""

from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.cli import main


def test_the_templates_are_copied_beside_the_data_file_once(
    data_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = paths.own_papers(data_file)
    assert main(["--data", str(data_file), "templates"]) == 0
    count = len([path for path in own.rglob("*") if path.is_file()])
    assert capsys.readouterr().out == f"版面在 {own}，新抄 {count} 个文件，已有的没有动\n"
    (own / "form_a.typ").write_text("改过", encoding="utf-8")
    assert main(["--data", str(data_file), "templates"]) == 0
    assert "新抄 0 个文件" in capsys.readouterr().out
    assert (own / "form_a.typ").read_text(encoding="utf-8") == "改过"


def test_where_no_folder_can_be_made_there_is_one_sentence(
    data_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.own_papers(data_file).touch()
    assert main(["--data", str(data_file), "templates"]) == 1
    assert capsys.readouterr().err.startswith("写不进 ")

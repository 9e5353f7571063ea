"""A broken template of the office does not keep the bulletin from being written, and is told."""

from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.cli import main
from jinshi_desk.papers.own_templates import copy_templates
from tests.office import Office


def test_a_fault_in_the_offices_template_is_one_sentence(
    data_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(data_file)
    office.log()
    office.store.close()
    copy_templates(paths.own_papers(data_file))
    words = ["--data", str(data_file), "bulletin", "2022-06", "--out", str(tmp_path), "--format", "pdf"]
    assert main(words) == 0
    assert capsys.readouterr().err == ""
    (paths.own_papers(data_file) / "bulletin.typ").write_text("#标题", encoding="utf-8")
    assert main(words) == 0
    said = capsys.readouterr()
    assert (
        said.err == "自定版面 bulletin.typ 第 1 行 有错：没有“标题”这个名称；改好之前先用程序自带的版面。\n"
    )
    assert [Path(line).read_bytes()[:4] for line in said.out.splitlines()] == [b"%PDF"]

"""The press: which fonts, what it refuses, what it lets through."""

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.domain.errors import PaperFailed
from jinshi_desk.papers import notices as paper
from jinshi_desk.papers.typesetting import Press, printable, printable_text
from tests.papers.bulletins import a_notice


@pytest.fixture
def own_resources(tmp_path: Path) -> Path:
    """A copy of the templates that a test may spoil; fonts as shipped."""
    shutil.copytree(paths.resources() / "papers", tmp_path / "papers")
    shutil.copytree(paths.resources() / "fonts", tmp_path / "fonts")
    return tmp_path


def test_without_fonts_of_the_office_the_bundled_ones_stand_in(press: Press) -> None:
    fonts = press.fonts_in_use()
    assert {role: font.family for role, font in fonts.items()} == {
        "fang": "FandolFang R",
        "kai": "GW Kai",
        "hei": "GW Hei",
        "song": "GW Song",
        "biaosong": "GW BiaoSong",
    }
    assert all(font.bundled for font in fonts.values())


def test_a_font_of_the_office_comes_first(own_resources: Path) -> None:
    roles = own_resources / "papers" / "lib" / "fonts.json"
    lists = json.loads(roles.read_text(encoding="utf-8"))
    lists["song"].insert(0, "libertinus serif")  # typst's own, which stands for one of the office
    roles.write_text(json.dumps(lists), encoding="utf-8")
    font = Press(own_resources, system_fonts=False).fonts_in_use()["song"]
    assert (font.family, font.bundled) == ("Libertinus Serif", False)


def test_a_spoilt_template_is_named(own_resources: Path) -> None:
    (own_resources / "papers" / "bulletin.typ").write_text("#nothing", encoding="utf-8")
    with pytest.raises(PaperFailed) as failed:
        Press(own_resources, system_fonts=False).pdf("bulletin", {})
    assert failed.value.args[0] == "bulletin"
    assert "nothing" in failed.value.args[1]


def test_a_template_that_is_not_there_is_named(press: Press) -> None:
    with pytest.raises(PaperFailed):
        press.pdf("nothing", {})


def test_two_threads_may_ask_at_once(press: Press) -> None:
    value = paper.value(a_notice(points_tables=(), pieces=()))
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(press.pdf, "bulletin", value) for _ in range(4)]
    assert len({job.result() for job in asked}) == 1


def test_text_keeps_all_that_can_be_printed() -> None:
    kept = "䶮㛃𬭎\u3000“”—½😀\ue000"
    assert printable_text(kept) == kept
    assert printable({"甲": ["\x00乙\t", ("丙\r\n",)], "丁": 1}) == {"甲": ["乙 ", ["丙  "]], "丁": 1}


def test_typesetting_and_word_are_loaded_only_when_asked_for() -> None:
    program = (
        "import sys, jinshi_desk.papers.notices, jinshi_desk.papers.document, jinshi_desk.sheets.notices;"
        "import jinshi_desk.papers.approval_forms;"
        "print([name for name in ('typst', 'docx', 'lxml', 'openpyxl', 'segno') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

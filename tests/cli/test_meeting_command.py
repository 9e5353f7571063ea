"""``meeting``: a meeting recorded, what it resolved followed up, printed and listed without a window."""

import json
from pathlib import Path

import pytest
from docx import Document

from tests.cli.test_unit_command import Clerk

CAME = ("--attend", "药山镇：周试一", "--item", "通报六月情况")
ADD = ("meeting", "add", "2022-07-01", "--host", "李主任", *CAME)


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(data_file, capsys)


def test_a_meeting_is_recorded_put_right_and_followed_up(clerk: Clerk) -> None:
    assert clerk(*ADD, "--place", "三楼会议室", "--recorder", "陈试四", "--month", "2022-06") == 0
    assert "参加：药山镇：周试一\n" in clerk.said
    assert clerk("meeting", "edit", "1", "--place", "五楼", "--item", "甲", "--item", "乙") == 0
    assert clerk("meeting", "resolve", "1", "整理好稿", "--who", "研究室", "--due", "2022-07-08") == 0
    assert clerk("meeting", "resolve", "1", "走访", "--who", "周试一") == 0
    assert clerk("meeting", "done", "1", "--on", "2022-07-02", "--result", "已上传") == 0
    assert clerk("meeting", "drop", "2", "--reason", "登错") == 0
    assert clerk("meeting", "list", "--month", "2022-06", "--json") == 0
    (record,) = json.loads(clerk.said)
    assert (record["place"], record["host"], record["agenda"]) == ("五楼", "李主任", ["甲", "乙"])
    (resolution,) = record["resolutions"]
    assert (resolution["done_on"], resolution["result"], resolution["state"]) == (
        "2022-07-02",
        "已上传",
        "closed",
    )
    assert clerk("meeting", "list", "--open") == 0
    assert clerk.said == "没有记录\n"
    assert clerk("meeting", "void", "1", "--reason", "登重") == 0
    assert clerk("meeting", "list") == 0
    assert clerk.said == "没有记录\n"


def test_a_record_is_saved_as_pdf_and_as_a_document(clerk: Clerk, tmp_path: Path) -> None:
    clerk(*ADD, "--place", "三楼会议室", "--month", "2022-06")
    clerk("meeting", "resolve", "1", "整理好稿", "--who", "研究室", "--due", "2022-07-08")
    for name in ("记录.pdf", "记录.docx"):
        assert clerk("meeting", "show", "1", "--out", str(tmp_path / name)) == 0
    assert (tmp_path / "记录.pdf").read_bytes().startswith(b"%PDF")
    document = Document(str(tmp_path / "记录.docx"))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "在三楼会议室召开工作例会，通报2022年6月组工信息宣传工作情况。会议由李主任主持。" in text
    resolved = [cell.text for cell in document.tables[0].rows[1].cells]
    assert resolved == ["1", "整理好稿", "研究室", "2022年7月8日", "—"]
    assert len(document.sections) == 1  # no empty page turned over


def test_a_record_keeps_the_names_that_units_had_at_the_meeting(clerk: Clerk, tmp_path: Path) -> None:
    clerk(*ADD)
    assert clerk("unit", "rename", "药山镇", "药王镇", "--from", "2022-08") == 0
    assert clerk("meeting", "show", "1", "--out", str(tmp_path / "记录.docx")) == 0
    text = "\n".join(each.text for each in Document(str(tmp_path / "记录.docx")).paragraphs)
    assert "药山镇：周试一" in text
    assert "药王镇" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "9"), "没有这条例会记录（9）"),
        (("resolve", "1", "走访", "--who", "周试一", "--due", "2022-06-01"), "期限早于会议（07-01）"),
        (("done", "7"), "没有这条议定事项记录（7）"),
        (("void", "1", "--reason", " "), "作废例会记录要写明原因"),
    ],
)
def test_what_can_t_be_is_refused_in_a_sentence(clerk: Clerk, words: tuple[str, ...], said: str) -> None:
    clerk(*ADD)
    assert clerk("meeting", *words) == 1
    assert said in clerk.said

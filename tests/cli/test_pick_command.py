"""``pick``, ``picks`` and ``tag``: the good drafts of a month without a window."""

import json
from pathlib import Path

import pytest

from tests.cli.test_unit_command import Clerk
from tests.office import Office


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(data_file, capsys)


@pytest.fixture
def number(data_file: Path) -> str:
    """A valid draft of June."""
    office = Office(data_file)
    found = office.log("屋场夜话聚民心", received="2022-06-10")
    office.store.close()
    return found


def test_a_draft_is_picked_put_on_the_website_and_taken_back(clerk: Clerk, number: str) -> None:
    assert clerk("pick", number, "--reason", "做法写得实", "--by", "高样二") == 0
    assert clerk.said == f"已列为2022年6月好稿：{number}《屋场夜话聚民心》\n"
    assert clerk("pick", number, "--uploaded-on", "2022-06-30") == 0
    assert clerk("picks", "2022-06", "--json") == 0
    (record,) = json.loads(clerk.said)
    said = (record["draft"], record["reason"], record["picked_by"], record["uploaded_on"])
    assert said == (number, "做法写得实", "高样二", "2022-06-30")
    assert clerk("picks", "2022-06") == 0
    assert "做法写得实" in clerk.said
    assert clerk("pick", number, "--undo") == 1
    assert clerk.said == "取消好稿要写明原因。"
    assert clerk("pick", number, "--undo", "--reason", "另有更好的") == 0
    assert clerk("picks", "2022-06") == 0
    assert clerk.said == "没有记录\n"


def test_topics_are_said_and_read_back(clerk: Clerk, number: str) -> None:
    assert clerk("tag", number) == 0
    assert clerk.said == "没有选题\n"
    assert clerk("tag", number, "党建引领、屋场会", "乡村振兴") == 0
    assert clerk("list", "drafts", "--json") == 0
    assert json.loads(clerk.said)[0]["tags"] == ["党建引领", "屋场会", "乡村振兴"]
    assert clerk("tag", number, "--clear", "--json") == 0
    assert json.loads(clerk.said) == {"number": number, "tags": []}


def test_a_pick_without_a_reason_or_of_no_draft_is_refused(clerk: Clerk, number: str) -> None:
    assert clerk("pick", number) == 1
    assert clerk.said == "还有没填对的地方：没有写好在哪里。"
    assert clerk("pick", "2022-9999", "--reason", "好") == 1
    assert clerk.said == "没有编号为“2022-9999”的稿件，核对编号后再试。"


def test_the_texts_are_packed_and_an_older_pack_is_not_overwritten_unasked(
    clerk: Clerk, number: str, tmp_path: Path
) -> None:
    assert clerk("picks", "2022-06", "--out", str(tmp_path / "上传")) == 1
    assert clerk.said == "2022年6月还没有好稿，先在报送登记里选一篇按 F3。"
    clerk("pick", number, "--reason", "做法写得实")
    assert clerk("picks", "2022-06", "--out", str(tmp_path / "上传")) == 0
    path = tmp_path / "上传" / "好稿 2022年6月.zip"
    said = f"{path}\n正文 0 篇，目录 1 份\n没有正文：{number}《屋场夜话聚民心》\n"
    assert (clerk.said, path.is_file()) == (said, True)
    assert clerk("picks", "2022-06", "--out", str(path)) == 1
    assert clerk.said == f"{path} 已经存在，没有覆盖；换个地方，或加 --replace。"
    assert clerk("picks", "2022-06", "--out", str(path), "--replace") == 0

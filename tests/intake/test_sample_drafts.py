"""The sample drafts are proposed as a clerk would type them."""

from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain.drafts import Author, NewDraft
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.intake.drafts import as_json, read_draft

JULY = date(2022, 7, 1)


EXPECTED = {
    "01_药山镇_动态信息.docx": (
        "YS",
        "药山镇：“屋场会”开出为民服务“新路子”",
        ["周试一", "李试二"],
        "news",
        173,
    ),
    "02_白衣镇_经验材料_含错.docx": (
        "BY",
        "白衣镇“三个一”抓实信息员队伍的做法。",
        ["钱构八"],
        "experience",
        384,
    ),
    "03_团市委_真言文章.docx": ("B_TW", "青年干部要练好“笔杆子”", ["赵样四"], "essay", 153),
    "04_襄阳街街道_动态信息_gb18030.txt": ("XYJ", '襄阳街街道：红色物业"管家"暖民心', ["吴设九"], "news", 87),
    "05_药山镇_调研报告_utf8.txt": (
        "YS",
        "关于村级集体经济发展情况的调研报告",
        ["李试二", "王测三"],
        "research",
        194,
    ),
}


@pytest.mark.parametrize("file", EXPECTED)
def test_a_sample_is_read(samples: Path, names: UnitNames, file: str) -> None:
    unit, title, authors, category, words = EXPECTED[file]
    path = samples / "drafts" / file
    record = as_json(read_draft(path, names, JULY), path)
    body = record.pop("body")
    assert record == {
        "file": file,
        "title": title,
        "unit": unit,
        "authors": authors,
        "received_on": "2022-07-01",
        "category": category,
        "form": "text",
        "word_count": words,
    }
    assert isinstance(body, str)
    assert title not in body
    assert authors[0] not in body


def test_a_proposal_is_filed_as_it_is_if_nobody_corrects_it(samples: Path, names: UnitNames) -> None:
    proposal = read_draft(samples / "drafts" / "03_团市委_真言文章.docx", names, JULY)
    draft = proposal.as_draft()
    assert isinstance(draft, NewDraft)
    assert draft.units == ("B_TW",)
    assert draft.authors == (Author("赵样四"),)
    assert proposal.notes == ("unit_from_file_name",)


def test_a_table_is_part_of_the_text(samples: Path, names: UnitNames) -> None:
    body = read_draft(samples / "drafts" / "02_白衣镇_经验材料_含错.docx", names, JULY).body
    assert body.endswith("类别\t条数\n党建\t23\n民生\t18\n产业\t14\n合计\t56")

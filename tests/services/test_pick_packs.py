"""好稿 packed for the website: every text as a document, a list of them, and nothing left out in silence."""

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import CannotWrite, NoPicks
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.quality_picks import NewQualityPick
from jinshi_desk.services.pick_packs import PickPackDesk
from tests.office import JULY, JUNE, Office


def pick(office: Office, title: str, reason: str = "做法实", **facts: Any) -> str:
    number = office.log(title, **facts)
    office.picks.pick(number, NewQualityPick(JUNE, reason, date(2022, 7, 1), "高样二"))
    return number


def index(pack: ZipFile) -> list[tuple[Any, ...]]:
    with pack.open("好稿目录.xlsx") as file:
        rows = list(load_workbook(file).worksheets[0].values)
    return rows[1:]


def test_each_text_is_a_document_and_the_list_says_where_it_ran_and_why(
    office: Office, tmp_path: Path
) -> None:
    number = pick(
        office,
        "屋场夜话聚民心",
        unit="药山镇",
        partners=("新洲镇",),
        authors=("周试一", "周试二"),
        body="第一段。\n\n　　第二段。",
        attachments=("现场.jpg",),
    )
    office.adopt(number, Level.COUNTY, on="2022-06-12")
    office.adopt(number, Level.PROVINCE, on="2022-06-20")
    desk = PickPackDesk(office.store)
    done = desk.save(JUNE, tmp_path / desk.name(JUNE))
    assert (done.path.name, done.texts, done.without_text) == ("好稿 2022年6月.zip", 1, ())
    with ZipFile(done.path) as pack:
        name = "01 药山镇 屋场夜话聚民心.docx"
        assert sorted(pack.namelist()) == [name, "好稿目录.xlsx"]
        with pack.open(name) as file:
            said = [each.text for each in Document(file).paragraphs]
        assert said == ["屋场夜话聚民心", "药山镇、新洲镇　周试一、周试二", "", "第一段。", "第二段。"]
        ((place, no, title, units, authors, _, ran, reason, *_, file_name, pictures),) = index(pack)
    assert (place, no, title, units) == (1, number, "屋场夜话聚民心", "药山镇、新洲镇")
    assert (authors, ran) == ("周试一、周试二", "红星网（2022-06-20）、津市党建网（2022-06-12）")
    assert (reason, file_name, pictures) == ("做法实", name, "现场.jpg")


def test_a_pick_without_a_text_is_listed_and_told(office: Office, tmp_path: Path) -> None:
    bare, whole = pick(office, "只登了题目"), pick(office, "有正文的", body="正文。")
    done = PickPackDesk(office.store).save(JUNE, tmp_path / "好稿.zip")
    assert [each.draft.number for each in done.without_text] == [bare]
    with ZipFile(done.path) as pack:
        assert [(row[1], row[-2]) for row in index(pack)] == [
            (bare, "没有正文"),
            (whole, "02 新洲镇 有正文的.docx"),
        ]


def test_a_title_that_no_file_may_be_called_still_has_its_text(office: Office, tmp_path: Path) -> None:
    pick(office, '津市/澧县："双报到"怎么做？<一>.' + "长" * 80, body="正文。")
    done = PickPackDesk(office.store).save(JUNE, tmp_path / "好稿.zip")
    with ZipFile(done.path) as pack:
        (name,) = (each for each in pack.namelist() if each.endswith(".docx"))
    assert name.startswith("01 新洲镇 津市 澧县： 双报到 怎么做？ 一 .长")
    assert len(name) <= 65


def test_an_empty_month_and_a_place_that_takes_nothing_are_refused(office: Office, tmp_path: Path) -> None:
    desk = PickPackDesk(office.store)
    with pytest.raises(NoPicks) as refused:
        desk.save(JULY, tmp_path / "好稿.zip")
    assert error_sentence(refused.value) == "2022年7月还没有好稿，先在报送登记里选一篇按 F3。"
    pick(office, "有正文的", body="正文。")
    with pytest.raises(CannotWrite):
        desk.save(JUNE, tmp_path / "没有这个文件夹" / "好稿.zip")
    assert list(tmp_path.glob("*.zip")) == []

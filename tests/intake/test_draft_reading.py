"""What the text says comes first; the file name helps where the text is silent."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jinshi_desk.domain.drafts import Category, Form, clean_text
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.intake.drafts import DraftProposal, read_draft

Read = Callable[..., DraftProposal]
TODAY = date(2022, 7, 1)


def test_the_byline_under_the_title_is_no_text(read_lines: Read) -> None:
    read = read_lines("青年干部要多走多看", "团市委　赵样四", "走进田间地头。")
    assert (read.title, read.unit, read.body, read.word_count) == (
        "青年干部要多走多看",
        "B_TW",
        "走进田间地头。",
        7,
    )
    assert [author.name for author in read.authors] == ["赵样四"]


def test_the_brackets_that_close_the_last_sentence_are_the_byline(read_lines: Read) -> None:
    read = read_lines("药山镇：清渠护秧", "已清渠3公里。（李试二、王测三）")
    assert read.body == "已清渠3公里。"
    assert [author.name for author in read.authors] == ["李试二", "王测三"]


def test_brackets_that_name_nobody_stay_in_the_text(read_lines: Read) -> None:
    assert read_lines("药山镇：清渠护秧", "已清渠3公里。（图片另附）").body == "已清渠3公里。（图片另附）"


def test_a_dateline_names_correspondent_and_reporter(read_lines: Read) -> None:
    read = read_lines("清渠护秧", "本报讯（通讯员 李试二 记者 王测三）6月3日，药山镇清渠3公里。")
    assert [(author.name, author.role) for author in read.authors] == [
        ("李试二", AuthorRole.AUTHOR),
        ("王测三", AuthorRole.REPORTER),
    ]
    assert read.body == "本报讯6月3日，药山镇清渠3公里。"
    assert read.unit == "YS"


def test_unit_and_day_that_sign_the_text_are_no_text(read_lines: Read) -> None:
    read = read_lines("清渠护秧", "已清渠3公里。", "白衣镇党委", "2022年6月15日")
    assert (read.unit, read.body, read.received_on) == ("BY", "已清渠3公里。", TODAY)


def test_labelled_lines_say_what_they_are(read_lines: Read) -> None:
    labels = (
        "报送单位：药山镇",
        "标题：清渠护秧",
        "类别：经验材料",
        "作者：李试二等",
        "报送日期：2022年6月3日",
    )
    read = read_lines(*labels, "已清渠3公里。")
    assert (read.unit, read.title, read.category) == ("YS", "清渠护秧", Category.EXPERIENCE)
    assert read.received_on == date(2022, 6, 3)
    assert read.authors_incomplete
    assert read.body == "已清渠3公里。"


@pytest.mark.parametrize("said", ["2022年13月3日", "昨天", "2031年1月1日"])
def test_a_day_that_cannot_be_is_not_believed(read_lines: Read, said: str) -> None:
    assert read_lines(f"报送日期：{said}", "清渠护秧", "已清渠3公里。").received_on == TODAY


def test_mastheads_and_tags_are_not_the_title(read_lines: Read) -> None:
    read = read_lines("附件1", "组工信息", "【经验材料】清渠护秧", "——药山镇的探索", "已清渠3公里。")
    assert (read.title, read.category) == ("清渠护秧——药山镇的探索", Category.EXPERIENCE)


def test_the_text_outranks_the_file_name(read_lines: Read) -> None:
    read = read_lines("药山镇：清渠护秧", "已清渠3公里。", name="03_白衣镇_动态信息.txt")
    assert (read.unit, read.notes) == ("YS", ("unit_differs_from_file_name",))


def test_the_file_name_tells_the_unit_where_the_text_does_not(read_lines: Read) -> None:
    read = read_lines("清渠护秧", "已清渠3公里。", name="襄阳街街道简讯.txt")
    assert (read.unit, read.form, read.notes) == ("XYJ", Form.BRIEF, ("unit_from_file_name",))


def test_a_unit_nobody_names_stays_open(read_lines: Read) -> None:
    read = read_lines("清渠护秧", "已清渠3公里。")
    assert read.unit is None
    assert read.as_draft().units == ()


def test_a_visit_for_research_is_news(read_lines: Read) -> None:
    assert read_lines("市领导到药山镇调研", "6月3日，市领导到药山镇调研。").category is Category.NEWS


def test_a_text_without_a_title_takes_the_file_name(read_lines: Read) -> None:
    read = read_lines("已清渠3公里，" * 60, name="清渠护秧.txt")
    assert (read.title, read.notes) == ("清渠护秧", ("title_from_file_name",))


def test_a_long_investigation_is_seen_without_its_name(read_lines: Read) -> None:
    read = read_lines(
        "村级产业怎么走", "6月，调研组走访12村。", "一、现状", "二、问题", "三、对策", "多种树。"
    )
    assert read.category is Category.RESEARCH


def test_an_essay_urges_and_tells_no_day(read_lines: Read) -> None:
    assert read_lines("干部要多走多看", "走进田间地头。").category is Category.ESSAY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_reads_the_same(tmp_path: Path, names: UnitNames, encoding: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("药山镇：䶮㛃𬭎\r\n已清渠3公里。", encoding=encoding)
    read = read_draft(path, names, TODAY)
    assert (read.title, read.body, read.notes) == ("药山镇：䶮㛃𬭎", "已清渠3公里。", ())


@pytest.mark.parametrize("dirt", ["\x07", "\u202e", "\ud800"])
def test_characters_that_do_harm_are_cleaned_with_a_note(tmp_path: Path, names: UnitNames, dirt: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(f"药山镇：清{dirt}渠护秧\n已清渠{dirt}3公里。".encode("utf-8", "surrogatepass"))
    read = read_draft(path, names, TODAY)
    assert (read.title, read.body, read.notes) == ("药山镇：清渠护秧", "已清渠3公里。", ("cleaned_text",))


@given(
    content=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))
)
@example(content=b"PK\x03\x04")
def test_any_content_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, names: UnitNames, content: bytes
) -> None:
    for suffix in (".txt", ".docx"):
        path = tmp_path_factory.getbasetemp() / f"稿{suffix}"
        path.write_bytes(content)
        with suppress(DeskError):
            read = read_draft(path, names, TODAY)
            assert read.title
            assert clean_text(read.body) == read.body

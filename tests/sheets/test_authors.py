"""Bylines as registers really have them."""

import pytest

from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.sheets.authors import Byline, read_byline


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("周试一、李试二", ["周试一", "李试二"]),
        ("周试一 李试二", ["周试一", "李试二"]),
        ("李试二\u3000王测三", ["李试二", "王测三"]),
        ("吴设九;郑例十", ["吴设九", "郑例十"]),
        ("郑例十，陈例五", ["郑例十", "陈例五"]),
        ("周试一/李试二\n王测三", ["周试一", "李试二", "王测三"]),
        ("李试二和王测三", ["李试二", "王测三"]),
        ("周和平", ["周和平"]),
        ("和试一", ["和试一"]),
        ("陈\u3000五", ["陈五"]),
        ("陈 五、周试一", ["陈五", "周试一"]),
        ("陈 五 周试一", ["陈五", "周试一"]),
        ("陈  试  五", ["陈试五"]),
        ("周 试一", ["周试一"]),
        ("欧 阳 试 一", ["欧阳试一"]),
        ("陈 五 李 六", ["陈五", "李六"]),
        ("周试一  联系电话：0736-1234567", ["周试一"]),
        ("赵样四(团市委)", ["赵样四"]),
        ("周试一（药山镇） 13800000000", ["周试一"]),
        ("文/周试一 图/李试二", ["周试一", "李试二"]),
        ("周试一、周试一", ["周试一"]),
        ("䶮试一", ["䶮试一"]),
        ("阿试·买测", ["阿试·买测"]),
        ("", []),
        ("1.周试一 2.李试二", ["周试一", "李试二"]),
        ("周试一\\李试二", ["周试一", "李试二"]),
        ("周试一同志", ["周试一"]),
        ("John Smith", ["John Smith"]),
    ],
)
def test_a_byline_is_taken_apart_into_names(written: str, names: list[str]) -> None:
    found = read_byline(written)
    assert [author.name for author in found.authors] == names
    assert found.odd == ()


def test_roles_tell_authors_from_reporters() -> None:
    found = read_byline("通讯员 刘拟六 记者 孙虚七 责任编辑：钱构八")
    assert [(author.name, author.role) for author in found.authors] == [
        ("刘拟六", AuthorRole.AUTHOR),
        ("孙虚七", AuthorRole.REPORTER),
        ("钱构八", AuthorRole.MEDIA_EDITOR),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "周试一60%、李试二40%",
        "周试一 60% 李试二 40%",
        "周试一（60％）；李试二（40％）",
        "作者：周试一60％李试二40％",
    ],
)
def test_shares_stand_behind_the_names(written: str) -> None:
    found = read_byline(written)
    assert [(author.name, author.share) for author in found.authors] == [("周试一", 60), ("李试二", 40)]
    assert (found.odd, found.notes) == ((), ())


@pytest.mark.parametrize("written", ["钱构八等", "钱构八等3人", "钱构八等同志", "钱构八 等"])
def test_and_others_means_that_names_are_missing(written: str) -> None:
    found = read_byline(written)
    assert found.incomplete
    assert [author.name for author in found.authors] == ["钱构八"]


def test_a_single_character_is_never_an_author() -> None:
    assert read_byline("周试一、李").odd == ("李",)


def test_known_names_are_never_taken_apart() -> None:
    assert [a.name for a in read_byline("欧阳和平安、周试一", {"欧阳和平安"}).authors] == [
        "欧阳和平安",
        "周试一",
    ]


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("陈\u3000五", "姓名中的空格已去掉"),
        ("赵样四(团市委)", "括号里的内容未导入"),
        ("周试一13800000000", "号码未导入"),
    ],
)
def test_what_was_put_right_is_noted(written: str, note: str) -> None:
    assert note in read_byline(written).notes


def test_a_unit_that_signs_beside_its_people_is_no_author() -> None:
    found = read_byline("周试一、药山镇党政办", is_unit="药山镇党政办".__eq__)
    assert [author.name for author in found.authors] == ["周试一"]
    assert found.notes == ("药山镇党政办是单位，未作为作者",)


def test_a_mark_that_tells_namesakes_apart_stays_with_its_name() -> None:
    known = frozenset({"周试一", "周试一（党建办）", "周试一（宣传办）"})
    read = read_byline("周试一（党建办）、记者 周试一（宣传办），李试二（团市委）", known)
    assert [author.label for author in read.authors] == ["周试一（党建办）", "周试一（宣传办）", "李试二"]
    assert read.odd == ()


def test_a_page_of_text_names_nobody() -> None:
    text = "周试一、" * 5000
    assert read_byline(text) == Byline(odd=(text,))

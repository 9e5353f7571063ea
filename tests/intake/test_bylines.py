"""Names, roles and units are told apart as §7 says."""

import pytest

from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.people import AuthorRole
from jinshi_desk.intake.bylines import read_byline


@pytest.mark.parametrize(
    ("written", "authors", "units"),
    [
        ("（李试二、王测三）", ["李试二", "王测三"], []),
        ("(李试二 王测三)", ["李试二", "王测三"], []),
        ("团市委　赵样四", ["赵样四"], ["B_TW"]),
        ("（药山镇　李　二）", ["李二"], ["YS"]),
        ("李试二和王测三", ["李试二", "王测三"], []),
        ("（李和平、王测三）", ["李和平", "王测三"], []),
        ("药山镇党委书记 李试二", ["李试二"], ["YS"]),
        ("药山镇组织委员李试二", ["李试二"], ["YS"]),
        ("（李试二（团市委）、王测三）", ["李试二", "王测三"], ["B_TW"]),
        ("供稿：李试二", ["李试二"], []),
        ("（药山镇党委 供稿）", [], ["YS"]),
        ("作者：李试二，系药山镇组织委员", ["李试二"], ["YS"]),
        ("（作者单位：药山镇党委）", [], ["YS"]),
        ("文/李试二 图/王测三", ["李试二", "王测三"], []),
        ("（欧阳试一、䶮试二）", ["欧阳试一", "䶮试二"], []),
        ("通讯员 艾买提·测试", ["艾买提·测试"], []),
        ("（李试二、𬭎三）", ["李试二", "𬭎三"], []),
    ],
)
def test_a_byline_names_its_people(
    names: UnitNames, written: str, authors: list[str], units: list[str]
) -> None:
    byline = read_byline(written, names)
    assert byline is not None
    assert [author.name for author in byline.authors] == authors
    assert [unit.id for unit in byline.units] == units
    assert not byline.incomplete


def test_a_role_holds_until_the_next(names: UnitNames) -> None:
    byline = read_byline("（通讯员 李试二 王测三 记者 赵样四 责编：吴设九）", names)
    assert byline is not None
    assert [(author.name, author.role) for author in byline.authors] == [
        ("李试二", AuthorRole.AUTHOR),
        ("王测三", AuthorRole.AUTHOR),
        ("赵样四", AuthorRole.REPORTER),
        ("吴设九", AuthorRole.MEDIA_EDITOR),
    ]


def test_deng_marks_more_people_than_are_named(names: UnitNames) -> None:
    byline = read_byline("（李试二等）", names)
    assert byline is not None
    assert byline.incomplete


@pytest.mark.parametrize(
    "written",
    [
        "（未完待续）",
        "（完）",
        "（一）",
        "（图片另附）",
        "前言",
        "一、基本情况",
        "李试二说。",
        "（" + "李试二、" * 40 + "王测三）",
        "",
        "（）",
    ],
)
def test_other_words_are_no_byline(names: UnitNames, written: str) -> None:
    assert read_byline(written, names) is None

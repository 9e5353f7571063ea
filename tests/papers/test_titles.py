"""Titles break where a reader would draw breath."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.papers.titles import LINE_WIDTH, text_width, title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于表扬优秀信息员的通报", ("关于表扬优秀信息员的通报",)),
        (
            "关于2022年6月份全市组工信息宣传工作情况的通报",
            ("关于2022年6月份全市组工信息", "宣传工作情况的通报"),
        ),
        (
            "关于2022年12月份全市组工信息宣传工作情况的通报",
            ("关于2022年12月份全市组工信息", "宣传工作情况的通报"),
        ),
        (
            "中共津市市委组织部关于2022年6月份全市组工信息宣传工作情况的通报",
            ("中共津市市委组织部关于2022年6月份", "全市组工信息宣传工作情况的通报"),
        ),
        (
            "关于2022年第2季度组工信息宣传工作讲评的通报",
            ("关于2022年第2季度组工信息", "宣传工作讲评的通报"),
        ),
    ],
)
def test_titles_of_the_office_break_between_words(title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(title) == lines


@given(st.text(alphabet="关于组工信息的通报2022年6月份，（）《》AZ 津", max_size=300))
def test_no_character_is_lost_and_no_line_is_too_long(title: str) -> None:
    lines = title_lines(title)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(text_width(line) <= LINE_WIDTH for line in lines)


@pytest.mark.parametrize("mark", "，）》的")
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    for before in range(15, 25):
        lines = title_lines("津" * before + mark + "津" * 10)
        assert all(line[0] != mark for line in lines)

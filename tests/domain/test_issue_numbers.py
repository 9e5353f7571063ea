"""How the number of a bulletin is written, and which one comes after the last."""

from datetime import date

import pytest

from jinshi_desk.domain.issuing import Issue, next_number, problems, written_number
from jinshi_desk.domain.months import Month

JUNE = Month(2022, 6)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("津组通〔2022〕6号", "津组通〔2022〕6号"),
        ("津组通[2022]6号", "津组通〔2022〕6号"),
        ("津组通（2022）第06号", "津组通〔2022〕6号"),
        ("津组通【2022】 10 号", "津组通〔2022〕10号"),
        ("  第6期 ", "第6期"),
        ("工作通报06", "工作通报06"),
        ("", ""),
    ],
)
def test_an_official_number_is_written_as_the_standard_has_it_and_any_other_stays(
    typed: str, written: str
) -> None:
    assert written_number(typed) == written
    assert written_number(written) == written


@pytest.mark.parametrize(
    ("last", "on", "following"),
    [
        ("", "2022-07-05", "津组通〔2022〕1号"),
        ("津组通〔2022〕6号", "2022-08-05", "津组通〔2022〕7号"),
        ("津组通〔2022〕9号", "2022-11-05", "津组通〔2022〕10号"),
        ("津组通〔2022〕13号", "2023-01-11", "津组通〔2023〕1号"),
        ("第6期", "2022-08-05", "第7期"),
        ("通报09", "2022-08-05", "通报10"),
        ("无编号", "2022-08-05", "津组通〔2022〕1号"),
    ],
)
def test_the_next_number_follows_the_last_and_begins_anew_with_the_year(
    last: str, on: str, following: str
) -> None:
    assert next_number(last, date.fromisoformat(on)) == following


@pytest.mark.parametrize(
    ("number", "on", "found"),
    [
        ("津组通〔2022〕6号", "2022-07-01", []),
        ("", "2022-07-05", [("issue_number", "missing")]),
        ("长" * 41, "2022-07-05", [("issue_number", "too_long")]),
        ("1号", "2022-07-07", [("issued_on", "future")]),
        ("1号", "2022-06-30", [("issued_on", "before_month_ends")]),
    ],
)
def test_a_bulletin_goes_out_after_its_month_and_not_after_today(
    number: str, on: str, found: list[tuple[str, str]]
) -> None:
    issue = Issue(JUNE, number, date.fromisoformat(on))
    assert [(each.field, each.reason) for each in problems(issue, date(2022, 7, 6))] == found

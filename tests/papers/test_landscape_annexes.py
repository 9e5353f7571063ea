"""Annexes of several tables: wherever one begins, the pages are numbered from the first to the last."""

from dataclasses import replace

import pytest

from jinshi_desk.domain.notices import Annex
from jinshi_desk.domain.tables import Column, Table
from jinshi_desk.papers.notices import value
from jinshi_desk.papers.typesetting import Press
from tests.papers.bulletins import a_notice
from tests.papers.measuring import Page, read_pages

COLUMNS = (Column(20, "序号"), Column(100, "单位", left=True))


def table(caption: str, rows: int) -> Table:
    return Table(caption, COLUMNS, tuple((place, f"{caption}{place}") for place in range(1, rows + 1)))


def set_pages(press: Press, first: int, second: int) -> list[Page]:
    notice = replace(
        a_notice(points_tables=(), pieces=()),
        annexes=(Annex("积分表", (table("镇街", first), table("市直", second))),),
    )
    return read_pages(press.pdf("bulletin", value(notice)))


@pytest.mark.parametrize("first", [2, 8, 9, 10, 11, 12, 13])
def test_pages_are_numbered_through_wherever_the_second_table_begins(first: int, press: Press) -> None:
    pages = set_pages(press, first, 40)
    for number, page in enumerate(pages, start=1):
        assert f"—{number}—" in page.squeezed, number


def test_a_long_table_does_not_begin_with_a_line_or_two_at_the_foot_of_a_page(press: Press) -> None:
    for first in range(8, 13):
        pages = set_pages(press, first, 40)
        begins = next(page for page in pages if "市直1" in page.squeezed)
        assert "市直4" in begins.squeezed, first

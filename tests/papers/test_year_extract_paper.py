"""The year's extracts on paper: signed on the right, the signature never alone on a page."""

from datetime import date

import pytest

from jinshi_desk.domain.tables import Column, Table
from jinshi_desk.domain.year_extracts import ExtractPaper
from jinshi_desk.papers import year_extracts
from jinshi_desk.papers.typesetting import Press
from tests.papers.measuring import Page, read_pages

COLUMNS = (Column(24, "序号"), Column(200, "单位", left=True))


def printed(press: Press, *sizes: int) -> list[Page]:
    tables = tuple(
        Table(f"表{each}", COLUMNS, tuple((place, f"单位{each}之{place}") for place in range(1, rows + 1)))
        for each, rows in enumerate(sizes, 1)
    )
    paper = ExtractPaper(
        2022, "2022年绩效考核折算表", "各月积分之和。", tables, "市委组织部", date(2023, 1, 10)
    )
    return read_pages(press.pdf(year_extracts.TEMPLATE, year_extracts.value(paper)))


@pytest.mark.parametrize("rows", [10, 13, 16, 17, 18, 19, 20])
def test_the_signature_takes_the_last_row_with_it_to_the_page_it_is_on(rows: int, press: Press) -> None:
    last = printed(press, 4, rows)[-1]
    assert f"单位2之{rows}" in last.squeezed
    assert last.squeezed.count("市委组织部2023年1月10日") == 1


def test_the_signature_stands_on_the_right(press: Press) -> None:
    (page,) = printed(press, 4)
    signer = next(line for line in page.lines if "".join(g.character for g in line).startswith("市委组织部"))
    assert signer[0].left > page.width / 2

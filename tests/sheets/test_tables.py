"""Several tables on one sheet: none of their rows is lost, each is read by its own header."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.registers import Action, FileReading
from jinshi_desk.sheets.grids import Area, Grid, Value
from jinshi_desk.sheets.tables import tables

Read = Callable[..., FileReading]
FIRST = ("序号", "单位", "标题", "类别", "作者", "报送日期")
ANOTHER = ("序号", "供稿单位", "题目", "撰稿人", "上报时间", "类型")


def grid(*rows: Sequence[Value | None], merged: tuple[Area, ...] = ()) -> Grid:
    cells = {
        number: {column: value for column, value in enumerate(row, 1) if value is not None}
        for number, row in enumerate(rows, 1)
        if any(value is not None for value in row)
    }
    return Grid("6月", cells, merged=merged)


def kept(*rows: Sequence[Value | None], merged: tuple[Area, ...] = ()) -> list[tuple[str, list[int]]]:
    return [(part.name, list(part.rows)) for part in tables(grid(*rows, merged=merged))]


@pytest.fixture
def read_rows(read: Read, tmp_path: Path) -> Callable[..., FileReading]:
    def read_rows(*rows: tuple[Any, ...], **given: object) -> FileReading:
        book = Workbook()
        assert book.active is not None
        book.active.title = "6月"
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "2022年6月.xlsx")
        return read(tmp_path / "2022年6月.xlsx", **given)

    return read_rows


def test_a_second_table_with_other_columns_is_read_by_its_own_header(
    read_rows: Callable[..., FileReading],
) -> None:
    reading = read_rows(
        ("镇街报送登记",),
        FIRST,
        (1, "药山镇", "一篇", "动态", "周试一", "6月8日"),
        ("合计", "1条"),
        (),
        ("市直单位报送登记",),
        ANOTHER,
        (1, "市财政局", "两篇", "李试二", "6月9日", "调研"),
        ("合计", "2条"),
    )
    assert [(sheet.name, sheet.header_row) for sheet in reading.sheets] == [("6月", 2), ("6月 表2", 7)]
    drafts = [row.proposal for row in reading.rows if row.action is Action.IMPORT]
    assert [(draft.units, draft.author_names) for draft in drafts if draft] == [
        (("YS",), ["周试一"]),
        (("B_CZJ",), ["李试二"]),
    ]
    assert [row.notes for row in reading.rows if row.reason == "total"] == [
        ("表上写1条，读到1条",),
        ("表上写2条，读到1条，差1条",),
    ]


def test_tables_of_several_units_each_take_the_unit_of_their_title(
    read_rows: Callable[..., FileReading],
) -> None:
    heads = ("标题", "类别", "作者", "报送日期")
    reading = read_rows(
        ("药山镇2022年6月信息",),
        heads,
        ("一篇", "动态", "周试一", "6月8日"),
        ("新洲镇2022年6月信息",),
        heads,
        ("两篇", "动态", "李试二", "6月9日"),
    )
    assert [str(row.flags[-1]) for row in reading.rows] == [
        "unit_from_title(药山镇)",
        "unit_from_title(新洲镇)",
    ]


def test_tables_of_two_years_each_take_the_year_of_their_title(read_rows: Callable[..., FileReading]) -> None:
    reading = read_rows(
        ("2021年12月",),
        FIRST,
        (1, "药山镇", "一篇", "动态", "周试一", "12月8日"),
        ("2022年1月",),
        FIRST,
        (1, "药山镇", "两篇", "动态", "周试一", "1月9日"),
    )
    days = [str(row.proposal.received_on) for row in reading.rows if row.proposal]
    assert days == ["2021-12-08", "2022-01-09"]


def test_a_header_said_again_is_no_other_table() -> None:
    row = (1, "药山镇", "一篇", "动态", "周试一", "6.8")
    assert kept(("登记",), FIRST, row, FIRST, row) == [("6月", [1, 2, 3, 4, 5])]
    assert kept(("登记",), FIRST, row, ("二、市直单位",), FIRST, row) == [("6月", [1, 2, 3, 4, 5, 6])]


def test_what_closes_a_table_stays_with_it() -> None:
    row = (1, "药山镇", "一篇", "动态", "周试一", "6.8")
    tables_found = kept(("登记",), FIRST, row, ("填表人：周试一",), ("市直单位",), ANOTHER, row)
    assert tables_found == [("6月", [1, 2, 3, 4]), ("6月 表2", [5, 6, 7])]


def test_two_tables_beside_each_other_are_both_read(read_rows: Callable[..., FileReading]) -> None:
    reading = read_rows(
        ("2022年6月登记",),
        (*FIRST, None, *FIRST),
        (
            1,
            "药山镇",
            "一篇",
            "动态",
            "周试一",
            "6月8日",
            None,
            3,
            "市财政局",
            "三篇",
            "调研",
            "王试三",
            "6月9日",
        ),
        (2, "新洲镇", "两篇", "动态", "李试二", "6月8日"),
    )
    assert [(row.sheet, row.row, row.proposal.units) for row in reading.rows if row.proposal] == [
        ("6月", 3, ("YS",)),
        ("6月", 4, ("XZ",)),
        ("6月 表2", 3, ("B_CZJ",)),
    ]
    assert reading.counts.imported == 3


def test_months_beside_each_other_share_the_unit() -> None:
    parts = tables(
        grid(
            ("单位", "1月", None, "2月", None),
            (None, "标题", "报送日期", "标题", "报送日期"),
            ("药山镇", "一篇", "1.8", "两篇", "2.8"),
            ("新洲镇", "三篇", "1.9", None, None),
            merged=(Area(1, 1, 2, 1), Area(1, 2, 1, 3), Area(1, 4, 1, 5)),
        )
    )
    assert [dict(part.rows[3]) for part in parts] == [
        {1: "药山镇", 2: "一篇", 3: "1.8"},
        {1: "药山镇", 4: "两篇", 5: "2.8"},
    ]
    assert [list(part.rows) for part in parts] == [[1, 2, 3, 4], [1, 2, 3]]


def test_a_heading_that_comes_twice_makes_no_table() -> None:
    heads = ("单位", "标题", "报送日期", "备注", "采用媒体", "采用日期", "备注")
    assert kept(heads, ("药山镇", "一篇", "6.8", "甲", "红网", "6.9", "乙")) == [("6月", [1, 2])]


def test_headings_without_end_are_looked_at_only_so_far() -> None:
    rows = [FIRST if number % 2 else ANOTHER for number in range(5000)]
    assert len(tables(grid(*rows))) <= 201
    wide = [FIRST * 2000]
    assert sum(len(part.rows) for part in tables(grid(*wide))) <= 201

"""Where a register's header is, what its columns mean, and which months it speaks of."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.registers import FileReading
from jinshi_desk.sheets.grids import Area, Grid, Value
from jinshi_desk.sheets.headers import Header, find_header
from jinshi_desk.sheets.periods import period_in

Read = Callable[..., FileReading]
Sheet = Callable[..., Path]


def _grid(*rows: list[Value | None], merged: tuple[Area, ...] = ()) -> Grid:
    cells = {
        number: {column: value for column, value in enumerate(row, 1) if value is not None}
        for number, row in enumerate(rows, 1)
    }
    return Grid("6月", cells, merged=merged)


def _header(grid: Grid, **by_hand: str) -> Header:
    header = find_header(grid, by_hand)
    assert header is not None
    return header


def test_a_header_may_stand_below_titles() -> None:
    header = _header(_grid(["登记表"], ["截止6月30日"], [None], ["单位", "标 题", "作者：", "*报送时间"]))
    assert (header.row, header.columns) == (4, {"unit": 1, "title": 2, "author": 3, "received_on": 4})


def test_two_levels_are_joined() -> None:
    grid = _grid(
        ["单位", "报送情况", None, "采用情况", None],
        [None, "标题", "时间", "媒体", "时间"],
        merged=(Area(1, 1, 2, 1), Area(1, 2, 1, 3), Area(1, 4, 1, 5)),
    )
    header = _header(grid)
    assert header.headings[2] == "报送情况/标题"
    assert header.columns == {"unit": 1, "title": 2, "received_on": 3, "outlet": 4, "adopted_on": 5}
    assert (header.first_row, header.row) == (1, 2)


def test_a_bare_date_column_means_what_is_still_open() -> None:
    assert _header(_grid(["单位", "标题", "日期"])).columns["received_on"] == 3
    assert _header(_grid(["单位", "标题", "媒体", "日期"])).columns["adopted_on"] == 4
    assert _header(_grid(["单位", "标题", "媒体", "采用时间", "日期"])).columns["received_on"] == 5


def test_a_correspondent_is_the_author_only_where_no_other_is_named() -> None:
    assert _header(_grid(["单位", "标题", "信息员"])).columns["author"] == 3
    assert _header(_grid(["单位", "标题", "信息员", "作者"])).columns["author"] == 4


def test_a_unit_of_measure_in_a_heading_is_no_matter() -> None:
    assert _header(_grid(["单位", "标题", "字数（字）"])).columns["word_count"] == 3


def test_an_adoption_ledger_is_told_from_a_register() -> None:
    assert _header(_grid(["标题", "单位", "作者", "媒体", "日期"])).ledger.id == "adoptions"
    assert _header(_grid(["标题", "单位", "作者", "媒体", "报送日期"])).ledger.id == "drafts"


def test_two_known_headings_are_no_header() -> None:
    assert find_header(_grid(["单位", "标题"], ["药山镇", "一篇"]), {}) is None


def test_a_header_below_the_fifteenth_row_is_not_sought() -> None:
    assert find_header(Grid("6月", {16: {1: "单位", 2: "标题", 3: "作者"}}), {}) is None


def test_a_heading_may_be_given_its_meaning_by_hand() -> None:
    grid = _grid(["单位", "标题", "谁写的", "备注"])
    assert _header(grid, 谁写的="author").columns["author"] == 3
    assert "note" not in _header(grid, 谁写的="author", 备注="").columns


def test_a_mapping_by_hand_reaches_the_reading(read: Read, sheet: Sheet) -> None:
    path = sheet(
        ["药山镇", "一篇", "动态", "周试一", date(2022, 6, 8)],
        headings=("单位", "标题", "类别", "谁写的", "哪天交的"),
    )
    reading = read(path, headings={"谁写的": "author", "哪天交的": "received_on"})
    assert reading.counts.imported == 1
    assert reading.sheets[0].columns["author"] == 4


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (["津市市2022年6月份登记表"], "2022-06", "2022-06"),
        (["市直单位6月报送情况（2022年）"], "2022-06", "2022-06"),
        (["统计截止时间：2022.6.30"], "2022-06", "2022-06"),
        (["台账", "5月", "messy_202206.xlsx"], "2022-05", "2022-05"),
        (["2022年台账", "7月"], "2022-07", "2022-07"),
        (["2022年1-6月台账"], "2022-01", "2022-06"),
        (["2022年台账"], "2022-01", "2022-12"),
        (["２０２２年６月"], "2022-06", "2022-06"),
        (["登记_20220630.xlsx"], "2022-06", "2022-06"),
    ],
)
def test_a_period_is_read_from_titles_and_names(texts: list[str], first: str, last: str) -> None:
    period = period_in(texts)
    assert period is not None
    assert (str(period.first), str(period.last)) == (first, last)


@pytest.mark.parametrize("texts", [[], ["登记表"], ["6月"], ["2022年13月"], ["请于7月5日前报送"]])
def test_a_period_is_not_guessed(texts: list[str]) -> None:
    assert period_in(texts) is None


def test_without_a_title_the_days_tell_the_month(read: Read, sheet: Sheet) -> None:
    def rename(page: Any) -> None:
        page.title = "登记"

    reading = read(sheet({}, {}, {"报送日期": "2022-05-31"}, {"报送日期": "6/17"}, title="", change=rename))
    assert reading.period == Month(2022, 6)
    last = reading.rows[3].proposal
    assert last is not None
    assert last.received_on == date(2022, 6, 17)


def test_without_any_year_a_short_day_is_asked(read: Read, sheet: Sheet) -> None:
    def rename(page: Any) -> None:
        page.title = "登记"

    reading = read(sheet({"报送日期": "6月9日"}, title="", change=rename))
    assert reading.period is None
    assert str(reading.rows[0].flags[0]) == "date_without_year(6月9日)"

"""The sheet 趋势: typed figures, and charts that are drawn from them and nothing else."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jinshi_desk.domain.trends import Measure, Trends, Whose
from jinshi_desk.domain.units import Group
from jinshi_desk.sheets.trends import write
from tests.office import Office

BLOCKS = ["全部单位", "镇（街道）", "市直单位", "部机关组室"]


@pytest.fixture
def trends(office: Office) -> Trends:
    """June of two years, and a July that is still open."""
    office.day = date(2022, 7, 20)
    for received in ("2021-06-10", "2022-06-10", "2022-06-11", "2022-07-10"):
        office.adopt(office.log(unit="药山镇", received=received), on=received)
    office.log(unit="团市委", received="2022-06-12", approval_on_file=False)
    return office.trends.trends(2022)


@pytest.fixture
def file(trends: Trends, tmp_path: Path) -> Path:
    path = tmp_path / "趋势.xlsx"
    write(trends, path)
    return path


def figures(sheet: Worksheet) -> dict[tuple[str, str], dict[str, object]]:
    """Every row beneath the charts by whose it is and its month."""
    rows = [row for row in sheet.values if row[0]]
    heads = [str(head) for head in rows[0]]
    return {(str(row[0]), str(row[1])): dict(zip(heads, row, strict=True)) for row in rows[1:]}


def test_the_figures_are_those_of_the_page(trends: Trends, file: Path) -> None:
    (sheet,) = load_workbook(file).worksheets
    found = figures(sheet)
    assert list(found) == [(who, f"{month}月") for who in BLOCKS for month in range(1, 13)]
    june = trends.now[5]
    assert june is not None
    for who, whose in zip(BLOCKS, (Whose(), *map(Whose, Group)), strict=True):
        amounts, cells = june.of(whose), found[who, "6月"]
        assert amounts is not None
        assert (cells["报送·2022年"], cells["有效·2022年"]) == (amounts.received, amounts.valid)
        assert cells["采用·2022年"] == amounts.adopted
        rate = amounts.of(Measure.RATE)
        assert cells["采用率·2022年"] == (None if rate is None else rate / 1000)
        assert cells["积分·2022年"] == amounts.cents / 100
    assert found["全部单位", "6月"]["报送·2022年"] == 3
    assert found["全部单位", "6月"]["有效·2022年"] == 2
    assert found["全部单位", "6月"]["有效·2021年"] == 1
    assert found["全部单位", "7月"]["账"] == "未关账"
    assert found["全部单位", "8月"]["报送·2022年"] is None


def test_every_chart_is_drawn_from_months_of_the_sheet(file: Path) -> None:
    (sheet,) = load_workbook(file).worksheets
    with zipfile.ZipFile(file) as package:
        charts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]
    assert len(charts) == 6
    for chart in charts:
        ranges = re.findall(r"<(?:c:)?f>'趋势'!\$(\w)\$(\d+):\$\w\$(\d+)</", chart)
        assert ranges
        for column, first, last in ranges:
            assert int(last) - int(first) == 11
            values = [sheet[f"{column}{row}"].value for row in range(int(first), int(last) + 1)]
            assert any(value is not None for value in values), (column, first)


def test_last_year_is_dashed_with_rings_and_left_out_where_there_was_none(
    office: Office, file: Path, tmp_path: Path
) -> None:
    def dashes(path: Path) -> int:
        with zipfile.ZipFile(path) as package:
            names = [name for name in package.namelist() if "charts/chart" in name]
            return sum(
                "dash" in (chart := package.read(name).decode()) and "circle" in chart for name in names
            )

    assert dashes(file) == 5
    alone = tmp_path / "去年没有.xlsx"
    write(office.trends.trends(2021), alone)
    assert dashes(alone) == 0

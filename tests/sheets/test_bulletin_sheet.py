"""The bulletin's workbook: numbers are numbers, days are days, text is text."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.errors import CannotWrite
from jinshi_desk.sheets import notices as workbook
from tests.papers.bulletins import a_bulletin, a_notice, notice_of


def sheets_of(bulletin: Bulletin, folder: Path) -> dict[str, Worksheet]:
    path = folder / "六月.xlsx"
    workbook.write(notice_of(bulletin), path)
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(path).worksheets}


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Worksheet]:
    return sheets_of(a_bulletin(), tmp_path_factory.mktemp("sheet"))


def test_there_is_a_sheet_for_the_figures_each_group_and_the_pieces(june: dict[str, Worksheet]) -> None:
    names = ["数据", "积分·镇（街道）", "积分·市直单位", "积分·部机关组室", "采用目录", "正文"]
    assert list(june) == names


def test_points_are_numbers_and_days_are_days(june: dict[str, Worksheet]) -> None:
    piece = june["采用目录"]
    assert [piece.cell(5, 1).value, piece.cell(5, 9).value] == [4, 2.5]
    assert piece.cell(5, 8).value == datetime(2022, 6, 5)  # noqa: DTZ001  # a day has no zone
    assert piece.cell(5, 8).number_format == "yyyy-mm-dd"
    points = june["积分·镇（街道）"]
    assert points["N6"].value == -1.5
    assert points["Q10"].value is None


def test_the_rate_is_a_percentage(june: dict[str, Worksheet]) -> None:
    rate = next(row[1] for row in june["数据"].iter_rows() if row[0].value == "完成率")
    assert rate.number_format == "0.0%"
    assert isinstance(rate.value, float)


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_text_never_starts_a_formula(title: str, tmp_path: Path) -> None:
    pieces = (replace(a_bulletin().pieces[0], title=title),)
    cell = sheets_of(a_bulletin(pieces=pieces), tmp_path)["采用目录"]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (title, "s", True)


def test_what_no_cell_can_hold_is_left_out(tmp_path: Path) -> None:
    pieces = (replace(a_bulletin().pieces[0], title="甲\x00乙\x0b\ud800\ufffe" + "长" * 40_000),)
    value = sheets_of(a_bulletin(pieces=pieces), tmp_path)["采用目录"]["B2"].value
    assert isinstance(value, str)
    assert value.startswith("甲乙长")
    assert len(value) == 32_767


def test_a_group_may_have_any_name(tmp_path: Path) -> None:
    tables = (replace(a_bulletin().points_tables[0], group="镇[/街道]:" + "长" * 40),)
    assert any(
        name.startswith("积分·镇街道长") for name in sheets_of(a_bulletin(points_tables=tables), tmp_path)
    )


def test_every_sheet_prints_on_a4_across_with_its_head(june: dict[str, Worksheet]) -> None:
    for sheet in june.values():
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
            9,
            1,
            0,
        )
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.freeze_panes == "A2"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        workbook.write(a_notice(), tmp_path / "无" / "六月.xlsx")

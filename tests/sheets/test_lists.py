"""A list goes out as a sheet a person can work with, and reads back as it was."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from jinshi_desk.domain.drafts import clean_text
from jinshi_desk.domain.errors import CannotWrite
from jinshi_desk.domain.months import Month
from jinshi_desk.sheets.columns import Cell, Column, ColumnKind
from jinshi_desk.sheets.exports import EXPORTS
from jinshi_desk.sheets.lists import BANNER, Listing, write_list, write_lists

COLUMNS = (
    Column("编号", ColumnKind.TEXT, 11),
    Column("字数", ColumnKind.WHOLE, 8),
    Column("分值", ColumnKind.POINTS, 8),
    Column("报送日期", ColumnKind.DATE, 12),
    Column("月份", ColumnKind.MONTH, 10),
)
ROW: tuple[Cell, ...] = ("007", 950, 7.5, date(2022, 6, 3), Month(2022, 6))


def sheet_of(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def texts_through_a_sheet(folder: Path, texts: list[str]) -> list[object]:
    path = folder / "文字.xlsx"
    write_list("文字", [Column("标题")], [(text,) for text in texts], path)
    return [row[0] for row in sheet_of(path).iter_rows(min_row=2, max_row=len(texts) + 1, values_only=True)]


def test_cells_keep_their_types(tmp_path: Path) -> None:
    write_list("报送登记", COLUMNS, [ROW], tmp_path / "单.xlsx")
    sheet = sheet_of(tmp_path / "单.xlsx")
    assert [cell.value for cell in sheet[1]] == ["编号", "字数", "分值", "报送日期", "月份"]
    assert [cell.value for cell in sheet[2]] == ["007", 950, 7.5, datetime(2022, 6, 3), "2022-06"]  # noqa: DTZ001
    assert [cell.number_format for cell in sheet[2]] == ["@", "0", "0.##", "yyyy-mm-dd", "@"]


@pytest.mark.parametrize(("points", "shown"), [(5, "0"), (-2.0, "0"), (0.34, "0.##")])
def test_whole_points_are_shown_without_a_bare_point(tmp_path: Path, points: Cell, shown: str) -> None:
    rows = [("1", 1, value, None, None) for value in (0.5, points)]
    write_list("积分", COLUMNS, rows, tmp_path / "单.xlsx")
    cell = sheet_of(tmp_path / "单.xlsx")["C3"]
    assert (cell.value, cell.number_format) == (points, shown)


def test_what_is_typed_into_an_empty_cell_looks_like_its_column(tmp_path: Path) -> None:
    write_list("积分", COLUMNS, [("", None, None, None, None)], tmp_path / "单.xlsx")
    sheet = sheet_of(tmp_path / "单.xlsx")
    assert [cell.value for row in sheet.iter_rows(min_row=2) for cell in row] == []
    looks = [sheet.column_dimensions[letter].number_format for letter in "ABCDE"]
    assert looks == ["@", "0", "General", "yyyy-mm-dd", "@"]


@pytest.mark.parametrize(
    "text", ["=1+1", "=HYPERLINK(1)", "+8613", "-1", "@SUM(A1)", "\t=1", "#N/A", "0012", "1.0", " 甲 "]
)
def test_text_never_becomes_a_formula_a_number_or_an_error(tmp_path: Path, text: str) -> None:
    assert texts_through_a_sheet(tmp_path, [text]) == [text]
    cell = sheet_of(tmp_path / "文字.xlsx")["A2"]
    assert cell.data_type == "s"
    with ZipFile(tmp_path / "文字.xlsx") as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@given(texts=st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=5))
def test_any_text_reads_back_as_it_was_cleaned(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    assert texts_through_a_sheet(folder, texts) == [clean_text(text) or None for text in texts]


def test_rare_characters_survive(tmp_path: Path) -> None:
    assert texts_through_a_sheet(tmp_path, ["䶮㛃𬭎"]) == ["䶮㛃𬭎"]


def test_the_page_repeats_its_headings_and_fits_its_width(tmp_path: Path) -> None:
    write_list("报送登记", COLUMNS, [ROW, ROW], tmp_path / "单.xlsx")
    sheet = sheet_of(tmp_path / "单.xlsx")
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E3")
    assert sheet.column_dimensions["A"].width == 11


def test_banner_and_footer_stand_outside_the_cells(tmp_path: Path) -> None:
    write_list("报送登记", COLUMNS, [ROW], tmp_path / "单.xlsx", footer="导出人：甲&乙　2022-07-01")
    sheet = sheet_of(tmp_path / "单.xlsx")
    assert sheet.max_row == 2
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.left.text == f"{BANNER}\n导出人：甲&&乙　2022-07-01"
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "报送登记"


def test_several_lists_share_a_workbook(tmp_path: Path) -> None:
    titles = ["报送登记", "报送登记", "采用/台账", "长" * 40]
    write_lists([Listing(title, COLUMNS, [ROW]) for title in titles], tmp_path / "单.xlsx")
    names = openpyxl.load_workbook(tmp_path / "单.xlsx").sheetnames
    assert names == ["报送登记", "报送登记2", "采用 台账", "长" * 28]


def test_an_empty_list_has_its_headings(tmp_path: Path) -> None:
    write_list("报送登记", COLUMNS, [], tmp_path / "单.xlsx")
    assert sheet_of(tmp_path / "单.xlsx").auto_filter.ref == "A1:E1"


def test_work_that_is_stopped_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "单.xlsx"
    path.write_bytes(b"old")
    heard: list[int] = []

    def stop(done: int) -> None:
        heard.append(done)
        if done >= 400:
            raise InterruptedError

    def forever() -> Iterator[tuple[Cell, ...]]:
        while True:
            yield ROW

    with pytest.raises(CannotWrite):  # InterruptedError is an OSError
        write_list("报送登记", COLUMNS, forever(), path, progress=stop)
    assert heard == [200, 400]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_ends_with_all_rows(tmp_path: Path) -> None:
    heard: list[int] = []
    write_list("报送登记", COLUMNS, [ROW] * 3, tmp_path / "单.xlsx", progress=heard.append)
    assert heard == [3]


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    path = tmp_path / "无" / "单.xlsx"
    with pytest.raises(CannotWrite) as refused:
        write_list("报送登记", COLUMNS, [ROW], path)
    assert refused.value.args[0] == str(path)


@pytest.mark.parametrize("kind", EXPORTS)
def test_no_export_has_two_columns_of_one_name(kind: str) -> None:
    headers = [column.header for column in EXPORTS[kind].columns]
    assert len(headers) == len(set(headers))

"""Files that are not what they say: one clear refusal each, in bounded time."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as OpenpyxlWorkbook

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import (
    CannotRead,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    NoHeader,
    NotAWorkbook,
    OversizedFile,
)
from jinshi_desk.domain.registers import Action, FileReading
from jinshi_desk.services.progress import Cancelled
from jinshi_desk.sheets import grids, xls, xlsx
from jinshi_desk.sheets.cell_readers import Names
from jinshi_desk.sheets.reading import Choices, read_file
from tests.sheets.packages import rewrite

Read = Callable[..., FileReading]
Sheet = Callable[..., Path]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET = "xl/worksheets/sheet1.xml"


def _write(folder: Path, content: bytes, name: str = "六月.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n1 0 obj",
        b"{\\rtf1\\ansi}",
        "<html><table><tr><td>单位</td></tr></table></html>".encode(),
        b'<?xml version="1.0"?><Workbook/>',
        b"\xff\xff\xff\xff not text",
        _OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
    ],
    ids=["png", "pdf", "rtf", "html", "xml", "binary", "doc"],
)
def test_what_is_no_workbook_is_refused_whatever_its_name(read: Read, tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        read(_write(tmp_path, content))


def test_a_package_of_something_else_is_no_workbook(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "六月.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    with pytest.raises(NotAWorkbook):
        read(path)


def test_a_workbook_is_known_whatever_its_name(
    read: Read, sheet: Sheet, samples: Path, tmp_path: Path
) -> None:
    assert read(_write(tmp_path, sheet({}).read_bytes(), "六月.xls")).counts.read == 1
    old = (samples / "unit_yaoshan_202206.xls").read_bytes()
    assert read(_write(tmp_path, old, "六月.xlsx")).counts.read == 4
    assert read(_write(tmp_path, old, "六月.et")).counts.read == 4


def test_a_password_is_said_to_be_one(read: Read, tmp_path: Path) -> None:
    with pytest.raises(EncryptedFile):
        read(_write(tmp_path, _OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")))


@pytest.mark.parametrize("kept", [0.9, 0.5, 0.1])
def test_a_truncated_file_is_damaged(read: Read, samples: Path, tmp_path: Path, kept: float) -> None:
    for name in ("messy_202206.xlsx", "unit_yaoshan_202206.xls"):
        content = (samples / name).read_bytes()
        with pytest.raises((DamagedFile, NotAWorkbook)):
            read(_write(tmp_path, content[: int(len(content) * kept)]))


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\0" * 4096], ids=["zero", "blank", "zeros"])
def test_an_empty_file_says_so(read: Read, tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EmptyFile):
        read(_write(tmp_path, content))


def test_a_workbook_without_a_cell_is_empty(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "六月.xlsx"
    OpenpyxlWorkbook().save(path)
    with pytest.raises(EmptyFile):
        read(path)


def test_a_missing_file_cannot_be_read(read: Read, tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read(tmp_path / "没有.xlsx")


def test_a_sheet_without_a_header_says_so(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "六月.xlsx"
    book = OpenpyxlWorkbook()
    page = book.active
    assert page is not None
    page.append(["药山镇", "一篇", "周试一"])
    book.save(path)
    with pytest.raises(NoHeader):
        read(path)


def test_a_zip_bomb_is_not_unpacked(read: Read, sheet: Sheet) -> None:
    path = sheet({})
    rewrite(
        path, _SHEET, lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b" " * (xlsx.XML_LIMIT + 1))
    )
    assert path.stat().st_size < 1_000_000
    with pytest.raises(OversizedFile):
        read(path)


def test_entities_are_not_expanded(read: Read, sheet: Sheet) -> None:
    path = sheet({})
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    rewrite(path, _SHEET, lambda xml: bomb + xml)
    with pytest.raises(DamagedFile):
        read(path)


def test_broken_xml_is_damage(read: Read, sheet: Sheet) -> None:
    path = sheet({})
    rewrite(path, _SHEET, lambda xml: xml.replace(b"</sheetData>", b""))
    with pytest.raises(DamagedFile):
        read(path)


def test_a_text_that_is_not_there_is_damage(read: Read, sheet: Sheet) -> None:
    path = sheet({})
    rewrite(
        path,
        _SHEET,
        lambda xml: xml.replace(b"</sheetData>", b'<row><c t="s"><v>9</v></c></row></sheetData>'),
    )
    with pytest.raises(DamagedFile):
        read(path)


def test_a_million_declared_rows_cost_nothing(read: Read, sheet: Sheet) -> None:
    path = sheet({})
    rewrite(path, _SHEET, lambda xml: xml.replace(b'ref="A1:J3"', b'ref="A1:XFD1048576"'))
    assert read(path).counts.read == 1


def test_empty_rows_to_the_bottom_are_not_read(read: Read, sheet: Sheet) -> None:
    path = sheet({})
    empty = b"".join(b'<row r="%d" ht="14"/>' % number for number in range(4, 200_000))
    rewrite(path, _SHEET, lambda xml: xml.replace(b"</sheetData>", empty + b"</sheetData>"))
    assert read(path).counts.read == 1


def test_more_cells_than_any_register_has_are_refused(
    read: Read, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grids, "CELL_LIMIT", 20)
    with pytest.raises(OversizedFile):
        read(sheet({}, {}, {}))


def test_more_text_than_any_register_has_is_refused(
    read: Read, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grids, "TEXT_LIMIT", 100)
    with pytest.raises(OversizedFile):
        read(sheet({}, {}, {}))


def test_empty_cells_without_end_are_refused(
    read: Read, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "_ELEMENT_LIMIT", 1000)
    path = sheet({})
    rewrite(
        path,
        _SHEET,
        lambda xml: xml.replace(b"</sheetData>", b"<row>" + b"<c/>" * 2000 + b"</row></sheetData>"),
    )
    with pytest.raises(OversizedFile):
        read(path)


def test_an_old_workbook_may_not_be_huge(read: Read, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls, "XLS_LIMIT", 100)
    with pytest.raises(OversizedFile):
        read(samples / "unit_yaoshan_202206.xls")


def test_sixteen_thousand_columns_are_read(read: Read, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    extra = b"".join(
        b'<c r="%s2" t="inlineStr"><is><t>%d</t></is></c>' % (get_column_letter(column).encode(), column)
        for column in range(11, 16_385)
    )
    path = sheet({})
    rewrite(path, _SHEET, lambda xml: xml.replace(b'</row><row r="3"', extra + b'</row><row r="3"'))
    reading = read(path)
    assert (reading.counts.imported, len(reading.sheets[0].headings)) == (1, 16_384)


@pytest.mark.parametrize("area", ["A1:XFD1048576", "A1:XFD1", "B3:B1048576", "A2:XFD1048576"])
def test_cells_merged_over_the_whole_sheet_cost_nothing(read: Read, sheet: Sheet, area: str) -> None:
    path = sheet({}, {})
    merge = f'</sheetData><mergeCells><mergeCell ref="{area}"/></mergeCells>'.encode()
    rewrite(path, _SHEET, lambda xml: xml.replace(b"</sheetData>", merge))
    assert read(path).counts.read == 2


def test_a_text_file_is_read_in_either_encoding(read: Read, tmp_path: Path) -> None:
    text = "报送时间,标题,单位,类别\r\n2022-06-08,一篇,药山镇,动态\r\n6.3,两篇,药山镇,动态\r\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        reading = read(_write(tmp_path, text.encode(encoding), "2022年6月.csv"))
        assert [str(flag) for row in reading.rows for flag in row.flags] == [
            "ambiguous_date(6.3 -> 6月3日/6月30日)"
        ]
    tabbed = text.replace(",", "\t")
    assert read(_write(tmp_path, tabbed.encode(), "2022年6月.csv")).counts.read == 2


def test_a_text_file_cut_inside_a_character_is_damaged(read: Read, tmp_path: Path) -> None:
    content = "单位,标题,类别\n药山镇,一篇,动态".encode()
    with pytest.raises(DamagedFile):
        read(_write(tmp_path, content[:-1], "六月.csv"))


def test_a_text_file_may_force_text_by_a_formula(read: Read, tmp_path: Path) -> None:
    text = '单位,标题,类别,报送日期\n药山镇,="一篇",动态,="2022-06-08"\n'
    row = read(_write(tmp_path, text.encode(), "六月.csv")).rows[0]
    assert row.proposal is not None
    assert (row.proposal.title, str(row.proposal.received_on)) == ("一篇", "2022-06-08")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_file_of_two_bytes_a_character_is_read_by_its_mark(
    read: Read, tmp_path: Path, encoding: str
) -> None:
    text = "\ufeff单位\t标题\t类别\t报送日期\n药山镇\t一篇\t动态\t2022-06-08\n"
    assert read(_write(tmp_path, text.encode(encoding), "六月.csv")).counts.imported == 1


def test_a_text_file_may_part_its_fields_by_semicolons(read: Read, tmp_path: Path) -> None:
    text = "单位;标题;类别;报送日期\n药山镇;一篇，又一篇;动态;2022-06-08\n"
    row = read(_write(tmp_path, text.encode("gb18030"), "六月.csv")).rows[0]
    assert row.proposal is not None
    assert row.proposal.title == "一篇，又一篇"


def test_quoted_fields_hold_commas_quotes_and_breaks(read: Read, tmp_path: Path) -> None:
    text = '单位,标题,类别,报送日期\n药山镇,"一篇,\n""又""一篇",动态,2022-06-08\n新洲镇,"两篇",动态,6月9日\n'
    first, second = read(_write(tmp_path, text.encode(), "2022年6月.csv")).rows
    assert first.proposal is not None
    assert first.proposal.title == '一篇, "又"一篇'
    assert second.row == 3


def test_a_quote_that_nobody_closed_is_damage(read: Read, tmp_path: Path) -> None:
    text = '单位,标题,类别,报送日期\n药山镇,"一篇,动态,2022-06-08\n新洲镇,两篇,动态,2022-06-09\n'
    with pytest.raises(DamagedFile):
        read(_write(tmp_path, text.encode(), "六月.csv"))
    inches = '单位,标题,类别,报送日期\n药山镇,5"大屏,动态,2022-06-08\n'
    assert read(_write(tmp_path, inches.encode(), "六月.csv")).counts.imported == 1


def test_a_field_without_end_is_damage(read: Read, tmp_path: Path) -> None:
    content = ("单位,标题,类别\n药山镇," + "长" * 200_000 + ",动态\n").encode()
    with pytest.raises(DamagedFile):
        read(_write(tmp_path, content, "六月.csv"))


def test_a_text_file_of_separators_alone_is_empty(read: Read, tmp_path: Path) -> None:
    with pytest.raises(EmptyFile):
        read(_write(tmp_path, b",,,\r\n,,,\r\n", "六月.csv"))


def test_a_million_lines_of_nothing_are_not_read(read: Read, tmp_path: Path) -> None:
    content = "单位,标题,类别,报送日期\n药山镇,一篇,动态,2022-06-08\n".encode() + b",,,\n" * 1_000_000
    assert read(_write(tmp_path, content, "六月.csv")).counts.read == 1


def test_a_text_file_of_sixteen_thousand_columns_is_read(read: Read, tmp_path: Path) -> None:
    more = ",".join(f"列{number}" for number in range(16_380))
    text = f"单位,标题,类别,报送日期,{more}\n药山镇,一篇,动态,2022-06-08\n"
    assert read(_write(tmp_path, text.encode(), "六月.csv")).counts.imported == 1


def test_more_cells_than_any_register_has_are_refused_whatever_the_file(
    read: Read, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grids, "CELL_LIMIT", 5)
    for content in ((samples / "unit_yaoshan_202206.xls").read_bytes(), b"a,b,c\n1,2,3\n"):
        with pytest.raises(OversizedFile):
            read(_write(tmp_path, content, "六月.csv"))


def test_a_password_of_an_old_workbook_is_said_to_be_one(read: Read, samples: Path, tmp_path: Path) -> None:
    content = (samples / "unit_yaoshan_202206.xls").read_bytes()
    after_begin = content.index(b"\x09\x08\x10\x00") + 20
    locked = content[:after_begin] + b"\x2f\x00" + content[after_begin + 2 :]
    with pytest.raises(EncryptedFile):
        read(_write(tmp_path, locked, "六月.xls"))


def test_a_file_of_wps_that_is_no_old_workbook_is_said_to_be_saved_otherwise(
    read: Read, tmp_path: Path
) -> None:
    with pytest.raises(NotAWorkbook) as refused:
        read(_write(tmp_path, _OLE + b"\0" * 600 + "ETContent".encode("utf-16-le"), "六月.et"))
    assert "另存为 .xlsx" in error_sentence(refused.value)


@pytest.mark.parametrize("written", ["1899-12-31", "2101-01-01", "1900-01-00", -5, 99999.5, 2958466])
def test_days_out_of_all_reason_are_asked_in_every_kind_of_file(
    read: Read, sheet: Sheet, tmp_path: Path, written: object
) -> None:
    text = f"单位,标题,类别,报送日期\n药山镇,一篇,动态,{written}\n"
    for path in (sheet({"报送日期": written}), _write(tmp_path, text.encode(), "2022年6月.csv")):
        (row,) = read(path).rows
        assert (row.action, row.questions[0].column) == (Action.ASK, "received_on")


@pytest.mark.parametrize("style", ["yyyy-mm-dd", "General"])
def test_a_date_cell_beyond_the_calendar_is_asked(read: Read, sheet: Sheet, style: str) -> None:
    def far(page: Any) -> None:
        page["F3"].value = 3_000_000_000
        page["F3"].number_format = style

    (row,) = read(sheet({}, change=far)).rows
    assert (row.action, row.questions[0].column) == (Action.ASK, "received_on")


@pytest.mark.parametrize(
    "headings", [("单位编号", "单位名称", "组别"), ("单位", "月份", "原因", "批准人"), ("姓名", "单位")]
)
def test_a_ledger_merged_and_hidden_all_over_is_read_row_by_row(
    read: Read, sheet: Sheet, headings: tuple[str, ...]
) -> None:
    path = sheet(["甲" * 40] * len(headings), [None], headings=headings)
    merge = b'</sheetData><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    rewrite(path, _SHEET, lambda xml: xml.replace(b"</sheetData>", merge))
    assert [row.action for row in read(path).rows] == [Action.ASK]


class _Stop:
    def step(self, done: int, total: int, what: str = "") -> None:
        raise Cancelled


def test_reading_can_be_stopped(names: Names, samples: Path) -> None:
    for name in ("messy_202206.xlsx", "unit_yaoshan_202206.xls"):
        with pytest.raises(Cancelled):
            read_file(samples / name, names, Choices(), _Stop())

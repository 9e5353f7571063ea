"""The editable bulletin: Word's own means, the official fonts by name."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT

from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.errors import CannotWrite
from jinshi_desk.papers.document import save_docx
from tests.papers.bulletins import a_bulletin, a_notice, notice_of, sentence

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MM = 36_000


def saved(bulletin: Bulletin, folder: Path) -> Any:
    path = folder / "六月.docx"
    save_docx(notice_of(bulletin), path)
    return docx.Document(str(path))


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return saved(a_bulletin(), tmp_path_factory.mktemp("document"))


def test_text_stands_on_upright_paper_and_annexes_on_turned_paper(june: Any) -> None:
    upright, turned = june.sections
    assert [round(side / _MM) for side in (upright.page_width, upright.page_height)] == [210, 297]
    margins = (upright.top_margin, upright.bottom_margin, upright.left_margin, upright.right_margin)
    assert [round(margin / _MM) for margin in margins] == [37, 35, 28, 26]
    assert turned.orientation == WD_ORIENT.LANDSCAPE
    assert turned.page_width > turned.page_height


def test_lines_keep_to_a_grid_of_22(june: Any) -> None:
    for section in june.sections:
        (grid,) = section._sectPr.iter(f"{_W}docGrid")
        assert grid.get(f"{_W}type") == "lines"
        assert 28 <= int(grid.get(f"{_W}linePitch")) / 20 <= 29
        assert 22 * int(grid.get(f"{_W}linePitch")) / 20 <= 225 / 25.4 * 72


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("公文正文", "仿宋_GB2312", 16),
        ("公文标题", "方正小标宋简体", 22),
        ("公文一级标题", "黑体", 16),
        ("附件标签", "黑体", 16),
        ("附表名称", "楷体_GB2312", 14),
        ("页码", "宋体", 14),
    ],
)
def test_official_fonts_are_named(june: Any, style: str, font: str, points: float) -> None:
    properties = june.styles[style].element.rPr
    assert properties.find(f"{_W}rFonts").get(f"{_W}eastAsia") == font
    assert int(properties.find(f"{_W}sz").get(f"{_W}val")) / 2 == points


def test_page_numbers_are_fields_on_alternating_sides(june: Any) -> None:
    assert june.settings.odd_and_even_pages_header_footer
    for section in june.sections:
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            xml = footer._element.xml
            assert " PAGE " in xml
            assert f'<w:jc w:val="{side}"/>' in xml


def test_heads_of_tables_repeat_and_rows_stay_whole(june: Any) -> None:
    tables = june.tables
    assert len(tables) == 4
    for table, head_rows in zip(tables, (2, 2, 2, 1), strict=True):
        rows = list(table._tbl.iter(f"{_W}tr"))
        repeated = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows]
        assert repeated == [place < head_rows for place in range(len(rows))]
        assert all(row.find(f"{_W}trPr/{_W}cantSplit") is not None for row in rows)


def test_every_row_is_as_wide_as_its_table(june: Any) -> None:
    for table in june.tables:
        widths = [int(column.get(f"{_W}w")) for column in table._tbl.tblGrid]
        assert sum(widths) == pytest.approx(225 / 25.4 * 1440, abs=10)
        for row in table._tbl.iter(f"{_W}tr"):
            assert sum(int(cell.get(f"{_W}w")) for cell in row.iter(f"{_W}tcW")) == sum(widths)


def test_the_signature_takes_text_along(june: Any) -> None:
    words = [(p.text, p._p.xpath("./w:pPr/w:keepNext")) for p in june.paragraphs]
    last = next(place for place, (text, _) in enumerate(words) if text.startswith("三要注重时效"))
    assert all(kept for _, kept in words[last : last + 4])


def test_hostile_text_is_text(tmp_path: Path) -> None:
    hostile = "<w:p>&amp;{甲}\x00\x0b乙\ud800\ufffe"
    pieces = (replace(a_bulletin().pieces[0], title=hostile),)
    document = saved(a_bulletin(title=hostile, opening=sentence("T0", hostile), pieces=pieces), tmp_path)
    for text in (document.paragraphs[0].text, document.tables[-1].cell(1, 1).text):
        assert "".join(text.split()) == "<w:p>&amp;{甲}乙"
    assert ZipFile(tmp_path / "六月.docx").testzip() is None


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        save_docx(a_notice(), tmp_path / "无" / "六月.docx")

"""A table that stands in the text is in the page and in the document, under the paragraphs of its section."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx

from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.tables import Column, Table, day, points, printed, share
from jinshi_desk.papers.document import save_docx
from jinshi_desk.papers.notices import value
from jinshi_desk.papers.typesetting import Press
from tests.papers.bulletins import a_notice
from tests.papers.measuring import read_pages

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = Table("", (Column(40, "月份"), Column(40, "有效（条）")), (("4月", 118), ("5月", 113), ("合计", 231)))


def with_a_table(*, last: bool = False) -> Notice:
    notice = a_notice(points_tables=(), pieces=())
    first, *others = notice.sections
    return replace(notice, sections=(replace(first, tables=(TABLE,)), *([] if last else others)))


def test_the_page_shows_it_after_the_text_of_its_section(press: Press) -> None:
    pages = read_pages(press.pdf("bulletin", value(with_a_table())))
    words = "".join(page.squeezed for page in pages)
    heading, _ = with_a_table().printed_sections[1]
    assert words.index("一、总体情况") < words.index("合计231") < words.index(heading)


def test_a_notice_may_end_with_it(press: Press) -> None:
    (first, *_) = read_pages(press.pdf("bulletin", value(with_a_table(last=True))))
    assert "合计231" in first.squeezed


def test_the_document_shows_it_there_too(tmp_path: Path) -> None:
    save_docx(with_a_table(), tmp_path / "六月.docx")
    document: Any = docx.Document(str(tmp_path / "六月.docx"))
    assert [cell.text for cell in document.tables[0].rows[3].cells] == ["合计", "231"]
    before = document.tables[0]._tbl.getprevious().getprevious()
    assert "".join(before.itertext(f"{_W}t")) == with_a_table().sections[0].paragraphs[-1]


def test_cells_are_printed_in_the_words_of_the_office() -> None:
    cells = ("药山镇", 3, points(-150), share(927), share(None), day(date(2022, 6, 5)), None)
    assert [*map(printed, cells)] == ["药山镇", "3", "−1.5", "92.7%", "—", "2022年6月5日", "—"]

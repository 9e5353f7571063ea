"""Page, document and workbook say the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.papers.document import save_docx
from jinshi_desk.papers.notices import save_pdf
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.sheets import notices as workbook
from tests.papers.agreement import assert_same_numbers
from tests.papers.bulletins import a_bulletin, notice_of


def three_files(press: Press, bulletin: Bulletin, folder: Path) -> tuple[Path, Path, Path]:
    pdf, document, sheet = (folder / f"六月.{ending}" for ending in ("pdf", "docx", "xlsx"))
    notice = notice_of(bulletin)
    save_pdf(press, notice, pdf)
    save_docx(notice, document)
    workbook.write(notice, sheet)
    return pdf, document, sheet


def test_all_figures_agree_in_all_three_files(press: Press, tmp_path: Path) -> None:
    june = a_bulletin()
    assert_same_numbers(june, *three_files(press, june, tmp_path))


def test_one_wrong_number_would_be_found(press: Press, tmp_path: Path) -> None:
    june = a_bulletin()
    files = three_files(press, june, tmp_path)
    table = june.points_tables[0]
    wrong = replace(table, rows=(replace(table.rows[0], cumulative=1), *table.rows[1:]))
    with pytest.raises(AssertionError):
        assert_same_numbers(replace(june, points_tables=(wrong, *june.points_tables[1:])), *files)


def test_a_sentence_left_out_is_in_none_of_them(press: Press, tmp_path: Path) -> None:
    june = a_bulletin()
    first = june.sections[0]
    left_out = replace(first.sentences[1], included=False)
    short = replace(first, sentences=(first.sentences[0], left_out, *first.sentences[2:]))
    bulletin = a_bulletin(sections=(short, *june.sections[1:]))
    files = three_files(press, bulletin, tmp_path)
    assert_same_numbers(bulletin, *files)
    with pytest.raises(AssertionError, match="T2"):
        assert_same_numbers(june, *files)

"""采用目录 of a quarter or a year: dates are not broken over two lines."""

from dataclasses import replace
from datetime import date

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.figures import Piece
from jinshi_desk.domain.notices import Annex
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.piece_tables import piece_table
from jinshi_desk.papers.notices import value
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.wording import NAMES
from tests.papers.bulletins import a_notice
from tests.papers.measuring import read_pages


def test_the_longest_date_stands_on_one_line(press: Press) -> None:
    ran = date(2022, 12, 28)
    piece = Piece(
        1, "2022-0001", "守渡人", ("YS",), ("周试一",), Category.NEWS, "红网", Level.PROVINCE, ran, 800
    )
    annex = Annex("采用目录", (piece_table([piece], {}, NAMES),))
    pages = read_pages(press.pdf("bulletin", value(replace(a_notice(), annexes=(annex,)))))
    lines = ["".join(glyph.character for glyph in line) for line in pages[-1].lines]
    assert any(line.endswith("2022年12月28日") for line in lines)

"""The printed bulletin keeps the official format (GB/T 9704-2012), and prints what it is given."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from jinshi_desk.domain.bulletins import Bulletin, Section
from jinshi_desk.papers import notices as paper
from jinshi_desk.papers.typesetting import Press
from tests.papers.bulletins import a_bulletin, a_notice, notice_of, sentence
from tests.papers.measuring import Glyph, Page, read_pages, squeezed, words_of

LINE_COUNT, CHARACTER_COUNT = 22, 28
PITCH_MM = (28 * 25.4 / 72, 29 * 25.4 / 72)


@pytest.fixture(scope="module")
def june(press: Press) -> list[Page]:
    return printed(press, a_bulletin())


def printed(press: Press, bulletin: Bulletin) -> list[Page]:
    return read_pages(press.pdf("bulletin", paper.value(notice_of(bulletin))))


def a_text(*paragraphs: str) -> Bulletin:
    """Return a bulletin of one section without rows in its annexes."""
    sections = (Section("总体情况", tuple(sentence("T18", text) for text in paragraphs)),)
    return a_bulletin(sections=sections, points_tables=(), pieces=())


def number_of(page: Page, number: int) -> list[Glyph]:
    """Return the glyphs of ``— n —``."""
    found = page.lines[-1] if page.height > page.width else [g for g in page.glyphs if g.left < 31]
    assert "".join(glyph.character for glyph in found) == f"—{number}—"
    return found


def test_a_full_page_has_22_lines_of_28_characters(press: Press) -> None:
    pages = printed(press, a_text("津" * CHARACTER_COUNT * LINE_COUNT * 3))
    for page in pages[1:3]:
        *lines, _ = page.lines
        assert [len(line) for line in lines] == [CHARACTER_COUNT] * LINE_COUNT
        for line in lines:
            assert line[0].left == pytest.approx(28, abs=1)
            assert line[-1].right == pytest.approx(184, abs=1)
        pitches = [lower[0].baseline - upper[0].baseline for upper, lower in pairwise(lines)]
        assert PITCH_MM[0] <= min(pitches)
        assert max(pitches) <= PITCH_MM[1]


def test_the_text_area_is_37_mm_from_the_top_and_35_from_the_bottom(press: Press) -> None:
    page = printed(press, a_text("津" * CHARACTER_COUNT * LINE_COUNT * 3))[1]
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.2)
    *lines, _ = page.lines
    assert 37 < lines[0][0].baseline < 37 + PITCH_MM[1]
    assert 262 - PITCH_MM[1] < lines[-1][0].baseline < 262


def test_page_numbers_stand_outside_one_character_in(june: list[Page]) -> None:
    one_in = 14 * 25.4 / 72
    for number, page in enumerate(june[:2], start=1):
        mark = number_of(page, number)
        assert mark[0].baseline == pytest.approx(271, abs=1)
        if number % 2:
            assert mark[-1].right == pytest.approx(184 - one_in, abs=0.5)
        else:
            assert mark[0].left == pytest.approx(28 + one_in, abs=0.5)


def test_landscape_pages_count_on_and_keep_the_upright_pages_place(june: list[Page]) -> None:
    for number, page in enumerate(june[2:], start=3):
        assert page.width > page.height
        mark = number_of(page, number)
        assert all(25 < glyph.left < 31 for glyph in mark)
        above_the_middle = all(glyph.baseline < page.height / 2 for glyph in mark)
        assert above_the_middle is (number % 2 == 0)


def test_every_page_of_an_annex_repeats_the_head_of_its_table(june: list[Page]) -> None:
    second = next(place for place, page in enumerate(june) if "附件2" in page.squeezed and place > 1)
    assert second > 3
    for page in june[2:second]:
        for head in ("单位", "采用篇次", "完成情况", "累计"):
            assert head in page.squeezed
    assert len(june) > second + 1
    for page in june[second:]:
        assert "序号标题单位作者类别媒体级别日期计分" in page.squeezed


def test_a_row_stays_on_one_page(june: list[Page]) -> None:
    words = [page.squeezed for page in june]
    for piece in a_bulletin().pieces:
        whole = squeezed(f"{piece.place}{piece.title}")
        assert any(whole in page for page in words), piece.title


def test_the_title_breaks_between_words(june: list[Page]) -> None:
    lines = ["".join(glyph.character for glyph in line) for line in june[0].lines[:2]]
    assert lines == ["关于2022年6月份全市组工信息", "宣传工作情况的通报"]


def test_the_signature_ends_two_characters_from_the_right(june: list[Page]) -> None:
    lines = {"".join(glyph.character for glyph in line): line for line in june[1].lines}
    signer, dated = lines["中共津市市委组织部研究室"], lines["2022年7月5日"]
    two = 2 * 156 / 28
    assert signer[-1].right == pytest.approx(184 - two, abs=0.5)
    assert dated[0].left == pytest.approx(signer[0].left + two, abs=0.5)


def test_a_date_longer_than_the_signer_ends_two_characters_from_the_right(press: Press) -> None:
    pages = printed(press, a_bulletin(signer="组织部", dated=date(2022, 12, 31)))
    lines = {"".join(glyph.character for glyph in line): line for line in pages[1].lines}
    two = 2 * 156 / 28
    assert lines["2022年12月31日"][-1].right == pytest.approx(184 - two, abs=0.5)
    assert lines["组织部"][0].left == pytest.approx(lines["2022年12月31日"][0].left - two, abs=0.5)


def test_attachments_are_listed_without_end_punctuation(june: list[Page]) -> None:
    lines = ["".join(glyph.character for glyph in line) for line in june[1].lines]
    assert "附件：1.2022年6月份各单位组工信息积分表" in lines
    assert "2.2022年6月份采用稿件目录" in lines


@pytest.mark.parametrize("last_line_count", [1, 2, 4, 7])
def test_the_signature_never_stands_on_a_page_without_text(press: Press, last_line_count: int) -> None:
    last = "末" * (CHARACTER_COUNT * last_line_count - 2)
    for filler in range(4, LINE_COUNT - 3):
        pages = printed(press, a_text(*["津"] * filler, last))
        signed = next(page for page in pages if "2022年7月5日" in page.squeezed)
        text_lines = [
            line for line in signed.lines if line[0].character in "津末" and len(line) in (1, 26, 28)
        ]
        wanted = min(2, last_line_count)
        assert len(text_lines) >= wanted, f"{filler} lines before"


def test_numbers_of_nothing_are_0_and_no_rank_is_a_dash(june: list[Page]) -> None:
    assert "9嘉山街道23未完成00203" in june[2].squeezed
    assert june[2].squeezed.replace("—3—", "").endswith("52.75——")


def test_rare_characters_are_printed(press: Press) -> None:
    rare = "䶮㛃𬭎堃喆淼犇𫖯"
    assert rare in words_of(printed(press, a_text(rare)))


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")',
        '#read("/etc/passwd")',
        "*粗*_斜_$x$@ref<l>",
        "\\//--/*注*/",
        "=1+1",
        "</w:t>&amp;",
        "{0}%s",
    ],
)
def test_hostile_text_is_printed_as_it_is(press: Press, text: str) -> None:
    assert text in words_of(printed(press, a_bulletin(title=text, sections=a_text(text).sections)))


def test_what_no_paper_can_show_is_left_out(press: Press) -> None:
    pages = printed(press, a_text("甲\x00乙\x1b丙\ud800丁\u202e戊\ufffe己"))
    assert "甲乙丙丁戊己" in words_of(pages)


def test_a_title_of_4000_characters_is_printed_to_its_end(press: Press) -> None:
    long = "长" * 3999 + "尾"
    rows = (replace(a_bulletin().pieces[0], title=long),)
    words = words_of(printed(press, a_bulletin(title=long, pieces=rows)))
    assert words.count("长") >= 2 * 3999
    assert words.count("尾") >= 2


def test_the_least_bulletin_is_one_page_and_its_annexes(press: Press) -> None:
    pages = printed(press, a_text("本月暂无稿件被媒体采用。"))
    assert [page.height > page.width for page in pages] == [True, False, False]


def test_a_bulletin_without_any_text_is_still_set(press: Press) -> None:
    assert printed(press, a_bulletin(sections=(), opening=sentence("T0", "", included=False)))


def test_an_edited_sentence_may_hold_paragraphs(press: Press) -> None:
    lines = ["".join(g.character for g in line) for line in printed(press, a_text("甲。\n\n乙。"))[0].lines]
    assert {"甲。", "乙。"} <= set(lines)


def test_the_preview_has_the_same_pages(press: Press, june: list[Page], tmp_path: Path) -> None:
    pages = paper.pages(press, a_notice())
    assert len(pages) == len(june)
    assert all(page.startswith(b"<svg") for page in pages)
    paper.save_pdf(press, a_notice(), tmp_path / "六月.pdf")
    assert (tmp_path / "六月.pdf").read_bytes().startswith(b"%PDF")

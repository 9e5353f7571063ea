"""The printed approval forms keep their grids (§5), one page each, and say what they could not print."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
import zxingcpp

from jinshi_desk.domain.drafts import Category
from jinshi_desk.domain.errors import NothingToPrint
from jinshi_desk.domain.form_papers import ApprovalForm, CutField, FormA, FormArticle, FormB, FormC, Reception
from jinshi_desk.papers import approval_forms as paper
from jinshi_desk.papers.typesetting import Press
from tests.papers.approval_papers import a_form_a, a_form_b, a_form_c, a_signature, an_article
from tests.papers.measuring import Glyph, Page, Stroke, drawn, read_pages, read_strokes

LEFT, RIGHT, TABLE_TOP = 25.0, 185.0, 49.0
SIX = (24, 30, 22, 32, 22, 30)
ROWS_A = (9, 9, 9, 9, 9, 30, 9, 18, 22, 26, 30, 20)
ROWS_B = (9, 12, 12, 12, 30, 24, 24, 26, 26, 24)
ROWS_C = (9, 9, *(11,) * 8, 24, 24, 26, 14, 14)
ARTICLE_COLUMNS = (8, 62, 18, 34, 12, 12, 14)
POINT = 25.4 / 72
BLANKS: tuple[ApprovalForm, ...] = (FormA(), FormB(), FormC())
FILLED: tuple[ApprovalForm, ...] = (a_form_a(), a_form_b(), a_form_c())


def printed(press: Press, *forms: ApprovalForm) -> list[Page]:
    return read_pages(paper.pdf(press, forms).content[0])


def strokes(press: Press, form: ApprovalForm) -> list[Stroke]:
    return read_strokes(paper.pdf(press, [form]).content[0])


def edges(first: float, sizes: Sequence[float]) -> list[float]:
    return list(accumulate(sizes, initial=first))


def rules_across(found: Sequence[Stroke]) -> list[float]:
    """Return where lines run over the whole width of the table, top first."""
    places = {
        round(each.top, 1) for each in found if each.top == each.bottom and each.right - each.left > 159
    }
    return sorted(places)


def rules_down(found: Sequence[Stroke], height: float) -> list[float]:
    """Return where lines run down through ``height``."""
    return sorted(
        {round(each.left, 1) for each in found if each.left == each.right and each.top < height < each.bottom}
    )


def inside(page: Page, row: int, column: int, *, heights: Sequence[float], wide: int = 1) -> str:
    """Return the text in a cell of the six columns, and none of what stands beside it."""
    tops, lefts = edges(TABLE_TOP, heights), edges(LEFT, SIX)
    return "".join(
        glyph.character
        for line in page.lines
        for glyph in line
        if tops[row] < glyph.baseline < tops[row + 1] and lefts[column] < glyph.ink < lefts[column + wide]
    )


@pytest.mark.parametrize(
    ("form", "heights"), [(FormA(), ROWS_A), (FormB(), ROWS_B), (FormC(), ROWS_C)], ids=["A", "B", "C"]
)
def test_rows_are_as_high_as_the_office_drew_them(
    press: Press, form: ApprovalForm, heights: Sequence[float]
) -> None:
    assert rules_across(strokes(press, form)) == pytest.approx(edges(TABLE_TOP, heights), abs=0.1)


@pytest.mark.parametrize(
    ("form", "height", "columns"),
    [
        (FormA(), 80, SIX),
        (FormB(), 53, SIX),
        (FormC(), 80, ARTICLE_COLUMNS),
        (FormA(), 200, (24, 136)),
        (FormC(), 180, (24, 136)),
    ],
)
def test_columns_are_as_wide_as_the_office_drew_them(
    press: Press, form: ApprovalForm, height: float, columns: Sequence[float]
) -> None:
    assert rules_down(strokes(press, form), height) == pytest.approx(edges(LEFT, columns), abs=0.1)


@pytest.mark.parametrize("form", BLANKS)
def test_the_frame_is_twice_as_thick_as_the_lines_inside(press: Press, form: ApprovalForm) -> None:
    found = strokes(press, form)
    frame = next(each for each in found if each.right - each.left > 159 and each.bottom - each.top > 150)
    assert frame.thickness == pytest.approx(1)
    assert (frame.left, frame.top, frame.right) == pytest.approx((LEFT, TABLE_TOP, RIGHT), abs=0.1)
    inner = [each for each in found if each is not frame and each.right - each.left > 159]
    assert {each.thickness for each in inner} == {0.5}


@pytest.mark.parametrize("form", [*BLANKS, *FILLED])
def test_a_form_is_one_a4_page_within_its_print_area(press: Press, form: ApprovalForm) -> None:
    (page,) = printed(press, form)
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.2)
    for glyph in page.glyphs:
        assert glyph.left >= LEFT - 0.1
        assert glyph.right <= RIGHT + 0.6
        assert 26 < glyph.baseline < 297 - 26


def test_the_title_is_centred_and_in_size_2(press: Press) -> None:
    for form, title in zip(BLANKS, ("组工信息报送审批表", "部机关信息发布审批表"), strict=False):
        line = printed(press, form)[0].lines[0]
        assert "".join(glyph.character for glyph in line) == title
        assert (line[0].left + line[-1].right) / 2 == pytest.approx(105, abs=1)
        assert line[1].left - line[0].left == pytest.approx(22 * POINT, abs=0.05)


def test_the_number_stands_at_the_right_above_the_table(press: Press) -> None:
    line = next(line for line in printed(press, a_form_a())[0].lines if line[0].character == "编")
    assert "".join(glyph.character for glyph in line) == "编号：202206-YS-02"
    assert line[-1].right == pytest.approx(RIGHT, abs=0.5)
    assert TABLE_TOP - 5 < line[0].baseline < TABLE_TOP


def test_every_field_of_form_a_stands_in_its_cell(press: Press) -> None:
    (page,) = printed(press, a_form_a())

    def cell(row: int, column: int, wide: int = 1) -> str:
        return inside(page, row, column, heights=ROWS_A, wide=wide)

    assert cell(0, 1, 3) == "药山镇"
    assert cell(0, 5) == "2022年6月28日"
    assert cell(1, 1, 5) == "“三张清单”压实村级换届后“回头看”责任"
    assert cell(2, 1, 3) == "动态信息真言文章调研经验材料"
    assert cell(2, 5) == "文字"
    assert cell(3, 1) == "陈志远、王小满"
    assert cell(3, 3) == "0736-4200000"
    assert cell(3, 5) == "1864"
    assert cell(4, 1, 3) == "原创约稿（编号约2022-07）转载（来源）"
    assert cell(4, 5) == "湘组研究"
    assert cell(5, 1, 5).endswith("“回头看”。推动97项承诺事项落地。")
    assert cell(6, 1, 5) == "照片2张视频1个其他汇总表"
    assert "审查人：年月日" in cell(7, 1, 5)
    for row, name in ((8, "陈志远"), (9, "刘晓东"), (10, "周立群")):
        assert f"据纸质表登记：{name}，2022年6月2" in cell(row, 1, 5)
    assert cell(11, 1, 5) == "收稿人：宋知微时间：2022年6月30日稿件编号：2022-0137有效退回（原因：）"
    labels = [cell(row, 0) for row in range(12)]
    assert labels == (
        "报送单位 稿件标题 稿件类别 作者 稿件来源 内容摘要 附件 保密审查 "
        "信息员核对意见 分管领导审核意见 单位主要负责人签发意见 研究室接收"
    ).split(" ")


def test_every_field_of_form_b_stands_in_its_cell(press: Press) -> None:
    (page,) = printed(press, a_form_b())

    def cell(row: int, column: int, wide: int = 1) -> str:
        return inside(page, row, column, heights=ROWS_B, wide=wide)

    assert [cell(0, column) for column in (1, 3, 5)] == ["组织一室", "李清和", "2022年6月20日"]
    assert cell(1, 1, 5) == "6月主题党日活动安排"
    assert cell(2, 5) == "可以公开不宜公开"
    assert cell(3, 1, 5) == "津市党建网、“津市组工”微信公众号"
    assert cell(4, 1, 5) == "根据年度工作要点，配合七一前主题党日活动。"
    for row, name in ((5, "何文渊"), (6, "宋知微"), (7, "梁守正"), (8, "郑怀民")):
        assert name in cell(row, 1, 5)
        assert cell(row, 1, 5).endswith("签名：年月日")
    assert cell(9, 1, 5) == "发出日期：2022年6月23日渠道：津市党建网采用情况：红星网6月25日采用"


def test_every_article_of_form_c_stands_in_its_line(press: Press) -> None:
    (page,) = printed(press, a_form_c())
    tops, lefts = edges(TABLE_TOP, ROWS_C), edges(LEFT, ARTICLE_COLUMNS)

    def cell(place: int, column: int) -> str:
        return "".join(
            glyph.character
            for line in page.lines
            for glyph in line
            if tops[place + 1] < glyph.baseline < tops[place + 2]
            and lefts[column] < glyph.ink < lefts[column + 1]
        )

    for place in range(1, 9):
        assert [cell(place, column) for column in range(7)] == [
            str(place),
            f"老街坊议事会让小区事有人管之{place}（2022-{place:04}）",
            "选调之声",
            "襄阳街街道赵一鸣",
            str(900 + place),
            "图3视频1",
            "转载红星网",
        ]
    for words in ("2022年6月30日第63次定时17:30发布人宋知微", "可以发布，登记人", "2022年6月30日17:31"):
        assert words in page.squeezed
    assert "链接：https://mp.example.cn/s/63" in page.squeezed


def test_an_article_alone_leaves_the_other_lines_empty(press: Press) -> None:
    alone = a_form_c(articles=3).per_article()
    pages = printed(press, *alone)
    assert len(pages) == 3
    for place, page in enumerate(pages, start=1):
        assert f"之{place}（2022-{place:04}）" in page.squeezed
        assert page.squeezed.count("选调之声") == 1


def ticks(found: Sequence[Stroke]) -> list[float]:
    """Return the left edges of the ticks drawn: strokes thicker than a box, not a rule or a frame."""
    return [each.left for each in found if each.right - each.left < 6 and 0.85 < each.thickness < 1.6]


@pytest.mark.parametrize("category", list(Category))
def test_one_box_is_ticked_and_the_others_are_empty(press: Press, category: Category) -> None:
    assert len(ticks(strokes(press, FormA()))) == 0
    assert len(ticks(strokes(press, FormA(category=category)))) == 1


def test_what_was_decided_is_ticked(press: Press) -> None:
    open_to_all = ticks(strokes(press, FormA(may_be_public=True)))
    closed = ticks(strokes(press, FormA(may_be_public=False)))
    assert open_to_all[0] < closed[0]
    valid = ticks(strokes(press, FormA(reception=Reception(valid=True))))
    sent_back = ticks(strokes(press, FormA(reception=Reception(valid=False, return_reason="数据未核"))))
    assert valid[0] < sent_back[0]


@pytest.mark.parametrize("form", BLANKS)
def test_a_blank_form_waits_for_the_pen(press: Press, form: ApprovalForm) -> None:
    (page,) = printed(press, form)
    assert page.squeezed.count("年月日") == {FormA: 4, FormB: 4, FormC: 3}[type(form)]
    assert not any(glyph.character.isdigit() for line in page.lines[1:6] for glyph in line if glyph.left > 40)


def test_a_recorded_signature_is_a_note_above_the_line_for_the_pen(press: Press) -> None:
    (page,) = printed(press, FormA(unit_head=a_signature("周立群")))
    lines = ["".join(glyph.character for glyph in line) for line in page.lines]
    assert "签名（盖章）：年月日" in lines
    note = next(line for line in page.lines if "周立群" in "".join(glyph.character for glyph in line))
    assert note[1].left - note[0].left == pytest.approx(9 * POINT, abs=0.05)


def test_marks_tell_a_reprint_and_a_new_review(press: Press) -> None:
    assert "补打" not in printed(press, a_form_a())[0].squeezed
    again = printed(press, a_form_a(reprint=True), a_form_b(review_again=True))
    assert [word in again[0].squeezed for word in ("补打", "修改后重审")] == [True, False]
    assert [word in again[1].squeezed for word in ("补打", "修改后重审")] == [False, True]


def test_a_batch_keeps_its_order_each_form_on_its_page(press: Press) -> None:
    batch: list[ApprovalForm] = [
        a_form_c(),
        *(a_form_a(number=f"202206-YS-{place:02}") for place in range(1, 6)),
        a_form_b(),
    ]
    pages = printed(press, *batch)
    assert len(pages) == 7
    for form, page in zip(batch, pages, strict=True):
        assert f"编号：{form.number}" in page.squeezed


def test_blank_copies_are_as_many_as_wanted_and_alike(press: Press) -> None:
    pages = printed(press, *[FormB()] * 12)
    assert len(pages) == 12
    assert len({page.squeezed for page in pages}) == 1


def test_the_same_forms_are_the_same_file(press: Press) -> None:
    once, again = paper.pdf(press, FILLED), paper.pdf(Press(system_fonts=False), FILLED)
    assert once == again


def test_the_preview_has_the_same_pages(press: Press, tmp_path: Path) -> None:
    shown = paper.pages(press, FILLED)
    assert len(shown.content) == 3
    assert all(page.startswith(b"<svg") for page in shown.content)
    assert not any(b"<image" in page for page in shown.content)  # would be drawn in dots
    saved = paper.save_pdf(press, FILLED, tmp_path / "审批表.pdf")
    assert (tmp_path / "审批表.pdf").read_bytes() == saved.content[0]


def test_nothing_picked_is_refused(press: Press) -> None:
    with pytest.raises(NothingToPrint):
        paper.pages(press, [])


LONG_TITLE = "关于" + "长" * 397 + "尾"
SIXTY = tuple(f"作者{place:02}" for place in range(60))
HARD: dict[str, Callable[[], ApprovalForm]] = {
    "a title of 400 characters": lambda: a_form_a(title=LONG_TITLE),
    "60 authors": lambda: a_form_a(authors=SIXTY),
    "a long summary": lambda: a_form_a(summary="很长的摘要。" * 2000),
    "100 paragraphs": lambda: a_form_a(summary="\n".join(["一段。"] * 100)),
    "a word of 600 letters": lambda: a_form_a(title="x" * 600, unit="y" * 600, office_phone="1" * 600),
    "everything long": lambda: a_form_a(
        **dict.fromkeys(
            (
                *("number", "unit", "title", "office_phone", "commission_number", "reprinted_from", "outlet"),
                *("summary", "other_attachments"),
            ),
            "字" * 900,
        ),
        word_count=10**40,
        photos=10**20,
        info_officer=a_signature("名" * 300, opinion="见" * 3000),
        secrecy_check=a_signature("名" * 300),
        reception=Reception(receiver="收" * 90, draft_number="9" * 90, valid=False, return_reason="因" * 900),
    ),
    "form B long": lambda: a_form_b(
        **dict.fromkeys(("office", "drafter", "title", "channel", "basis", "adoption"), "字" * 900),
        dispatched_through="渠" * 300,
        department_head=a_signature("名" * 300, opinion="见" * 3000),
    ),
    "form C long": lambda: a_form_c(
        articles=0, link="https://mp.example.cn/" + "a" * 500, checked_after="查" * 300, correction="正" * 300
    ),
    "eight long articles": lambda: FormC(
        articles=(
            replace(
                an_article(1), title=LONG_TITLE, authors=SIXTY, column="栏" * 90, reprinted_from="源" * 90
            ),
        )
        * 8
    ),
}


@pytest.mark.parametrize("hard", HARD.values(), ids=HARD.keys())
def test_hard_input_stays_on_one_page_and_inside_its_cells(
    press: Press, hard: Callable[[], ApprovalForm]
) -> None:
    content = paper.pdf(press, [hard()])
    (page,) = read_pages(content.content[0])
    found = read_strokes(content.content[0])
    across = rules_across(found)
    below = [glyph for glyph in page.glyphs if TABLE_TOP < glyph.baseline < across[-1]]
    assert below
    for glyph in below:
        row = max(place for place, top in enumerate(across) if top < glyph.baseline)
        size = 8 * POINT
        assert glyph.baseline - 0.75 * size > across[row] - 0.1, f"{glyph} above its row"
        assert glyph.baseline + 0.1 * size < across[row + 1] + 0.1, f"{glyph} below its row"
        lefts = rules_down(found, glyph.baseline)
        column = max(place for place, left in enumerate(lefts) if left < glyph.ink)
        assert glyph.right <= lefts[column + 1] + 0.8, f"{glyph} beyond its column"
        assert glyph.left >= lefts[column] - 0.1 or glyph.character in "（“", f"{glyph} before its column"
    assert content.cut


def test_what_is_cut_is_told_and_marked(press: Press) -> None:
    forms: list[ApprovalForm] = [a_form_a(), a_form_a(number="202206-YS-09", title=LONG_TITLE), a_form_c()]
    content = paper.pdf(press, forms)
    assert content.cut == (CutField(2, "202206-YS-09", "稿件标题"),)
    assert "长……" in read_pages(content.content[0])[1].squeezed
    article = FormArticle(title=LONG_TITLE)
    assert paper.pages(press, [FormC(articles=(article,))]).cut == (CutField(1, "", "第1条标题"),)


def test_usual_forms_lose_nothing(press: Press) -> None:
    assert paper.pdf(press, [*BLANKS, *FILLED]).cut == ()
    sixty_characters = a_form_a(
        title="标" * 59 + "尾", authors=("甲一", "乙二", "丙三", "丁四"), summary="摘要" * 100
    )
    content = paper.pdf(press, [sixty_characters])
    assert content.cut == ()
    assert read_pages(content.content[0])[0].squeezed.count("标") == 59 + 1  # and the label


def test_nothing_is_smaller_than_8_points(press: Press) -> None:
    (page,) = printed(press, a_form_a(title=LONG_TITLE, summary="摘要。" * 3000))
    for line in page.lines:
        for one, other in pairwise(line):
            if one.character == other.character == "长":
                assert other.left - one.left >= 8 * POINT - 0.05


def test_rare_characters_are_printed(press: Press) -> None:
    rare = "䶮㛃𬭎堃"
    assert rare in printed(press, a_form_a(title=rare))[0].squeezed


@pytest.mark.parametrize(
    "text", ['#panic("x")', '#read("/etc/passwd")', "$x$*b*_i_@ref<l>", "\\//--/*注*/", "{0}%s"]
)
def test_hostile_text_is_printed_as_it_is(press: Press, text: str) -> None:
    form = a_form_a(title=text, summary=text, reception=Reception(return_reason=text))
    assert printed(press, form)[0].squeezed.count(text) == 3


def test_what_no_paper_can_show_is_left_out(press: Press) -> None:
    (page,) = printed(
        press, a_form_a(title="甲\x00乙\x1b丙\ud800丁\u202e戊\ufffe己", number="甲\x00\ud800乙")
    )
    assert "甲乙丙丁戊己" in page.squeezed
    assert "编号：甲乙" in page.squeezed


def codes(press: Press, form: ApprovalForm) -> list[str]:
    found = zxingcpp.read_barcodes(drawn(paper.pdf(press, [form]).content[0], dpi=300))
    return [code.text for code in found]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (a_form_a(), "202206-YS-02"),
        (a_form_b(), "B2022-46"),
        (a_form_b(code=""), "部审〔2022〕46号"),
        (a_form_c(reprint=True, review_again=True), "C2022-63"),
    ],
)
def test_a_scanner_reads_the_number_off_the_paper(press: Press, form: ApprovalForm, said: str) -> None:
    assert codes(press, form) == [said]


def test_a_form_without_number_or_with_an_endless_one_has_no_code(press: Press) -> None:
    assert codes(press, FormA()) == []
    assert codes(press, a_form_a(number="9" * 4000)) == []


def test_the_code_keeps_clear_of_everything_else(press: Press) -> None:
    """Four modules of white around it, as scanners want."""
    (page,) = printed(press, a_form_c(reprint=True, review_again=True))
    near = [glyph for glyph in page.glyphs if code_reaches(glyph)]
    assert near == []


def code_reaches(glyph: Glyph) -> bool:
    white = 4 * 13 / 21
    return glyph.left < LEFT + 13 + white and glyph.baseline - 4 < 26 + 13 + white

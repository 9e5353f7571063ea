"""The printed 核对单: a page for each unit, with everything behind its points."""

from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain.errors import NothingToPrint
from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.objections import Finding
from jinshi_desk.domain.quota import State, Verdict
from jinshi_desk.domain.unit_sheets import (
    Placing,
    SheetAdoption,
    SheetDraft,
    SheetEntry,
    SheetObjection,
    UnitSheet,
)
from jinshi_desk.papers import unit_sheet as paper
from jinshi_desk.papers.typesetting import Press
from tests.papers.measuring import Page, read_pages
from tests.papers.unit_sheets import a_sheet


def printed(press: Press, *sheets: UnitSheet) -> list[Page]:
    return read_pages(press.pdf(paper.TEMPLATE, paper.value(sheets)))


def test_a_page_tells_pieces_verdicts_points_rank_and_what_is_missing(press: Press) -> None:
    (page,) = printed(press, a_sheet())
    for words in (
        "2022年6月组工信息核对单",
        "单位药山镇完成情况未完成（任务2条，计入1条）",
        "本月积分14分本月名次第3名（共9家）累计积分62.5分累计名次第2名（共9家）",
        "一、来稿（4篇）",
        "2022-0137“三张清单”压实“回头看”责任6月28日计入",
        "缺审批表",
        "转载不计",
        "未审核有效",
        "二、采用（0篇次）本月没有采用。三、积分（共14分）",
        "15×1=1515",
        "任务缺额每缺1条−1−1",
        "四、还缺月度任务2条，计入1条，还缺1条。《老街坊议事会》（2022-0141）缺信息审批表。",
        "如有异议，请于2022年7月3日前告知；逾期按本单公布。",
        "市委组织部研究室2022年7月1日",
    ):
        assert words in page.squeezed


def test_a_month_without_anything_says_so(press: Press) -> None:
    quiet = a_sheet(drafts=(), entries=(), quota=0, state=None, this_month=Placing(0, None, 0))
    (page,) = printed(press, quiet)
    assert "本月没有来稿。" in page.squeezed
    assert "本月没有积分。" in page.squeezed
    assert "没有缺的。" in page.squeezed
    assert "本月名次—" in page.squeezed
    assert "完成情况—（计入1条）" in page.squeezed  # no quota is no number of pieces


def test_a_sheet_words_its_points_as_the_window_explains_them(press: Press) -> None:
    joint = SheetEntry(Kind.ADOPTION, "《联手护河》常德日报 6月5日", "经验材料市级", "3; → 1.5", 150)
    again = SheetEntry(Kind.UPGRADE, "《联手护河》尚一网 6月9日", "经验材料市级", "3; 1.5 − 1.5 = 0", 0)
    (page,) = printed(press, a_sheet(entries=(joint, again)))
    assert "3；分得1.5" in page.squeezed
    assert "不重复计" in page.squeezed
    assert "补差" not in page.squeezed


def test_each_unit_has_its_own_page_in_order(press: Press) -> None:
    names = ("新洲镇", "药山镇", "毛里湖镇")
    pages = printed(press, *(a_sheet(unit=name) for name in names))
    assert [f"单位{name}完成情况" in page.squeezed for name, page in zip(names, pages, strict=True)] == [
        True
    ] * 3


def drafts(count: int) -> tuple[SheetDraft, ...]:
    return tuple(
        SheetDraft(f"2022-{place:04}", f"第{place}篇来稿", date(2022, 6, 1), Verdict.COUNTS)
        for place in range(1, count + 1)
    )


def test_a_busy_month_shrinks_to_stay_on_one_page(press: Press) -> None:
    (page,) = printed(press, a_sheet(drafts=drafts(15)))
    assert "第15篇来稿" in page.squeezed
    assert page.squeezed.endswith("核对人（签名）：年月日")


def test_what_no_page_holds_goes_on_with_its_heads(press: Press) -> None:
    pages = printed(press, a_sheet(drafts=drafts(90)))
    assert len(pages) > 1
    assert all("编号标题收稿任务" in page.squeezed for page in pages[:2])
    assert [f"第{place}页共{len(pages)}页" in page.squeezed for place, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)
    assert all("药山镇2022年6月组工信息核对单（续）" in page.squeezed for page in pages[1:])
    assert all(f"第{place}篇来稿" in "".join(page.squeezed for page in pages) for place in range(1, 91))


def test_hard_words_stay_on_the_page(press: Press) -> None:
    title = "#panic(1)" + "x" * 300 + "长" * 300
    entry = SheetEntry(Kind.DEDUCTION, title, "9" * 300, "8" * 300, -50)
    pages = printed(
        press,
        a_sheet(drafts=(SheetDraft("2022-1", title, date(2022, 6, 1), Verdict.COUNTS),), entries=(entry,)),
    )
    assert max(glyph.right for page in pages for glyph in page.glyphs) < 186
    words = "".join(page.squeezed for page in pages).replace("\u200b", "")
    assert words.count("#panic(1)") == 2
    assert words.count("长") == 600


@pytest.mark.parametrize("state", [None, *State])
def test_every_state_has_its_word(press: Press, state: State | None) -> None:
    assert "完成情况" in printed(press, a_sheet(state=state))[0].squeezed


def test_preview_and_file_are_the_same_pages(press: Press, tmp_path: Path) -> None:
    saved = paper.save_pdf(press, [a_sheet()], tmp_path / "核对单.pdf")
    assert (tmp_path / "核对单.pdf").read_bytes() == saved.content[0]
    assert len(paper.pages(press, [a_sheet()]).content) == 1
    with pytest.raises(NothingToPrint):
        paper.pages(press, [])


def test_what_was_adopted_and_objected_before_is_told(press: Press) -> None:
    day = date(2022, 6, 20)
    sheet = a_sheet(
        adoptions=(
            SheetAdoption("屋场会", "湖南日报", day, verified=True),
            SheetAdoption("老街坊", "红星网", day, verified=False),
        ),
        objections=(
            SheetObjection(date(2022, 7, 1), "少计一条", Finding.DISMISSED, "已计入"),
            SheetObjection(date(2022, 7, 2), "名次有误"),
        ),
    )
    (page,) = printed(press, sheet)
    for words in (
        "屋场会湖南日报6月20日已核实老街坊红星网6月20日待核实",
        "《老街坊》红星网采用的凭据还没核实，暂不计分。",
        "7月1日少计一条不成立：已计入7月2日名次有误待裁定",
        "核对回执药山镇2022年6月组工信息：无异议有异议",
    ):
        assert words in page.squeezed
    assert "页共" not in page.squeezed


def test_two_sided_each_unit_begins_on_a_front(press: Press) -> None:
    value = paper.value([a_sheet(), a_sheet(unit="新洲镇")], duplex=True)
    pages = read_pages(press.pdf(paper.TEMPLATE, value))
    assert ["单位" in page.squeezed for page in pages] == [True, False, True]

"""The printed 催报单: every unit that owes, on a list or a slip each."""

from datetime import date
from pathlib import Path

import pytest

from jinshi_desk.domain.errors import NothingToPrint
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.reminder_papers import Owing, ReminderSheet
from jinshi_desk.domain.units import Group
from jinshi_desk.papers import reminders
from jinshi_desk.papers.typesetting import Press
from tests.papers.measuring import Page, read_pages

TOWNS = tuple(
    Owing(name, Group.TOWN, "陈志远", "0736-4200000", 2, 0) for name in ("新洲镇", "药山镇", "毛里湖镇")
)


def a_sheet(*rows: Owing) -> ReminderSheet:
    return ReminderSheet(
        Month(2022, 6), date(2022, 6, 25), date(2022, 7, 5), "中共津市市委组织部研究室", rows
    )


def bureaus(count: int) -> tuple[Owing, ...]:
    return tuple(
        Owing(f"市第{place}局", Group.BUREAU, f"李清和{place}", "13812345678", 2, 1)
        for place in range(1, count + 1)
    )


def printed(press: Press, sheet: ReminderSheet, *, slips: bool = False) -> list[Page]:
    template = reminders.SLIPS if slips else reminders.LIST
    return read_pages(press.pdf(template, reminders.value(sheet)))


def test_the_list_names_every_unit_with_whom_to_ask_and_what_is_missing(press: Press) -> None:
    (page,) = printed(press, a_sheet(*TOWNS, *bureaus(2)))
    assert page.squeezed.startswith("2022年6月组工信息催报单截至2022年6月25日，以下5家单位")
    assert "序号单位信息员联系电话任务已报缺额镇（街道）1新洲镇陈志远0736-4200000202" in page.squeezed
    assert "市直单位4市第1局李清和1138****56782115市第2局" in page.squeezed
    assert page.squeezed.endswith("截止日期：2022年6月30日中共津市市委组织部研究室2022年6月25日第1页共1页")


def test_a_long_list_repeats_its_head_and_counts_its_pages(press: Press) -> None:
    pages = printed(press, a_sheet(*TOWNS, *bureaus(60)))
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in page.squeezed
    for page in pages[:-1]:
        assert "序号单位信息员联系电话任务已报缺额" in page.squeezed
    every = "".join(page.squeezed for page in pages)
    assert all(f"李清和{place}138****5678" in every for place in range(1, 61))


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (2, 1), (3, 2), (8, 4)])
def test_slips_stand_two_to_a_page_in_order(press: Press, count: int, sheets: int) -> None:
    pages = printed(press, a_sheet(*bureaus(count)), slips=True)
    assert len(pages) == sheets
    for place in range(count):
        page, lower = divmod(place, 2)
        name = f"市第{place + 1}局："
        lines = {"".join(glyph.character for glyph in line): line for line in pages[page].lines}
        assert (lines[name][0].baseline > 148.5) == bool(lower)


def test_a_slip_says_what_its_unit_owes(press: Press) -> None:
    (page,) = printed(press, a_sheet(TOWNS[0]), slips=True)
    assert "新洲镇：截至2022年6月25日，你单位6月尚未有效报送组工信息，月度任务2条，还缺2条。" in page.squeezed
    assert "单位信息员联系电话任务已报缺额新洲镇陈志远0736-4200000202" in page.squeezed
    assert "签收人：" in page.squeezed


def test_hard_names_do_not_move_a_slip(press: Press) -> None:
    hard = Owing("#panic(1)" + "长" * 400, Group.TOWN, "名" * 90, "0" * 90, 2, 0)
    paper = press.set(reminders.SLIPS, reminders.value(a_sheet(hard, hard)), "pdf")
    (page,) = read_pages(paper.content[0])
    assert page.squeezed.count("#panic(1)") == 4
    assert max(glyph.right for glyph in page.glyphs) < 186
    assert {fact["cut"] for fact in paper.told} == {"单位", "信息员", "联系电话"}


def test_hard_names_do_not_move_a_line_of_the_list(press: Press) -> None:
    hard = Owing("长" * 400, Group.TOWN, "名" * 90, "8" * 90, 2, 0)
    paper = press.set(reminders.LIST, reminders.value(a_sheet(hard, *TOWNS)), "pdf")
    (page,) = read_pages(paper.content[0])
    assert [fact["cut"] for fact in paper.told] == ["单位", "信息员", "联系电话"]
    for character, right in (("长", 81), ("名", 107), ("8", 143)):
        ends = [glyph.right for glyph in page.glyphs if glyph.character == character and glyph.left > 37]
        assert max(end for end in ends if end < 150) < right + 0.3


def test_nobody_owing_is_refused(press: Press) -> None:
    with pytest.raises(NothingToPrint):
        reminders.pages(press, a_sheet())


@pytest.mark.parametrize("slips", [False, True])
def test_preview_and_file_are_the_same_pages(press: Press, tmp_path: Path, slips: bool) -> None:
    sheet = a_sheet(*TOWNS)
    saved = reminders.save_pdf(press, sheet, tmp_path / "催报单.pdf", slips=slips)
    shown = reminders.pages(press, sheet, slips=slips)
    assert (tmp_path / "催报单.pdf").read_bytes() == saved.content[0]
    assert len(shown.content) == len(read_pages(saved.content[0]))
    assert shown.content[0].startswith(b"<svg")

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk.domain.registers import Action
from jinshi_desk.ui.theme import Look, Scheme, TextSize
from tests.ui.imports.clerk import Clerk

Open = Callable[..., Clerk]
HEADINGS = ("单位", "标题", "类别", "作者", "报送日期", "字数", "备注")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A workbook of six towns, a sheet each."""
    book = Workbook()
    for town in ("药山镇", "新洲镇", "白衣镇", "毛里湖镇", "三洲驿街道", "嘉山街道"):
        page = book.create_sheet(town)
        page.append(HEADINGS)
        page.append((town, f"{town}屋场夜话", "动态信息", "周试一", "2022-06-08", "约800字", ""))
        page.append((town, f"{town}党员先锋队", "随便", "周试一", "2022-06-09", "几百", ""))
    del book["Sheet"]
    book.save(tmp_path / "六镇.xlsx")
    return tmp_path / "六镇.xlsx"


def shown(work: Clerk) -> list[str]:
    rows = work.dialog.preview.sheet._rows
    return [f"{row.sheet}{row.row}" for row in rows]


def test_many_sheets_are_chosen_from_a_list(clerk: Open, many: Path) -> None:
    work = clerk(many)
    combo = work.dialog.preview.sheet.many_sheets
    assert combo.isVisible()
    assert combo.itemText(1) == "药山镇（导入 1 · 待定 1）"
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert shown(work) == ["新洲镇2", "新洲镇3"]
    work.type("n")  # the first doubt is in another sheet, or in this one
    assert work.row.action is Action.ASK


def test_rows_are_filtered_by_what_becomes_of_them(clerk: Open, samples: Path) -> None:
    work = clerk(samples / "messy_202206.xlsx")
    panel = work.dialog.preview.sheet
    panel.sheets.choose("市直单位")
    assert shown(work) == [f"市直单位{row}" for row in range(3, 10)]
    panel.results.choose("ask")
    assert shown(work) == ["市直单位8"]
    panel.sheets.choose("填报说明")
    assert shown(work) == []
    assert panel.table is not None
    assert panel.table.empty.isVisible()
    panel.table.empty.acted.emit()
    assert len(shown(work)) == 32


def test_a_hidden_sheet_is_read_when_it_is_wanted(clerk: Open, samples: Path) -> None:
    work = clerk(samples / "messy_202206.xlsx")
    work.dialog.preview.sheet.go_to(("5月(旧)", None))
    assert "隐藏的表" in work.dialog.preview.side.question._notes.text()
    work.type("1")
    assert len(work.sheet.reading.rows) >= 32
    assert work.dialog.session.answers == {"hidden_sheet:5月(旧)": "import"}


def test_two_doubts_of_a_row_are_asked_one_after_the_other(clerk: Open, many: Path) -> None:
    work = clerk(many)
    question = work.dialog.preview.side.question
    assert question._notes.text() == "这一行还有 1 处待定"
    assert question.general.text() == "这次导入里“随便”都这样"
    work.type("1")
    assert (work.row.sheet, work.row.row) == ("药山镇", 3)
    work.type("2650")  # 1 leaves it empty, 2 leads into the field
    work.enter()
    assert work.row.sheet == "新洲镇"
    assert [each.kind for each in work.row.questions] == ["unreadable_word_count"]


def test_cells_say_what_they_are_taken_for_and_what_stood_there(clerk: Open, samples: Path) -> None:
    work = clerk(samples / "messy_202206.xlsx")
    lines = work.dialog.preview.sheet.lines
    rows = {row.row: row for row in work.sheet.reading.rows if row.sheet == "6月"}
    assert lines.text(rows[8], "received_on") == "06-23 ← 44735"
    assert lines.tip(rows[8], "received_on") == "日期序号已换算\n原文：44735"
    assert lines.text(rows[10], "adopted_on") == "2022-06 ← 2022年6月"
    assert lines.text(rows[15], "title") == "重复的表头 · 序号 单位 标题 类别"
    assert lines.text(rows[16], "received_on") == "2022.6.31"
    assert [lines.mark(rows[row], "received_on") for row in (8, 9, 15, 16)] == ["ok", "warn", "", "bad"]
    assert lines.tip(rows[6], "title") == ""


def test_the_preview_bears_large_text_and_the_dark(clerk: Open, samples: Path, look: Look) -> None:
    work = clerk(samples / "messy_202206.xlsx")
    look.set_scheme(Scheme.DARK)
    look.set_text_size(TextSize.HUGE)
    assert work.dialog.grab().width() == work.dialog.width()


def test_a_title_can_be_read_in_a_narrow_window(clerk: Open, samples: Path) -> None:
    work = clerk(samples / "messy_202206.xlsx")
    widths = {}
    for width in (1093, 1366):
        work.dialog.resize(width, 540)
        table = work.dialog.preview.sheet.table
        assert table is not None
        keys = [column.key for column in table._rows.columns]
        widths[width] = {
            key: table.columnWidth(place) for place, key in enumerate(keys) if not table.isColumnHidden(place)
        }
    assert widths[1093]["title"] > 150
    assert widths[1366].keys() - widths[1093].keys() == {"category", "author", "adopted_on"}

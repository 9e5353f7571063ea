import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.balance import Check, CheckName, all_sentences
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.register import Segment
from jinshi_desk.ui.bulletin.source_dialog import SourceDialog
from jinshi_desk.ui.bulletin.sources import DEDUCTED, UNITS, Sources
from jinshi_desk.ui.notice.checks_list import ChecksList, in_points
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import LinkedText
from tests.office import JUNE, MAY, Office, unit_id
from tests.ui.bulletin.conftest import Clerk


def opened(clerk: Clerk) -> SourceDialog:
    dialog = clerk.tab.findChild(SourceDialog)
    assert isinstance(dialog, SourceDialog)
    return dialog


def test_the_tiles_say_what_the_figures_say(clerk: Clerk, office: Office) -> None:
    figures, tiles = office.figures(), clerk.tab.figures.tiles
    said = {key: (tile.figure.text(), tile.below.text()) for key, tile in tiles.items()}
    done = figures.completion
    taken = sum(figures.points_of(each.unit.id).deducted for each in figures.standings)
    assert said["valid"] == ("3", "上月未关账，不比较")
    assert said["rate"] == ("1.8", f"{done.completed} / {done.due} 家")
    assert said["adopted"] == ("1", "共 2 篇次")
    assert said[DEDUCTED][0] == plain(taken)
    assert tiles["rate"].accessibleName() == f"完成率 1.8%，{done.completed} / {done.due} 家"


def test_a_month_is_compared_with_the_closed_one_before(clerk: Clerk, office: Office) -> None:
    office.log(unit="白衣镇", received="2022-05-10")
    office.close(MAY)
    clerk.tab.reload()
    assert clerk.tab.figures.tiles["valid"].below.text() == "较上月 +2"
    clerk.tab._on_figure_opened("valid.change")
    assert opened(clerk).source.total == "3 − 1 = +2"


def test_checks_tell_what_holds_and_what_is_open(clerk: Clerk) -> None:
    lines = clerk.tab.figures.checks.lines
    assert {name: line.level for name, line in lines.items()} == {
        **dict.fromkeys(set(CheckName) - {CheckName.GRACE}, "ok"),
        CheckName.FORMS: "warn",
        CheckName.UNVERIFIED: "warn",
    }
    assert clerk.tab.figures.checks.summary.text() == "14 项通过，2 项待办"
    assert lines[CheckName.FORMS].accessibleName() == "缺审批表：待办 1 篇，查看"


@pytest.mark.parametrize(
    ("name", "segment"),
    [(CheckName.FORMS, Segment.FORM_MISSING), (CheckName.UNVERIFIED, Segment.UNVERIFIED)],
)
def test_what_is_open_leads_to_its_list(
    clerk: Clerk, qtbot: QtBot, name: CheckName, segment: Segment
) -> None:
    with qtbot.waitSignal(clerk.tab.list_wanted) as wanted:
        clerk.tab.figures.checks.lines[name].detail.linkActivated.emit("0")
    assert wanted.args == [segment]


def test_a_difference_is_told_in_points(look: Look, qtbot: QtBot) -> None:
    checks = ChecksList(look)
    qtbot.addWidget(checks)
    checks.show_checks((Check(CheckName.PIECES, ok=False, detail="17025 ≠ -50"),), linked=0)
    line = checks.lines[CheckName.PIECES]
    assert (line.level, line.detail.text()) == ("bad", "170.25 ≠ −0.5 分")
    assert checks.summary.text() == "0 项通过，1 项不符"
    assert in_points("1700") == "17"


def test_the_first_three_of_a_group_open_to_their_entries(clerk: Clerk) -> None:
    towns = clerk.tab.figures.ranking._tables[0]
    assert "新洲镇" in [words.text() for words in towns.findChildren(QLabel)]
    towns.findChildren(LinkedText)[0].linkActivated.emit("0")
    assert opened(clerk).source.title == "新洲镇 2022年6月积分：这分怎么来的"


def test_every_figure_of_the_text_has_lines_behind_it(clerk: Clerk, office: Office) -> None:
    draft = clerk.tab.draft
    assert draft is not None
    sources = Sources(office.points)
    keys = {span.figure.key for each in all_sentences(draft.bulletin) for span in each.spans}
    assert len(keys) > 12
    for key in keys | {DEDUCTED, UNITS}:
        assert sources.of(key, draft.bulletin.figures).lines, key


@pytest.mark.parametrize("kind", ["points", "cumulative"])
def test_entries_add_up_to_the_points_they_explain(clerk: Clerk, office: Office, kind: str) -> None:
    unit = unit_id("新洲镇")
    clerk.tab._on_figure_opened(f"{kind}.town.{unit}")
    source = opened(clerk).source
    earned = office.figures(JUNE).points_of(unit)
    wanted = earned.total if kind == "points" else earned.cumulative
    signed = [line.cells[-1].replace("−", "-") for line in source.lines]
    assert sum(round(float(points) * 100) for points in signed) == wanted
    assert source.total == f"{len(source.lines)} 笔合计 {plain(wanted)} 分"


def test_a_unit_opens_from_the_table_of_all_and_goes_back(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.tab.figures.explain_button.click()
    dialog = opened(clerk)
    assert dialog.source.title == "2022年6月各单位"
    assert dialog.list is not None
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert "这分怎么来的" in dialog.source.title
    assert dialog.back_button.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Backspace)
    assert dialog.source.title == "2022年6月各单位"
    with qtbot.waitSignal(dialog.finished):
        dialog.close_button.click()


def test_a_tile_opens_by_key(clerk: Clerk) -> None:
    QTest.keyClick(clerk.tab.figures.tiles["rate"], Qt.Key.Key_Return)
    done = clerk.tab.draft
    assert done is not None
    assert opened(clerk).source.total.startswith(f"1 ÷ {done.bulletin.figures.completion.due} = 1.8%")


def test_the_rows_that_do_not_add_up_are_named(look: Look, qtbot: QtBot) -> None:
    checks = ChecksList(look)
    qtbot.addWidget(checks)
    line = checks.lines[CheckName.BOOKS]
    checks.show_checks((Check(CheckName.BOOKS, ok=True, detail="170.5"),), linked=0)
    assert (line.level, line.detail.text()) == ("ok", "170.5 分")
    rows = "药山镇 8 ≠ 8.5、镇（街道） 20 ≠ 20.5、药山镇本季 8 ≠ 8.5"
    checks.show_checks((Check(CheckName.BOOKS, ok=False, detail=rows),), linked=0)
    assert (line.level, line.detail.text()) == ("bad", "药山镇 8 ≠ 8.5 等 3 处")
    assert line.toolTip().splitlines() == rows.split("、")
    checks.show_checks((Check(CheckName.BOOKS, ok=False, detail="药山镇累计 8 ≠ 9"),), linked=0)
    assert line.detail.text() == "药山镇累计 8 ≠ 9"
    assert checks.lines[CheckName.FORMS].isHidden()


def test_a_draft_whose_authors_are_not_all_named_is_opened_from_its_line(
    clerk: Clerk, office: Office, qtbot: QtBot
) -> None:
    first, second = (office.log(unit="药山镇", authors_incomplete=True) for _ in range(2))
    clerk.tab.reload()
    line = clerk.tab.figures.checks.lines[CheckName.AUTHORS]
    assert line.accessibleName() == "作者未写全：待办 2 篇，查看"
    with qtbot.waitSignal(clerk.tab.list_wanted) as wanted:
        line.detail.linkActivated.emit("0")
    assert wanted.args == [first]
    office.register.void(first, "登错")
    clerk.tab.reload()
    with qtbot.waitSignal(clerk.tab.list_wanted) as wanted:
        line.detail.linkActivated.emit("0")
    assert wanted.args == [second]

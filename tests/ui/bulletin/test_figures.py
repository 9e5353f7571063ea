import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.balance import Check, CheckName, all_sentences
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.register import Segment
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.explain import figure_chain
from jinshi_desk.services.month_book import MonthBook
from jinshi_desk.ui.ledgers.kinds import Ledger
from jinshi_desk.ui.notice.checks_list import FIGURE, ChecksList, in_points
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import LinkedText
from tests.office import JUNE, MAY, Office, unit_id
from tests.ui.bulletin.conftest import Clerk


def test_the_tiles_say_what_the_figures_say(clerk: Clerk, office: Office) -> None:
    figures, tiles = office.figures(), clerk.tab.figures.tiles
    said = {key: (tile.figure.text(), tile.below.text()) for key, tile in tiles.items()}
    done = figures.completion
    taken = sum(figures.points_of(each.unit.id).deducted for each in figures.standings)
    assert said["valid"] == ("3", "上月未关账")
    assert said["rate"] == ("1.8", f"{done.completed} / {done.due} 家")
    assert said["adopted"] == ("1", "共 2 篇次")
    assert said["deducted"][0] == plain(taken)
    assert tiles["rate"].accessibleName() == f"完成率 1.8%，{done.completed} / {done.due} 家"


def test_a_month_is_compared_with_the_closed_one_before(clerk: Clerk, office: Office) -> None:
    office.log(unit="白衣镇", received="2022-05-10")
    office.close(MAY)
    clerk.tab.reload()
    assert clerk.tab.figures.tiles["valid"].below.text() == "较上月 +2"


def test_checks_tell_what_holds_and_what_is_open(clerk: Clerk) -> None:
    lines = clerk.tab.figures.checks.lines
    assert {name: line.level for name, line in lines.items()} == {
        **dict.fromkeys(set(CheckName) - {CheckName.GRACE}, "ok"),
        CheckName.FORMS: "warn",
        CheckName.UNVERIFIED: "warn",
    }
    assert clerk.tab.figures.checks.summary.text() == "15 项通过，2 项待办"
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
    assert (line.level, line.accessibleName()) == ("bad", "采用分逐篇合计：不符 170.25 ≠ −0.5 分")
    assert checks.summary.text() == "0 项通过，1 项不符"
    assert in_points("1700") == "17"


def test_the_first_three_of_a_group_open_to_their_entries(clerk: Clerk, qtbot: QtBot) -> None:
    towns = clerk.tab.figures.ranking._tables[0]
    assert "新洲镇" in [words.text() for words in towns.findChildren(QLabel)]
    with qtbot.waitSignal(clerk.tab.explain_wanted) as wanted:
        towns.findChildren(LinkedText)[0].linkActivated.emit("0")
    assert wanted.args == [Opens(f"points.town.{unit_id('新洲镇')}", JUNE)]


def test_every_figure_of_the_text_and_every_tile_has_lines_behind_it(clerk: Clerk, office: Office) -> None:
    draft = clerk.tab.draft
    assert draft is not None
    keys = {span.figure.key for each in all_sentences(draft.bulletin) for span in each.spans}
    assert len(keys) > 12
    book = MonthBook(office.store, JUNE)
    for key in keys | {*clerk.tab.figures.tiles, "points"}:
        chain = figure_chain(key, book)
        assert chain.holds, key
        assert chain.lines or chain.figure == "0", key


def test_a_tile_and_the_button_over_them_open_their_figures(clerk: Clerk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clerk.tab.explain_wanted) as wanted:
        QTest.keyClick(clerk.tab.figures.tiles["rate"], Qt.Key.Key_Return)
    assert wanted.args == [Opens("rate", JUNE)]
    with qtbot.waitSignal(clerk.tab.explain_wanted) as wanted:
        clerk.tab.figures.explain_button.click()
    assert clerk.tab.draft is not None
    assert wanted.args == [clerk.tab.draft.notice]


def test_the_rows_that_do_not_add_up_are_named(look: Look, qtbot: QtBot) -> None:
    checks = ChecksList(look)
    qtbot.addWidget(checks)
    line = checks.lines[CheckName.BOOKS]
    checks.show_checks((Check(CheckName.BOOKS, ok=True, detail="170.5"),), linked=0)
    assert (line.level, line.detail.text()) == ("ok", "170.5 分")
    rows = "药山镇 8 ≠ 8.5、镇（街道） 20 ≠ 20.5、药山镇本季 8 ≠ 8.5"
    checks.show_checks((Check(CheckName.BOOKS, ok=False, detail=rows),), linked=0)
    assert (line.level, line.accessibleName()) == ("bad", "逐笔合计到组、季、年：不符 药山镇 8 ≠ 8.5 等 3 处")
    assert line.toolTip().splitlines() == rows.split("、")
    checks.show_checks((Check(CheckName.BOOKS, ok=False, detail="药山镇累计 8 ≠ 9"),), linked=0)
    assert line.accessibleName().endswith("药山镇累计 8 ≠ 9")
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


OF_A_MONTH = set(CheckName) - {
    CheckName.GRACE,
    CheckName.MONTHS,
    CheckName.SUMS,
    CheckName.GRADES,
    CheckName.LISTED,
    CheckName.ENTRIES,
    CheckName.NAMES,
    CheckName.LISTED,
    CheckName.PRAISE,
}


@pytest.mark.parametrize("name", sorted(OF_A_MONTH))
def test_whatever_fails_opens_what_is_behind_it(
    name: CheckName, clerk: Clerk, office: Office, look: Look, qtbot: QtBot
) -> None:
    checks = ChecksList(look)
    qtbot.addWidget(checks)
    opened: list[str] = []
    figures: list[str] = []
    checks.list_wanted.connect(opened.append)
    checks.sentence_wanted.connect(opened.append)
    checks.figure_wanted.connect(figures.append)
    detail = {CheckName.SENTENCES: "T1", CheckName.AUTHORS: "2022-0001"}.get(name, "1")
    checks.show_checks((Check(name, ok=False, detail=detail),), linked=0)
    checks.lines[name].detail.linkActivated.emit("0")
    if name in FIGURE:
        assert (opened, figures) == ([], [FIGURE[name]])
        assert figure_chain(FIGURE[name], MonthBook(office.store, JUNE)).holds
    else:
        (behind,) = opened
        assert behind in {*Segment, *Ledger, "imports", detail}

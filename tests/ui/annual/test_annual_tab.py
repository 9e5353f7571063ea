"""年度考评 as a clerk uses it: the year's points, names confirmed and decided, extracts saved."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.award_decisions import NameState, NewDecision
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.annual_notice import AnnualNotice
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.year_extracts import YearExtractDesk
from jinshi_desk.services.years import YearDesk
from jinshi_desk.ui.annual.desks import AnnualDesks
from jinshi_desk.ui.annual.head import Page
from jinshi_desk.ui.annual.tab import AnnualTab
from jinshi_desk.ui.notice.lines_entry import LinesEntry
from jinshi_desk.ui.theme import Look
from tests.office import JANUARY, JUNE, Office, unit_id
from tests.ui.framed import Told, come_to, framed
from tests.ui.scripted import ScriptedDialogs

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def told() -> list[Told]:
    """What the tab of the test said, once there is one."""
    return []


@pytest.fixture
def tab(
    office: Office,
    look: Look,
    settings: QSettings,
    dialogs: ScriptedDialogs,
    qtbot: QtBot,
    told: list[Told],
) -> Iterator[AnnualTab]:
    """The tab at the end of June: 药山镇 ran in Beijing, 新洲镇 in the province, two others at home."""
    office.day = date(2022, 6, 30)
    for unit, level in (
        ("药山镇", Level.NATIONAL),
        ("新洲镇", Level.PROVINCE),
        ("白衣镇", Level.COUNTY),
        ("嘉山街道", Level.COUNTY),
    ):
        office.log(unit=unit)
        office.adopt(office.log(f"{unit}的稿件", unit=unit), level)
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        desks = AnnualDesks(
            YearDesk(office.store, office.today),
            office.awards,
            YearExtractDesk(office.store, Press(), office.today),
            PeriodNoticeDesk(office.store, Press(), office.today, AnnualNotice(office.store, office.today)),
            office.undo,
            office.today,
        )
        told.append(Told(frame))
        tab = AnnualTab(frame, desks)
        qtbot.addWidget(tab)
        tab.resize(1350, 560)
        with qtbot.waitSignal(tab.shown):
            come_to(tab, qtbot)
        yield tab


def row(tab: AnnualTab, name: str) -> tuple[str, NameState | None]:
    """The head and the state of a name on the list."""
    model = tab.awards.list._model
    lines = [line for place in range(model.rowCount()) if (line := model.row(place)) is not None]
    return next((line.head, line.state) for line in lines if line.name == name)


def go_to(tab: AnnualTab, unit: str) -> None:
    assert tab.awards.list.list.go_to(unit_id(unit))


@pytest.fixture
def awards(tab: AnnualTab) -> AnnualTab:
    """The tab with the towns' list."""
    tab.head.pages.choose(Page.AWARDS)
    return tab


def test_the_years_points_stand_by_month_with_sum_and_rank(tab: AnnualTab, told: list[Told]) -> None:
    tab.points.grid.go_to(unit_id("药山镇"), 6)
    assert tab.points.grid.words() == "药山镇6月 22 分"
    tab.points.grid.go_to(unit_id("药山镇"), 15)
    assert tab.points.grid.words() == "药山镇本组第 1 名"
    assert told[0].counts == "药山镇本组第 1 名"
    assert tab.head.state.text() == "到6月"


def test_a_cell_and_a_name_ask_where_their_points_come_from(tab: AnnualTab, qtbot: QtBot) -> None:
    year = Opens(f"unit.{unit_id('药山镇')}.cumulative", JUNE, since=JANUARY)
    for column, wanted in ((6, Opens(f"unit.{unit_id('药山镇')}.total", JUNE)), (14, year)):
        tab.points.grid.go_to(unit_id("药山镇"), column)
        with qtbot.waitSignal(tab.explain_wanted) as asked:
            QTest.keyClick(tab.points.grid, Qt.Key.Key_Return)
        assert asked.args == [wanted]
    tab.head.pages.choose(Page.AWARDS)
    go_to(tab, "药山镇")
    with qtbot.waitSignal(tab.explain_wanted) as asked:
        QTest.keyClick(tab.awards.list.list, Qt.Key.Key_F2)
    assert asked.args == [year]


def test_a_key_confirms_all_that_waits_and_undo_takes_it_back(
    awards: AnnualTab, qtbot: QtBot, told: list[Told]
) -> None:
    with qtbot.waitSignal(awards.shown):
        QTest.keyClick(awards.awards.list.list, Qt.Key.Key_Return, CTRL)
    assert row(awards, "药山镇") == ("一等", NameState.CONFIRMED)
    assert row(awards, "白衣镇") == ("二等", NameState.TIED)
    assert told[0].acts[-1] == "镇（街道）已确认 2 名"
    assert not awards.awards.list.confirm_button.isEnabled()
    with qtbot.waitSignal(awards.shown):
        told[0].undo()
    assert row(awards, "药山镇") == ("一等", NameState.PROPOSED)


def test_a_tie_is_decided_with_a_reason_and_not_without(awards: AnnualTab, qtbot: QtBot) -> None:
    go_to(awards, "白衣镇")
    QTest.keyClick(awards.awards.list.list, Qt.Key.Key_D, CTRL)
    form = awards.awards.form
    assert form.grade.member == "second"
    QTest.keyClick(form.reason, Qt.Key.Key_S, CTRL)
    assert form._form.fields["award_reason"].level == "bad"
    form.reason.insert("全年无差错")
    assert form._form.fields["award_reason"].level == ""
    with qtbot.waitSignal(awards.shown):
        QTest.keyClick(form.reason, Qt.Key.Key_S, CTRL)
    assert row(awards, "白衣镇") == ("二等", NameState.DECIDED)
    reasons = [reason for line in awards.awards.name.lines.lines for reason in line.reasons]
    assert "全年无差错" in reasons


def test_more_names_than_places_are_told(awards: AnnualTab, office: Office, qtbot: QtBot) -> None:
    assert awards.awards.list.places.text() == "名额　一等 1/1　二等 1/2　三等 0/2"
    for unit in ("白衣镇", "嘉山街道"):
        new = NewDecision(Award.TOWN, unit_id(unit), "first", "全年无差错", date(2022, 6, 30), "王部长")
        with qtbot.waitSignal(awards.shown):
            office.awards.decide(2022, new)
    assert awards.awards.list.places.text() == "名额　一等 3/1，超 2 名　二等 1/2　三等 0/2"


def test_what_was_typed_is_not_lost_by_escape_unasked(awards: AnnualTab, dialogs: ScriptedDialogs) -> None:
    go_to(awards, "新洲镇")
    awards.awards.list.decide_button.click()
    awards.awards.form.reason.insert("再议")
    dialogs.agrees = False
    QTest.keyClick(awards.awards.form.reason, Qt.Key.Key_Escape)
    assert awards.awards.side.currentWidget() is awards.awards.form
    dialogs.agrees = True
    QTest.keyClick(awards.awards.form.reason, Qt.Key.Key_Escape)
    assert awards.awards.side.currentWidget() is awards.awards.name
    assert dialogs.asked == ["另定的等次还没有记下，不改了？"] * 2


def test_a_decision_is_withdrawn_with_a_reason(
    awards: AnnualTab, office: Office, qtbot: QtBot, dialogs: ScriptedDialogs
) -> None:
    awards.awards.list.confirm_button.click()
    qtbot.waitUntil(lambda: row(awards, "药山镇")[1] is NameState.CONFIRMED)
    go_to(awards, "药山镇")
    dialogs.reason = None
    awards.awards.list.withdraw_button.click()
    assert len(office.store.award_decisions.of_year(2022)) == 2
    dialogs.reason = "再核一遍"
    with qtbot.waitSignal(awards.shown):
        awards.awards.list.withdraw_button.click()
    assert row(awards, "药山镇") == ("一等", NameState.PROPOSED)
    assert not awards.awards.list.withdraw_button.isEnabled()
    assert "后来：再核一遍" in awards.awards.name.lines.lines[-1].reasons


def test_an_extract_is_shown_as_printed_and_saved_as_page_and_as_sheet(
    tab: AnnualTab, qtbot: QtBot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    tab.head.pages.choose(Page.EXTRACTS)
    qtbot.waitUntil(tab.extracts.save_button.isEnabled)
    tab.extracts.best.setText("5")
    qtbot.waitUntil(lambda: not tab.extracts._frame.tasks.busy and tab.extracts.save_button.isEnabled())
    sheet, page = tmp_path / "摘录.xlsx", tmp_path / "摘录.pdf"
    for button, path in ((tab.extracts.sheet_button, sheet), (tab.extracts.save_button, page)):
        dialogs.files = [path]
        with qtbot.waitSignal(tab.extracts.told):
            button.click()
    assert page.read_bytes().startswith(b"%PDF")
    first = [cell.value for cell in load_workbook(sheet).worksheets[0][2]]
    assert first[:2] == [1, "药山镇"]
    assert first[4] == 5
    tab.extracts.best.setText("零")
    assert not tab.extracts.save_button.isEnabled()


def test_a_year_with_nothing_on_the_books_says_so(
    tab: AnnualTab, office: Office, qtbot: QtBot, told: list[Told]
) -> None:
    office.day = date(2023, 3, 1)
    with qtbot.waitSignal(tab.shown):
        tab.reload()
    with qtbot.waitSignal(tab.shown):
        QTest.keyClick(tab, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert tab.view.year == 2023
    assert not tab.head.on_button.isEnabled()
    with qtbot.waitSignal(tab.shown):
        tab.head.back_button.click()
    assert tab.view.figures is not None
    office.store.release()


def test_without_figures_there_is_a_sentence_in_the_place_of_the_extract(tab: AnnualTab) -> None:
    tab.head.pages.choose(Page.EXTRACTS)
    assert tab.extracts.preview.isVisible()
    tab.extracts.show_year(2021, there=False)
    assert tab.extracts.why_none.text() == "2021年没有登记过稿件。"
    assert tab.extracts.why_none.isVisible()
    assert not tab.extracts.preview.isVisible()


def test_the_notice_leads_to_the_names_that_wait(tab: AnnualTab, qtbot: QtBot) -> None:
    tab.head.pages.choose(Page.NOTICE)
    assert tab.notice.draft is not None
    assert tab.notice.draft.notice.title == "关于2022年度全市组工信息宣传工作考核情况的通报"
    tab.notice.figures.checks.lines[CheckName.NAMES].opened.emit("awards")
    assert tab.stack.currentWidget() is tab.awards
    line = tab.awards.list.line
    assert line is not None
    assert (line.name, line.state) == ("药山镇", NameState.PROPOSED)
    with qtbot.assertNotEmitted(tab.list_wanted):
        tab.notice.list_wanted.emit("awards")
    with qtbot.waitSignal(tab.list_wanted) as wanted:
        tab.notice.list_wanted.emit("corrections")
    assert wanted.args == ["corrections"]


def test_what_is_asked_of_next_year_is_typed_a_paragraph_a_line(tab: AnnualTab, office: Office) -> None:
    tab.head.pages.choose(Page.NOTICE)
    field = tab.notice.figures.entries.fields["requirements"].control
    assert isinstance(field, LinesEntry)
    field.setFocus()
    field.insertPlainText("多写基层。")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.insertPlainText("按时报送。")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert tab.notice._desk.entries(Period.parse("2022")) == {"requirements": "多写基层。\n按时报送。"}
    before = office.store.audit.last()
    field.editingFinished.emit()
    assert office.store.audit.last() == before, "leaving what is kept writes nothing"


def test_once_the_notice_is_out_its_names_can_not_be_touched(
    awards: AnnualTab, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = PeriodIssue(Period.parse("2022"), "津组通〔2023〕1号", date(2023, 1, 12))
    monkeypatch.setattr(office.store.period_notices, "issued", lambda _: out)
    with qtbot.waitSignal(awards.shown):
        awards.reload()
    names = awards.awards.list
    go_to(awards, "药山镇")
    for button in (names.confirm_button, names.decide_button, names.withdraw_button):
        assert not button.isEnabled()
        assert button.toolTip().startswith("年终通报已印发")
    assert awards.head.state.text() == "已印发"


@pytest.mark.parametrize(
    ("what", "sheet", "head"), [("年度积分", "镇（街道）", "单位"), ("评优名单", "优秀信息员", "名单")]
)
def test_the_points_and_the_lists_are_saved_as_sheets(
    what: str, sheet: str, head: str, tab: AnnualTab, qtbot: QtBot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    pages = {"年度积分": tab.points.export_button, "评优名单": tab.awards.list.export_button}
    dialogs.files = [tmp_path / f"{what}.xlsx"]
    with qtbot.waitSignal(tab.notices.act_told) as done:
        pages[what].click()
    assert done.args[0] == f"已导出到 {what}.xlsx"
    assert dialogs.asked == [f"导出{what}"]
    assert load_workbook(dialogs.files[0])[sheet]["B1"].value == head

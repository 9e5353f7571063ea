"""The notice of a quarter in the window: its figures, its text, what is typed for it, its issue."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.issuing import PeriodIssue
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import Json, Press
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.period_page import PeriodPage
from jinshi_desk.ui.notice.set_pages import SetPages
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, MAY, Office
from tests.plain_notice import PlainNotice
from tests.ui.framed import Told, come_to, framed
from tests.ui.scripted import ScriptedDialogs

QUARTER, BEFORE = Period.parse("2022-Q2"), Period.parse("2022-Q1")


class QuickPress(Press):
    """Sets a single page, of another size for every other text."""

    def svg_pages(self, template: str, value: Json) -> list[bytes]:
        width = 500 + zlib.crc32(repr(value).encode()) % 100
        size = f'width="{width}pt" height="842pt" viewBox="0 0 {width} 842"'
        return [f'<svg xmlns="http://www.w3.org/2000/svg" {size}></svg>'.encode()]


@dataclass
class Clerk:
    """Who looks at the page."""

    page: PeriodPage
    desk: PeriodNoticeDesk
    told: Told
    qtbot: QtBot

    def settle(self, act: Callable[[], object]) -> SetPages:
        """Do something that changes the text, and wait for the pages that come of it."""
        with self.qtbot.waitSignal(self.page.typesetter.paged) as paged:
            act()
        assert paged.args is not None
        pages = paged.args[0]
        assert isinstance(pages, SetPages)
        return pages

    def type(self, key: str, text: str) -> None:
        """Type into an entry and leave it."""
        field = self.page.figures.entries.fields[key]
        field.control.setText(text)
        field.control.editingFinished.emit()


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def clerk(office: Office, frame: Frame, qtbot: QtBot) -> Clerk:
    """The page over a quarter of two months, both closed, on the 6th of July."""
    office.day = date(2022, 7, 6)
    office.log(received="2022-05-08")
    office.log(received="2022-06-08")
    office.close(MAY, JUNE)
    press = QuickPress(system_fonts=False)
    desk = PeriodNoticeDesk(office.store, press, office.today, PlainNotice(office.store))
    page = PeriodPage(frame, desk, "quarter", QUARTER)
    qtbot.addWidget(page)
    page.resize(1350, 580)
    page.typesetter._pause.setInterval(0)  # nobody types on
    clerk = Clerk(page, desk, Told(frame), qtbot)
    clerk.settle(page.show)
    return clerk


def test_figures_checks_text_and_page_are_those_of_the_notice(clerk: Clerk) -> None:
    figures = clerk.page.figures
    assert figures.title.text() == "第二季度数据"
    assert figures.tiles["valid"].accessibleName() == "有效报送 2条，共 3 个月"
    assert figures.checks.summary.text() == "3 项通过"
    assert clerk.page.text.rows["Q1"].sentence.text == "共收到有效信息2条。"
    assert clerk.told.counts == "2022年第二季度通报 · 1 页"


def test_a_sentence_is_rewritten_and_called_back_by_the_toast(clerk: Clerk) -> None:
    row = clerk.page.text.rows["Q1"]
    row.edit()
    row.editor.setPlainText("共收到有效信息5条。")
    clerk.settle(row.finish)
    assert clerk.page.figures.checks.lines[CheckName.SENTENCES].level == "warn"
    assert clerk.told.acts == ["Q1 已改"]
    clerk.settle(clerk.told.undo)
    assert row.sentence.text == "共收到有效信息2条。"


def test_a_sentence_that_is_not_used_is_not_printed(clerk: Clerk) -> None:
    clerk.settle(lambda: clerk.page.text.rows["Q1"].included.emit("Q1", False))
    assert clerk.desk.draft(QUARTER).notice.printed_sections == ()


def test_what_is_typed_is_kept_when_the_field_is_left(clerk: Clerk) -> None:
    clerk.type("mentored", "4")
    assert clerk.desk.entries(QUARTER) == {"mentored": "4"}
    assert clerk.told.acts == ["导师帮带已填"]
    clerk.told.undo()
    assert clerk.desk.entries(QUARTER) == {}


def test_enter_keeps_a_field_once_and_goes_on_to_the_next(clerk: Clerk, office: Office) -> None:
    come_to(clerk.page, clerk.qtbot)
    fields = clerk.page.figures.entries.fields
    control = fields["mentored"].control
    control.setFocus()
    QTest.keyClicks(control, "4")
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert fields["topics"].control.hasFocus()
    assert clerk.desk.entries(QUARTER) == {"mentored": "4"}
    kept = [record.act for record in office.store.audit.of("notice 2022-Q2")]
    assert kept == ["period_entries"]


def test_enter_stays_in_a_field_that_is_wrong(clerk: Clerk) -> None:
    come_to(clerk.page, clerk.qtbot)
    control = clerk.page.figures.entries.fields["mentored"].control
    control.setFocus()
    control.setText("四对")
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert control.hasFocus()


def test_a_number_that_is_none_is_told_below_its_field_and_not_kept(clerk: Clerk) -> None:
    field = clerk.page.figures.entries.fields["mentored"]
    clerk.type("mentored", "四对")
    assert field.problem.text() == "导师帮带要填不超过 99999 的整数"
    assert clerk.desk.entries(QUARTER) == {}
    clerk.type("mentored", "4")
    assert field.problem.isHidden()


def test_a_figure_opens_what_stands_behind_it(clerk: Clerk) -> None:
    with clerk.qtbot.waitSignal(clerk.page.explain_wanted) as wanted:
        clerk.page.figures.tiles["valid"].click()
    assert wanted.args is not None
    assert wanted.args[0].total == "共 2 条"


def test_the_notice_goes_out_and_nothing_of_it_can_be_changed(clerk: Clerk) -> None:
    clerk.settle(clerk.page.head.issue_button.click)
    assert clerk.desk.issued(QUARTER) == PeriodIssue(QUARTER, "津组通〔2022〕1号", date(2022, 7, 6))
    assert clerk.told.acts == ["2022年第二季度通报已印发，津组通〔2022〕1号"]
    assert clerk.page.head.issue_button.isHidden()
    assert not clerk.page.text.rows["Q1"].tick.isEnabled()
    assert clerk.page.figures.entries.fields["mentored"].control.isReadOnly()


def test_an_open_month_keeps_the_notice_in_the_house(clerk: Clerk, office: Office) -> None:
    office.issuing.reopen(JUNE, "漏登一篇")
    clerk.page.reload()
    assert not clerk.page.head.issue_button.isEnabled()
    assert clerk.page.head.issue_button.toolTip() == "2022年6月还没关账，先关账，再印发。"
    assert clerk.page.figures.checks.lines[CheckName.MONTHS].level == "bad"


def test_another_quarter_is_turned_to_and_what_was_being_typed_stays(clerk: Clerk) -> None:
    row = clerk.page.text.rows["Q1"]
    row.edit()
    row.editor.setPlainText("收到2条。")
    clerk.page.show_period(BEFORE)
    assert clerk.page.text.rows["Q1"].sentence.text == "共收到有效信息0条。"
    assert clerk.desk.draft(QUARTER).notice.sections[0].paragraphs == ("收到2条。",)
    assert clerk.page.period.holds(Month(2022, 2))


def test_where_there_is_room_for_two_panes_the_page_takes_the_place_of_the_text(clerk: Clerk) -> None:
    clerk.page.resize(900, 580)
    assert (clerk.page.text.isVisible(), clerk.page.page.isVisible()) == (True, False)
    clerk.page.head.page_button.click()
    assert (clerk.page.text.isVisible(), clerk.page.page.isVisible()) == (False, True)

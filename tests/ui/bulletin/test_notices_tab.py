"""月 and 季 in one tab: a switch over whichever is in front, a picker beside the quarter."""

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.quarters import QuarterReview
from jinshi_desk.ui.bulletin.notices_tab import MONTH, QUARTER, NoticesTab
from jinshi_desk.ui.bulletin.quarter_picker import QuarterPicker
from jinshi_desk.ui.bulletin.tab import BulletinTab
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.period_page import PeriodPage
from tests.office import MAY, Office

SECOND, THIRD = Period.parse("2022-Q2"), Period.parse("2022-Q3")


@dataclass
class Switching:
    """Who goes from the month to the quarter and back."""

    tab: NoticesTab
    desk: PeriodNoticeDesk

    @property
    def quarter(self) -> PeriodPage:
        assert self.tab.quarter is not None
        return self.tab.quarter

    @property
    def picker(self) -> QuarterPicker:
        assert self.tab.picker is not None
        return self.tab.picker


@pytest.fixture
def clerk(
    june: None, bulletins: BulletinDesk, press: Press, office: Office, frame: Frame, qtbot: QtBot
) -> Switching:
    """The tab on June's bulletin, in July."""
    desk = PeriodNoticeDesk(office.store, press, office.today, QuarterReview(office.store, office.today))
    month = BulletinTab(frame, bulletins, office.closing, office.issuing)
    tab = NoticesTab(frame, month, lambda quarter: PeriodPage(frame, desk, "quarter", quarter))
    qtbot.addWidget(tab)
    tab.resize(1350, 580)
    tab.show()
    return Switching(tab, desk)


def test_the_quarter_of_the_month_is_shown_when_it_is_wanted(clerk: Switching) -> None:
    assert clerk.tab.quarter is None
    clerk.tab.switch.choose(QUARTER)
    assert clerk.quarter.isVisible()
    assert not clerk.tab.month.isVisible()
    assert clerk.picker.name_button.text() == "2022年第二季度"
    assert clerk.quarter.figures.tiles["valid"].figure.text() == "3"
    clerk.tab.switch.choose(MONTH)
    assert clerk.tab.month.isVisible()
    assert clerk.tab.switch.isVisible()


def test_another_quarter_is_picked_beside_the_month(clerk: Switching, frame: Frame) -> None:
    clerk.tab.switch.choose(QUARTER)
    clerk.picker.after_button.click()
    assert clerk.quarter.period == THIRD
    assert frame.month.month.month == 6
    frame.month.turn_to(MAY)
    assert (clerk.quarter.period, clerk.picker.quarter) == (SECOND, SECOND)


def test_a_quarter_that_has_none_says_why_in_place_of_the_review(clerk: Switching) -> None:
    clerk.tab.switch.choose(QUARTER)
    clerk.picker.after_button.click()
    clerk.picker.after_button.click()
    assert clerk.quarter.why_none.text() == "2022年第四季度还没有到，核对季度后再试。"
    assert not clerk.quarter.panes.isVisible()
    assert clerk.quarter.head.height() == clerk.quarter.head.sizeHint().height()
    clerk.picker.before_button.click()
    clerk.picker.before_button.click()
    assert clerk.quarter.panes.isVisible()
    clerk.picker.before_button.click()
    assert clerk.quarter.why_none.text() == "2022年第一季度没有登记过稿件，核对季度后再试。"


def test_what_is_typed_into_a_sentence_is_kept_when_the_switch_is_turned(clerk: Switching) -> None:
    clerk.tab.switch.choose(QUARTER)
    row = clerk.quarter.text.rows["Q1"]
    row.edit()
    row.editor.setPlainText("二季度收到3条。")
    clerk.tab.switch.choose(MONTH)
    sentences = {each.code: each.text for each in clerk.desk.draft(SECOND).notice.sentences()}
    assert sentences["Q1"] == "二季度收到3条。"


def test_a_figure_that_months_have_too_is_explained_month_by_month(clerk: Switching, qtbot: QtBot) -> None:
    clerk.tab.switch.choose(QUARTER)
    with qtbot.waitSignal(clerk.quarter.explain_wanted) as wanted:
        clerk.quarter.figures.tiles["valid"].click()
    assert wanted.args == [Opens("valid", SECOND.last, SECOND.first)]
    with qtbot.waitSignal(clerk.quarter.explain_wanted) as wanted:
        clerk.quarter.figures.explain_button.click()
    assert wanted.args is not None
    assert wanted.args[0].annexes[0].tables[0].keys


def test_a_row_behind_a_figure_leads_on(clerk: Switching, qtbot: QtBot) -> None:
    clerk.tab.switch.choose(QUARTER)
    with qtbot.waitSignal(clerk.quarter.explain_wanted) as wanted:
        clerk.quarter.text.figure_opened.emit("days")
    assert wanted.args is not None
    shown = wanted.args[0]
    keys = [key for row in shown.tables[0][1].keys for key in row if key]
    assert shown.opens(keys[0]) == Opens("draft.2022-0001")


def test_the_picker_stops_at_the_ends_of_the_calendar(clerk: Switching) -> None:
    clerk.tab.switch.choose(QUARTER)
    clerk.picker.show_quarter(Period.quarter(2099, 4))
    assert not clerk.picker.after_button.isEnabled()
    clerk.picker.show_quarter(Period.quarter(1901, 1))
    assert not clerk.picker.before_button.isEnabled()

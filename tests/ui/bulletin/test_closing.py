"""关账 in the window: asked with figures, done once, everything of the month read-only ever after."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.errors import IssueNumberTaken, MonthClosed
from jinshi_desk.domain.issuing import Issue, MonthState
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.ask_issue import AskIssue
from tests.office import JULY, JUNE, MAY, Office
from tests.ui.bulletin.conftest import Clerk
from tests.ui.framed import Told
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def due(clerk: Clerk, office: Office) -> Clerk:
    """The tab on the 6th of July: June can be closed."""
    office.day = date(2022, 7, 6)
    clerk.tab.reload()
    return clerk


@pytest.fixture
def closed(due: Clerk, frame: Frame) -> Clerk:
    """June, closed by the button."""
    with due.qtbot.waitSignal(frame.news.changed):
        due.tab.head.close_button.click()
    return due


def test_a_month_is_closed_by_the_button(
    due: Clerk, office: Office, dialogs: ScriptedDialogs, told: Told, frame: Frame
) -> None:
    with due.qtbot.waitSignal(frame.news.changed):
        due.tab.head.close_button.click()
    assert dialogs.asked == ["2022年6月关账？"]
    assert dialogs.told == [
        "有效 3 条、采用 1 篇、完成 1 家，关账后都不再变动。\n没办完的照关：缺审批表 1 篇、待核实采用 1 条。"
    ]
    assert office.store.months.is_closed(JUNE)
    assert told.acts[-1].startswith("2022年6月已关账，记入任务分 ")
    assert told._undo is None


def test_who_wants_to_look_again_closes_nothing(due: Clerk, office: Office, dialogs: ScriptedDialogs) -> None:
    dialogs.agrees = False
    due.tab.head.close_button.click()
    assert not office.store.months.is_closed(JUNE)


def test_with_nothing_open_it_says_where_later_finds_go(
    due: Clerk, office: Office, dialogs: ScriptedDialogs
) -> None:
    dialogs.agrees = False
    office.adoption.verify([3])
    office.approval.mark([office.store.drafts.all_numbers()[3]], on_file=True)
    due.tab.head.close_button.click()
    assert dialogs.told[0].endswith("\n以后发现的补登和差错，记入未关账的月份。")


def test_what_is_being_typed_is_kept_before_the_month_closes(due: Clerk, frame: Frame) -> None:
    row = due.row("T1")
    row.edit()
    row.editor.setPlainText(row.sentence.text.replace("共收到", "全市共收到"))
    with due.qtbot.waitSignal(frame.news.changed):
        due.tab.head.close_button.click()
    assert "全市共收到" in due.row("T1").sentence.text
    assert not due.row("T1").editing


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2022, 6, 30), "2022年6月还没过完，7月1日起可以关账。"),
        (date(2022, 7, 6), ""),
    ],
)
def test_the_button_says_why_not_yet(clerk: Clerk, office: Office, day: date, why: str) -> None:
    office.day = day
    clerk.tab.reload()
    button = clerk.tab.head.close_button
    assert button.isEnabled() is not bool(why)
    assert button.toolTip().startswith(why or "数字和通报从此不再变动")


def test_months_are_closed_in_order(clerk: Clerk, office: Office, frame: Frame) -> None:
    office.log(received="2022-05-20")
    office.day = date(2022, 7, 6)
    clerk.tab.reload()
    assert clerk.tab.head.close_button.toolTip().startswith("关账要按月份先后，先关2022年5月")
    frame.month.turn_to(MAY)
    assert clerk.tab.head.close_button.isEnabled()


def test_books_that_do_not_balance_are_told_and_nothing_is_asked(
    due: Clerk, office: Office, dialogs: ScriptedDialogs, qtbot: QtBot
) -> None:
    with office.store.writing("tamper"):
        office.store._db.execute_sql("DROP TRIGGER ledger_is_never_changed")
        office.store._db.execute_sql("UPDATE ledger SET adoption = NULL")
    with qtbot.captureExceptions() as refused:
        due.tab.head.close_button.click()
    assert [kind.__name__ for kind, *_ in refused] == ["OutOfBalance"]
    assert dialogs.asked == []


def test_a_closed_month_shows_when(closed: Clerk) -> None:
    head = closed.tab.head
    assert [step.chip.text() for step in head.steps] == ["✓ 1", "✓ 2", "✓ 3", "4"]
    assert head.steps[2].accessibleName().endswith("日关账")
    assert head.close_button.isHidden()


@pytest.mark.parametrize("way", ["enter", "double click", "space"])
def test_nothing_of_a_closed_month_can_be_changed(closed: Clerk, way: str, qtbot: QtBot) -> None:
    row = closed.row("T1")
    with qtbot.captureExceptions() as refused:
        if way == "double click":
            QTest.mouseDClick(row.text, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(row, Qt.Key.Key_Return if way == "enter" else Qt.Key.Key_Space)
    assert [(kind, error.args) for kind, error, _ in refused] == [(MonthClosed, ("2022年6月",))]
    assert not row.editing
    assert row.sentence.included


def test_a_closed_month_says_why_its_boxes_are_locked(told: Told, closed: Clerk) -> None:
    why = "2022年6月已关账，改动请登在未关账的月份。"
    row = closed.row("T1")
    assert (row.tick.isEnabled(), row.tick.toolTip()) == (False, why)
    assert (closed.tab.text.restore_button.isEnabled(), closed.tab.text.restore_button.toolTip()) == (
        False,
        why,
    )
    assert told.keys == "F2 看数字来源　Ctrl+P 打印"


def test_a_closed_month_tells_what_was_open_then(closed: Clerk) -> None:
    lines = closed.tab.figures.checks.lines
    assert lines[CheckName.FORMS].detail.text() == "关账时 1 篇"
    assert closed.tab.figures.checks.summary.text() == "15 项通过，2 项照关"


def test_a_closed_month_is_signed_out_by_the_button(
    closed: Clerk, office: Office, dialogs: ScriptedDialogs, told: Told, frame: Frame
) -> None:
    dialogs.number = "津组通[2022]06号"
    head = closed.tab.head
    assert (head.issue_button.isEnabled(), head.reopen_button.isEnabled()) == (True, True)
    with closed.qtbot.waitSignal(frame.news.changed):
        head.issue_button.click()
    assert dialogs.asked[-1] == "2022年6月通报印发？"
    assert dialogs.told[-1] == "文号和日期只登一次，落款日期随印发日期；印发以后不能再开账。"
    assert told.acts[-1] == "2022年6月通报已印发，津组通〔2022〕6号"
    assert office.store.months.state(JUNE) is MonthState.ISSUED
    assert head.steps[3].accessibleName() == "7月6日印发 津组通〔2022〕6号"
    assert [step.chip.text() for step in head.steps] == ["✓ 1", "✓ 2", "✓ 3", "✓ 4"]
    assert all(button.isHidden() for button in (head.close_button, head.issue_button, head.reopen_button))
    assert closed.tab.draft is not None
    assert closed.tab.draft.bulletin.dated == date(2022, 7, 6)
    assert not closed.row("T1").tick.isEnabled()


def test_who_thinks_again_signs_nothing_out(closed: Clerk, office: Office, dialogs: ScriptedDialogs) -> None:
    dialogs.agrees = False
    closed.tab.head.issue_button.click()
    assert office.store.months.state(JUNE) is MonthState.CLOSED


def test_a_closed_month_is_opened_again_with_a_reason(
    closed: Clerk, office: Office, dialogs: ScriptedDialogs, told: Told, frame: Frame
) -> None:
    dialogs.reason = "漏登一篇"
    with closed.qtbot.waitSignal(frame.news.changed):
        closed.tab.head.reopen_button.click()
    assert dialogs.asked[-1] == "2022年6月重新开账？"
    assert told.acts[-1] == "2022年6月已重新开账，改好要再关一次"
    assert [kept.reason for kept in office.store.months.reopenings()] == ["漏登一篇"]
    assert closed.row("T1").tick.isEnabled()
    assert not closed.tab.head.close_button.isHidden()
    assert closed.tab.head.reopen_button.isHidden()


def test_without_a_reason_nothing_is_opened(closed: Clerk, office: Office, dialogs: ScriptedDialogs) -> None:
    dialogs.reason = None
    closed.tab.head.reopen_button.click()
    assert office.store.months.state(JUNE) is MonthState.CLOSED


def test_a_month_that_is_not_the_last_closed_says_what_to_open_first(
    closed: Clerk, office: Office, qtbot: QtBot
) -> None:
    office.day = date(2022, 8, 6)
    office.close(JULY)
    closed.tab.reload()
    button = closed.tab.head.reopen_button
    assert not button.isEnabled()
    assert button.toolTip().startswith("重新开账只能从最后关账的月份起，先开2022年7月")
    assert closed.tab.head.issue_button.isEnabled()


def test_the_number_of_another_bulletin_is_refused(
    closed: Clerk, office: Office, dialogs: ScriptedDialogs, frame: Frame, qtbot: QtBot
) -> None:
    closed.tab.head.issue_button.click()
    office.day = date(2022, 8, 6)
    office.close(JULY)
    frame.month.turn_to(JULY)
    issue = office.issuing.issued(JUNE)
    assert issue is not None
    dialogs.number = issue.number
    with qtbot.captureExceptions() as refused:
        closed.tab.head.issue_button.click()
    assert [kind for kind, *_ in refused] == [IssueNumberTaken]
    assert office.store.months.state(JULY) is MonthState.CLOSED


def test_the_question_before_a_bulletin_goes_out_says_what_is_wrong(
    look: Look, office: Office, qtbot: QtBot
) -> None:
    closing = Issue(JUNE, "津组通〔2022〕6号", date(2022, 7, 6))
    office.day = date(2022, 7, 6)
    ask = AskIssue(
        look, "印发？", "", closing, lambda issue: [each.reason for each in office.issuing.check(issue)]
    )
    qtbot.addWidget(ask)
    assert (ask.verb_button.isEnabled(), ask.issue) == (True, closing)
    ask.number.clear()
    assert (ask.verb_button.isEnabled(), ask.wrong.text()) == (False, "missing")
    ask.number.setText("第6期")
    ask.day.setText("7月40日")
    assert (ask.verb_button.isEnabled(), ask.wrong.text()) == (False, "印发日期不是日期")
    ask.day.setText("7-7")
    assert ask.wrong.text() == "future"
    ask.day.setText("7-5")
    assert ask.issue == Issue(JUNE, "第6期", date(2022, 7, 5))


def test_the_next_month_is_open_again(closed: Clerk, frame: Frame) -> None:
    frame.month.turn_to(JULY)
    assert closed.row("T0").tick.isEnabled()
    assert closed.row("T0").tick.toolTip() == ""
    assert not closed.tab.head.close_button.isHidden()


def test_where_there_is_no_room_the_steps_are_numbers_that_say_their_names(clerk: Clerk) -> None:
    clerk.tab.resize(860, 400)
    step = clerk.tab.head.steps[2]
    assert not step._words.isVisible()
    assert step.toolTip() == "关账"
    clerk.tab.resize(1350, 580)
    assert step._words.isVisible()


def test_where_there_is_no_room_an_issued_month_still_says_its_number(closed: Clerk, frame: Frame) -> None:
    with closed.qtbot.waitSignal(frame.news.changed):
        closed.tab.head.issue_button.click()
    step = closed.tab.head.steps[3]
    closed.tab.resize(860, 400)
    assert (step._words.text(), step.toolTip()) == ("津组通〔2022〕1号", "7月6日印发 津组通〔2022〕1号")
    closed.tab.resize(1350, 580)
    assert step._words.text() == "7月6日印发 津组通〔2022〕1号"

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.ui.approval.marks_page import MarksPage
from jinshi_desk.ui.frame import Frame
from tests.office import JUNE, Office
from tests.ui.approval.marks_seen import forms, rows
from tests.ui.framed import Told, come_to


@pytest.fixture
def numbers(office: Office) -> list[str]:
    """Three drafts, the first with its form."""
    return [
        office.log("甲", unit="药山镇", received="2022-06-01"),
        office.log("乙", unit="药山镇", received="2022-06-02", approval_on_file=False),
        office.log("丙", unit="白衣镇", received="2022-06-03", approval_on_file=False),
    ]


def _on_file(office: Office) -> list[bool]:
    return [row.approval_on_file for row in office.approval.month(JUNE)]


def test_space_marks_the_current_draft_and_unmarks_it(
    office: Office, numbers: list[str], marks: MarksPage, frame: Frame, told: Told, qtbot: QtBot
) -> None:
    come_to(marks, qtbot)
    assert marks.list.hasFocus()
    QTest.keyClick(marks.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(frame.news.changed):
        QTest.keyClick(marks.list, Qt.Key.Key_Space)
    assert _on_file(office) == [True, True, False]
    assert forms(marks) == ["已交", "已交", "缺表"]
    assert told.acts == ["已标记已交：《乙》"]
    assert told.counts == "6月来稿 3 篇 · 已交 2 篇 · 缺表 1 篇"
    assert marks.list.current_row.title == "乙"
    with qtbot.waitSignal(frame.news.changed):
        QTest.keyClick(marks.list, Qt.Key.Key_Space)
    assert _on_file(office) == [True, False, False]
    assert told.acts[-1] == "已标记缺表：《乙》"


def test_several_are_marked_in_one_act_and_undone_in_one(
    office: Office, numbers: list[str], marks: MarksPage, frame: Frame, told: Told, qtbot: QtBot
) -> None:
    come_to(marks, qtbot)
    QTest.keySequence(marks.list, "Ctrl+A")
    assert marks._picked.text() == "已选 3 篇"
    with qtbot.waitSignal(frame.news.changed):
        QTest.keyClick(marks.list, Qt.Key.Key_Space)
    assert _on_file(office) == [True, True, True]
    assert told.acts == ["已标记已交：2 篇"]
    assert len(marks.list.selected_rows()) == 3
    told.undo()
    assert _on_file(office) == [True, False, False]


def test_the_buttons_mark_what_is_selected_and_offer_what_is_left_to_do(
    office: Office, numbers: list[str], marks: MarksPage, frame: Frame, qtbot: QtBot
) -> None:
    come_to(marks, qtbot)
    assert not marks.mark_button.isEnabled()
    with qtbot.waitSignal(frame.news.changed):
        marks.unmark_button.click()
    assert _on_file(office) == [False, False, False]
    assert marks.mark_button.isEnabled()
    assert not marks.unmark_button.isEnabled()
    marks.list.selectAll()
    with qtbot.waitSignal(frame.news.changed):
        marks.mark_button.click()
    assert _on_file(office) == [True, True, True]


def test_working_through_what_is_missing_needs_one_key_a_draft(
    office: Office, numbers: list[str], marks: MarksPage, frame: Frame, qtbot: QtBot
) -> None:
    come_to(marks, qtbot)
    marks.show_missing()
    assert [row[3] for row in rows(marks)] == ["乙", "丙"]
    for _ in range(2):
        with qtbot.waitSignal(frame.news.changed):
            QTest.keyClick(marks.list, Qt.Key.Key_Space)
    assert _on_file(office) == [True, True, True]
    assert marks.list.empty.isVisible()


def test_a_closed_month_refuses_all_of_them(
    office: Office, numbers: list[str], marks: MarksPage, told: Told, qtbot: QtBot
) -> None:
    come_to(marks, qtbot)
    office.close(JUNE)
    marks.list.selectAll()
    with qtbot.captureExceptions() as raised:
        QTest.keyClick(marks.list, Qt.Key.Key_Space)
    assert [kind for kind, *_ in raised] == [MonthClosed]
    assert _on_file(office) == [True, False, False]
    assert told.acts == []


def test_a_right_click_offers_the_marks_that_change_something(
    office: Office, numbers: list[str], marks: MarksPage, qtbot: QtBot
) -> None:
    come_to(marks, qtbot)
    words = [action.text().partition("\t")[0] for action in marks.row_menu().actions()]
    assert words == ["打开稿件", "复制", "", "标记缺表"]
    marks.row_menu().actions()[-1].trigger()
    assert _on_file(office) == [False, False, False]


def test_a_closed_month_has_nothing_to_mark_or_to_ask_for(
    office: Office, numbers: list[str], marks: MarksPage, qtbot: QtBot
) -> None:
    office.close(JUNE)
    come_to(marks, qtbot)
    marks.list.selectAll()
    why = "2022年6月已关账，改动请登在未关账的月份。"
    for button in (marks.mark_button, marks.unmark_button):
        assert (button.isEnabled(), button.toolTip()) == (False, why)
    assert marks.missing.units.text().endswith("缺审批表；已关账，不再补收")
    assert marks.missing.text.text == ""

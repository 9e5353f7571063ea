from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.chains import Opens
from jinshi_desk.ui.bulletin.tab import BulletinTab
from jinshi_desk.ui.frame import Frame
from tests.office import JUNE, MAY, Office
from tests.ui.bulletin.conftest import Clerk
from tests.ui.framed import Told

CTRL = Qt.KeyboardModifier.ControlModifier


def printed(clerk: Clerk) -> str:
    draft = clerk.tab.draft
    assert draft is not None
    sections = draft.bulletin.printed_sections
    return "\n".join(line for title, texts in sections for line in (title, *texts))


def test_keys_go_to_the_first_sentence(clerk: Clerk) -> None:
    assert clerk.tab.focusWidget() is clerk.row("T0")
    QTest.keyClick(clerk.row("T0"), Qt.Key.Key_Down)
    assert clerk.tab.focusWidget() is clerk.row("T1")
    assert clerk.row("T1").property("now") == "1"
    assert clerk.row("T0").property("now") == ""
    QTest.keyClick(clerk.row("T1"), Qt.Key.Key_Up)
    assert clerk.tab.focusWidget() is clerk.row("T0")


def test_a_rewritten_sentence_is_kept_and_set(
    clerk: Clerk, bulletins: BulletinDesk, frame: Frame, office: Office, qtbot: QtBot
) -> None:
    before = clerk.tab.page.preview.svgs
    row = clerk.row("T1")
    QTest.keyClick(row, Qt.Key.Key_Return)
    row.editor.setPlainText(row.sentence.text.replace("共收到", "全市共收到"))
    pages = clerk.settle(lambda: QTest.keyClick(row.editor, Qt.Key.Key_Return, CTRL))
    assert "全市共收到有效信息3条" in "".join(pages.notice.sections[0].paragraphs)
    assert clerk.tab.page.preview.svgs == pages.pages != before
    assert not row.editing
    assert row.chip.isVisible()
    assert row.sentence.spans[0].figure.key == "valid"
    another = BulletinTab(frame, bulletins, office.closing, office.issuing)
    qtbot.addWidget(another)
    another.show()
    assert "全市共收到" in another.text.rows["T1"].sentence.text


def test_a_figure_that_is_not_the_ledgers_is_told(clerk: Clerk) -> None:
    clerk.rewrite("T1", "信息3条", "信息5条")
    row, line = clerk.row("T1"), clerk.tab.figures.checks.lines[CheckName.SENTENCES]
    assert row.warning.isVisible()
    assert row.warning.said == row.accessibleDescription() == "与台账不符：应为 3"
    assert line.level == "warn"
    clerk.row("T0").setFocus()
    line.detail.linkActivated.emit("0")
    assert clerk.tab.focusWidget() is row
    with clerk.qtbot.waitSignal(clerk.tab.explain_wanted) as wanted:
        row.warning.text.linkActivated.emit("0")
    assert wanted.args == [Opens("valid", JUNE)]


def test_the_sentence_of_the_ledger_comes_back(clerk: Clerk, told: Told) -> None:
    text = clerk.row("T1").sentence.text
    clerk.row("T1").setFocus()
    assert not clerk.tab.text.restore_button.isEnabled()
    clerk.rewrite("T1", "信息3条", "信息5条")
    clerk.settle(clerk.tab.text.restore_button.click)
    assert clerk.row("T1").sentence.text == text
    assert not clerk.row("T1").warning.isVisible()
    assert told.acts == ["T1 已改", "T1 已恢复原句"]
    clerk.settle(told.undo)
    assert "信息5条" in clerk.row("T1").sentence.text


def test_a_sentence_left_out_comes_back_by_undo(told: Told, clerk: Clerk) -> None:
    clerk.settle(partial(QTest.keyClick, clerk.row("T12"), Qt.Key.Key_Space))
    assert told.acts == ["T12 不用"]
    clerk.settle(told.undo)
    assert clerk.row("T12").sentence.included
    clerk.settle(partial(QTest.keyClick, clerk.row("T12"), Qt.Key.Key_Space))
    clerk.settle(partial(QTest.keyClick, clerk.row("T12"), Qt.Key.Key_Space))
    assert told.acts[1:] == ["T12 不用", "T12 又用上"]


def test_a_sentence_switched_off_is_not_printed_and_numbers_close_up(clerk: Clerk) -> None:
    assert "五、下步要求" in printed(clerk)
    for code in ("T12", "T14", "T17"):
        clerk.settle(partial(QTest.keyClick, clerk.row(code), Qt.Key.Key_Space))
    assert "四、下步要求" in printed(clerk)
    assert not clerk.row("T12").tick.isChecked()
    assert clerk.row("T12").accessibleName().startswith("T12，不用")
    heads = [head.text() for head in clerk.tab.text.findChildren(QLabel)]
    assert "存在问题（不印）" in heads
    clerk.settle(clerk.row("T12").tick.click)
    assert "五、下步要求" in printed(clerk)


def test_esc_leaves_the_sentence_as_it_was(clerk: Clerk, bulletins: BulletinDesk) -> None:
    row = clerk.row("T1")
    row.edit()
    row.editor.setPlainText("写错了")
    QTest.keyClick(row.editor, Qt.Key.Key_Escape)
    assert not row.editing
    assert not bulletins.draft(JUNE).bulletin.sections[0].sentences[0].edited


def test_an_empty_sentence_is_not_kept(clerk: Clerk, frame: Frame, qtbot: QtBot) -> None:
    row = clerk.row("T1")
    row.edit()
    row.editor.setPlainText("　")
    with qtbot.waitSignal(frame.notices.refusal_told) as told:
        QTest.keyClick(row.editor, Qt.Key.Key_Return)
    assert told.args == ["T1 不能改成空句，不用这一句可取消勾选。"]
    assert not row.sentence.edited


def test_leaving_the_editor_keeps(clerk: Clerk) -> None:
    row = clerk.row("T1")
    row.edit()
    row.editor.setPlainText(row.sentence.text.replace("共收到", "全市共收到"))
    clerk.settle(lambda: clerk.row("T4").setFocus())
    assert row.sentence.edited


def test_what_is_being_typed_outlives_news(clerk: Clerk, office: Office) -> None:
    row = clerk.row("T1")
    row.edit()
    row.editor.setPlainText("6月份，全市")
    clerk.settle(lambda: office.log(unit="药山镇"))
    assert row.editing
    assert row.editor.toPlainText() == "6月份，全市"
    row.drop()


def test_what_is_being_typed_goes_to_the_month_it_was_typed_in(
    clerk: Clerk, frame: Frame, bulletins: BulletinDesk
) -> None:
    row = clerk.row("T1")
    row.edit()
    row.editor.setPlainText(row.sentence.text.replace("共收到", "全市共收到"))
    clerk.settle(lambda: frame.month.turn_to(MAY))
    assert bulletins.draft(JUNE).bulletin.sections[0].sentences[0].edited
    assert not bulletins.draft(MAY).bulletin.sections[0].sentences[0].edited
    assert not any(each.editing for each in clerk.tab.text.rows.values())
    assert clerk.row("T1").sentence.text == "5月份未收到有效信息。"


def test_a_closed_month_refuses_and_the_tick_goes_back(clerk: Clerk, office: Office, qtbot: QtBot) -> None:
    office.close(JUNE)
    with qtbot.captureExceptions() as refused:
        clerk.row("T1").tick.click()
    assert [kind for kind, *_ in refused] == [MonthClosed]
    assert clerk.row("T1").tick.isChecked()


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_a_figure_opens_to_where_it_comes_from(clerk: Clerk, way: str) -> None:
    row = clerk.row("T1")
    with clerk.qtbot.waitSignal(clerk.tab.explain_wanted) as wanted:
        if way == "key":
            QTest.keyClick(row, Qt.Key.Key_F2)
        else:
            row.text.linkActivated.emit("0")
    assert wanted.args == [Opens("valid", JUNE)]


def test_a_double_click_opens_the_editor(clerk: Clerk) -> None:
    QTest.mouseDClick(clerk.row("T3").text, Qt.MouseButton.LeftButton)
    assert clerk.row("T3").editing
    clerk.row("T3").drop()

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.dialogs import Dialogs
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.ask import AskReason, Question
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def question(look: Look, qtbot: QtBot) -> Question:
    question = Question(look, "6月还有 2 项未办，仍要关账？", "缺审批表 2 篇。", "关账", "再看看")
    qtbot.addWidget(question)
    question.show()
    return question


def test_enter_does_it_and_escape_is_the_safe_one(question: Question, qtbot: QtBot) -> None:
    with qtbot.waitSignal(question.accepted):
        QTest.keyClick(question, Qt.Key.Key_Return)
    question.show()
    with qtbot.waitSignal(question.rejected):
        QTest.keyClick(question, Qt.Key.Key_Escape)


def test_the_buttons_are_verbs(question: Question) -> None:
    assert [question.safe_button.text(), question.verb_button.text()] == ["再看看", "关账"]
    assert "缺审批表 2 篇。" in [label.text() for label in question.findChildren(QLabel)]


def test_a_notice_has_one_button(look: Look, qtbot: QtBot) -> None:
    notice = Question(look, "未能存盘：磁盘已满。", "腾出空间后按 Ctrl+S。", "", "知道了")
    qtbot.addWidget(notice)
    assert notice.verb_button.isHidden()
    assert notice.safe_button.isDefault()


def test_a_reason_must_be_given(look: Look, qtbot: QtBot) -> None:
    ask = AskReason(look, "作废这篇？", "编号保留。", ["重复登记", "误登"], "作废")
    qtbot.addWidget(ask)
    ask.show()
    assert not ask.verb_button.isEnabled()
    ask.preset_buttons[1].click()
    assert ask.reason == "误登"
    assert ask.verb_button.isEnabled()
    ask.field.setText("  ")
    assert not ask.verb_button.isEnabled()


def test_a_script_can_stand_in_for_the_clerk(dialogs: ScriptedDialogs) -> None:
    clerk: Dialogs = dialogs
    assert clerk.confirm("关账？", "", "关账")
    assert dialogs.asked == ["关账？"]

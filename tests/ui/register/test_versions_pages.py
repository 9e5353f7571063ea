"""退回修改 and what comes of it: the question, the clipboard, what came back, versions compared."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.returns import Return
from jinshi_desk.domain.versions import Content, NewRemark
from jinshi_desk.domain.working_days import working_days_after
from jinshi_desk.ui.register.resubmit_page import ResubmitPage
from jinshi_desk.ui.register.versions_dialog import VersionsDialog
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.ask_return import AskReturn
from tests.office import JUNE, a_draft
from tests.ui.register.conftest import Clerk

LATE = "三个工作日到7月6日为止，已过：收稿日期改为 2022-07-07，计入2022年7月"


@pytest.fixture
def number(clerk: Clerk) -> str:
    """A returned draft of June, in front of the clerk on 7 July."""
    found = clerk.office.log("屋场夜话", received="2022-06-28", body="办实事312件。", accepted=False)
    clerk.office.day = date(2022, 7, 1)
    clerk.office.register.return_(found, "标题不准", "篇幅不符")
    clerk.office.day = date(2022, 7, 7)
    clerk.settle()
    clerk.pick(found)
    return found


def page_of(clerk: Clerk) -> ResubmitPage:
    clerk.tab.detail.panel.step_buttons[Status.RECEIVED].click()
    return clerk.tab.detail.versions.page


def a_file(folder: Path, title: str = "屋场夜话解民忧") -> Path:
    file = folder / "新洲镇 改后.txt"
    file.write_text(f"{title}\n新洲镇　李试二\n新洲镇组织党员夜谈，办实事352件。\n", encoding="utf-8")
    return file


def dropped(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


# ---- sent back


def test_the_text_for_the_chat_group_is_ready_to_paste(clerk: Clerk) -> None:
    number = clerk.office.log("屋场夜话", accepted=False)
    clerk.settle()
    clerk.pick(number)
    clerk.dialogs.ticked, clerk.dialogs.reason = ("标题不准", "篇幅不符"), "第二段请补数字"
    clerk.tab.detail.panel.step_buttons[Status.RETURNED].click()
    assert clerk.dialogs.asked == ["退回《屋场夜话》修改？"]
    assert clerk.told == ["已退回：《屋场夜话》，退回文字已复制，可贴到群里"]
    text = QGuiApplication.clipboard().text()
    assert "主要问题：标题不准、篇幅不符。第二段请补数字。请于7月6日前报回" in text
    QGuiApplication.clipboard().clear()
    clerk.settle()
    clerk.tab.detail.panel.return_text_action.trigger()
    assert QGuiApplication.clipboard().text() == text
    assert clerk.told[-1] == "退回文字已复制，可贴到群里"


def test_several_go_back_in_one_act(clerk: Clerk) -> None:
    numbers = [clerk.office.log(title, accepted=False) for title in ("甲", "乙")]
    clerk.dialogs.ticked, clerk.dialogs.reason = ("标题不准",), ""
    clerk.tab.list.step_wanted.emit(numbers, Status.RETURNED)
    assert clerk.dialogs.asked == ["退回 2 篇稿件修改？"]
    assert QGuiApplication.clipboard().text().count("\n") == 1
    clerk.press(Qt.Key.Key_Z, ctrl=True)
    assert [clerk.office.status(number) for number in numbers] == [Status.RECEIVED] * 2


def test_nothing_goes_back_where_the_question_is_put_away(clerk: Clerk, number: str) -> None:
    clerk.dialogs.reason = None
    other = clerk.office.log(accepted=False)
    clerk.tab.list.step_wanted.emit([other], Status.RETURNED)
    assert clerk.office.status(other) == Status.RECEIVED


# ---- the question itself


@pytest.fixture
def question(look: Look, qtbot: QtBot) -> AskReturn:
    asked = AskReturn(
        look,
        "退回《屋场夜话》修改？",
        ("标题不准", "篇幅不符", "文字差错"),
        date(2022, 7, 1),
        lambda day: working_days_after(day, 3),
    )
    qtbot.addWidget(asked)
    asked.show()
    return asked


def test_reasons_are_ticked_by_their_digits(question: AskReturn) -> None:
    assert not question.verb_button.isEnabled()
    QTest.keyClick(question.boxes[0], Qt.Key.Key_2)
    QTest.keyClick(question.boxes[1], Qt.Key.Key_3)
    assert question.verb_button.isEnabled()
    assert question.returned == Return(date(2022, 7, 1), ("篇幅不符", "文字差错"))
    QTest.keyClick(question.boxes[2], Qt.Key.Key_3)
    assert question.returned.reasons == ("篇幅不符",)


def test_a_remark_alone_is_reason_enough(question: AskReturn) -> None:
    question.remark.setText("请核对人名")
    assert question.returned.reasons == ("请核对人名",)
    assert question.verb_button.isEnabled()


def test_the_question_says_until_when(question: AskReturn) -> None:
    assert question._told.text() == "7月6日前报回的，仍按原收稿日期算"
    question.boxes[0].setChecked(True)
    question.day.setText("35")
    assert question._told.text() == ""
    assert (question.verb_button.isEnabled(), question.verb_button.toolTip()) == (False, "退回日期不是日期")


# ---- taken in again


def test_what_came_back_is_typed_and_filed_by_keys(clerk: Clerk, number: str) -> None:
    page = page_of(clerk)
    assert clerk.focus is page.day
    assert page.counted.text() == LATE
    clerk.type("0705")
    assert page.counted.text() == "到7月6日为止算按时：收稿日期仍是 2022-06-28，计入2022年6月"
    page.title_field.setText("屋场夜话解民忧")
    page.attachments.setText("现场.jpg、 合影.png")
    page.text.setPlainText("办实事352件。")
    assert page.words.number == 8
    clerk.press(Qt.Key.Key_S, ctrl=True)
    draft = clerk.draft(number)
    assert (draft.version, draft.title, draft.body) == (2, "屋场夜话解民忧", "办实事352件。")
    assert draft.attachments == ("现场.jpg", "合影.png")
    assert clerk.told[-1] == "已收第 2 稿：《屋场夜话解民忧》，收稿日期 2022-06-28"
    assert clerk.tab.detail.currentWidget() is clerk.tab.detail.panel


def test_a_file_dropped_on_a_returned_draft_proposes_its_new_version(
    clerk: Clerk, number: str, tmp_path: Path
) -> None:
    panel, data = clerk.tab.detail.panel, dropped(a_file(tmp_path))
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, none)
    panel.dragEnterEvent(entered)
    assert entered.isAccepted()
    panel.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    page = clerk.tab.detail.versions.page
    clerk.qtbot.waitUntil(lambda: page.title_field.text() == "屋场夜话解民忧")
    assert page.heading.text() == f"{number} 第 2 稿　取自 新洲镇 改后.txt"
    assert page.authors.names() == ["李试二"]
    assert clerk.office.status(number) == Status.RETURNED
    page.done_button.click()
    assert clerk.draft(number).version == 2


def test_a_file_is_chosen_by_key(clerk: Clerk, number: str, tmp_path: Path) -> None:
    page = page_of(clerk)
    page.attachments.setText("现场.jpg")
    clerk.dialogs.files = [a_file(tmp_path)]
    clerk.press(Qt.Key.Key_O, ctrl=True)
    clerk.qtbot.waitUntil(lambda: "352" in page.text.toPlainText())
    assert page.content().attachments == ("现场.jpg",)


def test_a_draft_that_was_not_returned_takes_no_file(clerk: Clerk, tmp_path: Path) -> None:
    number = clerk.office.log("别的")
    clerk.settle()
    clerk.pick(number)
    assert not clerk.tab.detail.panel.acceptDrops()


def test_what_is_wrong_stands_at_its_field(clerk: Clerk, number: str) -> None:
    page = page_of(clerk)
    for typed, said in (
        ("35", "不是日期，如 2022-06-30"),
        ("0630", "报回早于退回（2022-07-01）"),
        ("0708", "报回日期在今天之后"),
    ):
        page.day.setText(typed)
        page.done_button.click()
        assert page.form.fields["back_on"].control.accessibleDescription() == said
    assert clerk.draft(number).version == 1


def test_another_draft_of_that_title_is_asked_about_once(clerk: Clerk, number: str) -> None:
    clerk.office.log("屋场夜话解民忧", received="2022-07-02")
    page = page_of(clerk)
    page.title_field.setText("屋场夜话解民忧")
    page.done_button.click()
    assert page.form.fields["title"].level == "bad"
    page._on_other_confirmed()
    page.done_button.click()
    assert clerk.draft(number).version == 2


def test_what_was_typed_is_not_lost_by_going_elsewhere(clerk: Clerk, number: str) -> None:
    detail, page = clerk.tab.detail, page_of(clerk)
    before = detail.is_dirty
    page.text.setPlainText("新写的")
    assert (before, detail.is_dirty) == (False, True)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.tab.detail.currentWidget() is clerk.tab.detail.panel


def test_a_returned_draft_stays_what_it_was_until_it_comes_back(clerk: Clerk, number: str) -> None:
    form = clerk.tab.detail.form
    for name in ("title", "authors", "body", "attachments"):
        control = form.fields[name].control
        assert control.property("readOnly"), name
        assert control.toolTip() == "已退回；改好的稿用“重新收稿…”登，原稿留底"
    note = form.fields["note"].control
    assert isinstance(note, QLineEdit)
    assert not note.isReadOnly()


def test_a_closed_month_says_what_to_do_instead(clerk: Clerk, number: str) -> None:
    clerk.office.close(JUNE)
    clerk.settle()
    button = clerk.tab.detail.panel.step_buttons[Status.RECEIVED]
    assert (button.isEnabled(), button.toolTip()) == (False, "2022年6月已关账，改动请登在未关账的月份。")


def test_attachments_are_typed_with_a_new_draft(clerk: Clerk) -> None:
    number = clerk.office.register.log(a_draft("有图", attachments=("现场.jpg",)))
    clerk.settle()
    clerk.pick(number)
    field = clerk.tab.detail.form.attachments
    assert field.text() == "现场.jpg"
    field.setText("现场.jpg、合影.png")
    clerk.tab.detail.panel.save_button.click()
    assert clerk.draft(number).attachments == ("现场.jpg", "合影.png")


# ---- compared


def versions_of(clerk: Clerk) -> VersionsDialog:
    clerk.press(Qt.Key.Key_B, ctrl=True)
    (dialog,) = clerk.window.findChildren(VersionsDialog)
    clerk.qtbot.addWidget(dialog)
    return dialog


def test_two_versions_stand_beside_each_other(clerk: Clerk, number: str) -> None:
    clerk.office.versions.resubmit(number, date(2022, 7, 5), Content("屋场夜话解民忧", body="办实事352件。"))
    clerk.settle()
    dialog = versions_of(clerk)
    assert dialog.windowTitle() == f"{number}《屋场夜话解民忧》历次稿"
    shown = dialog.view.toPlainText()
    assert "第1稿 6月28日收到" in shown
    assert "退回：标题不准、篇幅不符" in shown
    html = dialog.view.toHtml()
    assert "line-through" in html
    assert "underline" in html
    dialog.old.setCurrentIndex(1)
    dialog.old.activated.emit(1)
    assert dialog.same.text() == "两稿相同"


def test_what_stayed_is_folded_until_it_is_wanted(clerk: Clerk, number: str) -> None:
    same = "".join(f"第{place}项工作已经按要求全部落实到位，群众满意。" for place in range(12))
    clerk.office.versions.resubmit(number, date(2022, 7, 5), Content("屋场夜话", body=same + "办12件。"))
    clerk.office.register.return_(number, "数据未核实")
    clerk.office.versions.resubmit(number, date(2022, 7, 7), Content("屋场夜话", body=same + "办15件。"))
    clerk.settle()
    dialog = versions_of(clerk)
    assert "11 句没有改" in dialog.view.toPlainText()
    dialog.folds.setChecked(False)
    assert "句没有改" not in dialog.view.toPlainText()
    assert "第5项工作" in dialog.view.toPlainText()


def test_the_only_version_is_shown_alone_and_remarked_on(clerk: Clerk, number: str) -> None:
    dialog = versions_of(clerk)
    assert not dialog.old.isVisibleTo(dialog)
    assert dialog.view.toPlainText().count("办实事312件。") == 1
    assert [line.head for line in dialog.said.lines] == ["还没有指导意见。"]
    assert not dialog.note_button.isEnabled()
    dialog.remark_field.setText("先说做法")
    dialog.remark_field.setFocus()
    QTest.keyClick(dialog.remark_field, Qt.Key.Key_Return)
    assert dialog.by_field.hasFocus() or not dialog.isActiveWindow()
    dialog.by_field.setText("李主任")
    QTest.keyClick(dialog.by_field, Qt.Key.Key_Return)
    assert [line.head for line in dialog.said.lines] == ["第1稿　李主任：先说做法"]
    assert clerk.told[-1] == f"已记指导意见：{number}"
    (version,) = clerk.office.versions.versions(number)
    assert [remark.said for remark in version.remarks] == ["先说做法"]


def test_the_last_to_remark_is_remembered(clerk: Clerk, number: str) -> None:
    clerk.tab._frame.settings.setValue("remarks/by", "李主任")
    clerk.office.versions.remark(number, NewRemark("早先的", "王科长"))
    assert versions_of(clerk).by_field.text() == "李主任"

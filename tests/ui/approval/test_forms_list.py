import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.services.office import OfficeDesk
from jinshi_desk.ui.approval.marks_page import MarksPage
from jinshi_desk.ui.frame import Frame
from tests.office import MAY, Office
from tests.ui.approval.marks_seen import forms, rows, titles
from tests.ui.framed import Told, come_to


@pytest.fixture
def filled(office: Office) -> Office:
    """Drafts of two units, with and without forms, one not taken."""
    office.log("清单压实责任", unit="药山镇", received="2022-06-01")
    office.log("夜话聚民心", unit="药山镇", received="2022-06-02", approval_on_file=False)
    office.log("支部建在链上", unit="新洲镇", received="2022-06-03", approval_on_file=False)
    number = office.log(
        "不成文", unit="白衣镇", received="2022-06-04", approval_on_file=False, accepted=False
    )
    office.register.reject(number, "内容空泛")
    return office


def test_each_draft_of_the_month_stands_with_its_form(filled: Office, marks: MarksPage, told: Told) -> None:
    marks.show()
    assert rows(marks)[0] == [
        "2022-0001",
        "06-01",
        "药山镇",
        "清单压实责任",
        "动态信息",
        "周试一",
        "有效",
        "已交",
    ]
    assert forms(marks) == ["已交", "缺表", "缺表", "不需要"]
    assert told.counts == "6月来稿 4 篇 · 已交 1 篇 · 缺表 2 篇 · 不需要 1 篇"
    assert "空格" in told.keys


def test_segments_and_typing_narrow_the_list(filled: Office, marks: MarksPage) -> None:
    marks.show()
    marks.segments.choose("missing")
    assert titles(marks) == ["夜话聚民心", "支部建在链上"]
    marks.filter.setText("药山")
    assert titles(marks) == ["夜话聚民心"]
    marks.segments.choose("on_file")
    assert titles(marks) == ["清单压实责任"]
    marks.filter.setText("xzz")
    marks.segments.choose("all")
    assert titles(marks) == ["支部建在链上"]


def test_columns_sort(filled: Office, marks: MarksPage) -> None:
    marks.show()
    by_unit = marks.list.model()
    by_unit.sort(2, Qt.SortOrder.AscendingOrder)
    assert [row[2] for row in rows(marks)] == ["新洲镇", "药山镇", "药山镇", "白衣镇"]
    by_unit.sort(7, Qt.SortOrder.AscendingOrder)
    assert forms(marks) == ["缺表", "缺表", "不需要", "已交"]
    for column in (0, 1, 4, 6):
        by_unit.sort(column, Qt.SortOrder.DescendingOrder)
        assert len(rows(marks)) == 4


def test_an_empty_list_says_why(office: Office, marks: MarksPage, told: Told) -> None:
    marks.show()
    empty = marks.list.empty
    assert empty._sentence.text() == "6月还没有来稿。"
    assert told.counts == "6月来稿 0 篇 · 已交 0 篇 · 缺表 0 篇"
    assert not marks.mark_button.isEnabled()
    marks.segments.choose("missing")
    assert empty._sentence.text() == "6月没有缺审批表的稿件。"
    empty.acted.emit()
    assert marks.segments.current == "all"
    marks.segments.choose("on_file")
    assert empty._sentence.text() == "6月还没有交来的审批表。"
    marks.filter.setText("药山")
    assert empty._sentence.text() == "没有符合“药山”的稿件。"
    empty.acted.emit()
    assert marks.filter.text() == ""


def test_enter_leads_to_the_draft_and_down_from_the_filter_to_the_list(
    filled: Office, marks: MarksPage, qtbot: QtBot
) -> None:
    come_to(marks, qtbot)
    marks.filter.setFocus()
    QTest.keyClicks(marks.filter, "yh")
    QTest.keyClick(marks.filter, Qt.Key.Key_Down)
    assert marks.list.hasFocus()
    with qtbot.waitSignal(marks.draft_opened) as opened:
        QTest.keyClick(marks.list, Qt.Key.Key_Return)
    assert opened.args == ["2022-0002"]


def test_the_text_for_the_group_names_units_and_titles(filled: Office, marks: MarksPage, told: Told) -> None:
    marks.show()
    assert marks.missing.chip.text() == "2 篇"
    assert marks.missing.text.text == (
        "【审批表催交】以下单位6月来稿缺信息审批表：\n新洲镇：《支部建在链上》\n药山镇：《夜话聚民心》\n"
        "请尽快补交。未交审批表的稿件不计入有效报送。——市委组织部研究室"
    )
    marks.missing.text.copy_button.click()
    assert QGuiApplication.clipboard().text() == marks.missing.text.text
    assert told.acts == ["已复制催交文字，可贴到工作群"]


def test_where_forms_are_not_required_the_text_does_not_threaten(filled: Office, marks: MarksPage) -> None:
    desk = OfficeDesk(filled.store)
    desk.save(desk.letterhead(), form_required=False)
    marks.show()
    assert "不计入" not in marks.missing.text.text


def test_nothing_missing_nothing_to_copy(office: Office, marks: MarksPage) -> None:
    office.log()
    marks.show()
    assert marks.missing.chip.text() == "已交齐"
    assert marks.missing.text.text == ""
    assert not marks.missing.text.copy_button.isEnabled()


def test_another_month_shows_its_own_drafts(filled: Office, frame: Frame, marks: MarksPage) -> None:
    filled.log("五月的稿", received="2022-05-10")
    marks.show()
    frame.month.turn_to(MAY)
    assert titles(marks) == ["五月的稿"]
    assert marks.list.current_row.title == "五月的稿"

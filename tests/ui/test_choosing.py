import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField, ChoicesField
from jinshi_desk.ui.widgets.choices import Choice, matching

YAOSHAN = Choice("t_yaoshan", "药山镇", "ysz", "yao shan zhen", "镇（街道）")
XINZHOU = Choice("t_xinzhou", "新洲镇", "xzz", "xin zhou zhen")
JUSTICE = Choice("b_justice", "市司法局", "ssfj", "shi si fa ju", also=("司法部门",))
UNITS = (YAOSHAN, XINZHOU, JUSTICE)
PEOPLE = (
    Choice("1", "李盟", "lm", "li meng"),
    Choice("2", "李萌", "lm", "li meng"),
    Choice("3", "陈志远", "czy", "chen zhi yuan"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("药山", YAOSHAN),
        ("ysz", YAOSHAN),
        ("YSZ", YAOSHAN),
        ("yaosz", YAOSHAN),
        ("yaoshanzhen", YAOSHAN),
        ("yshanz", YAOSHAN),
        ("yao'sz", YAOSHAN),
        ("xz", XINZHOU),
        ("sfj", JUSTICE),
        ("sifaju", JUSTICE),
        ("司法局", JUSTICE),
        ("司法部", JUSTICE),
    ],
)
def test_a_few_letters_mean_a_unit(typed: str, meant: Choice) -> None:
    assert matching(UNITS, typed)[0] == meant


def test_what_is_in_no_list_means_nothing() -> None:
    assert matching(UNITS, "环保局") == []


def test_nothing_typed_means_all() -> None:
    assert matching(UNITS, " ", limit=2) == [YAOSHAN, XINZHOU]


@given(st.text(max_size=8))
def test_whatever_is_typed_only_known_choices_are_offered(typed: str) -> None:
    assert set(matching(UNITS, typed)) <= set(UNITS)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(500, 400)
    QVBoxLayout(page)
    page.show()
    return page


@pytest.fixture
def unit(look: Look, page: QWidget) -> ChoiceField:
    field = ChoiceField(look, "报送单位")
    field.set_choices(UNITS)
    _put(page, field)
    return field


@pytest.fixture
def authors(look: Look, page: QWidget) -> ChoicesField:
    field = ChoicesField(look, "作者")
    field.set_choices(PEOPLE)
    _put(page, field)
    return field


def _put(page: QWidget, field: QLineEdit) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    field.setFocus()


def test_initials_and_enter_choose(unit: ChoiceField, qtbot: QtBot) -> None:
    QTest.keyClicks(unit, "yaos")
    with qtbot.waitSignal(unit.chosen) as chosen:
        QTest.keyClick(unit, Qt.Key.Key_Return)
    assert chosen.args == [YAOSHAN]
    assert (unit.text(), unit.chosen_id) == ("药山镇", "t_yaoshan")


def test_tab_takes_what_is_offered_and_moves_on(unit: ChoiceField, qtbot: QtBot) -> None:
    QTest.keyClicks(unit, "xz")
    QTest.keyClick(unit, Qt.Key.Key_Tab)
    assert unit.chosen_id == "t_xinzhou"


def test_down_goes_along_what_is_offered(unit: ChoiceField, qtbot: QtBot) -> None:
    QTest.keyClicks(unit, "z")
    QTest.keyClick(unit, Qt.Key.Key_Down)
    QTest.keyClick(unit, Qt.Key.Key_Return)
    assert unit.chosen_id == "t_xinzhou"


def test_down_in_a_chosen_field_shows_all(unit: ChoiceField, qtbot: QtBot) -> None:
    unit.set_chosen("t_xinzhou")
    QTest.keyClick(unit, Qt.Key.Key_Down)
    QTest.keyClick(unit, Qt.Key.Key_Return)
    assert unit.chosen_id == "t_yaoshan"


def test_escape_leaves_what_was_typed(unit: ChoiceField, qtbot: QtBot) -> None:
    QTest.keyClicks(unit, "ysz")
    QTest.keyClick(unit, Qt.Key.Key_Escape)
    QTest.keyClick(unit, Qt.Key.Key_Return)
    assert unit.text() == "ysz"
    assert unit.choice is None


def test_a_name_typed_in_full_is_chosen(unit: ChoiceField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unit.chosen):
        unit.setText("")
        unit.insert("药山镇")
        unit.textEdited.emit(unit.text())
    assert unit.choice == YAOSHAN


def test_changing_the_name_unchooses(unit: ChoiceField, qtbot: QtBot) -> None:
    unit.set_chosen("t_yaoshan")
    with qtbot.waitSignal(unit.chosen) as chosen:
        QTest.keyClick(unit, Qt.Key.Key_Backspace)
    assert chosen.args == [None]


def test_another_name_of_the_unit_becomes_its_own_when_the_field_is_left(
    unit: ChoiceField, qtbot: QtBot
) -> None:
    unit.insert("司法部门")
    unit.textEdited.emit(unit.text())
    assert unit.choice == JUSTICE
    unit.clearFocus()
    assert unit.text() == "市司法局"


def test_names_are_completed_one_by_one(authors: ChoicesField, qtbot: QtBot) -> None:
    QTest.keyClicks(authors, "czy")
    QTest.keyClick(authors, Qt.Key.Key_Return)
    QTest.keyClicks(authors, ",lm")
    QTest.keyClick(authors, Qt.Key.Key_Down)
    QTest.keyClick(authors, Qt.Key.Key_Return)
    assert authors.text() == "陈志远、李萌"
    assert authors.ids() == ["3", "2"]


def test_the_name_at_the_cursor_is_completed(authors: ChoicesField, qtbot: QtBot) -> None:
    authors.set_names(["陈志远", "x", "李盟"])
    authors.setCursorPosition(5)
    QTest.keyClick(authors, Qt.Key.Key_Backspace)
    QTest.keyClicks(authors, "lim")
    QTest.keyClick(authors, Qt.Key.Key_Return)
    assert authors.names() == ["陈志远", "李盟", "李盟"]


def test_names_in_no_list_stand_as_they_were_typed(authors: ChoicesField) -> None:
    authors.setText(" 某人 ， 李盟；")
    assert authors.names() == ["某人", "李盟"]
    assert authors.ids() == [None, "1"]


def test_a_complete_name_lets_enter_pass(authors: ChoicesField, qtbot: QtBot) -> None:
    authors.insert("陈志远")
    authors.textEdited.emit(authors.text())
    before = authors.text()
    QTest.keyClick(authors, Qt.Key.Key_Return)
    assert authors.text() == before


def test_a_lookup_answers_where_the_list_is_long(look: Look, page: QWidget, qtbot: QtBot) -> None:
    field = ChoiceField(look, "稿件")
    field.set_lookup(lambda typed: matching(UNITS, typed))
    _put(page, field)
    QTest.keyClicks(field, "sfj")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.choice == JUSTICE

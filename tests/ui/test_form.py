from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.fields import DateField, NumberField, read_day, short_month
from jinshi_desk.ui.widgets.form import FieldProblem, Form

TODAY = date(2022, 6, 30)


@pytest.fixture
def form(look: Look, qtbot: QtBot) -> Form:
    form = Form(look)
    unit = ChoiceField(look, "报送单位")
    unit.set_choices([Choice("t_yaoshan", "药山镇", "ysz", "yao shan zhen")])
    filed = QLineEdit("202206-XZ-03")
    filed.setReadOnly(True)
    kinds = QComboBox()
    kinds.addItems(["动态信息", "调研"])
    form.add_row(("title", "标题", QLineEdit()))
    form.add_row(("unit", "报送单位", unit), ("day", "收稿日期", DateField("收稿日期", lambda: TODAY)))
    form.add_row(("form", "审批表", filed), ("kind", "类别", kinds))
    form.add_row(("note", "备注", QPlainTextEdit()))
    qtbot.addWidget(form)
    form.show()
    form.go_first()
    return form


def _here(form: Form) -> str:
    return next(name for name, field in form.fields.items() if field.control.hasFocus())


def test_enter_goes_on_past_what_is_read_only_and_shift_enter_back(form: Form, qtbot: QtBot) -> None:
    went = [_here(form)]
    for _ in range(3):
        QTest.keyClick(form.fields[went[-1]].control, Qt.Key.Key_Return)
        went.append(_here(form))
    assert went == ["title", "unit", "day", "kind"]
    QTest.keyClick(form.fields["kind"].control, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _here(form) == "day"


def test_the_enter_that_takes_a_unit_also_goes_on(form: Form, qtbot: QtBot) -> None:
    unit = form.fields["unit"].control
    unit.setFocus()
    QTest.keyClicks(unit, "ysz")
    QTest.keyClick(unit, Qt.Key.Key_Return)
    assert _here(form) == "day"


def test_past_the_last_field_the_end_is_told(look: Look, qtbot: QtBot) -> None:
    form = Form(look)
    form.add_row(("title", "标题", QLineEdit()))
    qtbot.addWidget(form)
    form.show()
    form.go_first()
    with qtbot.waitSignal(form.end_reached):
        QTest.keyClick(form.fields["title"].control, Qt.Key.Key_Return)


def test_problems_are_shown_at_their_fields_and_the_first_red_one_gets_the_focus(form: Form) -> None:
    form.show_problems(
        [
            FieldProblem("title", "warn", "标题已有一篇。"),
            FieldProblem("day", "warn", "收稿在下月。"),
            FieldProblem("day", "bad", "6月没有31日，请改日期。"),
        ],
        go_to_first=True,
    )
    assert _here(form) == "day"
    assert form.fields["day"].level == "bad"
    assert form.fields["day"].control.accessibleDescription() == "6月没有31日，请改日期。"
    assert form.fields["title"].control.property("problem") == "warn"
    form.show_problems([])
    assert [field.level for field in form.fields.values()] == [""] * 6


def test_the_button_of_a_problem_puts_it_right(form: Form, qtbot: QtBot) -> None:
    title = form.fields["title"].control
    assert isinstance(title, QLineEdit)
    form.show_problems(
        [FieldProblem("title", "warn", "是“李盟”？", "改为李盟", lambda: title.setText("李盟"))]
    )
    form.fields["title"]._problem._button.click()
    assert title.text() == "李盟"


def test_what_is_typed_is_told_by_the_name_of_its_field(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited) as edited:
        QTest.keyClicks(form.fields["title"].control, "a")
    assert edited.args == ["title"]
    kinds = form.fields["kind"].control
    assert isinstance(kinds, QComboBox)
    with qtbot.waitSignal(form.edited) as edited:
        kinds.setCurrentIndex(1)
    assert edited.args == ["kind"]


def test_every_control_has_a_name(form: Form) -> None:
    assert all(field.control.accessibleName() for field in form.fields.values())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2022-06-28", date(2022, 6, 28)),
        ("20220628", date(2022, 6, 28)),
        ("22-6-28", date(2022, 6, 28)),
        ("6月28日", date(2022, 6, 28)),
        ("0628", date(2022, 6, 28)),
        ("28", date(2022, 6, 28)),
        ("6.31", None),
        ("x", None),
        ("1-2-3-4", None),
        ("20221", None),
    ],
)
def test_a_day_can_be_typed_the_short_way(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1228", date(2022, 12, 28)), ("0120", date(2023, 1, 20)), ("23-12-28", date(2023, 12, 28))],
)
def test_in_january_a_day_of_december_is_last_years(typed: str, day: date) -> None:
    assert read_day(typed, date(2023, 1, 5)) == day


@pytest.mark.parametrize(
    ("typed", "near", "day", "why"),
    [
        ("2-29", date(2024, 3, 1), date(2024, 2, 29), ""),
        ("0229", date(2024, 3, 1), date(2024, 2, 29), ""),
        ("20240229", date(2022, 6, 1), date(2024, 2, 29), ""),
        ("2-29", date(2023, 3, 1), None, "2023年2月只有28天"),
        ("29", date(2023, 2, 10), None, "2023年2月只有28天"),
        ("29", date(2024, 2, 10), date(2024, 2, 29), ""),
        ("2100-02-29", date(2022, 6, 1), None, "2100年2月只有28天"),
        ("2-30", date(2024, 3, 1), None, "2024年2月只有29天"),
        ("6-31", date(2022, 6, 1), None, "2022年6月只有30天"),
        ("6-32", date(2022, 6, 1), None, ""),
        ("13-29", date(2022, 6, 1), None, ""),
        ("昨天", date(2022, 6, 1), None, ""),
    ],
)
def test_a_day_that_its_month_has_not_says_how_many_it_has(
    typed: str, near: date, day: date | None, why: str, qtbot: QtBot
) -> None:
    assert (read_day(typed, near), short_month(typed, near)) == (day, why)
    field = DateField("收到日期", lambda: near)
    qtbot.addWidget(field)
    field.setText(typed)
    if day is None:
        said = problem_phrase(field.unread("received_on"))
        assert said == (f"没有这一天，{why}" if why else "不是日期，如 2022-06-30")


def test_a_day_is_written_out_when_its_field_is_left_and_goes_by_arrows(form: Form, qtbot: QtBot) -> None:
    field = form.fields["day"].control
    assert isinstance(field, DateField)
    field.setFocus()
    QTest.keyClicks(field, "28")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "2022-06-28"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day == date(2022, 6, 29)
    field.set_day(None)
    assert field.day is None


def test_a_number_may_be_missing_which_is_not_zero(qtbot: QtBot) -> None:
    field = NumberField("字数")
    qtbot.addWidget(field)
    field.set_number(None)
    assert field.number is None
    QTest.keyClicks(field, "1a8")
    assert field.number == 18

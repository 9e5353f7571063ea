"""考核规则 as a clerk uses it: versions, a new one by form and by text, withdrawn, printed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from jinshi_desk.papers.typesetting import Press
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.rules.annex_dialog import AnnexDialog
from jinshi_desk.ui.rules.dialog import RulesDialog
from jinshi_desk.ui.rules.editor import RuleEditor
from jinshi_desk.ui.rules.opening import rules_dialog
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.tab_order import stops
from tests.office import AUGUST, JULY, JUNE, Office
from tests.ui.framed import Told, come_to, framed
from tests.ui.scripted import ScriptedDialogs

CTRL = Qt.KeyboardModifier.ControlModifier
DEARER = "base_points.news.county"


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JULY) as frame:
        yield frame


@pytest.fixture
def dialog(office: Office, frame: Frame, qtbot: QtBot) -> RulesDialog:
    """The dialog in July, June closed."""
    office.log()
    office.close(JUNE)
    dialog = rules_dialog(frame, office.store, Press(system_fonts=False), lambda: date(2022, 7, 10))
    qtbot.addWidget(dialog)
    come_to(dialog, qtbot)
    return dialog


@pytest.fixture
def editor(dialog: RulesDialog) -> RuleEditor:
    """A new version from July on."""
    QTest.keyClick(dialog, Qt.Key.Key_N, CTRL)
    (editor,) = dialog.findChildren(RuleEditor)
    return editor


def _field(editor: RuleEditor, key: str) -> QLineEdit:
    editor.form_view.go_to(key)
    control = editor.form_view.form(key.partition(".")[0]).fields[key].control
    assert isinstance(control, QLineEdit)
    return control


def _type(editor: RuleEditor, key: str, text: str) -> None:
    _field(editor, key).setText(text)
    editor.form_view.left.emit(key)


def _problem(editor: RuleEditor, key: str) -> str:
    field = editor.form_view.form(key.partition(".")[0]).fields[key]
    return field.control.accessibleDescription() if field.level else ""


def _save(editor: RuleEditor) -> None:
    editor.review_button.click()
    editor.save_button.click()


def test_a_version_is_typed_looked_over_and_holds_until_it_is_taken_back(
    office: Office, dialog: RulesDialog, editor: RuleEditor
) -> None:
    _type(editor, DEARER, "1.5")
    assert editor.state.text() == "改了 1 处"
    QTest.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert [each.key for each in editor.changes.shown] == [DEARER]
    assert editor.save_button.text() == "从2022年7月起执行"
    QTest.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert dialog.told.text() == "已改规则，自2022年7月起"
    (new, _) = dialog._versions
    assert (new.rules.effective_from, new.in_force) == (JULY, True)
    assert [each.key for each in dialog.changes.shown] == [DEARER]
    assert "# 单独采用的基本分" in office.store.rules.text(new.rules.id)
    dialog.undo_button.click()
    assert len(dialog._versions) == len(office.store.rules.book().versions) == 1


def test_rules_come_from_a_file_through_the_same_look_at_what_changes(
    office: Office, dialog: RulesDialog, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.files = [tmp_path / "新细则.toml"]
    text = office.store.rules.text("default-2022").replace('"default-2022"', '"own"')
    dialogs.files[0].write_text(text.replace("per_missing = -1.0", "per_missing = -2.0"), encoding="utf-8")
    QTest.keyClick(dialog, Qt.Key.Key_O, CTRL)
    (editor,) = dialog.findChildren(RuleEditor)
    assert editor.state.text() == "1 处不对"  # it would begin in a closed month
    editor.review_button.click()
    assert "已关账" in _problem(editor, "ruleset.effective_from")
    _type(editor, "ruleset.effective_from", "2022-08")
    editor.views.choose("text")
    assert not editor.grab().isNull()
    _save(editor)
    (version, _) = dialog._versions
    assert (version.rules.id, version.rules.effective_from) == ("own", AUGUST)
    assert [each.key for each in version.changes] == ["quota.per_missing"]


def test_form_and_text_write_one_text(editor: RuleEditor) -> None:
    _type(editor, "quota.remind_days", "10，20")
    _type(editor, "ranking.unranked_units", "研究室、没有的单位")
    form = editor.form_view.form("deductions")
    tick = form.fields["deductions.omission.void_item"].control
    assert isinstance(tick, QCheckBox)
    tick.setChecked(True)
    policy = editor.form_view.form("multi_adoption").fields["multi_adoption.policy"].control
    assert isinstance(policy, QComboBox)
    policy.setCurrentIndex(policy.findText("逐次累计"))
    editor.views.choose("text")
    text = editor.text_page.text.toPlainText()
    assert "remind_days = [10, 20]  " in text
    assert 'unranked_units = ["YJS", "没有的单位"]' in text
    assert 'policy = "sum_all"' in text
    assert [(each.fault, each.detail) for each in editor.text_page._faults] == [
        ("unknown_unit", "没有的单位")
    ]
    assert 'name = "漏报重要情况",               points = -5.0, void_item = true}' in text
    editor.text_page.text.setPlainText(text.replace("per_missing = -1.0", "per_missing = -0.5"))
    editor.views.choose("form")
    assert _field(editor, "quota.per_missing").text() == "−0.5"
    _field(editor, "quota.per_missing").setText("−0.75")
    assert "per_missing = -0.75" in editor.text


def test_what_is_wrong_is_told_at_its_field_once_it_was_left(editor: RuleEditor) -> None:
    _field(editor, "quota.per_missing").setText("1")
    assert _problem(editor, "quota.per_missing") == ""
    editor.form_view.left.emit("quota.per_missing")
    assert _problem(editor, "quota.per_missing") == "不能是正数"
    assert editor.form_view.sections.item(8).text() == "月度任务（1 处不对）"
    assert editor.state.text() == "1 处不对"
    editor.form_view.sections.setCurrentRow(0)
    editor.review_button.click()
    assert editor.form_view.section == "quota"
    assert not editor.save_button.isVisible()
    _type(editor, "quota.per_missing", "一分")
    assert _problem(editor, "quota.per_missing") == "不是数"


def test_tab_leads_from_the_parts_into_the_fields_and_from_the_last_to_the_feet(editor: RuleEditor) -> None:
    sections = editor.form_view.sections
    sections.setCurrentRow(4)
    form = editor.form_view.form(editor.form_view.section)
    seen = [each for each in stops(editor) if each.isVisible()]
    led = seen[seen.index(sections) + 1 : seen.index(editor.review_button)]
    assert led == [field.control for field in form.fields.values()]


def test_a_line_that_cannot_be_read_keeps_to_the_text(editor: RuleEditor) -> None:
    editor.views.choose("text")
    text = editor.text
    editor.text_page.text.setPlainText(text.replace("grace_close_day = 5", "grace_close_day = 五"))
    (fault,) = editor.text_page._faults
    assert (fault.fault, text.splitlines()[(fault.line or 0) - 1][:15]) == ("value", "grace_close_day")
    editor.views.choose("form")
    assert editor.views.current == "text"
    assert editor.text_page.text.textCursor().blockNumber() + 1 == fault.line
    editor.text_page.text.setPlainText(text)
    editor.views.choose("form")
    assert editor.views.current == "form"


def test_what_is_missing_altogether_is_told_beside_the_text(editor: RuleEditor) -> None:
    editor.views.choose("text")
    editor.text_page.text.setPlainText(editor.text.replace("evidence_days = 60", "#"))
    editor.views.choose("form")
    editor.review_button.click()
    assert editor.views.current == "text"
    assert [(each.key, each.fault) for each in editor.text_page._faults] == [
        ("time.evidence_days", "missing")
    ]


def test_a_closed_month_is_refused_and_another_is_taken(editor: RuleEditor) -> None:
    _type(editor, DEARER, "1.5")
    _type(editor, "ruleset.effective_from", "2022-06")
    assert _problem(editor, "ruleset.effective_from") == "已关账，从未关账的月份起（2022年6月）"
    _type(editor, "ruleset.effective_from", "8")
    assert _problem(editor, "ruleset.effective_from") == ""
    assert editor.since.text() == "自2022年8月起的规则"
    assert _field(editor, "ruleset.id").text() == "default-2022@2022-07"
    _type(editor, "ruleset.effective_from", "某月")
    assert "月份" in _problem(editor, "ruleset.effective_from")


def test_nothing_changed_is_not_saved_and_what_was_typed_is_asked_about(
    editor: RuleEditor, dialogs: ScriptedDialogs
) -> None:
    editor.review_button.click()
    assert editor.told.text() == "和现在的规则一样，没有要执行的改动。"
    _type(editor, DEARER, "1.5")
    assert editor.told.text() == ""
    dialogs.agrees = False
    editor.reject()
    assert dialogs.asked == ["这些改动不要了？"]
    assert editor.isVisible()
    dialogs.agrees = True
    editor.reject()
    assert not editor.isVisible()


def test_a_refusal_is_told_in_the_editor_too(frame: Frame, editor: RuleEditor) -> None:
    frame.notices.tell_refusal("还有 1 条扣分属于“瞒报”。")
    assert editor.told.text() == "还有 1 条扣分属于“瞒报”。"


def test_a_type_of_deduction_is_added_by_its_name(editor: RuleEditor, dialogs: ScriptedDialogs) -> None:
    dialogs.reason = "传播不实"
    editor.form_view.sections.setCurrentRow(9)
    editor.form_view.more_button.click()
    _type(editor, "deductions.own_1.points", "-3")
    assert editor.state.text() == "改了 2 处"
    assert "传播不实" in editor.text
    form = editor.form_view.form("deductions")
    drops = {each.accessibleName(): each for each in form.findChildren(Button) if each.accessibleName()}
    assert not drops["去掉“迟报”"].isEnabled()
    drops["去掉“传播不实”"].click()
    drops["去掉“瞒报”"].click()
    assert editor.state.text() == "改了 2 处"
    assert "传播不实" not in editor.text
    assert "瞒报" not in editor.text


def test_a_version_that_a_closed_month_followed_is_only_looked_at(dialog: RulesDialog) -> None:
    assert not dialog.edit_button.isEnabled()
    assert dialog.edit_button.toolTip().startswith("2022年1月已关账")
    assert not dialog.withdraw_button.isEnabled()
    assert "不能撤回" in dialog.withdraw_button.toolTip()
    assert dialog.changes.shown == ()


def test_an_open_version_is_changed_and_withdrawn_with_a_reason(
    office: Office, dialog: RulesDialog, editor: RuleEditor, dialogs: ScriptedDialogs
) -> None:
    _type(editor, DEARER, "1.5")
    _save(editor)
    dialog.edit_button.click()
    again = dialog.findChildren(RuleEditor)[-1]
    _type(again, DEARER, "2")
    _save(again)
    assert len(office.store.rules.book().versions) == 2
    dialogs.reason = None
    dialog.withdraw_button.click()
    assert len(office.store.rules.book().versions) == 2
    dialogs.reason = "还没有印发"
    dialog.withdraw_button.click()
    assert dialogs.asked[-1] == "撤回自2022年7月起的规则"
    assert len(office.store.rules.book().versions) == 1
    dialog.undo_button.click()
    assert len(office.store.rules.book().versions) == 2
    dialog.new_button.click()
    assert dialog.findChildren(RuleEditor)[-1].since.text() == f"自{AUGUST.label}起的规则"


def test_rules_that_do_not_hold_yet_are_seen_on_paper_and_saved(
    frame: Frame,
    dialog: RulesDialog,
    editor: RuleEditor,
    dialogs: ScriptedDialogs,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    _type(editor, "quota.per_missing", "1")
    editor.paper_button.click()
    assert not dialog.findChildren(AnnexDialog)
    _type(editor, "quota.per_missing", "-3")
    editor.paper_button.click()
    (paper,) = dialog.findChildren(AnnexDialog)
    qtbot.waitUntil(paper.save_button.isEnabled)
    assert len(paper.preview.svgs) > 1
    told = Told(frame)
    dialogs.files = [tmp_path / "细则"]
    paper.save_button.click()
    qtbot.waitUntil(lambda: bool(told.acts))
    assert told.acts == ["计分细则已存到 细则：PDF、Word、表格"]
    assert len(list((tmp_path / "细则").iterdir())) == 3

"""The first start, the settings, and a second program on the same file."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from jinshi_desk import app, paths
from jinshi_desk.services import sample_year
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.register import RegisterDesk
from jinshi_desk.store.database import Store, open_store
from jinshi_desk.ui.look_settings import saved_look
from jinshi_desk.ui.office.first_start import FirstStartDialog
from jinshi_desk.ui.office.settings_dialog import SettingsDialog
from jinshi_desk.ui.theme import Look, Scheme, TextSize
from tests.journeys.clerk import Clerk
from tests.office import MAY, a_draft
from tests.ui.scripted import ScriptedDialogs

Answer = Callable[[FirstStartDialog], None]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ScriptedDialogs:
    """What is told before there is a window; the data file's usual place is a folder of the test."""
    dialogs = ScriptedDialogs()
    monkeypatch.setattr(app, "QtDialogs", lambda *_: dialogs)
    monkeypatch.setenv("JINSHI_DATA", str(tmp_path / "数据" / "台账.jinshi"))
    return dialogs


def open_first(
    monkeypatch: pytest.MonkeyPatch, look: Look, settings: QSettings, *answers: Answer
) -> Store | None:
    """Start where there is no data file yet; each answer is given to one showing of the dialog."""
    waiting = list(answers)

    def _exec(dialog: FirstStartDialog) -> int:
        dialog.chosen = None
        waiting.pop(0)(dialog)
        return dialog.chosen is not None

    monkeypatch.setattr(FirstStartDialog, "exec", _exec)
    store = app._open(None, look, settings)
    assert waiting == []
    return store


def start_as_filled_in(dialog: FirstStartDialog) -> None:
    dialog.start_button.click()


def test_answers_become_the_office(
    said: ScriptedDialogs,
    look: Look,
    settings: QSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    rules = tmp_path / "细则.toml"
    default = paths.resources() / "defaults" / "rules_default.toml"
    rules.write_text(
        default.read_text(encoding="utf-8").replace("default-2022", "own-2022"), encoding="utf-8"
    )

    def _answer(dialog: FirstStartDialog) -> None:
        units = dialog.findChild(QListWidget)
        assert isinstance(units, QListWidget)
        for row in range(2, units.count()):
            units.item(row).setCheckState(Qt.CheckState.Unchecked)
        said.files = [rules]
        dialog._rules_button.click()
        said.files = [tmp_path / "办公"]
        dialog._file_button.click()
        dialog._signer.setText("津市市委组织部研究室")
        dialog._close_day.set_number(8)
        dialog.start_button.click()

    store = open_first(monkeypatch, look, settings, _answer)
    assert store is not None
    assert store.file == tmp_path / "办公" / "台账.jinshi"
    assert [unit.name for unit in store.units.all()] == ["新洲镇", "药山镇"]
    assert letterhead(store).signer == "津市市委组织部研究室"
    (version,) = store.rules.book().versions
    assert (version.id, version.quota.grace_close_day) == ("own-2022", 8)
    store.close()
    again = app._open(None, look, settings)
    assert again is not None
    assert again.file == store.file
    again.close()


def test_what_is_not_answered_well_is_told_and_asked_again(
    said: ScriptedDialogs,
    look: Look,
    settings: QSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    rules = tmp_path / "细则.toml"
    rules.write_text("[ruleset]\n", encoding="utf-8")

    def _bad_rules(dialog: FirstStartDialog) -> None:
        dialog.findChildren(QLineEdit)[0].clear()
        said.files = [rules]
        dialog._rules_button.click()
        dialog._close_day.set_number(31)
        dialog.start_button.click()
        assert dialog.chosen is None
        dialog._close_day.set_number(5)
        dialog.start_button.click()

    def _without(dialog: FirstStartDialog) -> None:
        dialog._rules.line.clear()
        dialog.start_button.click()

    store = open_first(monkeypatch, look, settings, _bad_rules, _without)
    assert store is not None
    store.close()
    (sentence,) = said.errors
    assert sentence.startswith("规则文件 细则.toml 的“")
    assert sentence.endswith("原有规则没有改动。")


def test_the_sample_is_shown_once_and_the_office_is_asked_for_again(
    said: ScriptedDialogs,
    look: Look,
    settings: QSettings,
    template: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def _create(file: Path) -> Store:
        file.parent.mkdir()
        shutil.copy(template, file)
        return open_store(file, paths.migrations())

    monkeypatch.setattr(sample_year, "create_sample_year", _create)
    names = []
    for answer in (
        lambda dialog: dialog.sample_button.click(),
        lambda dialog: dialog.sample_button.click(),
        start_as_filled_in,
    ):
        store = open_first(monkeypatch, look, settings, answer)
        assert store is not None
        names.append(store.file.name)
        store.close()
    assert names == ["示例-台账.jinshi", "示例-台账.jinshi", "台账.jinshi"]


def test_who_does_not_answer_starts_nothing(
    said: ScriptedDialogs,
    look: Look,
    settings: QSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    assert open_first(monkeypatch, look, settings, lambda _dialog: None) is None
    assert not (tmp_path / "数据").exists()


# ---- settings


def test_settings_are_saved_and_worn(
    clerk: Clerk, look: Look, settings: QSettings, qapp: QApplication
) -> None:
    register = RegisterDesk(clerk.desk.store, lambda: date(2022, 7, 3), Undo(clerk.desk.store))
    register.log(a_draft(approval_on_file=False), accepted=True)
    clerk.see(lambda: "缺审批表 1" in clerk.todos)
    clerk.window._top._settings.click()
    dialog = clerk.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog._signer.setText("津市市委组织部研究室")
    dialog._form_required.click()
    dialog._scheme.setCurrentIndex(dialog._scheme.findData(Scheme.DARK))
    dialog._scheme.activated.emit(dialog._scheme.currentIndex())
    assert look.scheme is Scheme.DARK
    dialog.save_button.click()
    assert clerk.told == ["设置已保存"]
    assert letterhead(clerk.desk.store).signer == "津市市委组织部研究室"
    clerk.see(lambda: "缺审批表 1" not in clerk.todos)
    next_look = saved_look(qapp, paths.resources(), settings)
    assert (next_look.scheme, next_look.text_size) == (Scheme.DARK, TextSize.STANDARD)


# ---- a second program on the same file


def test_what_another_program_wrote_is_seen_when_the_month_is_turned(clerk: Clerk, data_file: Path) -> None:
    elsewhere = open_store(data_file, paths.migrations())
    register = RegisterDesk(elsewhere, lambda: date(2022, 7, 3), Undo(elsewhere))
    number = register.log(a_draft("别处登的", received="2022-05-20"))
    elsewhere.close()
    clerk.press("Ctrl+Alt+Left")
    assert clerk.desk.frame.month.month == MAY
    model = clerk.register.list.model
    clerk.see(lambda: model.rowCount() == 1)
    row = model.row(0)
    assert row is not None
    assert row.number == number


def test_what_another_program_wrote_is_seen_when_the_window_comes_to_the_front(
    clerk: Clerk, data_file: Path
) -> None:
    model = clerk.register.list.model
    elsewhere = open_store(data_file, paths.migrations())
    register = RegisterDesk(elsewhere, lambda: date(2022, 7, 3), Undo(elsewhere))
    clerk.press("Ctrl+N")
    clerk.type("正在打的一篇")
    register.log(a_draft("别处登的", received="2022-06-20"))
    elsewhere.close()
    QApplication.sendEvent(clerk.window, QEvent(QEvent.Type.WindowActivate))
    clerk.see(lambda: model.rowCount() == 1)
    assert clerk.register.detail.form.title.text() == "正在打的一篇"


def test_a_file_that_another_program_is_writing_is_told_in_one_sentence(
    clerk: Clerk, data_file: Path
) -> None:
    clerk.desk.store._db.execute_sql("PRAGMA busy_timeout = 1")
    clerk.press("Ctrl+N")
    clerk.type("屋场夜话聚民心", "ysz", "", "0628", "周试一")
    other = sqlite3.connect(data_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    clerk.press("Ctrl+S")
    clerk.hear("正被别的程序占用")
    assert clerk.told == ["台账.jinshi 正被别的程序占用，关掉那个程序后再试；数据没有改动。"]
    assert clerk.register.detail.form.title.text() == "屋场夜话聚民心"
    other.execute("ROLLBACK")
    other.close()
    clerk.press("Ctrl+S")
    assert clerk.told[-1] == "已登记 2022-0001：屋场夜话聚民心"


def test_a_sentence_that_is_being_typed_is_kept_when_the_window_closes(clerk: Clerk, data_file: Path) -> None:
    clerk.press("Ctrl+4")
    clerk.see(lambda: clerk.bulletin.draft is not None)
    clerk.press("Return")
    line = clerk.focus
    QTest.keyClicks(line, "x")
    clerk.leave()
    store = open_store(data_file, paths.migrations())
    edited = store._db.value("SELECT count(*) FROM bulletin_text")
    store.close()
    assert edited == 1


def test_who_typed_a_draft_is_asked_before_the_window_closes(clerk: Clerk) -> None:
    clerk.press("Ctrl+N")
    clerk.type("写到一半")
    clerk.dialogs.agrees = False
    assert not clerk.window.close()
    assert clerk.dialogs.asked == ["放弃没有保存的内容？"]
    clerk.dialogs.agrees = True
    assert clerk.window.close()

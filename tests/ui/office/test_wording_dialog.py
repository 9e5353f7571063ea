"""The office words its reminders in the settings, and sees at the field what would go wrong."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.reminder_wordings import Occasion
from jinshi_desk.services.reminder_wordings import WordingDesk, shipped_wordings
from jinshi_desk.ui.office.wording_dialog import WordingDialog
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, Office
from tests.ui.framed import Told, come_to, framed
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def told() -> list[Told]:
    return []


@pytest.fixture
def dialog(
    office: Office,
    look: Look,
    settings: QSettings,
    dialogs: ScriptedDialogs,
    told: list[Told],
    qtbot: QtBot,
) -> Iterator[WordingDialog]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        told.append(Told(frame))
        dialog = WordingDialog(frame, WordingDesk(office.store, office.undo))
        qtbot.addWidget(dialog)
        come_to(dialog, qtbot)
        yield dialog


def test_a_text_is_seen_filled_in_and_kept(office: Office, dialog: WordingDialog, told: list[Told]) -> None:
    field = dialog.fields[Occasion.URGE]
    field.setFocus()
    field.setPlainText("｛单位｝还没报齐，{截止日}前补上。")
    assert dialog.example.text() == "药山镇（1条）、新洲镇（0条）还没报齐，6月30日前补上。"
    dialog.save_button.click()
    assert office.reminders.wordings()[Occasion.URGE] == "{单位}还没报齐，{截止日}前补上。"
    assert told[0].acts == ["催报文字已保存"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("text", ["", "请抓紧报送。", "{单位}{期限}", "{单位}{截止日"])
def test_a_text_that_would_go_wrong_is_marked_and_not_kept(
    office: Office, dialog: WordingDialog, text: str
) -> None:
    dialog.fields[Occasion.FINAL].setPlainText(text)
    dialog.save_button.click()
    assert dialog.form.fields["final"].level == "bad"
    assert not dialog.form.fields["urge"].level
    assert dialog.isVisible()
    assert office.reminders.wordings() == shipped_wordings()


def test_the_text_that_is_typed_in_goes_back_to_the_shipped_one(dialog: WordingDialog) -> None:
    assert not dialog.restore_button.isEnabled()
    field = dialog.fields[Occasion.OVERDUE]
    field.setFocus()
    field.setPlainText("请抓紧。")
    dialog.save_button.click()
    dialog.restore_button.click()
    assert field.toPlainText() == shipped_wordings()[Occasion.OVERDUE]
    assert not dialog.form.fields["overdue"].level
    assert not dialog.restore_button.isEnabled()

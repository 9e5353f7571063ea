"""核对单 in the window: all units or one, on paper, in a file or in a file for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_sheets.dialog import UnitSheetsDialog
from jinshi_desk.ui.widgets.choices import Choice
from tests.office import JUNE, Office, unit_id
from tests.ui.framed import Told, framed
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def shown(
    office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs, qtbot: QtBot
) -> Iterator[tuple[UnitSheetsDialog, Told]]:
    office.log(unit="药山镇")
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        told = Told(frame)
        desk = UnitSheetDesk(office.store, Press(system_fonts=False), office.today)
        dialog = UnitSheetsDialog(frame, desk, JUNE, [Choice(unit_id("药山镇"), "药山镇")])
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.save_button.isEnabled)
        yield dialog, told


def test_one_unit_or_all_are_shown_and_saved(
    shown: tuple[UnitSheetsDialog, Told], dialogs: ScriptedDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, told = shown
    assert len(dialog.preview.svgs) > 50
    dialog.unit.set_chosen(unit_id("药山镇"))
    dialog.unit.chosen.emit(dialog.unit.choice)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert len(dialog.preview.svgs) == 1
    dialogs.files = [tmp_path]
    dialog.each_button.click()
    qtbot.waitUntil(lambda: bool(told.acts))
    assert told.acts == [f"已存 1 份核对单到 {tmp_path.name}"]
    assert len(list(tmp_path.glob("核对单-2022-06-*-药山镇.pdf"))) == 1


def test_all_are_saved_as_one_file_and_the_dialog_closes(
    shown: tuple[UnitSheetsDialog, Told], dialogs: ScriptedDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, told = shown
    dialogs.files = [tmp_path / "核对单.pdf"]
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(told.acts))
    assert told.acts == ["核对单已存到 核对单.pdf"]
    assert (tmp_path / "核对单.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.isHidden()

"""核对单 in the window: which units, on paper, in files, recorded as sent, objected to."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.register_list import RegisterList
from jinshi_desk.services.sheet_deliveries import SheetDeliveryDesk
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.unit_sheets.desks import UnitSheetDesks
from jinshi_desk.ui.unit_sheets.dialog import UnitSheetsDialog
from jinshi_desk.ui.unit_sheets.sent_form import SentSheetsDialog
from tests.office import JUNE, Office, unit_id
from tests.ui.framed import Told, framed
from tests.ui.ledger_desks import ledger_desks
from tests.ui.scripted import ScriptedDialogs

YAOSHAN, XINZHOU = unit_id("药山镇"), unit_id("新洲镇")
Shown = tuple[UnitSheetsDialog, Told]


@pytest.fixture
def shown(
    office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs, qtbot: QtBot
) -> Iterator[Shown]:
    """The sheets of June, opened from a cell of 药山镇."""
    office.log(unit="药山镇")
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        told = Told(frame)
        desks = UnitSheetDesks(
            UnitSheetDesk(office.store, Press(system_fonts=False), office.today),
            SheetDeliveryDesk(office.store, office.today, office.undo),
            lambda: ledger_desks(office),
            office.today,
        )
        choices = UnitChoices(RegisterList(office.store)).on(JUNE.last_day)
        window = QWidget()
        qtbot.addWidget(window)
        dialog = UnitSheetsDialog(frame, desks, JUNE, choices, (YAOSHAN,), window)
        with qtbot.waitSignal(dialog.loaded):
            dialog.show()
        yield dialog, told


def names(dialog: UnitSheetsDialog) -> list[str]:
    return [each.unit for each in dialog.units.ticked]


def tick(dialog: UnitSheetsDialog, unit: str) -> None:
    dialog.units.list.go_to(unit)
    QTest.keyClick(dialog.units.list, Qt.Key.Key_Space)


def test_the_unit_it_was_opened_from_is_ticked_and_on_the_page(shown: Shown, qtbot: QtBot) -> None:
    dialog, _ = shown
    assert names(dialog) == ["药山镇"]
    qtbot.waitUntil(lambda: len(dialog.preview.svgs) == 1)
    dialog.units.none_button.click()
    assert not dialog.print_button.isEnabled()
    dialog.units.all_button.click()
    assert len(names(dialog)) > 50
    assert dialog.units.title.text().startswith(f"已选 {len(names(dialog))} / ")


def test_letters_find_a_unit_and_the_tick_of_the_others_stays(shown: Shown) -> None:
    dialog, _ = shown
    dialog.units.filter.setText("xzz")
    assert [each.sheet.unit for each in dialog.units._listed] == ["新洲镇"]
    tick(dialog, XINZHOU)
    dialog.units.filter.clear()
    assert set(names(dialog)) == {"药山镇", "新洲镇"}


def test_several_are_saved_as_one_file_a_file_each_or_a_workbook(
    shown: Shown, dialogs: ScriptedDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, _ = shown
    tick(dialog, XINZHOU)

    def said(words: str) -> None:
        qtbot.waitUntil(lambda: dialog.toast.accessibleName() == words)

    dialogs.files = [tmp_path / "核对单.pdf"]
    dialog.save_button.click()
    said("2 家的核对单已存到 核对单.pdf")
    assert dialogs.files[0].read_bytes().startswith(b"%PDF")
    dialogs.files = [tmp_path / "核对单.xlsx"]
    dialog.sheet_button.click()
    said("2 家的核对单已存到 核对单.xlsx")
    assert load_workbook(dialogs.files[0])["总表"].max_row == 3
    dialogs.files = [tmp_path]
    dialog.each_button.click()
    said(f"已存 2 份核对单到 {tmp_path.name}")
    assert len(list(tmp_path.glob("核对单-2022-06-*.pdf"))) == 2
    dialog.toast.follow_button.click()
    (form,) = dialog.findChildren(SentSheetsDialog)
    assert form.channel.member is Channel.GROUP
    form.reject()


def test_what_is_written_after_the_window_was_left_is_told_all_the_same(
    shown: Shown, dialogs: ScriptedDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, told = shown
    dialogs.files = [tmp_path / "核对单.pdf"]
    dialog.save_button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: told.acts == ["1 家的核对单已存到 核对单.pdf"])


def test_what_was_sent_is_recorded_and_what_changed_since_is_marked(
    shown: Shown, office: Office, qtbot: QtBot
) -> None:
    dialog, told = shown
    tick(dialog, XINZHOU)
    dialog.record_button.click()
    (form,) = dialog.findChildren(SentSheetsDialog)
    assert form.where.text() == "6月核对单　2 家"
    form.sent_on.set_day(date(2022, 7, 9))
    form.file_button.click()
    assert {name for name, field in form.form.fields.items() if field.level == "bad"} == {
        "sent_on",
        "sent_by",
    }
    form.sent_on.set_day(date(2022, 7, 2))
    form.channel.set_member(Channel.PHONE)
    form.sent_by.setText("李主任")
    with qtbot.waitSignal(dialog.loaded):
        form.file_button.click()
    assert told.acts == ["已记：电话发出核对单 2 家"]
    (sent,) = office.store.sheet_deliveries.all(JUNE)
    assert (sent.sent_on, {each.unit for each in sent.sheets}) == (date(2022, 7, 2), {YAOSHAN, XINZHOU})
    with qtbot.waitSignal(dialog.loaded):
        office.log(unit="药山镇")
    dialog.units.changed_button.click()
    assert names(dialog) == ["药山镇"]
    with qtbot.waitSignal(dialog.loaded):
        told.undo()
    assert office.store.sheet_deliveries.all(JUNE)[0].voided
    assert not dialog.units.changed_button.isEnabled()


def test_an_objection_is_taken_in_beside_the_sheet_and_stands_on_it(
    shown: Shown, office: Office, dialogs: ScriptedDialogs, qtbot: QtBot
) -> None:
    dialog, told = shown
    dialog.object_button.click()
    page = dialog.objection_page
    assert (page.unit.chosen_id, page.month.month) == (YAOSHAN, JUNE)
    page.text.setPlainText("少记一篇")
    dialogs.agrees = False
    dialog.reject()
    assert dialog.isVisible()
    page.raised_by.setText("邵试一")
    with qtbot.waitSignal(dialog.loaded):
        page.file_button.click()
    assert told.acts == ["已登记异议"]
    sheet = dialog.units.current
    assert sheet is not None
    assert [each.text for each in sheet.objections] == ["少记一篇"]
    assert office.store.objections.all(JUNE, YAOSHAN)[0].raised_by == "邵试一"


def test_what_was_done_there_can_be_taken_back_after_the_window_was_left(
    shown: Shown, office: Office, qtbot: QtBot
) -> None:
    dialog, told = shown
    dialog.object_button.click()
    page = dialog.objection_page
    page.text.setPlainText("少记一篇")
    page.raised_by.setText("邵试一")
    page.file_button.click()
    gone: list[object] = []
    dialog.destroyed.connect(lambda: gone.append(dialog))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(gone))
    told.undo()
    assert office.store.objections.all(JUNE, YAOSHAN)[0].voided

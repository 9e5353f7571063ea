"""退回与节假日: reasons a line each, a year's days as the notice says them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.working_days import Holiday
from jinshi_desk.ui.office.return_settings import ReturnSettingsDialog
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, Office
from tests.ui.framed import Told, framed
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def told() -> list[Told]:
    return []


@pytest.fixture
def dialog(
    office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs, qtbot: QtBot, told: list[Told]
) -> Iterator[ReturnSettingsDialog]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        told.append(Told(frame))
        made = ReturnSettingsDialog(frame, office.returns, office.holidays, 2022)
        qtbot.addWidget(made)
        yield made


def test_the_notice_is_pasted_read_and_kept(
    dialog: ReturnSettingsDialog, office: Office, told: list[Told]
) -> None:
    assert [line.head for line in dialog.days.lines] == ["只有周六、周日休息。"]
    dialog.text.setPlainText("清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。")
    assert [(line.head, line.figure) for line in dialog.days.lines][:2] == [
        ("4月2日 周六　清明节", "上班"),
        ("4月3日 周日　清明节", "放假"),
    ]
    assert dialog.counted.text() == "读出放假 3 天，调休上班 1 天"
    dialog.reasons.setPlainText("标题不准\n数据矛盾")
    dialog.save_button.click()
    assert len(office.holidays.of_year(2022)) == 4
    assert office.returns.reasons() == ("标题不准", "数据矛盾")
    assert told[0].acts == ["退回原因和节假日已保存"]


def test_a_years_table_is_shown_as_it_can_be_typed(dialog: ReturnSettingsDialog, office: Office) -> None:
    office.holidays.replace(
        2023, [Holiday(date(2023, 1, 2), name="元旦"), Holiday(date(2023, 1, 1), name="元旦")]
    )
    dialog.on_button.click()
    assert dialog.shown_year.text() == "2023年"
    assert dialog.text.toPlainText() == "元旦：1月1日至1月2日放假"


def test_years_that_were_typed_are_all_kept(dialog: ReturnSettingsDialog, office: Office) -> None:
    dialog.text.setPlainText("6月3日放假")
    dialog.on_button.click()
    dialog.text.setPlainText("6月22日放假")
    dialog.back_button.click()
    assert dialog.text.toPlainText() == "6月3日放假"
    dialog.save_button.click()
    assert [each.day for each in office.store.holidays.all()] == [date(2022, 6, 3), date(2023, 6, 22)]


@pytest.mark.parametrize(
    ("text", "said", "may_save"),
    [
        ("6月31日放假", "看不懂“6月31日放假”", True),
        ("6月6日上班", "2022-06-06 本来就上班", False),
        ("6月4日放假\n6月4日上班", "2022-06-04 又放假又上班", False),
    ],
)
def test_what_is_odd_is_said_and_what_is_wrong_not_kept(
    text: str, said: str, may_save: bool, dialog: ReturnSettingsDialog
) -> None:
    dialog.text.setPlainText(text)
    assert dialog.trouble.text() == said
    assert dialog.save_button.isEnabled() == may_save


def test_a_fault_of_another_year_is_still_told(dialog: ReturnSettingsDialog) -> None:
    dialog.text.setPlainText("6月6日上班")
    dialog.on_button.click()
    assert not dialog.save_button.isEnabled()


def test_a_list_without_reasons_is_not_kept(dialog: ReturnSettingsDialog) -> None:
    dialog.reasons.setPlainText("")
    assert (dialog.trouble.text(), dialog.save_button.isEnabled()) == ("至少要留一条原因", False)


def test_nothing_is_written_where_nothing_was_changed(dialog: ReturnSettingsDialog, office: Office) -> None:
    last = office.store.audit.last()
    dialog.save_button.click()
    assert office.store.audit.last() == last

"""模拟重算 in the window: who would rise and fall, as a table, and the file as it was."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.progress import Cancelled, Progress
from jinshi_desk.services.rehearsal import RehearsalDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.rules.rehearsal_dialog import RehearsalDialog
from jinshi_desk.ui.theme import Look
from tests.office import JULY, JUNE, MAY, Office
from tests.ui.framed import framed
from tests.ui.scripted import ScriptedDialogs


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JULY) as frame:
        yield frame


@pytest.fixture
def dearer(office: Office) -> str:
    """Rules that favour county news; May and June are closed, July is over."""
    for _ in range(2):
        office.adopt(office.log(unit="药山镇"), on="2022-06-20")
    office.adopt(office.log(unit="新洲镇"), Level.PROVINCE, on="2022-06-25")
    office.log(received="2022-05-10")
    office.day = date(2022, 8, 10)
    office.close(MAY, JUNE)
    return office.store.rules.text("default-2022").replace("county = 1.0", "county = 9.0")


def _dialog(office: Office, frame: Frame, toml: str, qtbot: QtBot) -> RehearsalDialog:
    dialog = RehearsalDialog(frame, RehearsalDesk(office.store, office.today), toml)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _units(dialog: RehearsalDialog) -> list[str]:
    return [row.unit.name for row in dialog._rows]


def test_who_rises_and_falls_is_listed_and_saved(
    office: Office, frame: Frame, dearer: str, dialogs: ScriptedDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    last = office.store.audit.last()
    dialog = _dialog(office, frame, dearer, qtbot)
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.told.text().startswith("2022年5—6月：1 家上升，1 家下降，")
    dialog.which.choose("risers")
    assert _units(dialog) == ["药山镇"]
    dialog.which.choose("fallers")
    assert _units(dialog) == ["新洲镇"]
    dialog.period.choose("2022")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.found is not None
    assert dialog.found.months[-1] == JULY
    dialogs.files = [tmp_path / "重算.xlsx"]
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "已存到" in dialog.told.text())
    assert (tmp_path / "重算.xlsx").is_file()
    assert office.store.audit.last() == last


def test_an_office_that_has_no_month_behind_it_is_told_so(office: Office, frame: Frame, qtbot: QtBot) -> None:
    dialog = _dialog(office, frame, office.store.rules.text("default-2022"), qtbot)
    assert not frame.tasks.busy
    assert any("没有可以重算的" in each.text() for each in dialog.list.empty.findChildren(QLabel))
    assert not dialog.save_button.isEnabled()


def test_what_is_worked_out_can_be_cancelled(
    office: Office, frame: Frame, dearer: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(desk: RehearsalDesk, toml: str, months: tuple[Month, ...], told: Progress) -> None:
        while True:
            told.step(0, 1, "读稿件")

    monkeypatch.setattr(RehearsalDesk, "rehearse", endless)
    dialog = _dialog(office, frame, dearer, qtbot)
    dialog.strip.cancel_button.click()
    qtbot.waitUntil(lambda: not frame.tasks.busy)
    assert any("没有重算完" in each.text() for each in dialog.list.empty.findChildren(QLabel))
    assert dialog.found is None
    assert not dialog.save_button.isEnabled()


def test_a_rehearsal_stops_where_it_is_told_to(office: Office, dearer: str) -> None:
    class Stopped:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    desk = RehearsalDesk(office.store, office.today)
    with pytest.raises(Cancelled):
        desk.rehearse(dearer, desk.usual_months(), Stopped())

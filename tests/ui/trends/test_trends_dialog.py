"""趋势 as a clerk uses it: chosen by keys, read in the table, saved as picture and workbook."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.points import plain
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.theme import Look, Scheme
from jinshi_desk.ui.trends.dialog import TrendsDialog
from tests.office import JUNE, Office
from tests.ui.framed import come_to, framed
from tests.ui.scripted import ScriptedDialogs

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def dialog(office: Office, frame: Frame, qtbot: QtBot) -> TrendsDialog:
    """The dialog on the 3rd of July; 药山镇 sent two in June, of which one was adopted, and one last June."""
    office.day = date(2022, 7, 3)
    office.adopt(office.log(unit="药山镇"), Level.PROVINCE)
    office.log(unit="药山镇")
    office.log(unit="药山镇", received="2021-06-10")
    dialog = TrendsDialog(frame, office.trends)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.resize(1160, 620)
    return dialog


@pytest.fixture
def shown(dialog: TrendsDialog, qtbot: QtBot) -> TrendsDialog:
    come_to(dialog, qtbot)
    settle(dialog, qtbot)
    return dialog


def settle(dialog: TrendsDialog, qtbot: QtBot) -> None:
    """Wait until what was chosen is shown."""

    def is_shown() -> bool:
        sketch, bar = dialog._sketch, dialog.bar
        if sketch is None or dialog._frame.tasks.busy:
            return False
        wish = sketch.wish
        return (wish.year, wish.measure, wish.whose) == (bar.year, bar.measure, bar.whose)

    qtbot.waitUntil(is_shown)


def line(dialog: TrendsDialog, row: int) -> list[str]:
    """A line of the table: its name, twelve months, the sum."""
    model = dialog.table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def colored(dialog: TrendsDialog, token: str) -> int:
    """How many px of the chart have the colour ``token``."""
    image = dialog.chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    color = dialog._frame.look.theme.color(token)
    return sum(
        image.pixelColor(x, y) == color
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def test_the_year_opens_with_its_figures_under_the_chart(shown: TrendsDialog) -> None:
    assert line(shown, 0)[:1] + line(shown, 0)[6:8] == ["2022年", "2", "0"]
    assert line(shown, 1)[:1] + line(shown, 1)[6:7] == ["2021年", "1"]
    assert line(shown, 2)[6] == "+1"
    assert colored(shown, "selected") > 100, "June is open: a pale bar"


def test_keys_choose_what_is_seen(shown: TrendsDialog, office: Office, qtbot: QtBot) -> None:
    points = plain(sum(earned.total for earned in office.figures().points.values()))
    for key, june in (("2", "2"), ("3", "1"), ("4", "50%"), ("5", points), ("1", "2")):
        QTest.keyClick(shown, getattr(Qt.Key, f"Key_{key}"), CTRL)
        settle(shown, qtbot)
        assert line(shown, 0)[6] == june, key


def test_a_unit_is_found_by_a_few_letters(shown: TrendsDialog, qtbot: QtBot) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F, CTRL)
    assert shown.bar.unit_field.hasFocus()
    assert "选一家单位" in shown.chart.accessibleDescription()
    assert not shown.picture_button.isEnabled()
    QTest.keyClicks(shown.bar.unit_field, "ysz")
    QTest.keyClick(shown.bar.unit_field, Qt.Key.Key_Return)
    settle(shown, qtbot)
    assert shown.chart.accessibleName().startswith("药山镇2022年")
    assert line(shown, 0)[6] == "2"
    assert shown.picture_button.isEnabled()


def test_enter_in_the_field_saves_nothing(
    shown: TrendsDialog, qtbot: QtBot, dialogs: ScriptedDialogs
) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(shown.bar.unit_field, "ysz")
    QTest.keyClick(shown.bar.unit_field, Qt.Key.Key_Return)
    QTest.keyClick(shown.bar.unit_field, Qt.Key.Key_Return)
    settle(shown, qtbot)
    assert dialogs.asked == []
    assert shown.isVisible()


def test_a_group_without_drafts_says_so_and_leads_back(shown: TrendsDialog, qtbot: QtBot) -> None:
    shown.bar.groups.choose("office")
    settle(shown, qtbot)
    assert shown.chart.accessibleDescription() == "部机关组室2022年和2021年都没有数。"
    assert colored(shown, "selected") == 0
    assert not shown.picture_button.isEnabled()
    shown.chart.empty.acted.emit()
    settle(shown, qtbot)
    assert colored(shown, "selected") > 100
    assert shown.picture_button.isEnabled()


def test_years_turn_as_far_as_there_is_something(shown: TrendsDialog, qtbot: QtBot) -> None:
    assert not shown.bar.on_button.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Left, CTRL | ALT)
    settle(shown, qtbot)
    assert line(shown, 0)[:1] + line(shown, 0)[6:7] == ["2021年", "1"]
    assert not shown.bar.back_button.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Right, CTRL | ALT)
    settle(shown, qtbot)
    assert line(shown, 0)[0] == "2022年"


def test_pointing_at_a_month_tells_its_figures(shown: TrendsDialog) -> None:
    drawing = shown.chart.drawing
    assert drawing is not None
    assert shown.chart.tip_at(drawing.left + 5.5 * drawing.width) == "6月：2022年 2，2021年 1，增减 +1"
    assert shown.chart.tip_at(1) == ""


def test_what_is_logged_meanwhile_is_drawn(shown: TrendsDialog, office: Office, qtbot: QtBot) -> None:
    office.log(unit="药山镇")
    qtbot.waitUntil(lambda: line(shown, 0)[6] == "3")


def test_the_picture_is_white_whatever_the_screen_shows(
    shown: TrendsDialog, dialogs: ScriptedDialogs, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    look.set_scheme(Scheme.DARK)
    file = tmp_path / "图.png"
    dialogs.files = [file]
    QTest.keyClick(shown, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: shown.told.text() == "已存为 图.png")
    assert dialogs.asked == ["存为图片"]
    assert QImage(str(file)).pixelColor(2, 2) == QColor("#FFFFFF")


def test_the_workbook_has_the_figures_of_the_page(
    shown: TrendsDialog, dialogs: ScriptedDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "表.xlsx"
    dialogs.files = [file]
    QTest.keyClick(shown, Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.waitUntil(lambda: shown.told.text() == "已存为 表.xlsx")
    rows = [row for row in load_workbook(file)["趋势"].values if row[:2] == ("全部单位", "6月")]
    assert [str(cell) for cell in rows[0][3:5]] == [line(shown, 0)[6], line(shown, 1)[6]]


def test_a_picture_is_saved_though_the_window_is_closed_meanwhile(
    office: Office, frame: Frame, dialogs: ScriptedDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    office.log(unit="药山镇")
    dialog = TrendsDialog(frame, office.trends)
    dialog.show()
    settle(dialog, qtbot)
    file = tmp_path / "图.png"
    dialogs.files = [file]
    with qtbot.waitSignal(dialog.destroyed):
        dialog.picture_button.click()
        dialog.close()
    qtbot.waitUntil(lambda: file.exists() and not frame.tasks.busy)


def test_the_window_may_be_closed_while_the_year_is_worked_out(
    office: Office, frame: Frame, qtbot: QtBot
) -> None:
    office.log(unit="药山镇")
    dialog = TrendsDialog(frame, office.trends)
    dialog.show()
    assert frame.tasks.busy
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    qtbot.waitUntil(lambda: not frame.tasks.busy)


_OPENED_LATE = """
import sys
import jinshi_desk.ui.quota.tab, jinshi_desk.ui.tabs, jinshi_desk.services.bulletin, jinshi_desk.cli
ours = [f"jinshi_desk.{layer}.trends" for layer in ("ui", "papers", "sheets")]
late = [*ours, "typst", "openpyxl", "numpy"]
loaded = [name for name in late if name in sys.modules]
assert not loaded, loaded
"""


def test_nothing_of_it_is_loaded_before_it_is_opened() -> None:
    done = subprocess.run([sys.executable, "-c", _OPENED_LATE], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")

"""The window of 这分怎么来的 over a small June."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.instructions import NewInstruction
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.period_notices import Working
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.tables import Column, Table
from jinshi_desk.services.chains import Chain, Opens, Record
from jinshi_desk.services.draft_points import draft_key
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.office import OfficeDesk
from jinshi_desk.ui.explain.dialog import ExplainDialog
from jinshi_desk.ui.explain.figure_tables import FigureTables
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.theme import Look
from tests.office import JUNE, Office, unit_id
from tests.ui.framed import framed
from tests.ui.scripted import ScriptedDialogs

TOWN = unit_id("新洲镇")
POINTS = Opens(f"unit.{TOWN}.total", JUNE)
Open = Callable[..., ExplainDialog]


@pytest.fixture
def frame(office: Office, look: Look, settings: QSettings, dialogs: ScriptedDialogs) -> Iterator[Frame]:
    with framed(office.store, look, settings, dialogs, JUNE) as frame:
        yield frame


@pytest.fixture
def number(office: Office) -> str:
    """A draft that ran and was commented on; another keeps the month whole."""
    number = office.log("党建引领小区治理", unit="新洲镇", partners=("药山镇",))
    office.log(unit="新洲镇")
    office.adopt(number, Level.PROVINCE, on="2022-06-25")
    day = date(2022, 6, 20)
    office.instruction.record(number, NewInstruction(Level.COUNTY, "高样一", day, day))
    return number


@pytest.fixture
def open_(number: str, office: Office, frame: Frame, qtbot: QtBot) -> Open:
    def opened(
        wanted: Opens | Notice | FigureTables = POINTS, desk: ExplainDesk | None = None
    ) -> ExplainDialog:
        dialog = ExplainDialog(frame, desk or ExplainDesk(office.store), wanted)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        if isinstance(wanted, Opens):
            qtbot.waitUntil(lambda: dialog.chain is not None)
        return dialog

    return opened


def choose(dialog: ExplainDialog, what: str) -> None:
    """Go to the line that ``what`` names."""
    assert dialog.chain is not None
    assert dialog.page.list is not None
    place = next(place for place, line in enumerate(dialog.chain.lines) if line.what == what)
    assert dialog.page.list.go_to(place)


def test_a_figure_is_shown_with_its_lines_and_what_they_add_up_to(open_: Open) -> None:
    dialog = open_()
    assert (dialog.title.text(), dialog.figure.text(), dialog.measure.text()) == (
        "新洲镇 2022年6月积分",
        "8.5",
        "分",
    )
    assert (dialog.page.sum.words.text(), dialog.page.sum.chip.text()) == ("3 行，合计 8.5 分", "与数字相符")
    assert dialog.page.sum.fault.isHidden()
    choose(dialog, "采用")
    told = dict(dialog.page.line.facts.facts)
    assert told["稿件"].endswith("《党建引领小区治理》")
    assert told["依据"].startswith("动态信息·省级")
    assert "2022年1月起" in told["依据"]
    assert told["算式"].endswith("新洲镇、药山镇2家联合")
    assert "登记采用" in told["入账"]


def test_a_sum_that_is_not_the_figure_is_told_in_red(open_: Open, office: Office) -> None:
    class Wrong(ExplainDesk):
        def chain(self, wanted: Opens) -> Chain:
            return replace(super().chain(wanted), figure="9", expected=900)

    dialog = open_(desk=Wrong(office.store))
    assert dialog.page.sum.chip.text() == "与数字不符"
    assert dialog.page.sum.fault.isVisible()
    assert dialog.page.sum.fault.words.text() == "明细合计 8.5 分，与数字 9 分 不符"


def test_a_line_opens_what_is_behind_it_and_backspace_leads_back(open_: Open, qtbot: QtBot) -> None:
    dialog = open_()
    choose(dialog, "任务基础分")
    assert dialog.page.list is not None
    QTest.keyClick(dialog.page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.title.text() == "新洲镇 2022年6月计入任务")
    assert dialog.figure.text() == "2"
    assert dialog.page.line.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: dialog.title.text() == "新洲镇 2022年6月积分")
    assert dialog.page.list.current_row.line.what == "任务基础分"


def test_a_line_leads_to_its_draft_and_to_its_record(open_: Open, number: str, qtbot: QtBot) -> None:
    dialog = open_()
    choose(dialog, "批示加分")
    with qtbot.waitSignal(dialog.record_opened) as opened:
        dialog.record_button.click()
    assert opened.args == [Record("instructions", 1, JUNE)]
    dialog = open_()
    choose(dialog, "采用")
    assert dialog.record_button.isHidden()
    assert dialog.page.list is not None
    with qtbot.waitSignal(dialog.draft_opened) as drafts:
        QTest.keyClick(dialog.page.list, Qt.Key.Key_Return)
    assert drafts.args == [number]
    assert dialog.isHidden()


def test_a_joint_draft_shows_its_partners_beside_the_sum(open_: Open, number: str, qtbot: QtBot) -> None:
    dialog = open_(draft_key(number))
    assert dialog.chain is not None
    assert dialog.chain.holds
    choose(dialog, "联合报送")
    assert dialog.page.list is not None
    QTest.keyClick(dialog.page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.title.text() == "《党建引领小区治理》药山镇得分")


def test_a_draft_without_points_says_how_it_gets_some(open_: Open, office: Office) -> None:
    dialog = open_(draft_key(office.log(unit="药山镇")))
    assert dialog.chain is not None
    assert dialog.chain.nothing == "这篇稿件还没有得分，登记并核实采用后才有。"
    assert dialog.page.list is not None
    assert dialog.page.list.empty.isVisible()


def test_the_whole_chain_is_copied_and_saved(
    open_: Open, dialogs: ScriptedDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_()
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "新洲镇 2022年6月积分：8.5"
    assert copied[1].split("\t")[-1] == "得分"
    assert copied[5] == "3 行，合计 8.5 分"
    assert copied[6].startswith("规则：《")
    file = tmp_path / "明细.xlsx"
    dialogs.files.append(file)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "已存为 明细.xlsx")
    rows = list(load_workbook(file)["这分怎么来的"].iter_rows(values_only=True))
    assert rows[0][0] == "新洲镇 2022年6月积分：8.5"
    amounts = [row[-1] for row in rows[3:7]]
    assert amounts == [4, 2.5, 2, 8.5]


def test_an_annex_is_a_table_of_figures_each_of_which_opens(
    open_: Open, office: Office, number: str, qtbot: QtBot
) -> None:
    OfficeDesk(office.store).print_authors(printed=True)
    dialog = open_(office.bulletins.draft(JUNE).notice)
    assert dialog.tables is not None
    assert dialog.back_button.isHidden()
    assert dialog.copy_button.isHidden()
    seen = []
    for place in range(dialog.tables.tables.count()):
        dialog.tables.segments.choose(str(place))
        shown = dialog.tables.tables.currentWidget()
        QTest.keyClick(shown, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.chain is not None)
        assert dialog.chain is not None
        assert dialog.chain.holds
        seen.append((dialog.title.text(), dialog.figure.text()))
        dialog.back_button.click()
        assert dialog.figure.text() == ""
        assert shown.hasFocus()
    assert seen[0] == ("新洲镇 2022年6月积分", "8.5")
    assert seen[-2:] == [("《党建引领小区治理》红星网采用计分", "8"), ("周试一 2022年6月作者积分", "8")]


def test_the_arrow_keys_lead_to_any_figure_of_a_row(open_: Open, office: Office, qtbot: QtBot) -> None:
    dialog = open_(office.bulletins.draft(JUNE).notice)
    assert dialog.tables is not None
    shown = dialog.tables.tables.currentWidget()
    QTest.keyClick(shown, Qt.Key.Key_Left)
    QTest.keyClick(shown, Qt.Key.Key_Left)
    QTest.keyClick(shown, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: dialog.title.text() == "新洲镇 2022年6月加分")
    assert dialog.figure.text() == "2.5"


def test_what_is_behind_a_quarters_figure_leads_on_where_it_can(
    open_: Open, number: str, qtbot: QtBot
) -> None:
    columns, keys = (
        (Column(40, "标题", left=True), Column(10, "天数")),
        ((draft_key(number).key, ""), ("", "")),
    )
    table = Table("", columns, (("党建引领小区治理", 15), ("另一篇", 3)), keys)
    working = Working(("days",), "从报送到首次采用", table, "18 天 ÷ 2 篇 = 9 天")
    dialog = open_(FigureTables.of_working(working, Period.quarter(2022, 2)))
    assert dialog.tables is not None
    assert (dialog.title.text(), dialog.tables.total.text()) == ("从报送到首次采用", "18 天 ÷ 2 篇 = 9 天")
    assert dialog.tables.segments.isHidden()
    shown = dialog.tables.tables.currentWidget()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert dialog.back_button.isHidden()
    QTest.keyClick(shown, Qt.Key.Key_Up)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.title.text() == "《党建引领小区治理》新洲镇得分")
    QTest.keyClick(dialog, Qt.Key.Key_Backspace)
    assert dialog.title.text() == "从报送到首次采用"


def test_what_changes_meanwhile_is_worked_out_anew(open_: Open, office: Office, qtbot: QtBot) -> None:
    dialog = open_(Opens("valid", JUNE))
    assert dialog.figure.text() == "2"
    office.log(unit="药山镇")
    qtbot.waitUntil(lambda: dialog.figure.text() == "3")


def test_a_figure_of_nothing_says_so(open_: Open) -> None:
    dialog = open_(Opens(f"unit.{unit_id('白衣镇')}.valid", JUNE))
    assert dialog.page.list is not None
    assert dialog.page.list.empty.isVisible()
    assert dialog.page.sum.words.text() == "0 行，合计 0 条"

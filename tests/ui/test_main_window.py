from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.months import Month
from jinshi_desk.ui.main_window import MainWindow, TabSpec
from jinshi_desk.ui.theme import Look, Scheme
from jinshi_desk.ui.widgets.choices import Choice
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.top_bar import Todo
from jinshi_desk.ui.widgets.worked_month import WorkedMonth

TITLES = ["报送登记", "审批表", "任务进度", "月通报", "平台发布", "队伍培养"]


@dataclass
class Desk:
    """A window whose tabs are labels."""

    look: Look
    settings: QSettings
    month: WorkedMonth = field(default_factory=lambda: WorkedMonth(Month(2022, 6)))
    notices: Notices = field(default_factory=Notices)
    built: list[str] = field(default_factory=list)
    closed: list[bool] = field(default_factory=list)
    may_close: bool = True

    def open(self) -> MainWindow:
        tabs = [TabSpec(title, title, "register", partial(self._build, title)) for title in TITLES]
        return MainWindow(
            tabs,
            self.month,
            self.notices,
            self.look,
            self.settings,
            on_close=lambda: self.closed.append(True),
            may_close=lambda: self.may_close,
        )

    def _build(self, title: str) -> QWidget:
        self.built.append(title)
        return QLabel(title)


@pytest.fixture
def desk(look: Look, settings: QSettings) -> Desk:
    return Desk(look, settings)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    window = desk.open()
    qtbot.addWidget(window)
    window.resize(1366, 694)
    window.show()

    window.activateWindow()
    return window


def test_a_tab_is_built_when_it_is_first_shown(window: MainWindow, desk: Desk) -> None:
    assert desk.built == ["报送登记"]
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    window.show_tab("任务进度")
    assert desk.built == ["报送登记", "任务进度"]
    assert window.current_key == "任务进度"


def test_the_window_opens_where_it_was_closed(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.show_tab("月通报")
    window.close()
    again = desk.open()
    qtbot.addWidget(again)
    assert again.current_key == "月通报"
    assert desk.closed == [True]


def test_a_window_that_may_not_close_stays(window: MainWindow, desk: Desk) -> None:
    desk.may_close = False
    assert not window.close()
    assert desk.closed == []
    desk.may_close = True


def test_the_month_turns_and_is_told(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.month.changed) as turned:
        window._top.month._after.click()
    assert turned.args == [Month(2022, 7)]
    assert window._top.month._name.text() == "2022年7月"
    window._top.month._before.click()
    assert desk.month.month == Month(2022, 6)


def test_ctrl_f_goes_to_the_search_and_a_hit_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = window.search
    assert search.hasFocus()
    with qtbot.waitSignal(window.searched) as sought:
        QTest.keyClicks(search, "x")
    assert sought.args == ["x"]
    hit = Choice("202206-0116", "“三张清单”压实责任", hint="新洲镇")
    search.show_hits([hit])
    with qtbot.waitSignal(window.hit_opened) as opened:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert opened.args == [hit]
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_what_is_to_be_done_opens_its_list_and_a_sixth_waits_in_the_rest(
    window: MainWindow, qtbot: QtBot
) -> None:
    todos = [Todo(str(number), f"事项 {number}", "warn") for number in range(7)]
    window.show_todos(todos)
    pills = window._top.todos
    assert [pill.isHidden() for pill in pills._pills] == [False] * 5 + [True] * 2
    assert pills._rest.text() == "其他 2"
    with qtbot.waitSignal(window.todo_opened) as opened:
        pills._pills[1].click()
    assert opened.args == ["1"]
    window.show_todos([])
    assert pills._word.text() == "今天没有待办"


def test_tab_leads_from_the_search_along_the_pills_to_the_settings(window: MainWindow) -> None:
    top = window._top
    window.show_todos([Todo("a", "欠报 4 家", "warn")])
    window.show_todos([Todo("a", "欠报 3 家", "warn"), Todo("b", "缺审批表 2", "warn")])
    shown = {pill: pill.text() for pill in top.todos._pills} | {top._settings: "设置"}
    met: list[str] = []
    widget: QWidget | None = top.search
    while widget is not None and "设置" not in met:
        widget = widget.nextInFocusChain()
        met += [text for each, text in shown.items() if each is widget]
    assert met == ["欠报 3 家", "缺审批表 2", "设置"]


def test_tabs_fold_where_the_window_is_narrow_but_never_the_first_four(window: MainWindow) -> None:
    row = window._row
    assert all(row.bar.isTabVisible(number) for number in range(6))
    window.resize(1100, 600)
    assert row.bar.tabIcon(4).isNull()
    assert not row.bar.tabIcon(3).isNull()
    window.resize(900, 600)
    assert [row.bar.isTabVisible(number) for number in range(6)] == [True] * 4 + [False] * 2
    assert not row._more.isHidden()


def test_files_dropped_on_the_window_are_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "稿.docx")), QUrl("http://example.invalid/x")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(window.files_dropped) as dropped:
        window.dropEvent(QDropEvent(QPointF(5, 5), copy, carried, left, none))
    assert dropped.args == [[tmp_path / "稿.docx"]]


def test_what_was_done_is_told_and_taken_back_by_key_once(window: MainWindow, desk: Desk) -> None:
    undone: list[str] = []
    desk.notices.tell_act("已退回：老街坊议事会", lambda: undone.append("退回"))
    assert window._toast.isVisible()
    assert window._toast.accessibleName() == "已退回：老街坊议事会"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["退回"]
    assert not window._toast.isVisible()


def test_the_toasts_button_takes_back_as_well(window: MainWindow, desk: Desk) -> None:
    undone: list[str] = []
    desk.notices.tell_act("已作废", lambda: undone.append("作废"))
    window._toast.undo_button.click()
    assert undone == ["作废"]


def test_a_result_leads_to_what_came_of_it(window: MainWindow, desk: Desk) -> None:
    opened: list[str] = []
    desk.notices.tell_result("已存 3 个文件", "打开文件夹", lambda: opened.append("夹"))
    assert window._toast.undo_button.isHidden()
    window._toast.follow_button.click()
    assert opened == ["夹"]
    desk.notices.tell_act("已登记")
    assert window._toast.follow_button.isHidden()


def test_a_toast_stays_while_the_mouse_is_on_it(window: MainWindow, desk: Desk) -> None:
    desk.notices.tell_act("已登记")
    toast = window._toast
    assert toast.undo_button.isHidden()
    assert toast._timer.isActive()
    toast.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not toast._timer.isActive()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


def test_a_refusal_is_told_and_takes_no_focus(window: MainWindow, desk: Desk) -> None:
    search = window.search
    search.setFocus()
    desk.notices.tell_refusal("6月已关账，请登在7月。")
    assert window._toast.isVisible()
    assert window._toast.undo_button.isHidden()
    assert search.hasFocus()
    window.resize(1000, 600)


def test_the_status_bar_says_counts_keys_and_the_last_save(window: MainWindow, desk: Desk) -> None:
    desk.notices.tell_counts("6月共 118 篇")
    desk.notices.tell_keys("Ctrl+S 保存")
    desk.notices.tell_busy("正在算分")
    desk.notices.tell_saved(datetime(2022, 6, 30, 14, 32, 7, tzinfo=UTC))
    status = window._status
    assert (status.counts.text(), status.keys.text(), status.saved.text()) == (
        "6月共 118 篇",
        "Ctrl+S 保存",
        "已保存 14:32:07",
    )
    assert status.busy.isVisible()
    desk.notices.tell_busy("")
    assert not status.busy.isVisible()


def test_the_banner_is_always_there(window: MainWindow) -> None:
    for width in (1920, 1366, 900):
        window.resize(width, 600)
        assert window._top.banner.isVisible()


def test_every_control_of_the_frame_has_a_name(window: MainWindow) -> None:
    window.show_todos([Todo("a", "欠报 4 家", "warn")])
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in window.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName()
    ]
    assert nameless == []


def test_the_frame_follows_a_change_of_theme(window: MainWindow, look: Look) -> None:
    light = window.grab().toImage().pixelColor(300, 300)
    look.set_scheme(Scheme.DARK)
    dark = window.grab().toImage().pixelColor(300, 300)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_settings_are_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.settings_wanted):
        window._top._settings.click()

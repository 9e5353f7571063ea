from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.domain.months import Month
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.news import News
from jinshi_desk.ui.theme import Look, TextSize
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.panel import Split, beside
from jinshi_desk.ui.widgets.worked_month import WorkedMonth


class Page(LivePage):
    """A page with two fields, the second of them its main one."""

    def __init__(self, gui: GuiThread) -> None:
        super().__init__(News(gui), WorkedMonth(Month(2022, 6)), Notices())
        self.filter, self.list = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.list)

    def first_focus(self) -> QWidget:
        return self.list

    def reload(self) -> None:
        pass


@pytest.fixture
def page(gui: GuiThread) -> Page:
    return Page(gui)


@pytest.fixture
def pages(page: Page, qtbot: QtBot) -> Iterator[QStackedWidget]:
    """The window's pages, another one in front."""
    window, pages, tabs = QWidget(), QStackedWidget(), QTabBar()
    qtbot.addWidget(window)
    tabs.addTab("任务进度")
    pages.addWidget(QLineEdit())
    pages.addWidget(page)
    column = QVBoxLayout(window)
    column.addWidget(tabs)
    column.addWidget(pages)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    pages.widget(0).setFocus()
    yield pages
    window.close()


def test_a_page_that_comes_to_the_front_takes_the_keys_to_its_list(pages: QStackedWidget, page: Page) -> None:
    pages.setCurrentWidget(page)
    assert page.list.hasFocus()


def test_it_gives_them_back_to_where_they_were(pages: QStackedWidget, page: Page) -> None:
    pages.setCurrentWidget(page)
    page.filter.setFocus()
    pages.setCurrentIndex(0)
    pages.setCurrentWidget(page)
    assert page.filter.hasFocus()


def test_whoever_walks_along_the_tabs_is_left_on_them(pages: QStackedWidget, page: Page) -> None:
    tabs = pages.window().findChildren(QTabBar)[0]
    tabs.setFocus()
    pages.setCurrentWidget(page)
    assert tabs.hasFocus()


def _split(look: Look, settings: QSettings, qtbot: QtBot) -> Split:
    split = Split(QWidget(), QWidget())
    split.remember(settings, "page", partial(beside, look))
    qtbot.addWidget(split)
    split.resize(1350, 400)
    split.show()
    return split


def test_a_side_panel_opens_at_its_width_and_grows_with_text_and_window(
    look: Look, settings: QSettings, qtbot: QtBot
) -> None:
    split = _split(look, settings, qtbot)
    assert split.sizes()[1] == pytest.approx(352, abs=8)
    split.resize(1904, 800)
    assert split.sizes()[1] == pytest.approx(460, abs=8)
    look.set_text_size(TextSize.HUGE)
    split.resize(1350, 400)
    look.set_text_size(TextSize.STANDARD)
    assert split.sizes()[1] == pytest.approx(364, abs=8)  # the list keeps nearly three quarters


def test_a_width_that_was_dragged_is_kept(look: Look, settings: QSettings, qtbot: QtBot) -> None:
    split = _split(look, settings, qtbot)
    grip = split.handle(1)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(4, 200))
    QTest.mouseMove(grip, QPoint(-96, 200))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(-96, 200))
    dragged = split.sizes()
    assert dragged[1] == pytest.approx(452, abs=12)
    split.resize(1350, 500)
    assert split.sizes() == dragged
    assert _split(look, settings, qtbot).sizes() == dragged

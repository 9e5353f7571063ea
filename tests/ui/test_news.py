import threading

from pytestqt.qtbot import QtBot

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.months import Month
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.news import News
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.worked_month import WorkedMonth


def test_news_from_another_thread_is_told_on_the_thread_of_the_window(gui: GuiThread, qtbot: QtBot) -> None:
    news = News(gui)
    told: list[int] = []
    news.changed.connect(lambda _topics: told.append(threading.get_ident()))
    teller = threading.Thread(target=news.publish, args=({Topic.DRAFTS},))
    with qtbot.waitSignal(news.changed) as heard:
        teller.start()
    teller.join()
    assert heard.args == [frozenset({Topic.DRAFTS})]
    assert told == [threading.get_ident()]


def test_acts_of_one_turn_are_told_as_one(gui: GuiThread, qtbot: QtBot) -> None:
    news = News(gui)
    told: list[frozenset[Topic]] = []
    news.changed.connect(told.append)
    with qtbot.waitSignal(news.changed):
        news.publish([Topic.DRAFTS])
        news.publish([Topic.UNITS])
        news.publish([])
    assert told == [frozenset({Topic.DRAFTS, Topic.UNITS})]


class _DraftsPage(LivePage):
    SHOWS = frozenset({Topic.DRAFTS})
    reloads = 0

    def reload(self) -> None:
        self.reloads += 1


def test_a_hidden_page_reloads_only_when_it_is_looked_at(gui: GuiThread, qtbot: QtBot) -> None:
    news, month = News(gui), WorkedMonth(Month(2022, 6))
    page = _DraftsPage(news, month, Notices())
    qtbot.addWidget(page)
    month.turn_to(Month(2022, 7))
    assert page.reloads == 0
    page.show()
    assert page.reloads == 1
    with qtbot.waitSignal(news.changed):
        news.publish([Topic.UNITS])
    assert page.reloads == 1
    with qtbot.waitSignal(news.changed):
        news.publish([Topic.DRAFTS])
    assert page.reloads == 2
    page.hide()
    with qtbot.waitSignal(news.changed):
        news.publish([Topic.DRAFTS])
    assert page.reloads == 2
    page.show()
    assert page.reloads == 3
    assert page.month == Month(2022, 7)


def test_a_page_tells_its_counts_again_when_it_comes_to_the_front(gui: GuiThread, qtbot: QtBot) -> None:
    notices = Notices()
    page = _DraftsPage(News(gui), WorkedMonth(Month(2022, 6)), notices)
    qtbot.addWidget(page)
    page.tell_counts("6月共 118 篇")
    page.tell_keys("Ctrl+S 保存")
    told: list[str] = []
    notices.counts_told.connect(told.append)
    notices.keys_told.connect(told.append)
    page.show()
    assert told == ["6月共 118 篇", "Ctrl+S 保存"]

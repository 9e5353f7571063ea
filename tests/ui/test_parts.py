import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.tasks import TaskRunner
from jinshi_desk.ui.theme import Look, Scheme
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.filters import FilterField, Segment, Segments
from jinshi_desk.ui.widgets.labels import Chip, Link, LinkedText, rule
from jinshi_desk.ui.widgets.panel import Panel, Split, padded, scrolled
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip


@pytest.fixture
def segments(look: Look, qtbot: QtBot) -> Segments:
    segments = Segments(look, "状态")
    qtbot.addWidget(segments)
    segments.show_segments([Segment("all", "全部", 118), Segment("due", "待审核", 9), Segment("own", "我的")])
    segments.show()
    return segments


def test_a_segment_says_its_count_and_is_chosen(segments: Segments, qtbot: QtBot) -> None:
    assert segments._buttons["due"].text() == "待审核 9"
    assert segments._buttons["own"].text() == "我的"
    with qtbot.waitSignal(segments.chosen) as chosen:
        segments.choose("due")
    assert chosen.args == ["due"]


def test_tab_comes_to_the_segments_where_they_stand(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    before, segments, after = FilterField(look, "筛选"), Segments(look, "状态"), QLineEdit()
    for part in (before, segments, after):
        row.addWidget(part)
    qtbot.addWidget(page)
    segments.show_segments(
        [Segment("all", "全部", 3), Segment("due", "收稿", 1)]
    )  # counted once there is a month
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    on = page.focusWidget()
    assert on is not None
    assert on.accessibleName() == "全部 3"
    QTest.keyClick(on, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_new_counts_leave_the_chosen_segment_on(segments: Segments) -> None:
    segments.choose("due")
    segments.show_segments([Segment("all", "全部", 119), Segment("due", "待审核", 8)])
    assert segments.current == "due"
    segments.show_segments([Segment("all", "全部", 119)])
    assert segments.current == "all"
    segments.show_segments([])
    assert segments.current == ""


def test_arrows_move_along_the_segments(segments: Segments, qtbot: QtBot) -> None:
    segments._buttons["all"].setFocus()
    with qtbot.waitSignal(segments.chosen) as chosen:
        QTest.keyClick(segments._buttons["all"], Qt.Key.Key_Right)
    assert chosen.args == ["due"]


def test_a_filter_tells_what_is_typed_is_cleared_by_escape_and_left_by_down(look: Look, qtbot: QtBot) -> None:
    field = FilterField(look, "筛选：标题、单位")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.filtered.connect(heard.append)
    QTest.keyClicks(field, "ys")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["y", "ys", ""]
    with qtbot.waitSignal(field.left_down):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_figures_in_a_sentence_open_what_is_behind_them(qtbot: QtBot) -> None:
    sentence = LinkedText()
    qtbot.addWidget(sentence)
    sentence.show_parts(["共收到<b>", Link("121", "received"), "条，其中", Link("20", "towns"), "条。"])
    assert "&lt;b&gt;" in sentence.text()
    with qtbot.waitSignal(sentence.link_opened) as opened:
        sentence.linkActivated.emit("1")
    assert opened.args == ["towns"]
    with qtbot.waitSignal(sentence.link_opened) as opened:
        QTest.keyClick(sentence, Qt.Key.Key_F2)
    assert opened.args == ["received"]
    QTest.keyClick(sentence, Qt.Key.Key_A)


def test_a_chip_without_words_is_not_there(qtbot: QtBot) -> None:
    chip = Chip("收稿")
    qtbot.addWidget(chip)
    chip.show_chip("", "ok")
    assert chip.isHidden()
    chip.show_chip("已采用", "ok")
    assert chip.property("chip") == "ok"


def test_a_buttons_key_stands_in_its_tooltip(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "保存", "save", "primary", key="Ctrl+S")
    qtbot.addWidget(button)
    assert button.toolTip() == "Ctrl+S"
    alone = Button(look, icon="settings", kind="quiet", name="设置")
    qtbot.addWidget(alone)
    assert (alone.toolTip(), alone.accessibleName()) == ("设置", "设置")
    alone.set_icon("more")
    icon = IconLabel(look, "warning")
    qtbot.addWidget(icon)
    icon.set_icon("fail", "bad")
    assert not icon.pixmap().isNull()


def test_a_panel_has_bands_only_where_they_are_used(look: Look, qtbot: QtBot) -> None:
    panel = Panel(look)
    qtbot.addWidget(panel)
    panel.foot.addWidget(Button(look, "保存"))
    assert list(panel._bands) == ["foot"]
    titled = Panel(look, "6月欠报")
    inside, column = padded()
    column.addWidget(rule())
    titled.body.addWidget(scrolled(inside))
    across, _row = padded(across=True)
    split = Split(panel, titled, across, stretch=1)
    qtbot.addWidget(split)
    assert titled.accessibleName() == "6月欠报"
    assert isinstance(split.widget(1), QWidget)


def test_progress_is_shown_only_when_work_takes_its_time(look: Look, gui: GuiThread, qtbot: QtBot) -> None:
    tasks = TaskRunner(gui)
    strip = ProgressStrip(look)
    qtbot.addWidget(strip)
    quick = tasks.start(lambda _progress: None)
    strip.watch(quick, "正在导入")
    with qtbot.waitSignal(quick.finished):
        pass
    assert strip.isHidden()

    def work(progress: Progress) -> None:
        done = 0
        while True:
            done += 1
            progress.step(done, 0)

    slow = tasks.start(work)
    strip.watch(slow, "正在导入")
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(slow.cancelled):
        strip.cancel_button.click()
    qtbot.waitUntil(strip.isHidden)
    tasks.stop()


def test_progress_says_how_far_and_how_long_yet(
    look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = ProgressStrip(look)
    qtbot.addWidget(strip)
    strip._on_progressed(3, 10, "正在读第 2 个表（共 3 个）")
    assert strip._what.text() == "正在读第 2 个表（共 3 个）"
    assert strip._left.text() == "3 / 10"

    class Clock:
        def elapsed(self) -> int:
            return 60_000

    monkeypatch.setattr(strip, "_clock", Clock())
    strip._on_progressed(5, 10, "")
    assert strip._left.text() == "5 / 10，还要约 1 分钟"
    strip._on_progressed(9, 10, "")
    assert strip._left.text() == "9 / 10，还要约 7 秒"


def test_links_follow_the_look(look: Look, qtbot: QtBot) -> None:
    sentence = LinkedText()
    qtbot.addWidget(sentence)
    sentence.show_parts(["共", Link("████", "valid")])
    sentence.show()
    accents = []
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        look.set_scheme(scheme)
        image = sentence.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        accents.append(look.theme.color("accent").name() in seen)
    assert accents == [True, True]


def test_segments_do_not_count_where_the_words_would_be_cut_off(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    segments = Segments(look, "状态")
    segments.setParent(page)  # no layout keeps it at its wish
    qtbot.addWidget(page)
    segments.show_segments([Segment("all", "全部", 118), Segment("due", "待审核", 9)])
    page.show()
    wide = segments.sizeHint().width()
    segments.resize(wide - 1, 28)
    due = segments._buttons["due"]
    assert (due.text(), due.toolTip(), due.accessibleName()) == ("待审核", "待审核 9", "待审核 9")
    segments.resize(wide, 28)
    assert (due.text(), due.toolTip()) == ("待审核 9", "")

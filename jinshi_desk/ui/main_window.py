"""Tabs in a frame, nothing more."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QSettings, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.ui.first_paint import after_first_paint
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.dropped import dropped_files
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.search_box import SearchBox
from jinshi_desk.ui.widgets.status_bar import StatusBar
from jinshi_desk.ui.widgets.tab_row import TabRow
from jinshi_desk.ui.widgets.top_bar import Todo, TopBar
from jinshi_desk.ui.widgets.worked_month import WorkedMonth

if TYPE_CHECKING:
    from jinshi_desk.ui.widgets.toast import Toast

_GEOMETRY, _TAB = "window/geometry", "window/tab"


class TabSpec(NamedTuple):
    """A tab to be: ``key`` names it in settings, ``make`` builds it when it is first shown."""

    key: str
    title: str
    icon: str
    make: Callable[[], QWidget]


class MainWindow(QMainWindow):
    """The window. It asks ``may_close`` before it closes and calls ``on_close`` when it does."""

    files_dropped = Signal(list)  # of Path
    searched = Signal(str)
    hit_opened = Signal(object)  # the Choice
    todo_opened = Signal(str)
    settings_wanted = Signal()
    help_wanted = Signal(str)  # the key of the tab in front

    def __init__(
        self,
        tabs: Sequence[TabSpec],
        worked_month: WorkedMonth,
        notices: Notices,
        look: Look,
        settings: QSettings,
        on_close: Callable[[], None] = lambda: None,
        may_close: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._tabs = tuple(tabs)
        self._built: dict[int, QWidget] = {}
        self._look = look
        self._settings = settings
        self._on_close = on_close
        self._may_close = may_close
        self._undo: Callable[[], None] | None = None
        self.setWindowTitle(self.tr("津市组工信息台"))
        self.setAcceptDrops(True)
        self._top = TopBar(look, worked_month)
        self._row = TabRow(look, [(tab.title, tab.icon) for tab in tabs])
        self._pages = QStackedWidget()
        self._status = StatusBar(look)
        self._connect(notices)
        self._arrange()
        self._made_toast: Toast | None = None
        self._restore()
        self._row.chosen.connect(self._on_tab_chosen)  # not while restoring: see showEvent

    def _connect(self, notices: Notices) -> None:
        self._top.search.searched.connect(self.searched)
        self._top.search.hit_opened.connect(self.hit_opened)
        self._top.todos.opened.connect(self.todo_opened)
        self._top.settings_wanted.connect(self.settings_wanted)
        self._top.help_wanted.connect(lambda: self.help_wanted.emit(self.current_key))
        self._look.changed.connect(self._on_look_changed)
        notices.counts_told.connect(self._status.counts.setText)
        notices.keys_told.connect(self._status.keys.setText)
        notices.busy_told.connect(self._status.show_busy)
        notices.save_told.connect(self._status.show_saved)
        notices.act_told.connect(self._on_act_told)
        notices.result_told.connect(self._on_result_told)
        notices.refusal_told.connect(self._on_refusal_told)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find_wanted)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo)

    def _arrange(self) -> None:
        frame = QWidget()
        frame.setObjectName("window")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._top, self._row):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        column.addWidget(self._status)
        self.setCentralWidget(frame)
        self._pages.setContentsMargins(8, 8, 8, 8)

    def _restore(self) -> None:
        self._on_look_changed()
        self.resize(1366, 694)
        geometry = self._settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        elif (screen := QGuiApplication.primaryScreen()) is not None:
            self.resize(self.size().boundedTo(screen.availableSize()))
        keys = [tab.key for tab in self._tabs]
        last = str(self._settings.value(_TAB, ""))
        number = keys.index(last) if last in keys else 0
        self._row.choose(number)

    @property
    def tab_keys(self) -> tuple[str, ...]:
        """The keys of the tabs in their order."""
        return tuple(tab.key for tab in self._tabs)

    @property
    def current_key(self) -> str:
        """The key of the tab in front."""
        return self._tabs[self._row.current].key

    def show_tab(self, key: str) -> QWidget:
        """Bring the tab ``key`` to the front and return it."""
        number = [tab.key for tab in self._tabs].index(key)
        self._row.choose(number)
        return self._page(number)

    def show_month_state(self, text: str, level: str = "neutral") -> None:
        """Show how far the worked month is: 未关账, 已关账, 已印发."""
        self._top.month.state.show_chip(text, level)

    def show_todos(self, todos: Sequence[Todo]) -> None:
        """Show what is to be done today, most urgent first."""
        self._top.todos.show_todos(todos)

    @property
    def search(self) -> SearchBox:
        """The search box; whoever answers it calls its ``show_hits``."""
        return self._top.search

    @Slot()
    def undo(self) -> None:
        """Take back the last act that was told with a way back."""
        undo, self._undo = self._undo, None
        if self._made_toast is not None:
            self._made_toast.hide()
        if undo is not None:
            undo()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._made_toast is not None and self._made_toast.isVisible():
            self._made_toast.place()

    def showEvent(self, event: QShowEvent) -> None:
        self._on_tab_chosen(self._row.current)  # not before: tabs may want what is built after the window
        super().showEvent(event)
        after_first_paint(self, self._look.register_rest)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # until all that may be refused is done
        if not self._may_close():
            return
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self._settings.setValue(_TAB, self.current_key)
        self._on_close()
        super().closeEvent(event)

    @property
    def _toast(self) -> "Toast":
        """The strip that says what was done, from the first act on."""
        if self._made_toast is None:
            from jinshi_desk.ui.widgets.toast import Toast

            self._made_toast = Toast(self._look, self._pages)
            self._made_toast.undone.connect(self.undo)
        return self._made_toast

    def _page(self, number: int) -> QWidget:
        if number not in self._built:
            page = self._tabs[number].make()
            page.setAccessibleName(self._tabs[number].title)
            self._built[number] = page
            self._pages.addWidget(page)
        return self._built[number]

    @Slot(int)
    def _on_tab_chosen(self, number: int) -> None:
        if self._tabs:
            self._pages.setCurrentWidget(self._page(number))

    @Slot()
    def _on_find_wanted(self) -> None:
        self._top.search.setFocus()
        self._top.search.selectAll()

    @Slot(str, object)
    def _on_act_told(self, text: str, undo: Callable[[], None] | None) -> None:
        self._undo = undo
        self._toast.show_act(text, undo)

    @Slot(str, str, object)
    def _on_result_told(self, text: str, verb: str, follow: Callable[[], None]) -> None:
        self._toast.show_result(text, verb, follow)

    @Slot(str)
    def _on_refusal_told(self, sentence: str) -> None:
        self._toast.show_refusal(sentence)

    @Slot()
    def _on_look_changed(self) -> None:
        self.setWindowIcon(self._look.icon("seal", "brand"))

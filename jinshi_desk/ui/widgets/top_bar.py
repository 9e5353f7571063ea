"""The thin bar above the tabs: month, search, what is to be done, the banner, settings, help."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.labels import Chip, label
from jinshi_desk.ui.widgets.search_box import SearchBox
from jinshi_desk.ui.widgets.tab_order import line_up
from jinshi_desk.ui.widgets.worked_month import WorkedMonth

_MOST_PILLS = 5
_WIDE_SEARCH, _NARROW_SEARCH = 300, 180


class Todo(NamedTuple):
    """Something to be done today; ``level`` is bad, warn or empty, ``key`` names the list behind it."""

    key: str
    text: str
    level: str = ""


class MonthPicker(QWidget):
    """‹ 2022年6月 › and whether the month's books are closed."""

    def __init__(self, look: Look, worked_month: WorkedMonth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worked_month = worked_month
        self._before = Button(
            look, icon="chevron-left", kind="quiet", key="Ctrl+Alt+Left", name=self.tr("上个月")
        )
        self._name = QPushButton()
        self._name.setProperty("kind", "month")
        self._name.setAccessibleName(self.tr("当前月份"))
        self._name.setToolTip(self.tr("选择月份"))
        self._after = Button(
            look, icon="chevron-right", kind="quiet", key="Ctrl+Alt+Right", name=self.tr("下个月")
        )
        self.state = Chip("")
        self.state.hide()
        self._before.clicked.connect(lambda: worked_month.turn_to(worked_month.month.previous()))
        self._after.clicked.connect(lambda: worked_month.turn_to(worked_month.month.next()))
        self._name.clicked.connect(self._on_name_clicked)
        worked_month.changed.connect(self._on_turned)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._before, self._name, self._after, self.state):
            row.addWidget(widget)
        self._on_turned(worked_month.month)

    @Slot(object)
    def _on_turned(self, month: Month) -> None:
        self._name.setText(month.label)

    @Slot()
    def _on_name_clicked(self) -> None:
        menu = QMenu(self)
        shown = self._worked_month.month
        for number in range(1, 13):
            month = Month(shown.year, number)
            action = menu.addAction(month.label, lambda month=month: self._worked_month.turn_to(month))
            action.setCheckable(True)
            action.setChecked(month == shown)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._name.mapToGlobal(self._name.rect().bottomLeft()))


class TodoPills(QWidget):
    """待办 in order of urgency; at most five, and no more than fit, then 其他 n."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._todos: tuple[Todo, ...] = ()
        self._pills: list[QPushButton] = []
        self._bell = IconLabel(look, "todo")
        self._word = label(self.tr("待办"), "label")
        self._rest = self._pill("")
        self._rest.clicked.connect(self._on_rest_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._bell)
        self._row.addWidget(self._word)
        self._row.addWidget(self._rest)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_todos(())

    def show_todos(self, todos: Sequence[Todo]) -> None:
        for pill in self._pills:
            pill.hide()
            pill.deleteLater()
        self._todos = tuple(todos)
        self._pills = [self._pill(todo.text, todo.level) for todo in self._todos]
        for place, (pill, todo) in enumerate(zip(self._pills, self._todos, strict=True)):
            pill.clicked.connect(lambda _on=False, key=todo.key: self.opened.emit(key))
            self._row.insertWidget(2 + place, pill)
        line_up(self, [*self._pills, self._rest])
        self._word.setText(self.tr("待办") if todos else self.tr("今天没有待办"))
        if self.isVisible():
            self._fit()  # else when it is shown, by its size then

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._bell.sizeHint().width() - self._word.sizeHint().width() - 12
        widths = [pill.sizeHint().width() + 6 for pill in self._pills]
        shown = min(len(widths), _MOST_PILLS)
        rest_width = self.fontMetrics().horizontalAdvance(self.tr("其他 %n", "", 99)) + 30
        while shown and sum(widths[:shown]) + (rest_width if shown < len(widths) else 0) > room:
            shown -= 1
        for place, pill in enumerate(self._pills):
            pill.setVisible(place < shown)
        hidden = len(self._pills) - shown
        self._rest.setVisible(hidden > 0)
        self._rest.setText(self.tr("其他 {}").format(hidden))
        self._rest.setAccessibleName(self._rest.text())

    def _pill(self, text: str, level: str = "") -> QPushButton:
        pill = QPushButton(text, self)
        pill.setProperty("kind", "todo")
        pill.setProperty("level", level)
        pill.setAccessibleName(text)
        return pill

    @Slot()
    def _on_rest_clicked(self) -> None:
        menu = QMenu(self)
        for pill, todo in zip(self._pills, self._todos, strict=True):
            if not pill.isVisible():
                menu.addAction(todo.text, lambda key=todo.key: self.opened.emit(key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._rest.mapToGlobal(self._rest.rect().bottomLeft()))


class TopBar(QFrame):
    """The bar itself."""

    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look, worked_month: WorkedMonth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("topbar")
        self.month = MonthPicker(look, worked_month)
        self.search = SearchBox(look)
        self.todos = TodoPills(look)
        self.banner = Chip(self.tr("非涉密系统 · 严禁录入国家秘密"), "banner")
        self._settings = Button(look, icon="settings", kind="quiet", name=self.tr("设置"))
        self._help = Button(look, icon="help", kind="quiet", key="F1", name=self.tr("帮助"))
        self._settings.clicked.connect(self.settings_wanted)
        self._help.clicked.connect(self.help_wanted)
        look.changed.connect(self._on_look_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(18)
        row.addWidget(self.month)
        row.addWidget(self.search)
        row.addWidget(self.todos, 1)
        row.addWidget(self.banner)
        row.addWidget(self._settings)
        row.addWidget(self._help)
        self._on_look_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.theme.scaled(1200)
        self.search.setFixedWidth(_NARROW_SEARCH if narrow else _WIDE_SEARCH)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(8 if narrow else 18)

    @Slot()
    def _on_look_changed(self) -> None:
        theme = self._look.theme
        self.setFixedHeight(max(theme.size("topbar_h"), theme.size("control_h") + 12))

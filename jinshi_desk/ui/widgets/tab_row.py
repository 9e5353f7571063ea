"""The row of tabs: icon and word, a brand-red line under the current one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QTabBar, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label

_FIXED = 4  # the office's month; these never collapse
_GAP = 4
_ICONS_FROM, _ALL_FROM = 1200, 1024


class _TabBar(QTabBar):
    """Sizes each tab for its bold form: the style sheet's selected weight would cut the word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def tabSizeHint(self, index: int) -> QSize:
        if not self.isTabVisible(index):
            return QSize(0, 0)
        theme = self._look.theme
        words = self._bold.horizontalAdvance(self.tabText(index))
        icon = 0 if self.tabIcon(index).isNull() else theme.size("icon") + _GAP + 4
        return QSize(words + icon + 34, theme.size("tabbar_h") - 1)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @Slot()
    def _on_look_changed(self) -> None:
        self._bold = QFontMetrics(self._look.theme.font(bold=True))


class TabRow(QFrame):
    """Tabs by number; Ctrl+1… choose them. Where there is no room the later ones go into 更多."""

    chosen = Signal(int)

    def __init__(self, look: Look, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = [icon for _title, icon in tabs]
        self.setObjectName("tabrow")
        self.bar = _TabBar(look)
        self.bar.setObjectName("maintabs")
        self.bar.setAccessibleName(self.tr("标签"))
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        for number, (title, _icon) in enumerate(tabs):
            self.bar.addTab(title)
            self.bar.setTabToolTip(number, f"{title} Ctrl+{number + 1}")
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(lambda number=number: self.bar.setCurrentIndex(number))
        self._more = Button(look, self.tr("更多"), "more", "quiet")
        self._hint = label(self.tr("Ctrl+1…{} 切换").format(len(tabs)), "hint")
        self.bar.currentChanged.connect(self._on_current_changed)
        self._more.clicked.connect(self._on_more_clicked)
        look.changed.connect(self._on_look_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.bar)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._hint)
        self._on_look_changed()

    @property
    def current(self) -> int:
        return self.bar.currentIndex()

    def choose(self, number: int) -> None:
        self.bar.setCurrentIndex(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        width, theme, current = self.width(), self._look.theme, self.current
        folded = width < theme.scaled(_ALL_FROM)
        for number in range(_FIXED, self.bar.count()):
            self.bar.setTabVisible(number, not folded or number == current)
        self._more.setVisible(folded and self.bar.count() > _FIXED)
        self._hint.setVisible(width >= theme.scaled(_ICONS_FROM))
        self._tint()

    def _tint(self) -> None:
        bare = self.width() < self._look.theme.scaled(_ICONS_FROM)
        for number, icon in enumerate(self._icons):
            drop = bare and number >= _FIXED
            token = "brand" if number == self.current else "text2"
            self.bar.setTabIcon(number, QIcon() if drop else self._look.icon(icon, token, _GAP))

    @Slot(int)
    def _on_current_changed(self, number: int) -> None:
        self._fold()
        self.chosen.emit(number)

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        for number in range(_FIXED, self.bar.count()):
            title = f"{self.bar.tabText(number)}\tCtrl+{number + 1}"
            menu.addAction(title, lambda number=number: self.choose(number))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    @Slot()
    def _on_look_changed(self) -> None:
        theme = self._look.theme
        self.setFixedHeight(theme.size("tabbar_h"))
        self.bar.setFixedHeight(theme.size("tabbar_h") - 1)
        self.bar.setIconSize(QSize(theme.size("icon") + _GAP, theme.size("icon")))
        self._tint()

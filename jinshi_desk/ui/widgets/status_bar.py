"""The bar below the tabs: counts at the left, keys and the last save at the right."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import label


class StatusBar(QFrame):
    """Plain words only; what is busy stands before the counts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("statusbar")
        self.busy = label("")
        self.counts = label("")
        self.keys = label("")
        self.saved = label("")
        self.busy.hide()
        self.saved.hide()
        self.counts.setAccessibleName(self.tr("本页数字"))
        self.keys.setAccessibleName(self.tr("本页按键"))
        self.saved.setAccessibleName(self.tr("存盘时间"))
        look.changed.connect(self._on_look_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self.busy)
        row.addWidget(self.counts, 1)
        row.addWidget(self.keys)
        row.addWidget(self.saved)
        for words in (self.counts, self.keys):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keys.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._on_look_changed()

    def show_busy(self, word: str) -> None:
        self.busy.setText(word)
        self.busy.setVisible(bool(word))

    def show_saved(self, time: str) -> None:
        self.saved.setText(self.tr("已保存 {}").format(time))
        self.saved.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keys.setVisible(self.width() >= self._look.theme.scaled(1024))

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFixedHeight(self._look.theme.size("statusbar_h"))

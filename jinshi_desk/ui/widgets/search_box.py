"""The search box of the top bar, its results dropping below it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import IconLabel
from jinshi_desk.ui.widgets.labels import label

if TYPE_CHECKING:
    from jinshi_desk.ui.widgets.choices import Choice
    from jinshi_desk.ui.widgets.drop_list import DropList


class IconField(QLineEdit):
    """A line with an icon at its left, as a child label: actions of QLineEdit sit low under a style sheet."""

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(look, icon, "text2", self)
        self.setTextMargins(24, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._icon.setGeometry(8, 0, 16, self.height())


class SearchBox(IconField):
    """Emits what is sought as it is typed; whoever answers calls ``show_hits``."""

    searched = Signal(str)
    hit_opened = Signal(object)  # the Choice

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "search", parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("查找标题、单位、作者、编号"))
        self.setAccessibleName(self.tr("查找"))
        self.setToolTip(self.tr("查找 Ctrl+F"))
        self._key = label("Ctrl+F", "key", self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look = look
        self._list: DropList | None = None
        self.textEdited.connect(self._on_text_edited)

    def show_hits(self, hits: "Sequence[Choice]") -> None:
        """Drop ``hits`` below the box; none closes the list."""
        if self._list is None:
            from jinshi_desk.ui.widgets.drop_list import DropList

            self._list = DropList(self._look, self)
            self._list.taken.connect(self._on_taken)
        self._list.show_choices(hits if self.hasFocus() and self.text() else ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.setGeometry(
            self.width() - size.width() - 6, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        self._key.setVisible(self.width() >= 240 and not self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list is not None and self._list.handle(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.searched.emit("")
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close_list()

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._key.setVisible(self.width() >= 240 and not text)
        if not text:
            self._close_list()
        self.searched.emit(text)

    @Slot(object)
    def _on_taken(self, choice: "Choice") -> None:
        self.hit_opened.emit(choice)

"""The list that drops below a field while its words are typed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.choices import Choice

_ROWS = 8
_NARROWEST, _WIDEST = 200, 480
_BESIDE = 52  # padding, the gap before the hint, the scroll bar
_KEYS_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class _ChoiceDelegate(QStyledItemDelegate):
    """Label at the left, hint in a lighter colour at the right."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        theme, choice = self._look.theme, index.data(Qt.ItemDataRole.UserRole)
        current = index == option.widget.currentIndex()  # type: ignore[attr-defined]
        rect = QRect(option.rect)  # type: ignore[attr-defined]
        painter.fillRect(rect, theme.color("selected" if current else "surface"))
        inside = rect.adjusted(8, 0, -8, 0)
        painter.setFont(theme.font("font_small"))
        painter.setPen(theme.color("text2" if current else "text3"))
        hint = painter.fontMetrics().elidedText(choice.hint, Qt.TextElideMode.ElideRight, inside.width() // 2)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, hint)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(hint) - (12 if hint else 0))
        painter.setFont(theme.font())
        painter.setPen(theme.color("text"))
        text = painter.fontMetrics().elidedText(choice.label, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(100, self._look.theme.size("row_h"))


class DropList(QListWidget):
    """Choices below ``field``, over everything else in its window. The field keeps the focus and its keys.

    A child of the window rather than a popup of its own: an input method then goes on undisturbed.
    """

    taken = Signal(object)  # the Choice

    def __init__(self, look: Look, field: QWidget) -> None:
        super().__init__(field)
        self._look = look
        self._field = field
        self.setProperty("role", "drop")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_ChoiceDelegate(look, self))
        self.setAccessibleName(self.tr("可选项"))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._on_item_clicked)
        self.hide()

    def show_choices(self, choices: Sequence[Choice], *, take_first: bool = True) -> None:
        """Show ``choices``, the first of them current if ``take_first``; none hides the list."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(choice.label, self)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.label} {choice.hint}".strip())
        if not choices:
            self.hide()
            return
        if take_first:
            self.setCurrentRow(0)
        self._place(len(choices))
        self.show()
        self.raise_()

    def current(self) -> Choice | None:
        """The choice that Enter would take."""
        item = self.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None and self.isVisible() else None

    def handle(self, event: QKeyEvent) -> bool:
        """Use a key of the field's if it is for the list; tell whether it was."""
        if not self.isVisible():
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _KEYS_TAKE and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.current():
            self._take(self.current())
        else:
            return False
        return True

    def _take(self, choice: Choice | None) -> None:
        self.hide()
        if choice is not None:
            self.taken.emit(choice)

    def _place(self, count: int) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        height = min(count, _ROWS) * self._look.theme.size("row_h") + 10
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if corner.y() + height > window.height():
            corner = self._field.mapTo(window, QPoint(0, -height - 2))
        width = min(max(self._field.width(), self._wanted()), window.width() - corner.x() - 4)
        self.setGeometry(QRect(corner, QSize(width, height)))

    def _wanted(self) -> int:
        """Return the width at which no choice is cut, within bounds."""
        theme = self._look.theme
        body, small = QFontMetrics(theme.font()), QFontMetrics(theme.font("font_small"))
        choices = (self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count()))
        # A hint has at most the half, as the delegate paints it.
        widths = (
            max(body.horizontalAdvance(each.label) + (hint := small.horizontalAdvance(each.hint)), 2 * hint)
            for each in choices
        )
        return min(
            max([theme.scaled(_NARROWEST), *(width + _BESIDE for width in widths)]), theme.scaled(_WIDEST)
        )

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._take(item.data(Qt.ItemDataRole.UserRole))

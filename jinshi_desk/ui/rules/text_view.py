"""A rule file as text: lines numbered, those that are wrong marked."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from jinshi_desk.ui.theme import Look

_AROUND = 8  # px at either side of a line's number


class RuleText(QPlainTextEdit):
    """The text, with the number of every line beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wrong: frozenset[int] = frozenset()
        self.setProperty("role", "code")
        self.setAccessibleName(self.tr("规则文件"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self._numbers = _LineNumbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update_requested)
        look.changed.connect(self._on_look_changed)
        self._make_room()

    def mark_lines(self, lines: Iterable[int]) -> None:
        """Mark the lines, counted from 1, that something is wrong with."""
        self._wrong = frozenset(lines)
        marks = []
        for line in sorted(self._wrong):
            mark = QTextEdit.ExtraSelection()
            ground = QTextCharFormat()
            ground.setBackground(QColor(self._look.theme.color("bad_bg")))
            ground.setProperty(QTextFormat.Property.FullWidthSelection, True)
            # PySide's own description of this class leaves its two fields out
            mark.format = ground  # type: ignore[attr-defined]
            mark.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)
        self._numbers.update()

    def go_to_line(self, line: int) -> None:
        """Put the cursor into a line, counted from 1."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(line - 1)))
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    def numbers_width(self) -> int:
        """Return how wide the column of line numbers is, in px."""
        digits = len(str(max(100, self.blockCount())))
        return 2 * _AROUND + digits * QFontMetrics(self.font()).horizontalAdvance("9")

    def paint_numbers(self, area: QRect) -> None:
        """Draw the numbers of the lines in ``area``."""
        theme, painter = self._look.theme, QPainter(self._numbers)
        painter.fillRect(area, QColor(theme.color("subtle")))
        painter.setFont(self.font())
        block, wide = self.firstVisibleBlock(), self._numbers.width() - _AROUND
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            height = self.blockBoundingRect(block).height()
            number = block.blockNumber() + 1
            painter.setPen(QColor(theme.color("bad" if number in self._wrong else "text3")))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(0, round(top), wide, round(height)), right, str(number))
            block, top = block.next(), top + height
        painter.end()

    @Slot()
    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    @Slot(QRect, int)
    def _on_update_requested(self, area: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    @Slot()
    def _on_look_changed(self) -> None:
        self._make_room()
        self.mark_lines(self._wrong)


class _LineNumbers(QWidget):
    """The column of line numbers; silent for screen readers, the text says its line itself."""

    def __init__(self, text: RuleText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_numbers(event.rect())

"""Draws the rows of a list: what a style sheet can't do and a delegate would do slowly.

One pass over what is visible, without a Qt call per cell and role: painting is what a list costs.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from jinshi_desk.ui.theme import Look, Theme
from jinshi_desk.ui.widgets.paged_table import Column

_PAD = 8
_CHIP_PAD = 7
_BAR = 3
_MOST_KEPT = 6000
_MARK_ICONS = {"warn": "warning", "bad": "fail"}


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands out."""

    selected: bool = False
    current: bool = False
    hovered: bool = False
    focused: bool = False


class RowPainter:
    """Draws rows in the look's theme; remembers how texts were cut to fit."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._cut: dict[tuple[str, int, bool], tuple[str, float]] = {}
        self.refresh()

    def refresh(self) -> None:
        """Take up the look's theme as it is now."""
        theme: Theme = self._look.theme
        self._cut.clear()
        self._colors = theme.colors
        self._font, self._small = theme.font(), theme.font("font_small")
        self._metrics, self._small_metrics = QFontMetricsF(self._font), QFontMetricsF(self._small)
        self._pens = {name: QPen(color) for name, color in theme.colors.items()}
        self._brushes = {name: QBrush(color) for name, color in theme.colors.items()}
        self._chip_height = float(theme.size("chip_h"))
        self._marks = {level: self._look.pixmap(icon, level, 14) for level, icon in _MARK_ICONS.items()}

    def text_width(self, text: str, *, chip: bool = False) -> float:
        """Return the room that ``text`` wants in a cell."""
        metrics = self._small_metrics if chip else self._metrics
        return metrics.horizontalAdvance(text) + 2 * _PAD + (2 * _CHIP_PAD if chip else 0)

    def fits(self, text: str, width: int) -> bool:
        return self._fit(text, width - 2 * _PAD, small=False)[0] == text

    def ground(self, painter: QPainter, rect: QRectF, state: RowState) -> None:
        """Fill a row's ground and draw its hairline and its bar."""
        if state.selected:
            painter.fillRect(rect, self._colors["selected" if state.focused else "selected_idle"])
        elif state.hovered:
            painter.fillRect(rect, self._colors["hover"])
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._colors["line"])
        if state.current:
            painter.fillRect(QRectF(rect.x(), rect.y(), _BAR, rect.height()), self._colors["accent"])

    def cell(
        self, painter: QPainter, rect: QRectF, column: Column[Any], row: Any, state: RowState, *, void: bool
    ) -> None:
        """Draw one cell."""
        text = column.text(row)
        mark = column.mark(row) if column.mark is not None else ""
        if mark:
            self._mark(painter, rect, mark)
            if mark in self._marks:
                rect = rect.adjusted(0, 0, -18, 0)
        if not text:
            return
        if column.chip is not None:
            level = column.chip(row)
            if level:
                self._chip(painter, rect, text, level, state)
                return
        self._text(painter, rect, column, text, state, void=void)

    def _text(
        self, painter: QPainter, rect: QRectF, column: Column[Any], text: str, state: RowState, *, void: bool
    ) -> None:
        tone = "text3" if void else column.tone
        if state.selected and tone == "text3":
            tone = "text2"
        shown, width = self._fit(text, int(rect.width()) - 2 * _PAD, small=False)
        x = rect.x() + _PAD
        if column.align == "right":
            x = rect.right() - _PAD - width
        elif column.align == "center":
            x = rect.x() + (rect.width() - width) / 2
        y = rect.y() + (rect.height() + self._metrics.ascent() - self._metrics.descent()) / 2
        painter.setPen(self._pens[tone])
        painter.drawText(QPointF(x, round(y)), shown)
        if void and column.elastic:
            middle = round(rect.y() + rect.height() / 2)
            painter.fillRect(QRectF(x, middle, width, 1), self._colors[tone])

    def _chip(self, painter: QPainter, rect: QRectF, text: str, level: str, state: RowState) -> None:
        shown, width = self._fit(text, int(rect.width()) - 2 * _PAD - 2 * _CHIP_PAD, small=True)
        ground: QColor = self._colors["surface" if state.selected and level != "zero" else f"{level}_bg"]
        height = self._chip_height
        box = QRectF(
            rect.x() + _PAD, rect.y() + round((rect.height() - height) / 2), width + 2 * _CHIP_PAD, height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3, 3)
        y = box.y() + (height + self._small_metrics.ascent() - self._small_metrics.descent()) / 2
        painter.setPen(self._pens[level])
        painter.setFont(self._small)
        painter.drawText(QPointF(box.x() + _CHIP_PAD, round(y)), shown)
        painter.setFont(self._font)

    def _mark(self, painter: QPainter, rect: QRectF, mark: str) -> None:
        painter.fillRect(rect.adjusted(0, 0, -1, -1), self._colors[f"cell_{mark}"])
        icon = self._marks.get(mark)
        if icon is not None:
            painter.fillRect(QRectF(rect.x(), rect.y(), _BAR, rect.height() - 1), self._colors[mark])
            at = QPointF(rect.right() - 22, rect.y() + round((rect.height() - 14) / 2))
            painter.drawPixmap(at, icon)

    def begin(self, painter: QPainter) -> None:
        """Prepare ``painter`` for rows."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)

    def _fit(self, text: str, room: int, *, small: bool) -> tuple[str, float]:
        key = (text, room, small)
        known = self._cut.get(key)
        if known is None:
            metrics = self._small_metrics if small else self._metrics
            width = metrics.horizontalAdvance(text)
            if width > room:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
                width = metrics.horizontalAdvance(text)
            if len(self._cut) > _MOST_KEPT:
                self._cut.clear()
            known = self._cut[key] = (text, width)
        return known

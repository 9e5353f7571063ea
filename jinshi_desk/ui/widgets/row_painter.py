"""Draws the rows of a list: what a style sheet can't do and a delegate would do slowly.

One pass over what is visible, without a Qt call per cell and role: painting is what a list costs.
"""

from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from jinshi_desk.ui.theme import Look, Theme
from jinshi_desk.ui.widgets.lettering import Lettering
from jinshi_desk.ui.widgets.paged_table import Column

_PAD = 8
_CHIP_PAD = 7
_BAR = 3
_CHECK = 14
_MARK = 14
_MARK_ICONS = {"warn": "warning", "bad": "fail"}


class RowState(NamedTuple):
    """How a row stands out."""

    selected: bool = False
    current: bool = False
    hovered: bool = False
    focused: bool = False


class RowPainter:
    """Draws rows in the look's theme."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.refresh()

    def refresh(self) -> None:
        """Take up the look's theme as it is now."""
        theme: Theme = self._look.theme
        self._colors = theme.colors
        self._body, self._small = Lettering(theme.font()), Lettering(theme.font("font_small"))
        self._pens = {name: QPen(color) for name, color in theme.colors.items()}
        self._chip_height = float(theme.size("chip_h"))

    def text_width(self, text: str, *, chip: bool = False) -> float:
        """Return the room that ``text`` wants in a cell."""
        letters = self._small if chip else self._body
        return letters.width(text) + 2 * _PAD + (2 * _CHIP_PAD if chip else 0)

    def fits(self, text: str, width: int) -> bool:
        return self._body.fit(text, width - 2 * _PAD)[0] == text

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
        if column.check is not None:
            self._check(painter, rect, checked=column.check(row))
            return
        text = column.text(row)
        mark = column.mark(row) if column.mark is not None else ""
        if mark:
            self._mark(painter, rect, mark)
            if mark in _MARK_ICONS:
                rect = rect.adjusted(0, 0, -18, 0)
        if not text:
            return
        badge = column.badge(row) if column.badge is not None else ""
        if badge:
            rect = self._badge(painter, rect, badge, state)
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
        shown, width = self._body.fit(text, int(rect.width()) - 2 * _PAD)
        x = rect.x() + _PAD
        if column.align == "right":
            x = rect.right() - _PAD - width
        elif column.align == "center":
            x = rect.x() + (rect.width() - width) / 2
        painter.setPen(self._pens[tone])
        painter.drawText(QPointF(x, self._body.baseline(rect)), shown)
        if void and column.elastic:
            middle = round(rect.y() + rect.height() / 2)
            painter.fillRect(QRectF(x, middle, width, 1), self._colors[tone])

    def _chip(self, painter: QPainter, rect: QRectF, text: str, level: str, state: RowState) -> None:
        shown, width = self._small.fit(text, int(rect.width()) - 2 * _PAD - 2 * _CHIP_PAD)
        ground: QColor = self._colors["surface" if state.selected and level != "zero" else f"{level}_bg"]
        height = self._chip_height
        box = QRectF(
            rect.x() + _PAD, rect.y() + round((rect.height() - height) / 2), width + 2 * _CHIP_PAD, height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self._pens[level])
        painter.setFont(self._small.font)
        painter.drawText(QPointF(box.x() + _CHIP_PAD, self._small.baseline(box)), shown)
        painter.setFont(self._body.font)

    def _badge(self, painter: QPainter, rect: QRectF, word: str, state: RowState) -> QRectF:
        """Draw a small chip at the end of the cell and return the room before it."""
        width = self.text_width(word, chip=True)
        self._chip(painter, rect.adjusted(rect.width() - width, 0, 0, 0), word, "ok", state)
        return rect.adjusted(0, 0, _PAD - width, 0)

    def _check(self, painter: QPainter, rect: QRectF, *, checked: bool) -> None:
        box = QRectF(
            rect.x() + _PAD, rect.y() + round((rect.height() - _CHECK) / 2), float(_CHECK), float(_CHECK)
        )
        painter.setPen(Qt.PenStyle.NoPen if checked else self._pens["border_field"])
        painter.setBrush(self._colors["primary" if checked else "surface"])
        half = 0.0 if checked else 0.5
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 3, 3)
        if checked:
            tick = self._look.pixmap("check", "on_accent", _CHECK)
            painter.drawPixmap(box, tick, QRectF(tick.rect()))

    def _mark(self, painter: QPainter, rect: QRectF, mark: str) -> None:
        painter.fillRect(rect.adjusted(0, 0, -1, -1), self._colors[f"cell_{mark}"])
        if mark in _MARK_ICONS:
            painter.fillRect(QRectF(rect.x(), rect.y(), _BAR, rect.height() - 1), self._colors[mark])
            at = QPointF(rect.right() - 22, rect.y() + round((rect.height() - _MARK) / 2))
            painter.drawPixmap(at, self._look.pixmap(_MARK_ICONS[mark], mark, _MARK))

    def begin(self, painter: QPainter) -> None:
        """Prepare ``painter`` for rows."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._body.font)

"""Draws the cells of the heat grid, and the same cells for its legend."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.heat_model import CellState, HeatCell
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.lettering import Lettering

_INSET_X, _INSET_Y, _RADIUS, _CORNER = 2, 2, 3, 8
_TICK = 14
_MOST_KEPT = 500  # drawn cells; dragging a window wider makes new ones at each width


class HeatPainter:
    """Cells: frame is short, solid is zero, corner is late, hatch is exempt, dot is not due."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._ratio = 1.0
        self.refresh()

    def refresh(self) -> None:
        """Take up the look's theme as it is now."""
        theme = self._look.theme
        self.theme = theme
        self.body = Lettering(theme.font())
        self.small = Lettering(theme.font("font_small"))
        self.small_bold = Lettering(theme.font("font_small", bold=True))
        self._tick = self._look.pixmap("check", "on_accent", _TICK)
        self._hatch = _hatch(theme.color("exempt_bg"), theme.color("border"))
        self._drawn: dict[tuple[CellState, str, int, int], QPixmap] = {}

    def cell(self, painter: QPainter, x: int, y: int, size: tuple[int, int], cell: HeatCell) -> None:
        """Draw one cell of ``size`` at a point; a year has a thousand cells, and few that differ."""
        if cell.state is CellState.EMPTY:
            return
        key = (cell.state, cell.text, *size)
        if key not in self._drawn:
            self._drawn[key] = self._pixmap(QSizeF(*size), cell)
        painter.drawPixmap(x, y, self._drawn[key])

    def be_on(self, screen_ratio: float) -> None:
        """Draw for a screen of this many device pixels to one of ours."""
        if screen_ratio != self._ratio or len(self._drawn) > _MOST_KEPT:
            self._ratio = screen_ratio
            self._drawn.clear()

    def _pixmap(self, size: QSizeF, cell: HeatCell) -> QPixmap:
        made = QPixmap(round(size.width() * self._ratio), round(size.height() * self._ratio))
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QRectF(QPointF(0, 0), size), cell)
        painter.end()
        return made

    def _draw(self, painter: QPainter, rect: QRectF, cell: HeatCell) -> None:
        state = cell.state
        if state is CellState.NOT_DUE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("text3"))
            painter.drawEllipse(rect.center(), 1.2, 1.2)
            return
        box = rect.adjusted(_INSET_X, _INSET_Y, -_INSET_X, -_INSET_Y)
        if state is CellState.PLAIN:
            painter.setPen(self.theme.color("text2"))
            self.small.centred(painter, box, cell.text)
            return
        token = state.value
        framed = state is CellState.SHORT
        painter.setPen(QPen(self.theme.color("warn"), 1) if framed else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(
            self._hatch if state is CellState.EXEMPT else QBrush(self.theme.color(f"{token}_bg"))
        )
        half = 0.5 if framed else 0.0
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
        if state is CellState.LATE:
            painter.setBrush(self.theme.color("late"))
            corner = box.topRight()
            painter.drawPolygon(
                QPolygonF([corner - QPointF(_CORNER, 0), corner, corner + QPointF(0, _CORNER)])
            )
        letters = self.small_bold if state is CellState.ZERO else self.small
        if state is CellState.EXEMPT:
            width = letters.width(cell.text) + 6
            painter.fillRect(
                QRectF(box.center().x() - width / 2, box.y(), width, box.height()),
                self.theme.color("exempt_bg"),
            )
        painter.setPen(self.theme.color(token))
        letters.centred(painter, box, cell.text)

    def tick(self, painter: QPainter, box: QRectF) -> None:
        """Draw a ticked box at the right of ``box``."""
        at = QRectF(box.right() - _TICK - 6, box.center().y() - _TICK / 2, _TICK, _TICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("primary"))
        painter.drawRoundedRect(at, 3, 3)
        painter.drawPixmap(at, self._tick, QRectF(self._tick.rect()))


def _hatch(ground: QColor, line: QColor) -> QBrush:
    tile = QPixmap(6, 6)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1.2))
    for shift in (-6, 0, 6):
        painter.drawLine(QPointF(shift - 1, 7), QPointF(shift + 7, -1))
    painter.end()
    return QBrush(tile)


class _Swatch(QWidget):
    """One cell of the legend."""

    def __init__(self, look: Look, cell: HeatCell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._painter = HeatPainter(look)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.be_on(self.devicePixelRatio())
        self._painter.cell(painter, 0, 0, (self.width(), self.height()), self._cell)

    def _on_look_changed(self) -> None:
        self._painter.refresh()
        theme = self._painter.theme
        self.setFixedSize(theme.scaled(14 + 13 * max(1, len(self._cell.text))), theme.size("row_h_grid"))
        self.update()


class HeatLegend(QWidget):
    """What the marks mean, for the head band of the grid's panel."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for state, text, words in (
            (CellState.COMPLETED, "2", self.tr("已完成")),
            (CellState.LATE, "2", self.tr("补报完成")),
            (CellState.SHORT, self.tr("差1"), self.tr("不足")),
            (CellState.ZERO, "0", self.tr("零报送")),
            (CellState.EXEMPT, self.tr("免"), self.tr("免考核")),
        ):
            row.addWidget(_Swatch(look, HeatCell(state, text)))
            row.addWidget(label(words, "label"))
            row.addSpacing(4)

"""The chart as it was drawn, with the figures of the month under the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolTip, QWidget

from jinshi_desk.services.trends import Drawing
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.empty_note import EmptyNote

_LEAST = QSize(560, 220)
_USUAL = QSize(900, 360)


class ChartView(QWidget):
    """Shows a drawing, or where there is none, what ``empty`` says. Pointing at a month tells its figures.

    A drawing of another size is stretched until the one for this size has come.
    """

    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._drawing: Drawing | None = None
        self._renderer: QSvgRenderer | None = None
        self._tips: Sequence[str] = ()
        self.empty = EmptyNote(look, self)
        self.setMinimumSize(_LEAST)
        look.changed.connect(self._on_look_changed)

    @property
    def drawn_size(self) -> tuple[int, int]:
        """The size to draw in: px as they are at 标准 text size, so that words grow with the text."""
        factor = self._look.theme.factor
        return max(1, round(self.width() / factor)), max(1, round(self.height() / factor))

    @property
    def drawing(self) -> Drawing | None:
        """What is shown; none where there is nothing to draw."""
        return self._drawing

    def show_drawing(self, drawing: Drawing, tips: Sequence[str]) -> None:
        """Show ``drawing``; ``tips`` are the figures of the twelve months in words."""
        self._drawing, self._tips = drawing, tips
        self._renderer = QSvgRenderer(QByteArray(drawing.svg))
        self.setAccessibleDescription("\n".join(tip for tip in tips if tip))
        self.empty.hide()
        self.update()

    def show_nothing(self, sentence: str, act: str = "") -> None:
        """Show no chart but why there is none, and what would help."""
        self._drawing = self._renderer = None
        self._tips = ()
        self.setAccessibleDescription(sentence)
        self.empty.set_words(sentence, act)
        self.empty.show()
        self.update()

    def tip_at(self, x: float) -> str:
        """Return the figures of the month that stands at ``x`` px."""
        if self._drawing is None:
            return ""
        scale = self.width() / self.drawn_size[0]
        month = int((x / scale - self._drawing.left) // self._drawing.width)
        return self._tips[month] if 0 <= month < len(self._tips) else ""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return _USUAL

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.color("surface"))
        if self._renderer is not None:
            self._renderer.render(painter, QRectF(self.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.empty.place()
        self.resized.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        self.resized.emit()

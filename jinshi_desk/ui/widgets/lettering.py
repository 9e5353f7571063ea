"""A font with what painters need of it, measured once."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

_MOST_KEPT = 4000


class Lettering:
    """Writes single lines at a point, which is the quickest way to write, cut to the room there is."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._rise = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._fitted: dict[tuple[str, int], tuple[str, float]] = {}

    def width(self, text: str) -> float:
        return self.fit(text, 1_000_000)[1]

    def baseline(self, box: QRectF) -> float:
        """Return where a line stands that is in the middle of ``box``."""
        return float(round(box.center().y() + self._rise))

    def fit(self, text: str, room: int) -> tuple[str, float]:
        """Return ``text`` cut to ``room`` px, and its width."""
        known = self._fitted.get((text, room))
        if known is None:
            width, shown = self._metrics.horizontalAdvance(text), text
            if width > room:
                shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
                width = self._metrics.horizontalAdvance(shown)
            if len(self._fitted) > _MOST_KEPT:
                self._fitted.clear()
            known = self._fitted[text, room] = (shown, width)
        return known

    def centred(self, painter: QPainter, box: QRectF, text: str) -> None:
        """Write ``text`` in the middle of ``box``."""
        painter.setFont(self.font)
        painter.drawText(QPointF(box.center().x() - self.width(text) / 2, self.baseline(box)), text)

    def at_left(self, painter: QPainter, box: QRectF, text: str) -> None:
        """Write ``text`` at the left of ``box``, cut to fit."""
        painter.setFont(self.font)
        painter.drawText(QPointF(box.x(), self.baseline(box)), self.fit(text, int(box.width()))[0])

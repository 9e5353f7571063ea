"""Line icons, tinted from their SVG at the screen's own resolution."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_STROKE = b'stroke-width="1.75"'  # the files say 2, which is heavy at 16 px


class Icons:
    """Icons by name, each tint drawn once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, int, int, float, int], QPixmap] = {}

    def tinted(self, name: str, color: QColor) -> bytes:
        """Return the SVG of ``name`` drawn in ``color``."""
        source = self._sources.get(name)
        if source is None:
            source = (self._folder / f"{name}.svg").read_bytes().replace(b'stroke-width="2"', _STROKE)
            self._sources[name] = source
        return source.replace(b"currentColor", color.name().encode())

    def pixmap(self, name: str, color: QColor, size: int, ratio: float = 0.0, gap: int = 0) -> QPixmap:
        """Return ``name`` at ``size`` logical px; ``ratio`` 0 takes the sharpest screen's."""
        ratio = ratio or _screen_ratio()
        key = (name, color.rgba(), size, ratio, gap)
        drawn = self._pixmaps.get(key)
        if drawn is None:
            drawn = self._draw(name, color, size, ratio, gap)
            self._pixmaps[key] = drawn
        return drawn

    def icon(self, name: str, color: QColor, size: int, gap: int = 0) -> QIcon:
        """Return an icon that looks the same when disabled (Qt would grey a white one to nothing).

        ``gap`` is empty room at its right: Qt has no setting for what lies between icon and word.
        """
        icon = QIcon()
        for ratio in sorted({1.0, _screen_ratio()}):
            pixmap = self.pixmap(name, color, size, ratio, gap)
            icon.addPixmap(pixmap)
            icon.addPixmap(pixmap, QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: str, color: QColor, size: int, ratio: float, gap: int) -> QPixmap:
        pixels = round(size * ratio)
        drawn = QPixmap(pixels + round(gap * ratio), pixels)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        QSvgRenderer(QByteArray(self.tinted(name, color))).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        return drawn


def _screen_ratio() -> float:
    screens = QGuiApplication.screens()
    return max((screen.devicePixelRatio() for screen in screens), default=1.0)

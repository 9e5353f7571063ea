"""Pages as they will be printed, white on grey."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLabel, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label

_GAP = 14
_DRAWN_KEPT = 6
_STEP = 1.2
_LEAST, _MOST = 0.2, 4.0
_PX_PER_PT = 96 / 72
_SHADOW = 2


class PaperPreview(QAbstractScrollArea):
    """Pages one below another, all as wide as the first whichever way they lie.

    An SVG is read when its page comes into view, and drawn once per size.
    """

    page_turned = Signal(int, int)  # the page in view from 1, how many there are
    zoomed = Signal(float)  # 1.0 is the paper's own size

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._svgs: tuple[bytes, ...] = ()
        self._readers: dict[int, QSvgRenderer] = {}
        self._sizes: list[QSizeF] = []
        self._drawn: OrderedDict[tuple[int, float], QPixmap] = OrderedDict()
        self._zoom = 1.0
        self._fitted = True
        self._page = 0
        self.setAccessibleName(self.tr("版面"))
        self.setProperty("role", "desk")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self._on_look_changed)

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 where there is none."""
        return self._page

    @property
    def pages(self) -> int:
        return len(self._svgs)

    @property
    def svgs(self) -> tuple[bytes, ...]:
        """The pages shown, for printing."""
        return self._svgs

    def show_pages(self, svgs: Sequence[bytes]) -> None:
        """Show ``svgs``, one a page. A new version of the same paper stays at the page in view."""
        place = self.verticalScrollBar().value() if len(svgs) == len(self._svgs) else 0
        self._svgs = tuple(svgs)
        self._readers.clear()
        self._drawn.clear()
        self._sizes = _as_wide([_page_size(svg) for svg in self._svgs])
        self._page = -1  # told again even when it is the same, for there may be more of them
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._on_scrolled()

    def fit_width(self) -> None:
        """Have the page fill the width, and go on doing so when the width changes."""
        self._fitted = True
        self._lay_out()

    def zoom_by(self, factor: float) -> None:
        """Enlarge or make smaller around the middle of the view."""
        self._fitted = False
        self._set_zoom(self._zoom * factor, self.viewport().height() / 2)

    def zoom_in(self) -> None:
        self.zoom_by(_STEP)

    def zoom_out(self) -> None:
        self.zoom_by(1 / _STEP)

    def go_to_page(self, page: int) -> None:
        """Bring ``page``, from 1, to the top."""
        if 1 <= page <= len(self._svgs):
            self.verticalScrollBar().setValue(round(self._tops()[page - 1]) - _GAP)

    def next_page(self) -> None:
        self.go_to_page(self._page + 1)

    def previous_page(self) -> None:
        self.go_to_page(self._page - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = self._look.theme
        painter.fillRect(event.rect(), theme.color("desk"))
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        across = max(self.viewport().width(), self._widest() + 2 * _GAP)
        for number, (top, size) in enumerate(zip(self._tops(), self._sizes, strict=True)):
            width, height = size.width() * self._zoom, size.height() * self._zoom
            box = QRectF(
                round((across - width) / 2) + shift.x(), round(top) + shift.y(), round(width), round(height)
            )
            if not box.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(box.adjusted(-1, 0, _SHADOW, _SHADOW), theme.color("scroll"))
            painter.fillRect(box, theme.color("paper"))
            painter.drawPixmap(box.topLeft(), self._drawing(number, box.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_PageDown: self.next_page,
            Qt.Key.Key_PageUp: self.previous_page,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        else:
            super().wheelEvent(event)

    def _drawing(self, number: int, size: QSizeF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (number, size.width() * ratio)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = QPixmap((size * ratio).toSize())
            drawn.fill(Qt.GlobalColor.white)
            painter = QPainter(drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._reader(number).render(painter, QRectF(drawn.rect()))
            # The SVG brings white paper of its own; black ink stays black.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(drawn.rect(), self._look.theme.color("paper"))
            painter.end()
            drawn.setDevicePixelRatio(ratio)
            self._drawn[key] = drawn
            while len(self._drawn) > _DRAWN_KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return drawn

    def _reader(self, number: int) -> QSvgRenderer:
        if number not in self._readers:
            self._readers[number] = QSvgRenderer(QByteArray(self._svgs[number]))
        return self._readers[number]

    def _widest(self) -> float:
        return max((size.width() for size in self._sizes), default=0.0) * self._zoom

    def _tops(self) -> list[float]:
        tops, y = [], float(_GAP)
        for size in self._sizes:
            tops.append(y)
            y += size.height() * self._zoom + _GAP
        return tops

    def _set_zoom(self, zoom: float, held: float = 0.0) -> None:
        """Set the zoom; what is ``held`` px below the top of the view stays there."""
        zoom = min(_MOST, max(_LEAST, zoom))
        bar = self.verticalScrollBar()
        place = (bar.value() + held) / self._zoom
        changed, self._zoom = zoom != self._zoom, zoom
        self._set_ranges()
        if changed:
            bar.setValue(round(place * zoom - held))
            self.zoomed.emit(zoom)
        self.viewport().update()

    def _lay_out(self) -> None:
        widest = max((size.width() for size in self._sizes), default=0.0)
        if self._fitted and widest:
            self._set_zoom((self.viewport().width() - 2 * _GAP) / widest)
        else:
            self._set_ranges()
            self.viewport().update()

    def _set_ranges(self) -> None:
        height = sum(size.height() * self._zoom + _GAP for size in self._sizes) + _GAP
        view = self.viewport().size()
        for bar, length, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), self._widest() + 2 * _GAP, view.width()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, round(length) - seen))

    @Slot()
    def _on_look_changed(self) -> None:
        self._drawn.clear()
        self.viewport().update()

    @Slot()
    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = sum(1 for top in self._tops() if top - _GAP <= middle) if self._svgs else 0
        if self.verticalScrollBar().value() == 0:
            page = min(1, len(self._svgs))
        if page != self._page:
            self._page = page
            self.page_turned.emit(page, len(self._svgs))
        self.viewport().update()


class PreviewBar(QWidget):
    """‹ 第 1 页，共 6 页 › and zoom, for the head band of the preview's panel."""

    def __init__(self, look: Look, preview: PaperPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = Button(look, icon="chevron-left", kind="quiet", name=self.tr("上一页"))
        self._words: QLabel = label("", "label")
        self._after = Button(look, icon="chevron-right", kind="quiet", name=self.tr("下一页"))
        smaller = Button(look, icon="zoom-out", kind="quiet", name=self.tr("缩小"))
        fit = Button(look, self.tr("适合宽度"), kind="quiet")
        larger = Button(look, icon="zoom-in", kind="quiet", name=self.tr("放大"))
        self._before.clicked.connect(preview.previous_page)
        self._after.clicked.connect(preview.next_page)
        smaller.clicked.connect(preview.zoom_out)
        fit.clicked.connect(preview.fit_width)
        larger.clicked.connect(preview.zoom_in)
        preview.page_turned.connect(self._on_page_turned)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._before, self._words, self._after, smaller, fit, larger):
            row.addWidget(widget)
        self._on_page_turned(preview.page, preview.pages)

    @Slot(int, int)
    def _on_page_turned(self, page: int, pages: int) -> None:
        self._words.setText(
            self.tr("第 {} 页，共 {} 页").format(page, pages) if pages else self.tr("还没有版面")
        )
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < pages)


def _as_wide(sizes: list[QSizeF]) -> list[QSizeF]:
    """Scale ``sizes`` to the width of the first, so that a page across does not make the others small."""
    return [size * (sizes[0].width() / size.width()) for size in sizes]


def _page_size(svg: bytes) -> QSizeF:
    """Return a page's size in logical px, from the head of its SVG: reading it whole is put off."""
    reader = QSvgRenderer()
    head = svg[: svg.find(b">") + 1]
    reader.load(QByteArray(head if head.endswith(b"/>") else head + b"</svg>"))
    size = QSizeF(reader.viewBoxF().size())
    return size * _PX_PER_PT if size.isValid() and not size.isEmpty() else QSizeF(794, 1123)

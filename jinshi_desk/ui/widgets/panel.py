"""The framed panel of every page: head band, body, foot band."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QSettings, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.labels import Chip, label

_SIDE, _WIDE_SIDE, _ROOMY, _MOST_SIDE = 352, 460, 1600, 0.27


class Panel(QFrame):
    """A panel. ``band`` and ``foot`` are rows to put buttons in, ``body`` is a column without margins.

    The bands exist from the first use on; what belongs at the right of one comes after ``addStretch``.
    """

    def __init__(self, look: Look, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bands: dict[str, tuple[QFrame, QHBoxLayout]] = {}
        self.setProperty("role", "panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._column.addLayout(self.body, 1)
        self.title: QLabel = label(title, "title")
        self.chip = Chip("")
        self.chip.hide()
        look.changed.connect(self._on_look_changed)
        if title:
            self.setAccessibleName(title)
            self.band.addWidget(self.title)
            self.band.addWidget(self.chip)

    @property
    def band(self) -> QHBoxLayout:
        """The row in the head band."""
        return self._row("band")

    @property
    def foot(self) -> QHBoxLayout:
        """The row in the foot band."""
        return self._row("foot")

    def _row(self, role: str) -> QHBoxLayout:
        if role not in self._bands:
            frame = QFrame(self)
            frame.setProperty("role", role)
            row = QHBoxLayout(frame)
            row.setContentsMargins(12, 0, 12, 0)
            row.setSpacing(8)
            self._column.insertWidget(0 if role == "band" else -1, frame)
            self._bands[role] = (frame, row)
            self._on_look_changed()
        return self._bands[role][1]

    @Slot()
    def _on_look_changed(self) -> None:
        for role, (frame, _row) in self._bands.items():
            frame.setFixedHeight(self._look.theme.size(f"{role}_h"))


def padded(*, across: bool = False, spacing: int = 8) -> tuple[QWidget, QHBoxLayout | QVBoxLayout]:
    """Return a widget with a row or column inside the panel's padding of 12 px."""
    inside = QWidget()
    layout = QHBoxLayout(inside) if across else QVBoxLayout(inside)
    layout.setContentsMargins(12, 12, 12, 12)
    layout.setSpacing(spacing)
    return inside, layout


def scrolled(inside: QWidget) -> QScrollArea:
    """Return ``inside`` in an area that scrolls downwards only: forms stay whole at every text size."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class Split(QSplitter):
    """Panels side by side, 8 px apart, at widths that the tab sets and the clerk may drag."""

    def __init__(self, *panels: QWidget, stretch: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opening: Callable[[int], Sequence[int]] | None = None
        self.setHandleWidth(8)
        self.setChildrenCollapsible(False)
        for number, panel in enumerate(panels):
            self.addWidget(panel)
            self.setStretchFactor(number, 1 if number == stretch else 0)

    def remember(self, settings: QSettings, name: str, opening: Callable[[int], Sequence[int]]) -> None:
        """Open as ``opening`` shares a width out, until the clerk drags; then keep those widths."""
        self._key, self._settings = f"split/{name}", settings
        kept = settings.value(self._key)
        if not (isinstance(kept, QByteArray) and self.restoreState(kept)):
            self._opening = opening
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._opening is not None:
            self.setSizes(self._opening(self.width()))

    def reopen(self) -> None:
        """Take up the widths the clerk left, or the opening ones, after panels were hidden for a while."""
        kept = self._settings.value(self._key)
        if self._opening is not None:
            self.setSizes(self._opening(self.width()))
        elif isinstance(kept, QByteArray):
            self.restoreState(kept)

    @Slot()
    def _on_moved(self) -> None:
        self._opening = None
        self._settings.setValue(self._key, self.saveState())


def beside(look: Look, width: int, side: int = _SIDE, most: float = _MOST_SIDE) -> list[int]:
    """Share ``width`` out between a list and its side panel: ``side`` px, at most ``most`` of it."""
    wanted = look.theme.scaled(_WIDE_SIDE if width >= _ROOMY else side)
    given = min(wanted, round(width * most))
    return [max(1, width - given), given]

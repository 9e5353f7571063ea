"""List, page and side next to each other; where there is no room for three, the page in the list's place."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.widgets.panel import Split

_LIST, _SIDE, _ROOMY_SIDE = 404, 316, 372
_SIDE_LEAST = 296
_ROOMY, _NARROW = 1600, 1000


class FormPanes(Split):
    """``page_button`` brings the page up while it is narrow, and is there only then."""

    def __init__(
        self, frame: Frame, listing: QWidget, page: QWidget, side: QWidget, page_button: QAbstractButton
    ) -> None:
        super().__init__(listing, page, side, stretch=1)
        self._look = frame.look
        self._listing, self._page, self._side, self._page_button = listing, page, side, page_button
        self.remember(frame.settings, "forms", self._share)
        page_button.toggled.connect(self._fold)
        frame.look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of list and side alone: a window that could not get narrower would never fold."""
        sizes = [
            part.minimumSizeHint().expandedTo(part.minimumSize()) for part in (self._listing, self._side)
        ]
        width = sum(size.width() for size in sizes) + self.handleWidth()
        return QSize(width, max(size.height() for size in sizes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _share(self, width: int) -> list[int]:
        """Share ``width`` out between list, page and side as the picture has it."""
        scaled = self._look.theme.scaled
        side = scaled(_ROOMY_SIDE if width >= _ROOMY else _SIDE)
        listed = min(scaled(_LIST), width * 2 // 5) if width >= scaled(_NARROW) else max(1, width - side)
        return [listed, max(1, width - side - listed), side]

    @Slot()
    def _on_look_changed(self) -> None:
        # An undressed side asks for more room than it needs, and would be given it for good.
        self._side.setMinimumWidth(self._look.theme.scaled(_SIDE_LEAST))
        self._fold()

    @Slot()
    def _fold(self) -> None:
        roomy = self.width() >= self._look.theme.scaled(_NARROW)
        self._page_button.setHidden(roomy)
        instead = not roomy and self._page_button.isChecked()
        if (roomy or instead) == self._page.isHidden() or instead != self._listing.isHidden():
            self._page.setVisible(roomy or instead)
            self._listing.setHidden(instead)
            self.reopen()

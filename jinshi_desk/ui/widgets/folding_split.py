"""A list and the page beside it, for windows of every width."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.panel import Split


class FoldingSplit(Split):
    """Below ``narrow`` px, at 标准 text size, one of the two is shown: the page lies over the list."""

    folded = Signal(bool)
    list_hidden = Signal(bool)

    def __init__(
        self, look: Look, listing: QWidget, page: QWidget, narrow: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(listing, page, parent=parent)
        self._look = look
        self._listing = listing
        self._page = page
        self._narrow = narrow
        self._page_over = False
        self.is_folded = False

    def show_page(self, *, over: bool) -> None:
        """Have the page over the list, or the list again; it shows only where there is no room for both."""
        if over != self._page_over:
            self._page_over = over
            self._arrange()

    @property
    def hides_list(self) -> bool:
        """Tell whether the page lies over the list now."""
        return self.is_folded and self._page_over

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the wider one: a window that could not get narrower would never fold."""
        return self._listing.minimumSizeHint().expandedTo(self._page.minimumSizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        folded = self.width() < self._look.theme.scaled(self._narrow)
        if folded != self.is_folded:
            focused = self.window().focusWidget()
            if focused is not None and self._page.isAncestorOf(focused):
                self._page_over = True  # who types goes on typing
            self.is_folded = folded
            self._arrange()
            self.folded.emit(folded)
            if not folded:
                self.reopen()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        hidden = (self._listing if self._page_over else self._page) if self.is_folded else None
        for part in (self._listing, self._page):
            if part is not hidden:
                part.show()  # before the other goes: the focus then has somewhere to be
        if hidden is not None:
            hidden.hide()
        self.list_hidden.emit(self.hides_list)

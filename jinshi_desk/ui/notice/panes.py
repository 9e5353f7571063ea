"""Figures, text and page of a notice side by side; in a narrow window the page stands in for the text."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.panel import Split

_FIGURES, _PAGE, _PAGE_ROOMY = 288, 376, 480
_ROOMY, _NARROW = 1600, 1000


class NoticePanes(Split):
    """The three panes, opened as the picture has them until the clerk drags."""

    def __init__(
        self, look: Look, settings: QSettings, name: str, figures: QWidget, text: QWidget, page: QWidget
    ) -> None:
        super().__init__(figures, text, page, stretch=1)
        self._look = look
        self._text, self._page = text, page
        self._narrow = False
        self.remember(settings, name, self._share)

    def fold(self, width: int) -> bool:
        """Take up the ``width`` there is; return whether the page has room only in the place of the text."""
        self._narrow = width < self._look.theme.scaled(_NARROW)
        return self._narrow

    def show_page(self, *, instead: bool) -> None:
        """Show the page, in a narrow window instead of the text or not at all."""
        self._text.setVisible(not (self._narrow and instead))
        self._page.setVisible(instead or not self._narrow)
        if self._narrow:
            self.setSizes(self._share(self.width()))

    def _share(self, width: int) -> list[int]:
        left, page = self._look.theme.scaled(_FIGURES), _PAGE_ROOMY if width >= _ROOMY else _PAGE
        rest = max(1, width - left - page)
        return [left, rest, rest if width < self._look.theme.scaled(_NARROW) else page]

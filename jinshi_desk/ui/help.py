"""F1: the manual, at the page of the tab or of the dialog that has the keys."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from jinshi_desk.ui.main_window import MainWindow
from jinshi_desk.ui.theme import Look

_PAGE = "help_page"
"""The property of a dialog that has its page."""


class Help(QObject):
    """Opens the manual over whoever asks: what is behind a dialog takes no keys while it is open.

    A dialog that no page was named for, a question or a form over a dialog, has that of what it lies over.
    """

    def __init__(self, look: Look, folder: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._look, self._folder, self._window = look, folder, window
        window.help_wanted.connect(self._on_wanted)
        window.installEventFilter(self)

    def name(self, dialog: QDialog, page: str) -> None:
        """Let F1 in ``dialog`` lead to ``page`` of the manual."""
        dialog.setProperty(_PAGE, page)
        QShortcut(QKeySequence("F1"), dialog, lambda: self.show_page(page, dialog))
        dialog.installEventFilter(self)

    def show_page(self, page: str, over: QWidget) -> None:
        """Show ``page`` in a window over ``over``."""
        from jinshi_desk.ui.manual import Manual

        shown = over.findChild(Manual, options=Qt.FindChildOption.FindDirectChildrenOnly)
        manual = shown or Manual(self._look, self._folder, over)
        manual.setProperty(_PAGE, page)  # it needs no help itself
        manual.open_at(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See that a dialog has its F1 when it comes over a window."""
        if event.type() == QEvent.Type.WindowBlocked:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.property(_PAGE) is None:
                self.name(dialog, self._page_behind(dialog))
        return False

    def _page_behind(self, dialog: QDialog) -> str:
        behind = dialog.parentWidget()
        while behind is not None:
            page = behind.window().property(_PAGE)
            if page is not None:
                return str(page)
            behind = behind.window().parentWidget()
        return self._window.current_key

    @Slot(str)
    def _on_wanted(self, tab: str) -> None:
        self.show_page(tab, self._window)

"""帮助: the user's manual, its pages at the left, the page that is read at the right."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from jinshi_desk.ui.theme import Look

_LIST_WIDTH, _WIDTH, _HEIGHT = 150, 900, 600
_MARGIN = 20
_LINE_HEIGHT, _BELOW_LINE, _ABOVE_HEADING = 112, 6, 12  # per cent, px, px
_TO_END = QTextCursor.MoveOperation.EndOfBlock


class Manual(QDialog):
    """Shows the pages ``NN-name.md`` of a folder in their order; stays open beside the window."""

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("帮助"))
        self._pages = sorted(folder.glob("[0-9][0-9]-*.md"))
        self.pages = QListWidget()
        self.pages.setAccessibleName(self.tr("帮助目录"))
        self.pages.setProperty("role", "field")
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("帮助内容"))
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(_MARGIN)
        for page in self._pages:
            QListWidgetItem(_title(page), self.pages)
        self.pages.currentRowChanged.connect(self._on_page_chosen)
        self.text.anchorClicked.connect(self._on_link_clicked)
        look.changed.connect(self._dress)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.pages)
        row.addWidget(self.text, 1)
        self.pages.setFixedWidth(look.theme.scaled(_LIST_WIDTH))
        self.resize(look.theme.scaled(_WIDTH), look.theme.scaled(_HEIGHT))

    def open_at(self, name: str) -> None:
        """Come to the front with the page ``name``, or as it was where there is none."""
        self._go_to(name)
        if self.pages.currentRow() < 0:
            self.pages.setCurrentRow(0)
        self.show()
        self.activateWindow()
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, name: str) -> None:
        for number, page in enumerate(self._pages):
            if name in (page.stem, page.stem[3:]):
                self.pages.setCurrentRow(number)

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        self.text.setMarkdown(self._pages[number].read_text(encoding="utf-8"))
        self._dress()

    @Slot()
    def _dress(self) -> None:
        """Give the page the window's own sizes, and its lines room; Markdown says nothing of either."""
        block = self.text.document().begin()
        while block.isValid():
            level, cursor = block.blockFormat().headingLevel(), QTextCursor(block)
            room = QTextBlockFormat()
            room.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if cursor.currentTable() is None:
                room.setTopMargin(_ABOVE_HEADING if level > 1 else 0)
                room.setBottomMargin(_BELOW_LINE)
            cursor.mergeBlockFormat(room)
            if level:
                words = QTextCharFormat()
                words.setFont(self._look.theme.font("font_figure" if level == 1 else "font_title", bold=True))
                cursor.movePosition(_TO_END, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(words)
            block = block.next()

    @Slot(QUrl)
    def _on_link_clicked(self, link: QUrl) -> None:
        self._go_to(link.path().removesuffix(".md"))


def _title(page: Path) -> str:
    with page.open(encoding="utf-8") as lines:
        return lines.readline().removeprefix("#").strip()

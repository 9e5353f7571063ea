"""A text made from figures, to be touched up and copied into the chat group."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label


class ChatText(QWidget):
    """The text and what became of it; ``copy_button`` is for the panel's foot.

    ``empty`` stands in it where there is nothing to say. What was typed into it is never overwritten by
    new figures: they are offered instead.
    """

    copied = Signal()

    def __init__(self, look: Look, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested = ""
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(name)
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(empty)
        self._note = label(self.tr("数字已变，文字没有跟着改"), "hint")
        self._again = Button(look, self.tr("重写"), kind="quiet")
        self._again.set_tip(self.tr("按现在的数字重写，改过的话不留"))
        self.copy_button = Button(look, self.tr("复制文字"), icon="copy", kind="primary", key="Ctrl+Shift+C")
        self.field.textChanged.connect(self._on_text_changed)
        self._again.clicked.connect(self._on_again_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._note, 1)
        row.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field, 1)
        column.addWidget(self._line)
        self._line.hide()
        self._on_text_changed()

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    def write(self, text: str) -> None:
        """Put ``text`` in the place of whatever is there."""
        self._suggested = text
        self._line.hide()
        self.field.setPlainText(text)

    def suggest(self, text: str) -> None:
        """Put ``text`` there unless the clerk has changed the last one; then offer it."""
        if text == self._suggested:
            return
        if self.text == self._suggested:
            self.write(text)
            return
        self._suggested = text
        self._line.show()

    @Slot()
    def _on_text_changed(self) -> None:
        self.copy_button.setEnabled(bool(self.text.strip()))

    @Slot()
    def _on_again_clicked(self) -> None:
        self.write(self._suggested)
        self.field.setFocus()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit()

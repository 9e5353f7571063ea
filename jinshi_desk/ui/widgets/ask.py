"""The two dialogs of our own: a question with its consequence, and one that wants a reason."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label


class Question(QDialog):
    """Title the question, body what follows from it, buttons verbs. Esc and closing are the safe one.

    Without ``verb`` it only tells something.
    """

    def __init__(
        self, look: Look, question: str, consequence: str, verb: str, safe: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("津市组工信息台"))
        self.setAccessibleName(question)
        self.safe_button = Button(look, safe)
        self.verb_button = Button(look, verb, kind="primary")
        self.verb_button.setVisible(bool(verb))
        (self.verb_button if verb else self.safe_button).setDefault(True)
        self.safe_button.clicked.connect(self.reject)
        self.verb_button.clicked.connect(self.accept)
        title, body = label(question, "title"), label(consequence, "body")
        title.setWordWrap(True)
        body.setWordWrap(True)
        body.setVisible(bool(consequence))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(18, 18, 18, 16)
        self.body.setSpacing(8)
        self.body.addWidget(title)
        self.body.addWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.body, 1)
        column.addWidget(self._foot(look))
        self.setFixedWidth(look.theme.scaled(444))

    def _foot(self, look: Look) -> FootBand:
        foot = FootBand(look)
        foot.row.addStretch()
        foot.row.addWidget(self.safe_button)
        foot.row.addWidget(self.verb_button)
        return foot


class AskReason(Question):
    """A question that can only be agreed to with a reason; presets fill the field, to be changed at will."""

    def __init__(
        self,
        look: Look,
        title: str,
        consequence: str,
        presets: Sequence[str],
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, title, consequence, verb, self.tr("再看看"), parent)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("原因"))
        self.field.setPlaceholderText(self.tr("写明原因"))
        self.preset_buttons = [Button(look, preset, kind="seg") for preset in presets]
        self.field.textChanged.connect(self._on_text_changed)
        for button in self.preset_buttons:
            button.clicked.connect(self._on_preset_clicked)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.preset_buttons:
            row.addWidget(button)
        row.addStretch()
        self.body.addWidget(self.field)
        self.body.addLayout(row)
        self.verb_button.setEnabled(False)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        return self.field.text().strip()

    @Slot()
    def _on_text_changed(self) -> None:
        self.verb_button.setEnabled(bool(self.reason))
        self.verb_button.set_tip("" if self.reason else self.tr("写明原因后可用"))

    @Slot()
    def _on_preset_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.field.setText(button.text())
            self.field.setFocus()

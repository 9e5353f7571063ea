"""A small form beside a list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.form import Form
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel, scrolled


class SideForm(Panel):
    """Says whom it is about and what it does, asks, and is filed by Ctrl+S or left by Esc."""

    file_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, parent)
        self.where = label("", "h2")
        self.where.setWordWrap(True)
        self._form = Form(look)
        self._form.add_widget(self.where)
        self._form.end_reached.connect(self.file_wanted)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        column.addStretch()
        self.band.addStretch()
        self.body.addWidget(scrolled(inside), 1)

    def _ask(self, hint: str, *rows: tuple[str, str, QWidget]) -> None:
        """Say what filing does, and put the fields below it, a row for each name, label and control."""
        what = label(hint, "hint")
        what.setWordWrap(True)
        self._form.add_widget(what)
        for row in rows:
            self._form.add_row(row)

    def _offer(self, file_button: Button, back: Button) -> None:
        """Put the two buttons below: the one that files, and the one that leaves all as it was."""
        back.set_tip("", "Esc")
        file_button.clicked.connect(self.file_wanted)
        back.clicked.connect(self.left)
        self.foot.addWidget(file_button)
        self.foot.addWidget(back)
        self.foot.addStretch()

"""What can be done to several drafts at once: the foot of the list while more than one is selected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.domain.draft_kinds import Status, may_become
from jinshi_desk.domain.register import MOST_AT_ONCE, RegisterRow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label


class PickedBar(QWidget):
    """Says how many are selected and offers what fits all of them."""

    step_wanted = Signal(object)  # Status
    forms_wanted = Signal(bool)  # whether on file

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "h2")
        self.form_button = Button(look, self.tr("审批表已交"), "approval")
        self.no_form_button = Button(look, self.tr("审批表未交"))
        self.step_buttons = {
            Status.ACCEPTED: Button(look, self.tr("有效"), "check"),
            Status.RETURNED: Button(look, self.tr("退回…"), "return"),
            Status.WITHDRAWN: Button(look, self.tr("撤稿…")),
            Status.VOID: Button(look, self.tr("作废…"), "void", "danger"),
        }
        self.form_button.clicked.connect(lambda: self.forms_wanted.emit(True))
        self.no_form_button.clicked.connect(lambda: self.forms_wanted.emit(False))
        for then, button in self.step_buttons.items():
            button.clicked.connect(lambda _on=False, then=then: self.step_wanted.emit(then))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words)
        steps = self.step_buttons
        shown = (steps[Status.ACCEPTED], self.form_button, self.no_form_button, steps[Status.RETURNED])
        for button in (*shown, steps[Status.WITHDRAWN]):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(steps[Status.VOID])

    def show_rows(self, count: int, rows: Sequence[RegisterRow]) -> None:
        """Say that ``count`` are selected; ``rows`` are they, none of them where there are too many."""
        self.words.setText(self.tr("已选 {} 篇").format(count))
        for then, button in self.step_buttons.items():
            unfit = sum(not may_become(row.status, then) for row in rows)
            button.setEnabled(bool(rows) and not unfit)
            button.set_tip(self._why(rows, unfit))
        living = all(not row.gone for row in rows)
        for button, on_file in ((self.form_button, True), (self.no_form_button, False)):
            other = any(row.approval_on_file is not on_file for row in rows)
            button.setEnabled(bool(rows) and living and other)

    def _why(self, rows: Sequence[RegisterRow], unfit: int) -> str:
        if not rows:
            return self.tr("一次最多 {} 篇").format(MOST_AT_ONCE)
        return self.tr("其中 {} 篇不能这样办").format(unfit) if unfit else ""

"""The line over the panes: how far the bulletin is, and what can be done with it."""

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.services.bulletin import Draft
from jinshi_desk.ui.notice.file_buttons import FileButtons
from jinshi_desk.ui.notice.step import Step, allow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip


class Head(Panel):
    """核对数据 › 改定文字 › 关账 › 印发, then files and paper; ``lead`` is the place before them."""

    close_wanted = Signal()
    issue_wanted = Signal()
    reopen_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    ledgers_wanted = Signal()
    page_wanted = Signal(bool)  # the page in the place of the text, where there is no room for both

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("通报进度"))
        names = (self.tr("核对数据"), self.tr("改定文字"), self.tr("关账"), self.tr("印发"))
        self.steps = [Step(look, number, name) for number, name in enumerate(names, start=1)]
        self.close_button = Button(look, self.tr("关账…"), icon="close-month")
        self.issue_button = Button(look, self.tr("印发…"), icon="seal")
        self.reopen_button = Button(look, self.tr("重新开账…"), icon="reopen-month", kind="quiet")
        self.files = FileButtons(look, settings)
        self.ledgers_button = Button(look, self.tr("台账…"), icon="rules", kind="quiet", key="Ctrl+L")
        self.page_button = Button(look, self.tr("看版面"), icon="preview", kind="quiet")
        self.page_button.setCheckable(True)
        self.page_button.hide()
        self.strip = ProgressStrip(look)
        self.lead = QHBoxLayout()
        self.close_button.clicked.connect(self.close_wanted)
        self.issue_button.clicked.connect(self.issue_wanted)
        self.reopen_button.clicked.connect(self.reopen_wanted)
        self.files.save_wanted.connect(self.save_wanted)
        self.files.print_wanted.connect(self.print_wanted)
        self.ledgers_button.clicked.connect(self.ledgers_wanted)
        self.page_button.toggled.connect(self._on_page_toggled)
        self._acts = (self.close_button, self.issue_button, self.reopen_button)
        self._words = {button: button.text() for button in (*self._acts, self.ledgers_button)}
        self._arrange(look)

    def _arrange(self, look: Look) -> None:
        row = self._line = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addLayout(self.lead)
        for place, step in enumerate(self.steps):
            if place:
                row.addWidget(IconLabel(look, "chevron-right"))
            row.addWidget(step)
            if step is self.steps[2]:
                row.addWidget(self.close_button)
        row.addWidget(self.issue_button)
        row.addWidget(self.reopen_button)
        row.addStretch()
        row.addWidget(self.ledgers_button)
        row.addWidget(self.page_button)
        row.addWidget(self.files)
        self.body.addLayout(row)
        self.body.addWidget(self.strip)

    def show_draft(self, draft: Draft) -> None:
        """Show how far it is: the data first, then the text."""
        data = all(check.ok for check in draft.checks if check.name is not CheckName.SENTENCES)
        text = all(check.ok for check in draft.checks if check.name is CheckName.SENTENCES)
        self.steps[0].show_state("ok" if data else "warn", current=not data)
        self.steps[1].show_state("info" if text else "warn", current=data)

    def show_open(self, why_not: str) -> None:
        """Offer to close the month, or say in the tooltip why not yet."""
        self.steps[2].show_state("later" if why_not else "info", current=False)
        self.steps[3].show_state("later", current=False)
        self._offer(self.close_button)
        allow(self.close_button, why_not, self.tr("数字和通报从此不再变动，印发以前可以重新开账"))

    def show_closed(self, when: str, why_not_issue: str, why_not_reopen: str) -> None:
        """Show on which day the month was closed; offer to sign it out, or to open it again."""
        for step in self.steps[:3]:
            step.show_state("ok", current=False)
        self.steps[2].show_when(when)
        self.steps[3].show_state("later" if why_not_issue else "info", current=False)
        self._offer(self.issue_button, self.reopen_button)
        allow(self.issue_button, why_not_issue, self.tr("登记文号和印发日期，只登一次"))
        allow(self.reopen_button, why_not_reopen, self.tr("还没印发，写明原因可以再改"))

    def show_issued(self, closed: str, issued: str, number: str) -> None:
        """Show on which days the month was closed and went out, and under which number."""
        for step in self.steps:
            step.show_state("ok", current=False)
        self.steps[2].show_when(closed, current=False)
        self.steps[3].show_when(issued, number)
        self._offer()

    def _offer(self, *acts: Button) -> None:
        for button in self._acts:
            button.setVisible(button in acts)
        self._fit()

    def fold(self, *, narrow: bool) -> None:
        """Offer the page in the place of the text in a narrow window."""
        self.page_button.setVisible(narrow)
        if not narrow:
            self.page_button.setChecked(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Short of room, name the present step alone; shorter still, leave buttons their icons."""
        for less in range(3):
            for step in self.steps:
                step.fold(narrow=less > 0)
            for button, words in self._words.items():
                button.setText(words if less < 2 else "")
            self._line.invalidate()
            if self._line.sizeHint().width() <= self.width():
                break

    @Slot(bool)
    def _on_page_toggled(self, on: bool) -> None:  # noqa: FBT001  # Qt's own signal
        self.page_button.setText(self.tr("看文字") if on else self.tr("看版面"))
        self.page_wanted.emit(on)

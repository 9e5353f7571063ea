"""The line over the notice of a quarter or a year: how far it is, and what can be done with it."""

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.ui.notice.file_buttons import FileButtons
from jinshi_desk.ui.notice.step import Step, allow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip

_OF_THE_TEXT = (CheckName.SENTENCES, CheckName.ENTRIES)


class PeriodHead(Panel):
    """核对数据 › 改定文字 › 印发, then files and paper; ``lead`` is the place before them, for a picker."""

    issue_wanted = Signal()
    page_wanted = Signal(bool)  # the page in the place of the text, where there is no room for both

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("通报进度"))
        names = (self.tr("核对数据"), self.tr("改定文字"), self.tr("印发"))
        self.steps = [Step(look, number, name) for number, name in enumerate(names, start=1)]
        self.issue_button = Button(look, self.tr("印发…"), icon="seal")
        self.files = FileButtons(look, settings)
        self.page_button = Button(look, self.tr("看版面"), icon="preview", kind="quiet")
        self.page_button.setCheckable(True)
        self.page_button.hide()
        self.strip = ProgressStrip(look)
        self.lead = QHBoxLayout()
        self._words = self.issue_button.text()
        self.issue_button.clicked.connect(self.issue_wanted)
        self.page_button.toggled.connect(self._on_page_toggled)
        self._arrange(look)

    def _arrange(self, look: Look) -> None:
        row = self._line = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        self.lead.setSpacing(8)
        row.addLayout(self.lead)
        for place, step in enumerate(self.steps):
            if place:
                row.addWidget(IconLabel(look, "chevron-right"))
            row.addWidget(step)
        row.addWidget(self.issue_button)
        row.addStretch()
        row.addWidget(self.page_button)
        row.addWidget(self.files)
        self.body.addLayout(row)
        self.body.addWidget(self.strip)

    def show_draft(self, draft: PeriodDraft) -> None:
        """Show how far it is: the data first, then the text."""
        data = all(check.ok for check in draft.checks if check.name not in _OF_THE_TEXT)
        text = all(check.ok for check in draft.checks if check.name in _OF_THE_TEXT)
        self.steps[0].show_state("ok" if data else "warn", current=not data)
        self.steps[1].show_state("info" if text else "warn", current=data)

    def show_open(self, why_not: str) -> None:
        """Offer to sign the notice out, or say in the tooltip why not yet."""
        self.steps[2].show_state("later" if why_not else "info", current=False)
        self.issue_button.show()
        allow(self.issue_button, why_not, self.tr("登记文号和印发日期，只登一次"))
        self._fit()

    def show_issued(self, when: str, number: str) -> None:
        """Show on which day the notice went out, and under which number."""
        for step in self.steps:
            step.show_state("ok", current=False)
        self.steps[2].show_when(when, number)
        self.issue_button.hide()
        self._fit()

    def show_nothing(self) -> None:
        """Offer nothing: there is no such notice."""
        for step in self.steps:
            step.show_state("later", current=False)
        self.issue_button.hide()
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
        """Short of room, name the present step alone; shorter still, leave the button its icon."""
        for less in range(3):
            for step in self.steps:
                step.fold(narrow=less > 0)
            self.issue_button.setText(self._words if less < 2 else "")
            self._line.invalidate()
            if self._line.sizeHint().width() <= self.width():
                break

    @Slot(bool)
    def _on_page_toggled(self, on: bool) -> None:  # noqa: FBT001  # Qt's own signal
        self.page_button.setText(self.tr("看文字") if on else self.tr("看版面"))
        self.page_wanted.emit(on)

"""The line over the notice of a quarter or a year."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.ui.notice.notice_head import NoticeHead
from jinshi_desk.ui.notice.step import allow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button

_OF_THE_TEXT = (CheckName.SENTENCES, CheckName.ENTRIES)


class PeriodHead(NoticeHead):
    """核对数据 › 改定文字 › 印发."""

    issue_wanted = Signal()

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, settings, parent)
        self.issue_button = Button(look, self.tr("印发…"), icon="seal")
        self.issue_button.clicked.connect(self.issue_wanted)
        names = (self.tr("核对数据"), self.tr("改定文字"), self.tr("印发"))
        self._lay_out(look, names, {2: (self.issue_button,)})

    def show_draft(self, draft: PeriodDraft) -> None:
        """Show how far it is: the data first, then the text."""
        self._show_progress(
            data=all(check.ok for check in draft.checks if check.name not in _OF_THE_TEXT),
            text=all(check.ok for check in draft.checks if check.name in _OF_THE_TEXT),
        )

    def show_open(self, why_not: str) -> None:
        """Offer to sign the notice out, or say in the tooltip why not yet."""
        self.steps[2].show_state("later" if why_not else "info", current=False)
        self._offer(self.issue_button)
        allow(self.issue_button, why_not, self.tr("登记文号和印发日期，只登一次"))

    def show_issued(self, when: str, number: str) -> None:
        """Show on which day the notice went out, and under which number."""
        for step in self.steps:
            step.show_state("ok", current=False)
        self.steps[2].show_when(when, number)
        self._offer()

    def show_nothing(self) -> None:
        """Offer nothing: there is no such notice."""
        for step in self.steps:
            step.show_state("later", current=False)
        self._offer()

"""The line over the month's bulletin."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.services.bulletin import Draft
from jinshi_desk.ui.notice.notice_head import NoticeHead
from jinshi_desk.ui.notice.step import allow
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button


class Head(NoticeHead):
    """核对数据 › 改定文字 › 关账 › 印发."""

    close_wanted = Signal()
    issue_wanted = Signal()
    reopen_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    ledgers_wanted = Signal()

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, settings, parent)
        self.close_button = Button(look, self.tr("关账…"), icon="close-month")
        self.issue_button = Button(look, self.tr("印发…"), icon="seal")
        self.reopen_button = Button(look, self.tr("重新开账…"), icon="reopen-month", kind="quiet")
        self.ledgers_button = Button(look, self.tr("台账…"), icon="rules", kind="quiet", key="Ctrl+L")
        self.close_button.clicked.connect(self.close_wanted)
        self.issue_button.clicked.connect(self.issue_wanted)
        self.reopen_button.clicked.connect(self.reopen_wanted)
        self.files.save_wanted.connect(self.save_wanted)
        self.files.print_wanted.connect(self.print_wanted)
        self.ledgers_button.clicked.connect(self.ledgers_wanted)
        names = (self.tr("核对数据"), self.tr("改定文字"), self.tr("关账"), self.tr("印发"))
        acts = {2: (self.close_button,), 3: (self.issue_button, self.reopen_button)}
        self._lay_out(look, names, acts, (self.ledgers_button,))

    def show_draft(self, draft: Draft) -> None:
        """Show how far it is: the data first, then the text."""
        self._show_progress(
            data=all(check.ok for check in draft.checks if check.name is not CheckName.SENTENCES),
            text=all(check.ok for check in draft.checks if check.name is CheckName.SENTENCES),
        )

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

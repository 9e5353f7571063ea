"""审批表: the forms, and behind 缺表 the drafts that have none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.approval.forms_page import FormsPage
from jinshi_desk.ui.approval.marks_page import MarksPage
from jinshi_desk.ui.frame import Frame


class ApprovalTab(QStackedWidget):
    """Two pages, one in front; each keeps up with the data file by itself."""

    draft_opened = Signal(str)  # its number

    def __init__(self, frame: Frame, desks: ApprovalDesks) -> None:
        super().__init__()
        self.forms = FormsPage(frame, desks)
        self.marks = MarksPage(frame, desks.forms, desks.undo)
        for page in (self.forms, self.marks):
            page.draft_opened.connect(self.draft_opened)
            self.addWidget(page)
        self.forms.missing_wanted.connect(self.show_missing)
        self.marks.left.connect(self._on_marks_left)

    def show_form(self, number: str) -> None:
        """Bring up a form by its number."""
        self.setCurrentWidget(self.forms)
        self.forms.show_form(number)

    def open_drafts(self, drafts: Sequence[str]) -> None:
        """Bring up the form of a draft, opened where it has none yet; of several compose a push.

        Raises:
            WrongStatus: a draft is void or was withdrawn.
        """
        self.setCurrentWidget(self.forms)
        if len(drafts) == 1:
            self.forms.open_draft(drafts[0])
        else:
            self.forms.compose(drafts)

    def show_waiting(self, segment: str) -> None:
        """Show the forms that are out, or those that wait for too long."""
        self.setCurrentWidget(self.forms)
        self.forms.show_segment(segment)

    def may_close(self) -> bool:
        """Tell whether nothing typed would be lost."""
        return self.forms.may_leave()

    @Slot()
    def show_missing(self) -> None:
        """Show the drafts without their form alone."""
        self.setCurrentWidget(self.marks)
        self.marks.show_missing()

    @Slot()
    def _on_marks_left(self) -> None:
        self.setCurrentWidget(self.forms)

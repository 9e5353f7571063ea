"""What comes back of the draft in front, and its versions; page and dialog are made when first wanted."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from jinshi_desk.domain.versions import Content, content_of
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.choices import people_lookup
from jinshi_desk.ui.register.desks import Desks

if TYPE_CHECKING:
    from jinshi_desk.intake.drafts import DraftProposal
    from jinshi_desk.ui.register.acts import DraftActs
    from jinshi_desk.ui.register.resubmit_page import ResubmitPage


class DraftVersions(QObject):
    """Takes returned drafts in again, in ``stack``; ``read_draft`` is called on the worker thread."""

    left = Signal()  # the page was filed or put away
    other_opened = Signal(str)  # another draft is to be shown

    def __init__(
        self,
        frame: Frame,
        desks: Desks,
        acts: "DraftActs",
        read_draft: "Callable[[Path], DraftProposal]",
        today: Callable[[], date],
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._frame = frame
        self._desks = desks
        self._acts = acts
        self._read = read_draft
        self._today = today
        self._stack = stack
        self._made: ResubmitPage | None = None

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was typed into the page in front."""
        return self._made is not None and self._made is self._stack.currentWidget() and self._made.is_dirty

    def take_in(self, number: str) -> None:
        """Bring up the page for what came back of a returned draft."""
        draft = self._desks.register.open(number).draft
        self._desks.versions.receipt(number, self._today())  # refused before anything is typed
        people = people_lookup(partial(self._desks.register.spelled_people, draft.lead))
        self._stack.setCurrentWidget(self.page)
        self.page.start(draft, people)

    @Slot(list)
    def take_files(self, files: list[Path]) -> None:
        """Read what came back from a file; a returned draft has one, so the first counts."""
        number, file = self.page.number, files[0]
        task = self._frame.tasks.start(lambda _progress: self._read(file))
        task.succeeded.connect(lambda proposal: self._on_read(number, file, proposal))

    def show(self, number: str) -> None:
        """Show the versions of a draft beside each other."""
        from jinshi_desk.ui.register.versions_dialog import VersionsDialog

        VersionsDialog(
            self._frame, self._desks.versions, number, self._acts.remark, self._stack.window()
        ).open()

    @cached_property
    def page(self) -> "ResubmitPage":
        from jinshi_desk.ui.register.resubmit_page import ResubmitPage

        page = ResubmitPage(self._frame.look, self._desks.versions, self._today)
        page.submitted.connect(self._on_submitted)
        page.file_wanted.connect(self._on_file_wanted)
        page.files_dropped.connect(self.take_files)
        page.other_opened.connect(self.other_opened)
        page.left.connect(self.left)
        self._stack.addWidget(page)
        self._made = page
        return page

    def _on_read(self, number: str | None, file: Path, proposal: "DraftProposal") -> None:
        if number == self.page.number and self._stack.currentWidget() is self.page:
            self.page.propose(content_of(proposal.as_draft()), file)

    @Slot()
    def _on_file_wanted(self) -> None:
        file = self._frame.dialogs.choose_file(self.tr("选改好的稿件"), [self.tr("稿件 (*.docx *.txt)")])
        if file is not None:
            self.take_files([file])

    @Slot(object, object, bool)
    def _on_submitted(self, day: date, content: Content, meant: bool) -> None:  # noqa: FBT001  # a signal's argument
        number = self.page.number
        if number is not None:
            self._acts.resubmit(number, day, content, duplicate_confirmed=meant)
            self.page.stop()
            self.left.emit()

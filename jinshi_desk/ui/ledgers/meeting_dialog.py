"""例会记录 as it will be printed."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.meetings import Meeting
from jinshi_desk.services.meeting_papers import MeetingPapers
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.paper_dialog import PaperDialog
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label

_SIZE = 760, 640


class MeetingDialog(PaperDialog):
    """Shows the record of a meeting on paper, prints it and saves it."""

    def __init__(
        self, frame: Frame, papers: MeetingPapers, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        super().__init__(frame, self.tr("例会记录"), parent)
        self._papers, self._meeting = papers, meeting
        self.setWindowTitle(self.tr("{} 例会记录").format(meeting.held_on.isoformat()))
        self.word_button = Button(frame.look, self.tr("存为 Word…"), icon="document")
        self.save_button.clicked.connect(self._on_pdf_wanted)
        self.word_button.clicked.connect(self._on_word_wanted)
        self._lay_out(_SIZE, label(self.windowTitle(), "h2"), self.word_button)
        self._want(partial(papers.pages, meeting.id))

    @Slot()
    def _on_pdf_wanted(self) -> None:
        self._save(".pdf", self.tr("PDF 文件 (*.pdf)"))

    @Slot()
    def _on_word_wanted(self) -> None:
        self._save(".docx", self.tr("Word 文件 (*.docx)"))

    def _save(self, suffix: str, kind: str) -> None:
        """Ask where to and write the record there, beside the window's thread."""
        name = f"{self._papers.notice(self._meeting.id).stem}{suffix}"
        path = self._frame.dialogs.save_file(self.tr("存例会记录"), name, [kind])
        if path is None:
            return
        file = path if path.suffix.casefold() == suffix else path.with_name(f"{path.name}{suffix}")
        task = self._frame.tasks.start(lambda _: self._papers.save(self._meeting.id, file))
        said = self.tr("例会记录已存到 {}").format(file.name)
        task.succeeded.connect(lambda _: self._deliver(said))

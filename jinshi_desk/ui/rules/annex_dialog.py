"""计分细则 as it will be printed, or saved as page, document and workbook."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.papers.typesetting import SetPaper
from jinshi_desk.services.notice_files import Format
from jinshi_desk.services.rule_annex import RuleAnnexDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.paper_dialog import PaperDialog
from jinshi_desk.ui.widgets.labels import label

_SIZE = 820, 660


class AnnexDialog(PaperDialog):
    """Shows rules on paper, in force or not yet."""

    def __init__(self, frame: Frame, desk: RuleAnnexDesk, toml: str, parent: QWidget | None = None) -> None:
        super().__init__(frame, self.tr("计分细则"), parent)
        self._desk = desk
        self._notice = desk.of_text(toml)
        since = self._notice.period.first.label
        self.setWindowTitle(self.tr("计分细则"))
        self.save_button.clicked.connect(self._on_save_clicked)
        self.delivered.connect(frame.notices.tell_act)
        self.save_button.setText(self.tr("存为文件…"))
        self.save_button.set_tip(self.tr("PDF、Word、表格各一份"), "Ctrl+Shift+S")
        self._lay_out(_SIZE, label(self.tr("自{}起的计分细则").format(since), "title"))
        notice, files = self._notice, desk.files
        self._want(lambda: SetPaper(files.pages(notice), []))

    @Slot()
    def _on_save_clicked(self) -> None:
        folder = self._frame.dialogs.choose_folder(self.tr("计分细则存到哪个文件夹"))
        if folder is not None:
            notice, files = self._notice, self._desk.files
            task = self._frame.tasks.start(lambda told: files.save(notice, folder, tuple(Format), told))
            words = self.tr("计分细则已存到 {}：PDF、Word、表格").format(folder.name)
            task.succeeded.connect(lambda _: self._deliver(words))

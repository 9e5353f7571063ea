"""催报单: one list of the ticked units or a slip for each, as it will be printed."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.reminder_papers import ReminderSheet
from jinshi_desk.services.reminder_sheets import ReminderSheetDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.paper_dialog import PaperDialog
from jinshi_desk.ui.widgets.filters import Segment, Segments

_SIZE = 760, 640


class SheetDialog(PaperDialog):
    """Shows the reminders of a stage on paper, prints them and saves them."""

    def __init__(
        self, frame: Frame, desk: ReminderSheetDesk, sheet: ReminderSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__(frame, self.tr("催报单"), parent)
        self._desk, self._sheet = desk, sheet
        self.setWindowTitle(self.tr("{}月催报单").format(sheet.month.month))
        self.kinds = Segments(frame.look, self.tr("催报单样式"))
        self.kinds.chosen.connect(self._set)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.kinds.show_segments(
            [Segment("list", self.tr("全部一张")), Segment("slips", self.tr("每家一张"))]
        )
        self.kinds.choose("list")
        self._lay_out(_SIZE, self.kinds)
        self._set()

    @property
    def _slips(self) -> bool:
        return self.kinds.current == "slips"

    @Slot()
    def _set(self) -> None:
        slips = self._slips
        self._want(lambda: self._desk.pages(self._sheet, slips=slips))

    @Slot()
    def _on_save_clicked(self) -> None:
        each = self.tr("-各单位") if self._slips else ""
        name = self.tr("催报单-{}{}.pdf").format(self._sheet.month, each)
        path = self._frame.dialogs.save_file(self.tr("存催报单"), name, [self.tr("PDF 文件 (*.pdf)")])
        if path is not None:
            self._desk.save(self._sheet, path, slips=self._slips)
            self._deliver(self.tr("催报单已存到 {}").format(path.name))

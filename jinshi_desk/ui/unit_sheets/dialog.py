"""核对单: a page for each unit, or for one, as they will be printed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.services.unit_sheets import UnitSheetDesk
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.paper_dialog import PaperDialog
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choice_field import ChoiceField
from jinshi_desk.ui.widgets.choices import Choice

_SIZE = 820, 660


class UnitSheetsDialog(PaperDialog):
    """Shows the sheets of a month, prints them, saves them as one file or a file for each unit."""

    def __init__(
        self,
        frame: Frame,
        desk: UnitSheetDesk,
        month: Month,
        units: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame, self.tr("核对单"), parent)
        self._desk, self._month = desk, month
        self.setWindowTitle(self.tr("{}核对单").format(month.label))
        self.unit = ChoiceField(frame.look, self.tr("单位"))
        self.unit.setPlaceholderText(self.tr("全部单位，或打拼音选一家"))
        self.unit.set_choices(units)
        self.each_button = Button(frame.look, self.tr("每家一个文件…"), icon="folder")
        self.unit.chosen.connect(self._set)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.each_button.clicked.connect(self._on_each_clicked)
        self.delivered.connect(frame.notices.tell_act)
        self._lay_out(_SIZE, self.unit, self.each_button, stretch=1)
        self._set()

    @property
    def units(self) -> tuple[str, ...]:
        """The unit chosen; none is all of them."""
        return (self.unit.chosen_id,) if self.unit.chosen_id else ()

    @Slot()
    def _set(self) -> None:
        units = self.units
        desk, month = self._desk, self._month
        self._want(lambda: desk.pages(desk.sheets(month, units)))

    def _printed(self) -> Callable[[], Sequence[bytes]]:
        month, units, desk = self._month, self.units, self._desk
        # both sides are printed on: each unit begins on the front of a leaf
        return lambda: desk.pages(desk.sheets(month, units), duplex=True).content

    @Slot()
    def _on_save_clicked(self) -> None:
        name = self.tr("核对单-{}.pdf").format(self._month)
        path = self._frame.dialogs.save_file(self.tr("存核对单"), name, [self.tr("PDF 文件 (*.pdf)")])
        if path is not None:
            month, units, desk = self._month, self.units, self._desk
            task = self._frame.tasks.start(lambda _: desk.save(desk.sheets(month, units), path))
            words = self.tr("核对单已存到 {}").format(path.name)
            task.succeeded.connect(lambda _: self._deliver(words))

    @Slot()
    def _on_each_clicked(self) -> None:
        folder = self._frame.dialogs.choose_folder(self.tr("核对单存到哪个文件夹"))
        if folder is not None:
            month, units, desk = self._month, self.units, self._desk
            task = self._frame.tasks.start(lambda _: desk.save_each(desk.sheets(month, units), folder)[0])
            said = self.tr("已存 {} 份核对单到 {}")
            task.succeeded.connect(lambda files: self.delivered.emit(said.format(len(files), folder.name)))
            self.accept()

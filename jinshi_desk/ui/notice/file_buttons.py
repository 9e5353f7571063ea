"""The kinds of file a notice is saved as, and the buttons that save and print it."""

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from jinshi_desk.services.notice_files import Format
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button

_FORMATS = "bulletin/formats"


class FileButtons(QWidget):
    """PDF, DOCX and XLSX to be ticked; what was is remembered, and the same for every notice."""

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.ticks = {form: QCheckBox(form.value.upper()) for form in Format}
        self.save_button = Button(look, self.tr("存为文件…"), icon="export", key="Ctrl+Shift+S")
        self.print_button = Button(look, self.tr("打印…"), icon="print", kind="primary", key="Ctrl+P")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for tick in self.ticks.values():
            tick.setAccessibleName(self.tr("存为 {}").format(tick.text()))
            row.addWidget(tick)
            row.addSpacing(8)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self.recall()
        for tick in self.ticks.values():
            tick.toggled.connect(self._on_ticked)
        self.save_button.clicked.connect(self.save_wanted)
        self.print_button.clicked.connect(self.print_wanted)

    @property
    def formats(self) -> list[Format]:
        """The kinds of file ticked."""
        return [form for form, tick in self.ticks.items() if tick.isChecked()]

    def recall(self) -> None:
        """Tick what was ticked last, here or beside another notice; at first everything."""
        kept = str(self._settings.value(_FORMATS, "")).split()
        for form, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(not kept or form.value in kept)
            tick.blockSignals(False)
        self._allow()

    def _allow(self) -> None:
        formats = self.formats
        self.save_button.setEnabled(bool(formats))
        self.save_button.set_tip("" if formats else self.tr("先勾选一种文件"), "Ctrl+Shift+S")

    @Slot()
    def _on_ticked(self) -> None:
        self._settings.setValue(_FORMATS, " ".join(self.formats))
        self._allow()

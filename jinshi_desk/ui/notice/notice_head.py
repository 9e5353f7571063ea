"""The line over a notice: how far it is, and what can be done with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.ui.notice.file_buttons import FileButtons
from jinshi_desk.ui.notice.step import Step
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip


class NoticeHead(Panel):
    """Steps with their acts, then files and paper; ``lead`` is the place before them, for a picker."""

    page_wanted = Signal(bool)  # the page in the place of the text, where there is no room for both

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("通报进度"))
        self.steps: list[Step] = []
        self.files = FileButtons(look, settings)
        self.page_button = Button(look, self.tr("看版面"), icon="preview", kind="quiet")
        self.page_button.setCheckable(True)
        self.page_button.hide()
        self.strip = ProgressStrip(look)
        self.lead = QHBoxLayout()
        self.lead.setSpacing(8)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(12, 4, 12, 4)
        self._line.setSpacing(8)
        self._acts: tuple[Button, ...] = ()
        self._words: dict[Button, str] = {}
        self.page_button.toggled.connect(self._on_page_toggled)

    def _lay_out(
        self,
        look: Look,
        names: Sequence[str],
        acts: Mapping[int, Sequence[Button]],
        others: Sequence[Button] = (),
    ) -> None:
        """Put the steps called ``names`` in a row, behind each the buttons of ``acts`` for its place."""
        self.steps = [Step(look, number, name) for number, name in enumerate(names, start=1)]
        self._acts = tuple(button for buttons in acts.values() for button in buttons)
        self._words = {button: button.text() for button in (*self._acts, *others)}
        self._line.addLayout(self.lead)
        for place, step in enumerate(self.steps):
            if place:
                self._line.addWidget(IconLabel(look, "chevron-right"))
            for each in (step, *acts.get(place, ())):
                self._line.addWidget(each)
        self._line.addStretch()
        for each in (*others, self.page_button, self.files):
            self._line.addWidget(each)
        self.body.addLayout(self._line)
        self.body.addWidget(self.strip)

    def _show_progress(self, *, data: bool, text: bool) -> None:
        """Show whether the data are checked, then whether the text is done."""
        self.steps[0].show_state("ok" if data else "warn", current=not data)
        self.steps[1].show_state("info" if text else "warn", current=data)

    def fold(self, *, narrow: bool) -> None:
        """Offer the page in the place of the text in a narrow window."""
        self.page_button.setVisible(narrow)
        if not narrow:
            self.page_button.setChecked(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _offer(self, *acts: Button) -> None:
        for button in self._acts:
            button.setVisible(button in acts)
        self._fit()

    def _fit(self) -> None:
        """Short of room, name the present step alone; shorter still, leave buttons their icons."""
        for less in range(3):
            for step in self.steps:
                step.fold(narrow=less > 0)
            for button, words in self._words.items():
                button.setText(words if less < 2 else "")
            self._line.invalidate()
            if self._line.sizeHint().width() <= self.width():
                break

    @Slot(bool)
    def _on_page_toggled(self, on: bool) -> None:  # noqa: FBT001  # Qt's own signal
        self.page_button.setText(self.tr("看文字") if on else self.tr("看版面"))
        self.page_wanted.emit(on)

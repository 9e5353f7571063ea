"""The line over the panes: how far the bulletin is, and what can be done with it."""

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from jinshi_desk.domain.balance import CheckName
from jinshi_desk.services.bulletin import Draft
from jinshi_desk.services.notice_files import Format
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.labels import Chip, label, restyle
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip

_FORMATS = "bulletin/formats"


class Head(Panel):
    """核对数据 › 改定文字 › 关账 › 印发, then files and paper."""

    close_wanted = Signal()
    issue_wanted = Signal()
    reopen_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    ledgers_wanted = Signal()
    page_wanted = Signal(bool)  # the page in the place of the text, where there is no room for both

    def __init__(self, look: Look, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._settings = settings
        self.setAccessibleName(self.tr("通报进度"))
        names = (self.tr("核对数据"), self.tr("改定文字"), self.tr("关账"), self.tr("印发"))
        self.steps = [_Step(look, number, name) for number, name in enumerate(names, start=1)]
        self.close_button = Button(look, self.tr("关账…"), icon="close-month")
        self.issue_button = Button(look, self.tr("印发…"), icon="seal")
        self.reopen_button = Button(look, self.tr("重新开账…"), icon="reopen-month", kind="quiet")
        kept = str(settings.value(_FORMATS, "")).split()
        self.ticks = {form: QCheckBox(form.value.upper()) for form in Format}
        for form, tick in self.ticks.items():
            tick.setChecked(not kept or form.value in kept)
            tick.setAccessibleName(self.tr("存为 {}").format(tick.text()))
        self.save_button = Button(look, self.tr("存为文件…"), icon="export", key="Ctrl+Shift+S")
        self.print_button = Button(look, self.tr("打印…"), icon="print", kind="primary", key="Ctrl+P")
        self.ledgers_button = Button(look, self.tr("台账…"), icon="rules", kind="quiet", key="Ctrl+L")
        self.page_button = Button(look, self.tr("看版面"), icon="preview", kind="quiet")
        self.page_button.setCheckable(True)
        self.page_button.hide()
        self.strip = ProgressStrip(look)
        for tick in self.ticks.values():
            tick.toggled.connect(self._on_ticked)
        self.close_button.clicked.connect(self.close_wanted)
        self.issue_button.clicked.connect(self.issue_wanted)
        self.reopen_button.clicked.connect(self.reopen_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.ledgers_button.clicked.connect(self.ledgers_wanted)
        self.page_button.toggled.connect(self._on_page_toggled)
        self._acts = (self.close_button, self.issue_button, self.reopen_button)
        self._words = {button: button.text() for button in (*self._acts, self.ledgers_button)}
        self._arrange(look)
        self._on_ticked()

    def _arrange(self, look: Look) -> None:
        row = self._line = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for place, step in enumerate(self.steps):
            if place:
                row.addWidget(IconLabel(look, "chevron-right"))
            row.addWidget(step)
            if step is self.steps[2]:
                row.addWidget(self.close_button)
        row.addWidget(self.issue_button)
        row.addWidget(self.reopen_button)
        row.addStretch()
        row.addWidget(self.ledgers_button)
        row.addWidget(self.page_button)
        for tick in self.ticks.values():
            row.addWidget(tick)
            row.addSpacing(8)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self.body.addLayout(row)
        self.body.addWidget(self.strip)

    @property
    def formats(self) -> list[Format]:
        """The kinds of file ticked."""
        return [form for form, tick in self.ticks.items() if tick.isChecked()]

    def show_draft(self, draft: Draft) -> None:
        """Show how far it is: the data first, then the text."""
        data = all(check.ok for check in draft.checks if check.name is not CheckName.SENTENCES)
        text = all(check.ok for check in draft.checks if check.name is CheckName.SENTENCES)
        self.steps[0].show_state("ok" if data else "warn", current=not data)
        self.steps[1].show_state("info" if text else "warn", current=data)

    def show_open(self, why_not: str) -> None:
        """Offer to close the month, or say in the tooltip why not yet."""
        self.steps[2].show_state("later" if why_not else "info", current=False)
        self.steps[3].show_state("later", current=False)
        self._offer(self.close_button)
        _allow(self.close_button, why_not, self.tr("数字和通报从此不再变动，印发以前可以重新开账"))

    def show_closed(self, when: str, why_not_issue: str, why_not_reopen: str) -> None:
        """Show on which day the month was closed; offer to sign it out, or to open it again."""
        for step in self.steps[:3]:
            step.show_state("ok", current=False)
        self.steps[2].show_when(when)
        self.steps[3].show_state("later" if why_not_issue else "info", current=False)
        self._offer(self.issue_button, self.reopen_button)
        _allow(self.issue_button, why_not_issue, self.tr("登记文号和印发日期，只登一次"))
        _allow(self.reopen_button, why_not_reopen, self.tr("还没印发，写明原因可以再改"))

    def show_issued(self, closed: str, issued: str, number: str) -> None:
        """Show on which days the month was closed and went out, and under which number."""
        for step in self.steps:
            step.show_state("ok", current=False)
        self.steps[2].show_when(closed, current=False)
        self.steps[3].show_when(issued, number)
        self._offer()

    def _offer(self, *acts: Button) -> None:
        for button in self._acts:
            button.setVisible(button in acts)
        self._fit()

    def fold(self, *, narrow: bool) -> None:
        """Offer the page in the place of the text in a narrow window."""
        self.page_button.setVisible(narrow)
        if not narrow:
            self.page_button.setChecked(False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Short of room, name the present step alone; shorter still, leave buttons their icons."""
        for less in range(3):
            for step in self.steps:
                step.fold(narrow=less > 0)
            for button, words in self._words.items():
                button.setText(words if less < 2 else "")
            if self._line.sizeHint().width() <= self.width():
                break

    @Slot(bool)
    def _on_page_toggled(self, on: bool) -> None:  # noqa: FBT001  # Qt's own signal
        self.page_button.setText(self.tr("看文字") if on else self.tr("看版面"))
        self.page_wanted.emit(on)

    @Slot()
    def _on_ticked(self) -> None:
        formats = self.formats
        self._settings.setValue(_FORMATS, " ".join(formats))
        self.save_button.setEnabled(bool(formats))
        self.save_button.set_tip("" if formats else self.tr("先勾选一种文件"), "Ctrl+Shift+S")


class _Step(QWidget):
    """A numbered step; done it has a tick, in doubt a sign."""

    def __init__(self, look: Look, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._name = self._said = name
        self._short = ""  # what is said of it where it is narrow, if not the same
        self._current = self._narrow = False
        self.chip = Chip(str(number))
        self._words = label(name)
        self._words.setMinimumWidth(1)  # gives way before it is put away
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chip)
        row.addWidget(self._words)

    def show_state(self, level: str, *, current: bool) -> None:
        """Show the step at ``level`` ok, warn, info or later."""
        sign = {"ok": "✓", "warn": "⚠"}.get(level, "")
        self.chip.show_chip(f"{sign} {self._number}".strip(), "neutral" if level == "later" else level)
        self._said, self._short = self._name, ""
        self._current = current
        self.fold(narrow=self._narrow)
        restyle(self._words, "role", "h2" if current else "")
        how = {"ok": self.tr("已核对"), "warn": self.tr("还有待办"), "later": self.tr("未到时候")}
        self.setAccessibleName(f"{self._name} {how.get(level, '')}".strip())

    def show_when(self, when: str, number: str = "", *, current: bool = True) -> None:
        """Say on which day the step was done, and under which number."""
        self._said, self._short = f"{when}{self._name} {number}".strip(), number
        self._current = current
        self.fold(narrow=self._narrow)
        self.setAccessibleName(self._said)

    def fold(self, *, narrow: bool) -> None:
        """Show the number alone where it is narrow, unless this is the present step."""
        self._narrow = narrow
        self._words.setText(self._short or self._said if narrow else self._said)
        self._words.setVisible(self._current or not narrow)
        self.setToolTip(self._said if narrow else "")


def _allow(button: Button, why_not: str, what: str) -> None:
    """Enable ``button``, which does ``what``, unless something speaks against it."""
    button.setEnabled(not why_not)
    button.set_tip(why_not or what)

"""What stands in the window while a file is read, or where it can't be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.ui.tasks import Task
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button, IconLabel
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.ui.widgets.progress_strip import ProgressStrip


class ReadingPage(Panel):
    """A file on its way in."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.strip = ProgressStrip(look)
        self.body.addWidget(self.strip)
        self.body.addStretch()

    def watch(self, task: Task, what: str) -> None:
        """Show how far the reading is."""
        self.setAccessibleName(what)
        self.strip.watch(task, what)


class TroublePage(Panel):
    """One sentence why a file does not come in, and what can be done."""

    another_wanted = Signal()
    skipped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.sentence = label("")
        self.sentence.setWordWrap(True)
        self.another_button = Button(look, self.tr("换个文件…"), icon="folder", kind="primary")
        self.skip_button = Button(look, self.tr("跳过"))
        self.another_button.clicked.connect(self.another_wanted)
        self.skip_button.clicked.connect(self.skipped)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(IconLabel(look, "fail", "bad"))
        words.addWidget(self.sentence, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.another_button)
        acts.addWidget(self.skip_button)
        acts.addStretch()
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(12)
        inside.addLayout(words)
        inside.addLayout(acts)
        self.body.addLayout(inside)
        self.body.addStretch()

    def show_trouble(self, sentence: str, *, more: bool) -> None:
        """Say what is wrong; ``more`` tells that other files wait behind this one."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.skip_button.setText(self.tr("跳过，读下一个") if more else self.tr("不导入了"))
        self.another_button.setFocus()

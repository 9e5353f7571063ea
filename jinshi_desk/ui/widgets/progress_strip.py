"""What slow work shows: nothing at first, then a bar, what it is at, how long yet, and 取消."""

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jinshi_desk.ui.tasks import Task
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import label

_UNSEEN = 300
_GUESS_AFTER = 2_000


class ProgressStrip(QWidget):
    """Watches one task at a time; shown only for work that takes longer than 300 ms."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_UNSEEN)
        self._what = label("")
        self._left = label("", "hint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("进度"))
        self.cancel_button = Button(look, self.tr("取消"))
        self._timer.timeout.connect(self.show)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._what, 1)
        row.addWidget(self._left)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def watch(self, task: Task, what: str) -> None:
        """Show how far ``task`` is until it is finished; ``what`` says what is being done."""
        self._task = task
        self._what.setText(what)
        self._left.clear()
        self._bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self._clock.start()
        self._timer.start()
        task.progressed.connect(self._on_progressed)
        task.finished.connect(self._on_finished)

    @Slot(int, int, str)
    def _on_progressed(self, done: int, total: int, what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if what:
            self._what.setText(what)
        self._left.setText(self._time_left(done, total))

    def _time_left(self, done: int, total: int) -> str:
        spent = self._clock.elapsed()
        if not 0 < done < total or spent < _GUESS_AFTER:
            return f"{done} / {total}" if total else ""
        seconds = round(spent * (total - done) / done / 1000)
        if seconds < 60:
            return self.tr("{} / {}，还要约 {} 秒").format(done, total, max(1, seconds))
        return self.tr("{} / {}，还要约 {} 分钟").format(done, total, round(seconds / 60))

    @Slot()
    def _on_cancel_clicked(self) -> None:
        if self._task is not None:
            self.cancel_button.setEnabled(False)
            self._what.setText(self.tr("正在停下"))
            self._task.cancel()

    @Slot()
    def _on_finished(self) -> None:
        self._timer.stop()
        self._task = None
        self.hide()

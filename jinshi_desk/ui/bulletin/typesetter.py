"""Sets the pages of a bulletin off the window's thread, the latest wish only."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jinshi_desk.domain.bulletins import Bulletin
from jinshi_desk.domain.errors import DeskError
from jinshi_desk.papers.typesetting import FontInUse
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.tasks import Task, TaskRunner

_PAUSE = 250  # ms after the last change
_BUSY_AFTER = 300


@dataclass(frozen=True, slots=True)
class SetPages:
    """The pages of a bulletin as SVG, the fonts they are set in, what is wrong with the office's template."""

    bulletin: Bulletin
    pages: tuple[bytes, ...]
    fonts: dict[str, FontInUse]
    fault: DeskError | None = None


class Typesetter(QObject):
    """Wishes within a pause become one; what is set for an outdated wish is not told."""

    paged = Signal(object)  # SetPages
    failed = Signal(object)  # the exception
    waited = Signal(bool)  # whether the clerk has to wait for pages

    def __init__(self, desk: BulletinDesk, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._wanted: Bulletin | None = None
        self._shown: Bulletin | None = None
        self._task: Task | None = None
        self._pause = _single_shot(self, _PAUSE)
        self._busy = _single_shot(self, _BUSY_AFTER)
        self._pause.timeout.connect(self._start)
        self._busy.timeout.connect(partial(self.waited.emit, True))

    def want(self, bulletin: Bulletin) -> None:
        """Have ``bulletin`` set soon; the first at once."""
        if bulletin == self._wanted:
            return
        first, self._wanted = self._wanted is None, bulletin
        if first:
            self._start()
        else:
            self._pause.start()

    @Slot()
    def _start(self) -> None:
        bulletin = self._wanted
        if bulletin is None or bulletin == self._shown:
            return
        if self._task is not None:
            self._task.cancel()
        self._task = task = self._tasks.start(partial(_set, self._desk, bulletin))
        task.succeeded.connect(self._on_set)
        task.failed.connect(partial(self._on_failed, bulletin))
        self._busy.start()

    @Slot(object)
    def _on_set(self, done: SetPages) -> None:
        if done.bulletin != self._wanted:
            return
        self._shown = done.bulletin
        self._end_wait()
        self.paged.emit(done)

    def _on_failed(self, bulletin: Bulletin, error: Exception) -> None:
        if bulletin == self._wanted:
            self._shown = None
            self._end_wait()
            self.failed.emit(error)

    def _end_wait(self) -> None:
        self._task = None
        self._busy.stop()
        self.waited.emit(False)


def _set(desk: BulletinDesk, bulletin: Bulletin, _progress: Progress) -> SetPages:
    return SetPages(bulletin, tuple(desk.pages(bulletin)), desk.fonts_in_use(), desk.template_fault())


def _single_shot(parent: QObject, interval: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    return timer

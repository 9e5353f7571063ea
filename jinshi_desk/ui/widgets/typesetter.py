"""Sets pages off the window's thread, the latest wish only."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.tasks import Task, TaskRunner

_PAUSE = 250  # ms after the last change
_BUSY_AFTER = 300


class Typesetter(QObject):
    """Wishes within a pause become one; what is set for an outdated wish is not told.

    ``set_pages`` makes pages of a wish, on the worker thread.
    """

    paged = Signal(object)  # what ``set_pages`` returned
    failed = Signal(object)  # the exception
    waited = Signal(bool)  # whether the clerk has to wait for pages

    def __init__(
        self, set_pages: Callable[..., object], tasks: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._set_pages = set_pages
        self._tasks = tasks
        self._wanted: object = None
        self._shown: object = None
        self._task: Task | None = None
        self._pause = _single_shot(self, _PAUSE)
        self._busy = _single_shot(self, _BUSY_AFTER)
        self._pause.timeout.connect(self._start)
        self._busy.timeout.connect(partial(self.waited.emit, True))

    def want(self, wish: object) -> None:
        """Have ``wish`` set soon; the first at once."""
        if wish == self._wanted:
            return
        first, self._wanted = self._wanted is None, wish
        if first:
            self._start()
        else:
            self._pause.start()

    def drop(self) -> None:
        """Want no page any more."""
        self._wanted = self._shown = None
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._end_wait()

    @Slot()
    def _start(self) -> None:
        wish = self._wanted
        if wish is None or wish == self._shown:
            return
        if self._task is not None:
            self._task.cancel()
        self._task = task = self._tasks.start(partial(_set, self._set_pages, wish))
        task.succeeded.connect(self._on_set)  # a slot: silent once this is gone
        task.failed.connect(partial(self._on_failed, wish))
        self._busy.start()

    @Slot(object)
    def _on_set(self, wish_and_pages: tuple[object, object]) -> None:
        wish, done = wish_and_pages
        if wish != self._wanted:
            return
        self._shown = wish
        self._end_wait()
        self.paged.emit(done)

    def _on_failed(self, wish: object, error: Exception) -> None:
        if wish == self._wanted:
            self._shown = None
            self._end_wait()
            self.failed.emit(error)

    def _end_wait(self) -> None:
        self._task = None
        self._busy.stop()
        self.waited.emit(False)


def _set(set_pages: Callable[..., object], wish: object, _progress: Progress) -> tuple[object, object]:
    return wish, set_pages(wish)


def _single_shot(parent: QObject, interval: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    return timer

"""Slow work: off the GUI thread, its outcomes told on it."""

import itertools
import queue
import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMetaMethod, QObject, QTimer, Signal, Slot

from jinshi_desk.services.progress import Cancelled, Progress
from jinshi_desk.ui.gui_thread import GuiThread

Work = Callable[[Progress], object]


class Task(QObject):
    """A piece of work under way. Its signals are emitted on the GUI thread, ``finished`` always and last.

    The outcome is told from the event loop, so a slot connected right after ``TaskRunner.start`` hears it
    however quick the work was.
    """

    progressed = Signal(int, int, str)  # done, total (0: unknown), what
    succeeded = Signal(object)
    failed = Signal(object)  # the exception; unconnected, it goes to sys.excepthook
    cancelled = Signal()
    finished = Signal()

    def __init__(self, stop: threading.Event) -> None:
        super().__init__()
        self._stop = stop

    def cancel(self) -> None:
        """Ask the work to stop at its next step; ``cancelled`` or another outcome follows."""
        self._stop.set()


class _Job:
    """What the worker thread knows of a task: no Qt object, so none can die on that thread."""

    def __init__(self, work: Work, stop: threading.Event, tell: Callable[[], None]) -> None:
        self.work = work
        self.stop = stop
        self.result: object = None
        self.error: BaseException | None = None
        self._tell = tell
        self._lock = threading.Lock()
        self._latest: tuple[int, int, str] | None = None

    def run(self) -> None:
        try:
            if self.stop.is_set():
                raise Cancelled
            self.result = self.work(self)
        except BaseException as error:  # noqa: BLE001 - delivered whole to the GUI thread
            self.error = error

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report progress; steps that come faster than the window can show them are dropped."""
        if self.stop.is_set():
            raise Cancelled
        with self._lock:
            untold = self._latest is None
            self._latest = (done, total, what)
        if untold:
            self._tell()

    def take_latest(self) -> tuple[int, int, str] | None:
        with self._lock:
            latest, self._latest = self._latest, None
        return latest


class _Worker:
    """A thread that does one number after another; it starts with the first."""

    def __init__(self, name: str, do: Callable[[int], None], at_end: Callable[[], None] | None) -> None:
        self._name = name
        self._do = do
        self._at_end = at_end
        self._queue: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, number: int) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name)
            self._thread.start()
        self._queue.put(number)

    def stop(self) -> None:
        """Wait until all is done and the thread has ended."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (number := self._queue.get()) is not None:
            self._do(number)
        if self._at_end is not None:
            self._at_end()


class TaskRunner(QObject):
    """Runs work one piece after another on a worker thread, and questions beside it on another.

    ``at_thread_end`` runs on each thread as its last act: the place to close what belongs to that thread.
    """

    def __init__(
        self,
        gui: GuiThread,
        at_thread_end: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gui = gui
        self._numbers = itertools.count()
        self._worker = _Worker("jinshi-worker", self._do, at_thread_end)
        self._answerer = _Worker("jinshi-answerer", self._do, at_thread_end)
        self._jobs: dict[int, _Job] = {}
        self._tasks: dict[int, Task] = {}
        self._stopped = False
        self._last: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a task has not yet told its outcome."""
        return bool(self._tasks)

    def start(self, work: Work) -> Task:
        """Queue ``work``; call on the GUI thread only."""
        return self._queue(work, self._worker)

    def ask(self, question: Work) -> Task:
        """Queue what the data file is to be asked: it waits for other questions, not for work."""
        return self._queue(question, self._answerer)

    def stop(self) -> None:
        """Cancel everything and wait for the threads to end; nothing is told or begun any more."""
        self._stopped = True
        for task in self._tasks.values():
            task.cancel()
        self._worker.stop()
        self._answerer.stop()
        self._tasks.clear()
        self._jobs.clear()

    def _queue(self, work: Work, worker: _Worker) -> Task:
        number, stop = next(self._numbers), threading.Event()
        task = Task(stop)
        if self._stopped:  # a page hears of its closing late; a new thread would outlive the program's window
            self._last = task  # for whoever asked to connect to: nothing else would keep it until then
            return task
        self._tasks[number] = task
        self._jobs[number] = _Job(work, stop, partial(self._gui.post, partial(self._on_step, number)))
        worker.put(number)
        return task

    def _do(self, number: int) -> None:
        # The job is run in a frame of its own: when the outcome is posted this thread holds no
        # reference to it, so the widgets that the work closes over are let go on the GUI thread.
        self._run(number)
        self._gui.post(partial(self._on_done, number))

    def _run(self, number: int) -> None:
        self._jobs[number].run()

    def _on_step(self, number: int) -> None:
        job, task = self._jobs.get(number), self._tasks.get(number)
        latest = job.take_latest() if job else None
        if task is not None and latest is not None:
            task.progressed.emit(*latest)

    def _on_done(self, number: int) -> None:
        job, task = self._jobs.pop(number, None), self._tasks.pop(number, None)
        if job is None or task is None:
            return
        error, job.error = job.error, None
        try:
            self._tell(task, job.result, error)
        finally:
            task.finished.emit()

    def _tell(self, task: Task, result: object, error: BaseException | None) -> None:
        if error is None:
            task.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            task.cancelled.emit()
        elif task.isSignalConnected(QMetaMethod.fromSignal(task.failed)):
            task.failed.emit(error)
        else:
            raise error


def _nothing(_progress: Progress) -> None:
    """Ask nothing yet."""


class Question(QObject):
    """Asks the data file one thing at a time; the answer to what was asked before is heard by no one.

    A question is put when all else has been seen to: what was clicked or typed is on the screen by then. That
    is two turns of the event loop later, for in the first one a new window is not painted yet.
    """

    answered = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._question: Work = _nothing
        self._asked: Task | None = None
        self._idle, self._still_idle = QTimer(self), QTimer(self)
        self._idle.timeout.connect(self._still_idle.start)
        self._still_idle.timeout.connect(self._put)
        for timer in (self._idle, self._still_idle):
            timer.setSingleShot(True)

    def ask(self, question: Work) -> None:
        """Have ``question`` answered on a worker thread."""
        self.drop()
        self._question = question
        self._idle.start()

    def drop(self) -> None:
        """Want no answer any more."""
        self._idle.stop()
        self._still_idle.stop()
        if self._asked is not None:
            self._asked.cancel()
            self._asked.succeeded.disconnect(self.answered)
            self._asked = None

    @Slot()
    def _put(self) -> None:
        self._asked = self._tasks.ask(self._question)
        self._asked.succeeded.connect(self.answered)

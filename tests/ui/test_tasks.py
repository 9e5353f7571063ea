import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.gui_thread import GuiThread
from jinshi_desk.ui.tasks import Question, TaskRunner


def _hold(_held: object, _progress: Progress) -> None:
    """Work that closes over something of the window's."""


class _Window(QWidget):
    """Tells when it is painted."""

    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self._said = said

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._said.append("painted")


def _fail(_progress: Progress) -> None:
    raise KeyError("无")


@pytest.fixture
def tasks(gui: GuiThread) -> Iterator[TaskRunner]:
    runner = TaskRunner(gui)
    yield runner
    runner.stop()


def test_a_slot_connected_after_the_work_is_done_still_hears(tasks: TaskRunner, qtbot: QtBot) -> None:
    done = threading.Event()

    def work(_progress: Progress) -> str:
        done.set()
        return "书"

    task = tasks.start(work)
    assert done.wait(5)
    with qtbot.waitSignal(task.succeeded) as heard:
        pass
    assert heard.args == ["书"]


def test_outcomes_are_told_on_the_thread_of_the_window(tasks: TaskRunner, qtbot: QtBot) -> None:
    worked: list[int] = []
    told: list[int] = []
    task = tasks.start(lambda _progress: worked.append(threading.get_ident()))
    task.succeeded.connect(lambda _result: told.append(threading.get_ident()))
    with qtbot.waitSignal(task.finished):
        pass
    assert told == [threading.get_ident()]
    assert worked != told


def test_work_is_done_one_piece_after_another(tasks: TaskRunner, qtbot: QtBot) -> None:
    done: list[int] = []
    numbers = iter(range(5))
    for _ in range(5):
        last = tasks.start(lambda _progress: done.append(next(numbers)))
    with qtbot.waitSignal(last.finished):
        pass
    assert done == [0, 1, 2, 3, 4]
    assert not tasks.busy


def test_work_that_is_cancelled_stops_at_its_next_step(tasks: TaskRunner, qtbot: QtBot) -> None:
    started = threading.Event()

    def work(progress: Progress) -> None:
        for done in range(10**9):
            progress.step(done, 10**9)
            started.set()

    task = tasks.start(work)
    assert started.wait(5)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()


def test_work_that_waits_its_turn_can_be_cancelled(tasks: TaskRunner, qtbot: QtBot) -> None:
    gate, ran = threading.Event(), threading.Event()
    tasks.start(lambda _progress: gate.wait(5))
    waiting = tasks.start(lambda _progress: ran.set())
    waiting.cancel()
    gate.set()
    with qtbot.waitSignal(waiting.cancelled):
        pass
    assert not ran.is_set()


def test_the_last_step_is_told_though_others_are_dropped(tasks: TaskRunner, qtbot: QtBot) -> None:
    steps: list[tuple[int, int, str]] = []

    def work(progress: Progress) -> None:
        for done in range(1, 1001):
            progress.step(done, 1000, "第1个表")

    task = tasks.start(work)
    task.progressed.connect(lambda *step: steps.append(step))
    with qtbot.waitSignal(task.finished):
        pass
    assert steps[-1] == (1000, 1000, "第1个表")
    assert len(steps) < 1000


def test_a_failure_is_told_as_the_exception_it_was(tasks: TaskRunner, qtbot: QtBot) -> None:
    task = tasks.start(_fail)
    with qtbot.waitSignal(task.failed) as heard:
        pass
    assert isinstance(heard.args[0], KeyError)


def test_a_failure_nobody_listens_to_reaches_the_exception_hook(tasks: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        task = tasks.start(_fail)
        with qtbot.waitSignal(task.finished):
            pass
    assert [kind for kind, _error, _trace in raised] == [KeyError]


def test_what_the_work_held_is_let_go_on_the_thread_of_the_window(tasks: TaskRunner, qtbot: QtBot) -> None:
    class Held:
        """Stands for a widget that the work closes over."""

    let_go: list[int] = []
    held = Held()
    weakref.finalize(held, lambda: let_go.append(threading.get_ident()))
    task = tasks.start(partial(_hold, held))
    del held
    with qtbot.waitSignal(task.finished):
        pass
    qtbot.waitUntil(lambda: bool(let_go))
    assert let_go == [threading.get_ident()]


def test_stopping_closes_what_belongs_to_the_worker_on_the_worker(gui: GuiThread, qtbot: QtBot) -> None:
    closed: list[int] = []
    runner = TaskRunner(gui, at_thread_end=lambda: closed.append(threading.get_ident()))
    task = runner.start(lambda _progress: None)
    with qtbot.waitSignal(task.finished):
        pass
    runner.stop()
    assert len(closed) == 1
    assert closed[0] != threading.get_ident()


def test_stopping_without_work_does_nothing(gui: GuiThread) -> None:
    TaskRunner(gui).stop()


def test_once_stopped_nothing_is_begun(gui: GuiThread) -> None:
    begun: list[object] = []
    runner = TaskRunner(gui)
    runner.stop()
    runner.start(begun.append).finished.connect(begun.append)
    runner.ask(begun.append).finished.connect(begun.append)
    assert not runner.busy
    assert begun == []


def test_a_question_waits_for_no_work_and_only_the_last_is_answered(tasks: TaskRunner, qtbot: QtBot) -> None:
    answered: list[object] = []
    question, release = Question(tasks), threading.Event()
    question.answered.connect(answered.append)
    work = tasks.start(lambda _progress: release.wait(5))
    question.ask(lambda _progress: "旧")
    qtbot.waitUntil(lambda: answered == ["旧"])
    held = threading.Event()
    question.ask(lambda _progress: held.wait(5))
    qtbot.waitUntil(lambda: len(tasks._tasks) == 2)
    question.ask(lambda _progress: "新")
    held.set()
    with qtbot.waitSignal(question.answered):
        pass
    assert answered == ["旧", "新"]
    with qtbot.waitSignal(work.finished):
        release.set()


def test_a_question_that_is_dropped_is_not_put(tasks: TaskRunner, qtbot: QtBot) -> None:
    question = Question(tasks)
    question.ask(lambda _progress: "白问")
    question.drop()
    with qtbot.assertNotEmitted(question.answered, wait=20):
        pass
    assert not tasks.busy


def test_a_new_window_is_painted_before_its_questions_are_put(tasks: TaskRunner, qtbot: QtBot) -> None:
    said: list[str] = []
    window, question = _Window(said), Question(tasks)
    qtbot.addWidget(window)
    question.ask(lambda _progress: said.append("asked"))
    with qtbot.waitSignal(question.answered):
        window.show()
    assert said == ["painted", "asked"]

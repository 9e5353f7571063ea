"""A run of files: what is open, what was decided so far, what is under way."""

from collections import deque
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from jinshi_desk.domain.errors import DeskError
from jinshi_desk.domain.registers import RowReading
from jinshi_desk.services.importing import SKIP, BatchAnswers, Decisions, ImportDesk, Imported, OpenSheet
from jinshi_desk.services.progress import Progress
from jinshi_desk.ui.tasks import Task, TaskRunner

Place = tuple[str, int | None]
"""A row: its sheet's name and its number there."""


def place_of(row: RowReading) -> Place:
    """Return where a row stands."""
    return row.sheet, row.row


@dataclass(frozen=True, slots=True)
class _Step:
    """What was decided before a decision, and the row it was taken at."""

    answers: Mapping[str, str]
    headings: Mapping[str, str]
    place: Place | None


class _SheetsCounted:
    """Says which sheet is being read; each is gone through twice, for its cells and for their meaning."""

    def __init__(self, progress: Progress, reading: str, checking: str) -> None:
        self._progress, self._words, self._checking = progress, reading, checking
        self._names: list[str] = []
        self._last = ""

    def step(self, done: int, total: int, what: str = "") -> None:
        if what not in self._names:
            self._names.append(what)
        elif what != self._last:
            self._words = self._checking
        self._last = what
        words = self._words.format(self._names.index(what) + 1, len(self._names))
        self._progress.step(done, total, words)


class ImportSession(QObject):
    """Works off the GUI thread, one thing after another; what is asked meanwhile waits its turn."""

    started = Signal(object, str)  # the Task, what is being done
    opened = Signal()
    changed = Signal(object)  # the Place of the decision, None where it was none of a row
    refused = Signal(object)  # the DeskError for which a file can't be opened
    declined = Signal(object)  # the DeskError for which something else was not done
    brought = Signal(object)  # the Imported
    ended = Signal()  # nothing is under way any more

    def __init__(self, imports: ImportDesk, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: OpenSheet | None = None
        self.answers: dict[str, str] = {}
        self._imports = imports
        self._tasks = tasks
        self._steps: list[_Step] = []
        self._task: Task | None = None
        self._waiting: deque[Callable[[], object]] = deque()
        self._place: Place | None = None
        self._before: _Step | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    @property
    def decided(self) -> int:
        """How many decisions can be taken back."""
        return len(self._steps)

    def in_turn(self, act: Callable[[], object]) -> None:
        """Do ``act`` now, or when what is under way is done: keys struck ahead are not lost."""
        if self._task is None:
            act()
        else:
            self._waiting.append(act)

    def cancel(self) -> None:
        """Stop what is under way."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    def open(self, file: Path) -> None:
        """Read a file; what was decided in general for the files before holds for it too."""
        self.sheet = None
        self._steps.clear()
        self.answers = {key: answer for key, answer in self.answers.items() if _in_general(key)}
        decisions = Decisions(self.answers)
        reading, checking = self.tr("正在读第 {0} 个表"), self.tr("正在核对第 {0} 个表（共 {1} 个）")

        def read(progress: Progress) -> OpenSheet:
            return self._imports.open(file, decisions, _SheetsCounted(progress, reading, checking))

        task = self._start(read, self.tr("正在读《{}》").format(file.name))
        task.succeeded.connect(self._on_opened)
        task.failed.connect(self._on_open_failed)

    def decide(self, place: Place, answers: Mapping[str, str]) -> None:
        """Take decisions at a row and read the sheet again under them."""
        self.in_turn(lambda: self._again({**self.answers, **answers}, None, place))

    def leave_out(self, place: Place) -> None:
        """Decide not to import a row, whatever else is asked there."""
        self.decide(place, {f"{place[0]}!{place[1]}": SKIP})

    def has_decided(self, place: Place) -> bool:
        """Tell whether something was decided for this row, or in general at this row."""
        return bool(self._own(place))

    def reopen(self, place: Place) -> None:
        """Forget what was decided for this row."""
        self.in_turn(lambda: self._again(self._without(self._own(place)), None, place))

    def take_back(self) -> None:
        """Undo the last decision."""
        self.in_turn(self._take_back)

    def take_heading_for(self, heading: str, meaning: str) -> None:
        """Take the columns so headed for ``meaning``; empty leaves them out."""
        self.in_turn(lambda: self._again(self.answers, {heading: meaning}, None))

    def load(self, file: Path) -> None:
        """Add the decisions kept in a file; those made here go before them.

        Raises:
            CannotRead, BadDecisions: it can't be read, or does not hold decisions.
        """
        kept = self._imports.load_decisions(file).answers
        self.in_turn(lambda: self._again({**kept, **self.answers}, None, None))

    def bring_in(self, answers: BatchAnswers) -> None:
        """Import what is to be imported."""
        self.in_turn(lambda: self._bring_in(answers))

    def _bring_in(self, answers: BatchAnswers) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        task = self._start(
            lambda progress: self._imports.bring_in(sheet, answers, progress), self.tr("正在登记")
        )
        task.succeeded.connect(self._on_brought)
        task.failed.connect(self._on_failed)

    def _without(self, keys: Set[str]) -> dict[str, str]:
        return {key: answer for key, answer in self.answers.items() if key not in keys}

    def _own(self, place: Place) -> set[str]:
        """Return the keys of the decisions that were taken at a row, or are for it alone."""
        row = f"{place[0]}!{place[1]}"
        own = {key for key in self.answers if key == row or key.startswith(f"{row}:")}
        states = [*(step.answers for step in self._steps), self.answers]
        for step, (before, after) in zip(self._steps, pairwise(states), strict=True):
            if step.place == place:
                own |= after.keys() - before.keys()
        return own & self.answers.keys()

    def _again(
        self, answers: Mapping[str, str], headings: Mapping[str, str] | None, place: Place | None
    ) -> None:
        """Read the sheet again under ``answers``, with ``headings`` added to those corrected before."""
        if self.sheet is None:
            return
        before = _Step(dict(self.answers), self.sheet.headings, place)
        self._read_again(answers, {**self.sheet.headings, **(headings or {})}, place, before)

    def _take_back(self) -> None:
        if self._steps:
            step = self._steps.pop()
            self._read_again(step.answers, step.headings, step.place, None)

    def _read_again(
        self,
        answers: Mapping[str, str],
        headings: Mapping[str, str],
        place: Place | None,
        before: _Step | None,
    ) -> None:
        sheet, decisions = self.sheet, Decisions(answers)
        if sheet is None:
            return
        self._place, self._before = place, before
        task = self._start(
            lambda progress: self._imports.decide(sheet, decisions, headings, progress), self.tr("正在核对")
        )
        task.succeeded.connect(self._on_read_again)
        task.failed.connect(self._on_failed)

    def _start(self, work: Callable[[Progress], object], what: str) -> Task:
        task = self._task = self._tasks.start(work)
        task.finished.connect(self._on_finished)
        self.started.emit(task, what)
        return task

    @Slot(object)
    def _on_opened(self, sheet: OpenSheet) -> None:
        self.sheet = sheet
        self.opened.emit()

    @Slot(object)
    def _on_read_again(self, sheet: OpenSheet) -> None:
        if self._before is not None:
            self._steps.append(self._before)
        self.sheet, self.answers = sheet, dict(sheet.decisions.answers)
        self.changed.emit(self._place)

    @Slot(object)
    def _on_brought(self, imported: Imported) -> None:
        self._waiting.clear()  # what was typed ahead was not meant for the next file
        self.brought.emit(imported)

    @Slot(object)
    def _on_open_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.refused.emit(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.declined.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        while self._waiting and self._task is None:
            self._waiting.popleft()()
        if self._task is None:
            self.ended.emit()


def _in_general(key: str) -> bool:
    """Tell whether a decision holds wherever the same is written: ``unknown_unit:环保局``."""
    return "!" not in key.split(":", 1)[0]

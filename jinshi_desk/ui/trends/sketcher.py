"""Has charts worked out and drawn off the window's thread, the latest wish only."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from jinshi_desk.domain.trends import Measure, Series, Trends, Whose, series
from jinshi_desk.papers.trends import Palette
from jinshi_desk.services.progress import Progress
from jinshi_desk.services.trends import Drawing, TrendsDesk
from jinshi_desk.ui.tasks import Task, TaskRunner


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk wants to see, in which colours and how large."""

    year: int
    measure: Measure
    whose: Whose
    palette: Palette
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What came of a wish: the year, the series of it, and its chart where there is something to draw."""

    wish: Wish
    trends: Trends
    series: Series
    drawing: Drawing | None


class Sketcher(QObject):
    """The figures of a year are read once, and anew after ``forget``; what is outdated is not told."""

    sketched = Signal(object)  # Sketch

    def __init__(self, desk: TrendsDesk, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._wanted: Wish | None = None
        self._known: Trends | None = None
        self._task: Task | None = None

    def want(self, wish: Wish | None) -> None:
        """Have ``wish`` drawn; nothing is done where it is the one under way or shown, or there is none."""
        if wish == self._wanted:
            return
        self._wanted = wish
        if self._task is not None:
            self._task.cancel()
        if wish is None:
            return
        known = self._known if self._known is not None and self._known.year == wish.year else None
        self._task = self._tasks.start(partial(_sketch, self._desk, wish, known))
        self._task.succeeded.connect(self._on_sketched)

    def forget(self) -> None:
        """Read the figures anew with the next wish: something has changed."""
        self._wanted = self._known = None

    @Slot(object)
    def _on_sketched(self, sketch: Sketch) -> None:
        if sketch.wish == self._wanted:
            self._known, self._task = sketch.trends, None
            self.sketched.emit(sketch)


def _sketch(desk: TrendsDesk, wish: Wish, known: Trends | None, _progress: Progress) -> Sketch:
    trends = known or desk.trends(wish.year)
    found = series(trends, wish.measure, wish.whose)
    drawing = None if found.is_empty else desk.drawing(found, wish.palette, wish.size)
    return Sketch(wish, trends, found, drawing)

"""The drafts in the list: those that the screen shows at once, what else there is found out meanwhile."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from jinshi_desk.domain.register import RegisterQuery, RegisterRow
from jinshi_desk.services.register_list import Found, RegisterList
from jinshi_desk.ui.tasks import Question, TaskRunner
from jinshi_desk.ui.widgets.paged_table import PagedTableModel, Sort

_LINES_KEPT = 2000

Asked = Callable[[Sort | None], RegisterQuery]


class FoundDrafts(QObject):
    """Fills ``model`` with what ``asked`` says; how many there are in all comes from a worker (0016)."""

    counted = Signal()  # the exact number is known now

    def __init__(
        self,
        register: RegisterList,
        tasks: TaskRunner,
        model: PagedTableModel[RegisterRow],
        asked: Asked,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._model = model
        self._asked = asked
        self._finding = Question(tasks, self)
        self._found: Found | None = None
        self._lines: dict[int, RegisterRow] = {}
        self._finding.answered.connect(self._on_found)

    def show(self) -> None:
        """Show what is asked for now, from the top; lines known already are taken to be as they were."""
        self._forget_found()
        self._model.show_rows(self._fetch, self._count, self._locate, self._find)

    def reload(self) -> None:
        """Show the same drafts as they are now, in place."""
        self._forget_found()
        self.forget_lines()
        self._model.reload()

    def forget_lines(self) -> None:
        """Fetch every line again: its draft may have changed."""
        self._lines.clear()

    def _count(self) -> int:
        return self._register.count(self._asked(None))

    def _fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[RegisterRow]:
        query, found = self._asked(sort), self._found
        if found is not None and found.query == query:
            return self._fetch_lines(found.ids[offset : offset + limit])
        counted = self._model.rowCount() if self._model.is_counted else None
        return self._fetch_lines(self._register.ids(query, offset, limit, counted))

    def _fetch_lines(self, ids: Sequence[int]) -> list[RegisterRow]:
        """Return the lines of these drafts; those that the next letter leaves in the list are known."""
        if len(self._lines) > _LINES_KEPT:
            self._lines.clear()
        unknown = [number for number in ids if number not in self._lines]
        self._lines.update((row.id, row) for row in self._register.lines(unknown))
        return [self._lines[number] for number in ids]

    def _locate(self, number: Hashable, sort: Sort | None) -> int | None:
        return self._register.place(self._asked(sort), str(number))

    def _find(self) -> None:
        self._finding.ask(partial(self._register.find_all, self._asked(self._model.sorted_by)))

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._found = found
        self._model.set_count(len(found.ids))
        self.counted.emit()

    def _forget_found(self) -> None:
        self._finding.drop()
        self._found = None

"""Where a list was: what it goes back to when its rows have been fetched anew."""

from collections.abc import Hashable
from typing import Any, NamedTuple

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView

from jinshi_desk.ui.widgets.paged_table import PagedTableModel

_MOST_KEPT = 500  # selected rows looked for again after a reload


def chosen_ranges(view: QTableView) -> list[range]:
    """Return the selected rows of ``view`` as ranges: there may be a million of them."""
    selection = view.selectionModel().selection()
    parts = (selection.at(place) for place in range(selection.count()))
    return [range(part.top(), part.bottom() + 1) for part in parts]


def chosen_count(view: QTableView) -> int:
    """Return how many rows of ``view`` are selected."""
    return sum(map(len, chosen_ranges(view)))


def choose_row(view: QTableView, number: int) -> None:
    """Make a row current and the only one selected."""
    # The view's own way would add it to the selection while Ctrl or Shift is held for some other key.
    model, flag = view.selectionModel(), QItemSelectionModel.SelectionFlag
    model.setCurrentIndex(model.model().index(number, 0), flag.ClearAndSelect | flag.Rows)


class KeptPlace(NamedTuple):
    """The current row of a list, how far it was scrolled, and which rows were selected."""

    key: Hashable | None
    number: int
    scroll: int
    chosen: frozenset[Hashable]

    @classmethod
    def of(cls, view: QTableView, rows: PagedTableModel[Any]) -> "KeptPlace":
        """Return where ``view`` is."""
        number = view.currentIndex().row()
        row, parts = rows.row(number), chosen_ranges(view)
        several = [each for part in parts for each in part] if 1 < sum(map(len, parts)) <= _MOST_KEPT else []
        chosen = (rows.row(each) for each in several)
        return cls(
            rows.key(row) if row is not None else None,
            number,
            view.verticalScrollBar().value(),
            frozenset(rows.key(each) for each in chosen if each is not None),
        )

    def restore(self, view: QTableView, rows: PagedTableModel[Any]) -> None:
        """Bring ``view`` back; to its top where ``rows`` are another selection."""
        if self.key is not None:
            self._choose(self.key, view, rows)
        if rows.reloading:
            view.verticalScrollBar().setValue(self.scroll)
        else:
            view.scrollToTop()

    def _choose(self, key: Hashable, view: QTableView, rows: PagedTableModel[Any]) -> None:
        near = self.number if rows.reloading else 0
        place = rows.find(key, near, far=rows.reloading)
        if place is None and rows.reloading:
            place = min(self.number, rows.rowCount() - 1)  # its row has left the list: stay where it was
        if place is None or place < 0:
            return
        choose_row(view, place)
        model, flag = view.selectionModel(), QItemSelectionModel.SelectionFlag
        for other in self.chosen - {key}:
            at = rows.find(other, near, far=rows.reloading)
            if at is not None:
                model.select(rows.index(at, 0), flag.Select | flag.Rows)

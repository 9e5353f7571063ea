"""A table of any length whose rows are fetched by the page."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Sort(NamedTuple):
    """Which column rows are sorted by, and which way."""

    key: str
    descending: bool = False


class Column(NamedTuple, Generic[Row]):
    """How one fact of a row is shown.

    ``key`` names the column for sorting and settings. ``width`` is in px at 标准 text size, 0 fits it to its
    content once. ``chip`` gives the level of the chip that the text stands in. ``badge`` gives the word of a
    small chip at the end of the cell, behind the text. ``mark`` gives ok, warn or bad
    for a cell of an import sheet. ``check`` shows a box, ticked or not, in the place of the text. Below
    ``folds_below`` px of window width the column is not shown.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 0
    align: str = "left"
    tone: str = "text"
    elastic: bool = False
    sortable: bool = True
    chip: Callable[[Row], str] | None = None
    mark: Callable[[Row], str] | None = None
    check: Callable[[Row], bool] | None = None
    tip: Callable[[Row], str] | None = None
    folds_below: int = 0
    badge: Callable[[Row], str] | None = None


Fetch = Callable[[int, int, Sort | None], Sequence[Row]]
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


class PagedTableModel(QAbstractTableModel, Generic[Row]):
    """Rows by ``fetch(offset, limit, sort)``; a few pages are kept, the rest is asked for again.

    ``key`` identifies a row across reloads. ``void`` tells whether a row is voided. ``locate`` finds the
    place of a key under a sort, for rows that are not near where they were.

    A source that is slow to count is not waited for: as many rows as the screen shows come at once, and who
    shows them hears that the exact count is wanted.
    """

    PAGE = 32
    KEPT = 48

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        void: Callable[[Row], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self.void = void or _never
        self.sorted_by: Sort | None = None
        self.reloading = False
        self.is_counted = True
        self.screenful = self.PAGE
        self._count = 0
        self._fetch: Fetch[Row] = _nothing
        self._counted: Callable[[], int] = lambda: 0
        self._locate: Callable[[Hashable, Sort | None], int | None] | None = None
        self._count_later: Callable[[], None] | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def show_rows(
        self,
        fetch: Fetch[Row],
        count: Callable[[], int],
        locate: Callable[[Hashable, Sort | None], int | None] | None = None,
        count_later: Callable[[], None] | None = None,
    ) -> None:
        """Show another selection of rows, from the top.

        With ``count_later`` the first rows are shown uncounted; it is called where there are more than a page
        of them, after each change of the rows, and ``set_count`` is to follow.
        """
        self._fetch, self._counted, self._locate, self._count_later = fetch, count, locate, count_later
        self._reset(self._count_first if count_later else count)

    def reload(self) -> None:
        """Fetch the same selection again; views keep their place and their current row."""
        self.reloading = self.is_counted = True
        try:
            self._reset(self._counted)
        finally:
            self.reloading = False

    def set_count(self, count: int) -> None:
        """Correct the number of rows once it is known exactly; rows already shown stay as they are."""
        self.is_counted = True
        nowhere = QModelIndex()
        if count > self._count:
            self.beginInsertRows(nowhere, self._count, count - 1)
            self._pages.pop(self._count // self.PAGE, None)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(nowhere, count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def row(self, number: int) -> Row | None:
        """Return the row at ``number``, none where the source has fewer rows than it counted."""
        if not 0 <= number < self._count:
            return None
        rows = self._page(number // self.PAGE)
        place = number % self.PAGE
        return rows[place] if place < len(rows) else None

    def find(self, key: Hashable, near: int = 0, *, far: bool = True) -> int | None:
        """Return the place of the row ``key``: around ``near``, else ``far`` off if the source can tell."""
        middle = min(near, max(0, self._count - 1)) // self.PAGE
        for page in (middle, middle - 1, middle + 1):
            if 0 <= page * self.PAGE < self._count:
                for place, row in enumerate(self._page(page)):
                    if self.key(row) == key:
                        return page * self.PAGE + place
        there = self._locate(key, self.sorted_by) if far and self._locate is not None else None
        if there is not None and there >= self._count:
            self.set_count(self._counted())  # it is among the rows that are not counted yet
        return there

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            badge = column.badge(row) if column.badge is not None else ""
            return "，".join(filter(None, (column.text(row), badge)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(row) or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return _ALIGN[self.columns[section].align] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the source sort by ``column``; -1 gives its own order back."""
        wanted = None
        if 0 <= column < len(self.columns):
            if not self.columns[column].sortable:
                return
            wanted = Sort(self.columns[column].key, order is Qt.SortOrder.DescendingOrder)
        if wanted != self.sorted_by:
            self.sorted_by = wanted
            self._reset(self.rowCount)  # the same rows in another order

    def _reset(self, count: Callable[[], int]) -> None:
        self.beginResetModel()
        self._pages.clear()
        self._count = count()
        self.endResetModel()
        if self._count_later is not None and (self._count > self.PAGE or not self.is_counted):
            self._count_later()

    def _count_first(self) -> int:
        """Return how many rows there are, as far as a screen full of them tells."""
        self._count, self.is_counted = 0, False
        known = 0
        while known < max(1, self.screenful) and not self.is_counted:
            rows = self._page(known // self.PAGE)
            known += len(rows)
            self.is_counted = len(rows) < self.PAGE
        return known

    def _page(self, number: int) -> Sequence[Row]:
        rows = self._pages.get(number)
        if rows is None:
            rows = self._fetch(number * self.PAGE, self.PAGE, self.sorted_by)
            self._pages[number] = rows
            if len(self._pages) > self.KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return rows


def tabbed(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> str:
    """Return ``rows`` as they are shown, a line each, as sheets take them from the clipboard."""
    return "\n".join("\t".join(" ".join(each.text(row).split()) for each in columns) for row in rows)


def _never(_row: object) -> bool:
    return False


def _nothing(_offset: int, _limit: int, _sort: Sort | None) -> Sequence[Any]:
    return ()

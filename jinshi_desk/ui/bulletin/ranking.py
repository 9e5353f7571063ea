"""The first three of each group, ties included."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jinshi_desk import wording
from jinshi_desk.domain.figures import MonthFigures
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.units import Group
from jinshi_desk.ui.widgets.labels import Link, LinkedText, label

_TOP = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit among the first of its group."""

    rank: int
    unit: str
    points: str
    key: str
    tied: bool


def placed(figures: MonthFigures, group: Group) -> tuple[Placed, ...]:
    """Return the units of ``group`` ranked third or better with points above nothing, best first."""
    ranks = figures.rank_month[group]
    shared = [rank for rank in ranks.values() if rank is not None]
    found = [
        Placed(
            rank,
            standing.unit.name,
            plain(figures.points_of(standing.unit.id).total),
            f"points.{group}.{standing.unit.id}",
            shared.count(rank) > 1,
        )
        for standing in figures.standings
        if (rank := ranks.get(standing.unit.id)) is not None
        and rank <= _TOP
        and figures.points_of(standing.unit.id).total > 0
    ]
    return tuple(sorted(found, key=lambda each: each.rank))


class Ranking(QWidget):
    """A small table per group; the points open to their entries."""

    figure_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[Group, tuple[Placed, ...]] = {}
        self._tables: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_figures(self, figures: MonthFigures) -> None:
        wanted = {group: placed(figures, group) for group in Group}
        if wanted != self._shown:
            self._shown = wanted
            self._build()

    def _build(self) -> None:
        for table in self._tables:
            table.hide()
            table.deleteLater()
        self._tables = [self._table(group, rows) for group, rows in self._shown.items() if rows]
        for table in self._tables:
            self._column.addWidget(table)
        self.setVisible(bool(self._tables))

    def _table(self, group: Group, rows: tuple[Placed, ...]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.tr("{}本月前三").format(wording.GROUP[group]), "h2"), 0, 0, 1, 3)
        for place, row in enumerate(rows, start=1):
            points = LinkedText()
            points.setWordWrap(False)
            points.show_parts([Link(row.points, row.key), self.tr(" 分")])
            points.link_opened.connect(self.figure_opened)
            tied = self.tr("{}（并列）").format(row.unit) if row.tied else row.unit
            grid.addWidget(label(str(row.rank), "label"), place, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(tied), place, 1)
            grid.addWidget(points, place, 2, Qt.AlignmentFlag.AlignRight)
        return table

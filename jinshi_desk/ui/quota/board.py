"""The board: units × twelve months, with the filter and the legend over it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.units import Group
from jinshi_desk.ui.quota.cells import BoardCells
from jinshi_desk.ui.quota.year import BoardYear
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.ui.widgets.filters import FilterField
from jinshi_desk.ui.widgets.heat_grid import HeatGrid
from jinshi_desk.ui.widgets.heat_model import HeatRow
from jinshi_desk.ui.widgets.heat_painter import HeatLegend
from jinshi_desk.ui.widgets.panel import Panel

_MOST, _FILTER = 1000, 190


class BoardPanel(Panel):
    """Shows the board, or the units that were typed for. ``grid`` moves and ticks."""

    export_wanted = Signal()
    roster_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._cells = BoardCells(self)
        self._rows: Mapping[Group, Sequence[HeatRow]] = {}
        self._choices: Sequence[Choice] = ()
        self._month = Month(2000, 1)
        self.filter = FilterField(look, self.tr("筛选单位或拼音首字母"))
        self._legend = HeatLegend(look)
        self._export = Button(look, self.tr("导出"), icon="export")
        self._export.set_tip(self.tr("把全年进度存成表格"))
        self.roster_button = Button(look, self.tr("名册"), icon="people", key="Ctrl+R")
        self.roster_button.set_tip(self.tr("各单位的信息员、联络员和办公电话"), "Ctrl+R")
        self.grid = HeatGrid(look, self.tr("单位"), self.tr("达标月数"))
        self.grid.setAccessibleName(self.tr("各单位各月任务进度"))
        self.filter.filtered.connect(self._on_filtered)
        self.filter.left_down.connect(self._on_left_down)
        self._export.clicked.connect(self.export_wanted)
        self.roster_button.clicked.connect(self.roster_wanted)
        self.grid.empty.acted.connect(self.filter.clear)
        look.changed.connect(self._fit)
        self.band.addWidget(self.filter)
        self.band.addStretch()
        self.band.addWidget(self._legend)
        self.band.addWidget(self.roster_button)
        self.band.addWidget(self._export)
        self.body.addWidget(self.grid)
        self._fit()

    @property
    def words(self) -> BoardCells:
        """How states are put into words."""
        return self._cells

    def show_board(
        self,
        year: BoardYear,
        spellings: Mapping[str, tuple[str, str]],
        month: Month,
    ) -> None:
        """Show ``year`` with its ``month`` between two lines."""
        self._rows, self._month = self._cells.rows(year), month
        self._choices = [
            Choice(
                row.unit.id,
                row.unit.name,
                initials=spellings[row.unit.id][1],
                pinyin=spellings[row.unit.id][0],
                also=row.unit.other_names,
            )
            for row in year.rows
        ]
        self._show()

    def go_to(self, unit: str, month: Month) -> None:
        """Put the ring on a unit's month, whatever is typed into the filter."""
        self.grid.go_to(unit, month.month)
        if self.grid.current_cell()[0] != unit and self.filter.text():
            self.filter.clear()
            self.grid.go_to(unit, month.month)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        typed = self.filter.text().strip()
        wanted = {choice.id for choice in matching(self._choices, typed, _MOST)} if typed else None
        columns = [self.tr("{}月").format(month.month) for month in months_of(self._month.year)]
        groups = self._cells.groups(self._rows, wanted)
        if typed and not groups:
            self.grid.empty.set_words(self.tr("没有符合“{}”的单位。").format(typed), self.tr("清除筛选"))
        else:
            self.grid.empty.set_words(self.tr("{}年还没有要报送的单位。").format(self._month.year))
        self.grid.show_groups(columns, groups, self._month.month)

    @Slot()
    def _fit(self) -> None:
        theme = self._look.theme
        self.filter.setFixedWidth(theme.scaled(_FILTER))
        room = self.width() - self.filter.width() - self._acts_width() - 56
        self._legend.setVisible(room >= self._legend.sizeHint().width())

    def _acts_width(self) -> int:
        return self._export.sizeHint().width() + self.roster_button.sizeHint().width()

    @Slot()
    def _on_filtered(self) -> None:
        self._show()

    @Slot()
    def _on_left_down(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

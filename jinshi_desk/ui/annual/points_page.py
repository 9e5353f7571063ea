"""年度积分: every unit's twelve months, their sum and the rank, best first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import months_of
from jinshi_desk.domain.points import plain
from jinshi_desk.domain.quota import BARRED_FROM
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.years import UnitYear, YearFigures
from jinshi_desk.ui.annual.desks import YearView
from jinshi_desk.ui.annual.opening import opens_of_cell
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.heat_grid import HeatGrid
from jinshi_desk.ui.widgets.heat_model import CellState, HeatCell, HeatGroup, HeatRow
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.panel import Panel
from jinshi_desk.wording import GROUP


class PointsPage(Panel):
    """The year's points; a frame marks the months that ended below the quota."""

    export_wanted = Signal()
    told = Signal(str)  # what the cell under the ring says
    explain_wanted = Signal(object)  # Opens: the figure of a cell

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._figures: YearFigures | None = None
        totals = (self.tr("结转"), self.tr("全年"), self.tr("名次"))
        self.grid = HeatGrid(look, self.tr("单位"), totals)
        self.grid.setAccessibleName(self.tr("各单位各月积分"))
        self.note = label(
            self.tr("加框的月份没有完成任务；满{}个月的不参加评优。").format(BARRED_FROM), "hint"
        )
        self.export_button = Button(look, self.tr("导出"), icon="export")
        self.export_button.set_tip(self.tr("把全年积分存成表格"))
        self.export_button.clicked.connect(self.export_wanted)
        self.grid.cell_opened.connect(self._on_cell_opened)
        self.grid.cell_entered.connect(lambda *_: self.told.emit(self.grid.words()))
        self.body.addWidget(self.grid)
        self.foot.addWidget(self.note)
        self.foot.addStretch()
        self.foot.addWidget(self.export_button)

    def show_view(self, view: YearView) -> None:
        """Show the year's points, or say that there are none."""
        self._figures = view.figures
        self.grid.empty.set_words(self.tr("{}年没有登记过稿件。").format(view.year))
        self.export_button.setEnabled(view.figures is not None)
        columns = [self.tr("{}月").format(month.month) for month in months_of(view.year)]
        self.grid.show_groups(columns, list(self._groups(view.figures)) if view.figures else [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._on_cell_opened(*self.grid.current_cell())
        else:
            super().keyPressEvent(event)

    @Slot(str, int)
    def _on_cell_opened(self, unit: str, column: int) -> None:
        opens = opens_of_cell(self._figures, unit, column) if self._figures is not None else None
        if opens is not None:
            self.explain_wanted.emit(opens)

    def _groups(self, figures: YearFigures) -> Iterator[HeatGroup]:
        for group in Group:
            members = figures.of_group(group)
            if members:
                rows = tuple(self._unit_row(each) for each in members)
                yield HeatGroup(GROUP[group], self.tr("{} 家").format(len(rows)), rows)

    def _unit_row(self, each: UnitYear) -> HeatRow:
        name = each.unit.name
        months = tuple(self._cell(each, number) for number in range(1, 13))
        carried = self._total(plain(each.carried) if each.carried else "", self.tr("{}结转 {} 分"), name)
        whole = self._total(plain(each.cents), self.tr("{}全年 {} 分"), name)
        rank = str(each.rank) if each.rank is not None else "—"
        said = self.tr("{}本组第 {} 名") if each.rank is not None else self.tr("{}不参加排名")
        return HeatRow(each.unit.id, name, months, (carried, whole, self._total(rank, said, name)))

    def _total(self, figure: str, said: str, name: str) -> HeatCell:
        return HeatCell(CellState.PLAIN, figure, said.format(name, figure) if figure else "")

    def _cell(self, each: UnitYear, number: int) -> HeatCell:
        earned, standing = each.points[number - 1], each.standings[number - 1]
        if earned is None or standing is None:
            return HeatCell(CellState.EMPTY)
        said = self.tr("{}{}月 {} 分").format(each.unit.name, number, plain(earned.total))
        if number <= each.over and standing.owes:
            return HeatCell(CellState.SHORT, plain(earned.total), self.tr("{}，未完成任务").format(said))
        if standing.exempt:
            return HeatCell(CellState.PLAIN, plain(earned.total), self.tr("{}，免考核").format(said))
        return HeatCell(CellState.PLAIN, plain(earned.total), said)

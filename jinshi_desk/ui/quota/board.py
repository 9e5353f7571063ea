"""The board: units × twelve months, with the filters over it and the legend under it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month, months_of
from jinshi_desk.domain.quota import BARRED_FROM
from jinshi_desk.domain.units import Group
from jinshi_desk.services.quota import BoardRow
from jinshi_desk.ui.quota.cells import BoardCells
from jinshi_desk.ui.quota.year import BoardYear
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.choices import Choice, matching
from jinshi_desk.ui.widgets.filters import FilterField, Segment, Segments
from jinshi_desk.ui.widgets.heat_grid import HeatGrid
from jinshi_desk.ui.widgets.heat_model import HeatRow
from jinshi_desk.ui.widgets.heat_painter import HeatLegend
from jinshi_desk.ui.widgets.panel import Panel

_MOST, _FILTER = 1000, 190


class Shown(StrEnum):
    """Which units the board shows: all, those a month's work is about, or one group."""

    ALL = "all"
    OWING = "owing"
    LATE = "late"
    BARRED = "barred"
    TOWN = "town"
    BUREAU = "bureau"
    OFFICE = "office"


def picked(row: BoardRow, shown: Shown, month: Month) -> bool:
    """Tell whether a unit's year is one of those ``shown`` picks in ``month``."""
    standing = row.cells[month.month - 1]
    match shown:
        case Shown.ALL:
            return True
        case Shown.OWING:
            return standing is not None and standing.owes
        case Shown.LATE:
            return standing is not None and standing.count.late > 0
        case Shown.BARRED:
            return row.barred
    return row.unit.group.value == shown.value


class BoardPanel(Panel):
    """Shows the board, or the units that were picked and typed for. ``grid`` moves and ticks."""

    export_wanted = Signal()
    roster_wanted = Signal()
    trends_wanted = Signal()
    rules_wanted = Signal()
    picked_anew = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._cells = BoardCells(self)
        self._rows: Mapping[Group, Sequence[HeatRow]] = {}
        self._choices: Sequence[Choice] = ()
        self._month = Month(2000, 1)
        self._year = BoardYear(0)
        self.segments = Segments(look, self.tr("只看哪些单位"))
        self.filter = FilterField(look, self.tr("筛选单位或拼音首字母"))
        self._legend = HeatLegend(look)
        self._export = Button(look, self.tr("导出"), icon="export")
        self._export.set_tip(self.tr("把全年进度存成表格"))
        self.rules_button = Button(look, self.tr("计数规则"), icon="rules", key="Ctrl+J")
        self.rules_button.set_tip(self.tr("每月任务、按什么算、补报期限、另定任务和免考核"), "Ctrl+J")
        self.roster_button = Button(look, self.tr("名册"), icon="people", key="Ctrl+R")
        self.roster_button.set_tip(self.tr("各单位的信息员、联络员和办公电话"), "Ctrl+R")
        self.trends_button = Button(look, self.tr("趋势…"), icon="trends", key="Ctrl+T")
        self.trends_button.set_tip(self.tr("各月的报送、有效、采用和积分，与上年对比"), "Ctrl+T")
        self.grid = HeatGrid(look, self.tr("单位"), self._cells.totals())
        self.grid.setAccessibleName(self.tr("各单位各月任务进度"))
        self.filter.filtered.connect(self._on_filtered)
        self.filter.left_down.connect(self._on_left_down)
        self._export.clicked.connect(self.export_wanted)
        self.roster_button.clicked.connect(self.roster_wanted)
        self.trends_button.clicked.connect(self.trends_wanted)
        self.rules_button.clicked.connect(self.rules_wanted)
        self.segments.chosen.connect(self._on_filtered)
        self.grid.typed.connect(self._on_typed)
        self.grid.empty.acted.connect(self.show_all)
        look.changed.connect(self._fit)
        self._arrange()
        self._fit()

    def _arrange(self) -> None:
        self.band.addWidget(self.filter)
        self.band.addWidget(self.segments)
        self.band.addStretch()
        self.body.addWidget(self.grid)
        self.foot.addWidget(self._legend)
        self.foot.addStretch()
        for button in self._acts():
            self.foot.addWidget(button)

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
        self._year, self._rows, self._month = year, self._cells.rows(year), month
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
        """Put the ring on a unit's month, whatever is picked or typed into the filter."""
        self.grid.go_to(unit, month.month)
        if self.grid.current_cell()[0] != unit:
            self.show_all()
            self.grid.go_to(unit, month.month)

    def show_all(self) -> None:
        """Pick every unit again."""
        if self.segments.current not in ("", Shown.ALL):
            self.segments.choose(Shown.ALL)
        self.filter.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        self.segments.show_segments(self._segments())
        shown, typed = Shown(self.segments.current), self.filter.text().strip()
        wanted = {row.unit.id for row in self._year.rows if picked(row, shown, self._month)}
        if typed:
            wanted &= {choice.id for choice in matching(self._choices, typed, _MOST)}
        groups = self._cells.groups(self._rows, wanted)
        columns = [self.tr("{}月").format(month.month) for month in months_of(self._month.year)]
        if typed and not groups:
            self.grid.empty.set_words(self.tr("没有符合“{}”的单位。").format(typed), self.tr("清除筛选"))
        elif shown is not Shown.ALL and not groups:
            self.grid.empty.set_words(self._nobody(shown), self.tr("清除筛选"))
        else:
            self.grid.empty.set_words(self.tr("{}年还没有要报送的单位。").format(self._month.year))
        self.grid.show_groups(columns, groups, self._month.month)

    def _segments(self) -> list[Segment]:
        names = {
            Shown.ALL: self.tr("全部"),
            Shown.OWING: self.tr("欠报"),
            Shown.LATE: self.tr("补报"),
            Shown.BARRED: self.tr("欠满{}月").format(BARRED_FROM),
            Shown.TOWN: self.tr("镇街"),
            Shown.BUREAU: self.tr("市直"),
            Shown.OFFICE: self.tr("组室"),
        }
        counted = (Shown.OWING, Shown.LATE, Shown.BARRED)
        found = {shown: sum(picked(row, shown, self._month) for row in self._year.rows) for shown in counted}
        return [Segment(shown, name, found.get(shown)) for shown, name in names.items()]

    def _nobody(self, shown: Shown) -> str:
        month = self._month.month
        return {
            Shown.OWING: self.tr("{}月没有欠报的单位。").format(month),
            Shown.LATE: self.tr("{}月没有补报的单位。").format(month),
            Shown.BARRED: self.tr("没有欠报满{}个月的单位。").format(BARRED_FROM),
        }.get(shown, self.tr("这一组没有单位。"))

    @Slot()
    def _fit(self) -> None:
        theme = self._look.theme
        self.filter.setFixedWidth(theme.scaled(_FILTER))
        room = self.width() - self._acts_width() - 40
        self._legend.setVisible(room >= self._legend.sizeHint().width())

    def _acts(self) -> tuple[Button, ...]:
        return self.rules_button, self.trends_button, self.roster_button, self._export

    def _acts_width(self) -> int:
        return sum(button.sizeHint().width() + 8 for button in self._acts())

    @Slot()
    def _on_filtered(self) -> None:
        self._show()
        self.picked_anew.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.setText(text)

    @Slot()
    def _on_left_down(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

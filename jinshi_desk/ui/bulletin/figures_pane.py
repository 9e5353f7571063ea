"""The left pane: the month's figures, the self-checks, the first of each group."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.balance import all_sentences
from jinshi_desk.domain.figures import MonthFigures, percent
from jinshi_desk.domain.points import plain
from jinshi_desk.services.bulletin import Draft
from jinshi_desk.ui.bulletin.ranking import Ranking
from jinshi_desk.ui.notice.checks_list import ChecksList
from jinshi_desk.ui.notice.tile import Tile
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import rule
from jinshi_desk.ui.widgets.panel import Panel, scrolled

_WIDTH = 288
_DEDUCTED = "deducted"


class FiguresPane(Panel):
    """What the clerk looks at before the text."""

    figure_opened = Signal(str)  # the figure's key
    annexes_wanted = Signal()  # all figures, to choose from
    list_wanted = Signal(str)  # a segment of the register
    sentence_wanted = Signal(str)
    unit_sheets_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.explain_button = Button(look, self.tr("这些数怎么来的"), icon="explain", kind="quiet")
        self.tiles = {
            "valid": Tile(self.tr("有效报送"), self.tr("条")),
            "rate": Tile(self.tr("完成率"), "%"),
            "adopted": Tile(self.tr("采用稿件"), self.tr("篇")),
            _DEDUCTED: Tile(self.tr("扣分"), self.tr("分")),
        }
        self.checks = ChecksList(look)
        self.sheets_button = Button(look, self.tr("发各单位核对…"), icon="paper")
        self.ranking = Ranking()
        self.explain_button.clicked.connect(self.annexes_wanted)
        for key, tile in self.tiles.items():
            tile.clicked.connect(lambda _on=False, key=key: self.figure_opened.emit(key))
        look.changed.connect(self._keep_width)
        self.sheets_button.clicked.connect(self.unit_sheets_wanted)
        self.checks.list_wanted.connect(self.list_wanted)
        self.checks.sentence_wanted.connect(self.sentence_wanted)
        self.checks.figure_wanted.connect(self.figure_opened)
        self.ranking.figure_opened.connect(self.figure_opened)
        self._arrange()
        self._keep_width()

    def _arrange(self) -> None:
        self.band.addWidget(self.title)
        self.band.addStretch()
        self.band.addWidget(self.explain_button)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, tile in enumerate(self.tiles.values()):
            grid.addWidget(tile, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(rule())
        column.addWidget(self.checks)
        column.addWidget(self.sheets_button)
        column.addWidget(rule())
        column.addWidget(self.ranking)
        column.addStretch()
        self.body.addWidget(scrolled(inside))

    def show_draft(self, draft: Draft, *, closed: bool = False) -> None:
        """Show the month's figures; those of a closed one with what was open when it was closed."""
        figures = draft.bulletin.figures
        self.title.setText(self.tr("{}月数据").format(figures.month.month))
        self.setAccessibleName(self.title.text())
        self._show_tiles(figures)
        linked = sum(len(each.spans) for each in all_sentences(draft.bulletin) if each.included)
        self.checks.show_checks(draft.checks, linked, closed=closed)
        self.ranking.show_figures(figures)

    def _show_tiles(self, figures: MonthFigures) -> None:
        done, adopted = figures.completion, figures.adoption
        self.tiles["valid"].show_figure(str(figures.valid), self._compared(figures))
        if done.rate is None:
            self.tiles["rate"].show_figure("—", self.tr("本月没有任务"))
        else:
            rate = percent(done.rate).rstrip("%")
            self.tiles["rate"].show_figure(rate, self.tr("{} / {} 家").format(done.completed, done.due))
        self.tiles["adopted"].show_figure(str(adopted.drafts), self.tr("共 {} 篇次").format(adopted.times))
        taken = [figures.points_of(standing.unit.id).deducted for standing in figures.standings]
        units = sum(cents < 0 for cents in taken)
        below = self.tr("{} 家").format(units) if units else self.tr("没有扣分")
        self.tiles[_DEDUCTED].show_figure(plain(sum(taken)), below)

    def _compared(self, figures: MonthFigures) -> str:
        if figures.previous_valid is None:
            return self.tr("上月未关账")
        change = figures.valid - figures.previous_valid
        if change == 0:
            return self.tr("与上月持平")
        return self.tr("较上月 {}").format(f"+{change}" if change > 0 else f"−{-change}")

    @Slot()
    def _keep_width(self) -> None:
        self.setMinimumWidth(self._look.theme.scaled(_WIDTH))

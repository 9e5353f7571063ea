"""The left pane of a quarter or a year: its figures, its checks, what is typed for it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.period_notices import Tile as Figure
from jinshi_desk.domain.periods import Period
from jinshi_desk.ui.notice.checks_list import ChecksList
from jinshi_desk.ui.notice.entry_fields import EntryFields
from jinshi_desk.ui.notice.tile import Tile
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.labels import rule
from jinshi_desk.ui.widgets.panel import Panel, scrolled

_WIDTH = 288


class PeriodFigures(Panel):
    """What the clerk looks at, and fills in, before the text."""

    figure_opened = Signal(str)  # the figure's key
    sentence_wanted = Signal(str)
    list_wanted = Signal(str)
    annexes_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.tiles: dict[str, Tile] = {}
        self.explain_button = Button(look, self.tr("这些数怎么来的"), icon="explain", kind="quiet")
        self.explain_button.clicked.connect(self.annexes_wanted)
        self.checks = ChecksList(look)
        self.entries = EntryFields(look)
        self.checks.sentence_wanted.connect(self.sentence_wanted)
        self.checks.list_wanted.connect(self.list_wanted)
        look.changed.connect(self._keep_width)
        self.band.addWidget(self.title)
        self.band.addStretch()
        self.band.addWidget(self.explain_button)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(rule())
        column.addWidget(self.checks)
        column.addWidget(rule())
        column.addWidget(self.entries)
        column.addStretch()
        area = scrolled(inside)
        self.entries.moved_on.connect(area.ensureWidgetVisible)
        self.body.addWidget(area)
        self._keep_width()

    def show_draft(self, draft: PeriodDraft, *, issued: bool) -> None:
        """Show figures and checks; those of a notice that is out as they were then."""
        self.title.setText(self._title(draft.notice.period))
        self.setAccessibleName(self.title.text())
        self._show_tiles(draft.tiles)
        linked = sum(len(each.spans) for each in draft.notice.sentences() if each.included)
        self.checks.show_checks(draft.checks, linked, closed=issued)

    def _title(self, period: Period) -> str:
        """Name the quarter alone: the picker beside it says the year."""
        span = period.label.removeprefix(f"{period.first.year}年")
        return self.tr("{}数据").format(span or period.label)

    def _show_tiles(self, figures: tuple[Figure, ...]) -> None:
        if [each.key for each in figures] != list(self.tiles):
            for tile in self.tiles.values():
                self._grid.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self.tiles = {each.key: self._tile(each) for each in figures}
            for place, tile in enumerate(self.tiles.values()):
                self._grid.addWidget(tile, place // 2, place % 2)
                self._grid.setColumnStretch(place % 2, 1)
        for each in figures:
            self.tiles[each.key].show_figure(each.figure, each.below)

    def _tile(self, figure: Figure) -> Tile:
        made = Tile(figure.name, figure.unit)
        made.clicked.connect(lambda _on=False, key=figure.key: self.figure_opened.emit(key))
        return made

    @Slot()
    def _keep_width(self) -> None:
        self.setMinimumWidth(self._look.theme.scaled(_WIDTH))

"""The line over the pages: which year, and what of it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import Chip, label
from jinshi_desk.ui.widgets.panel import Panel


class Page(StrEnum):
    """What is shown of a year."""

    POINTS = "points"
    AWARDS = "awards"
    EXTRACTS = "extracts"
    NOTICE = "notice"


class AnnualHead(Panel):
    """‹ 2022年 › and the pages; ``chip`` says how far the year is."""

    turned = Signal(int)  # the year wanted
    page_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._year = 0
        self.setAccessibleName(self.tr("年度"))
        self.back_button = Button(
            look, icon="chevron-left", kind="quiet", key="Alt+Left", name=self.tr("上一年")
        )
        self.on_button = Button(
            look, icon="chevron-right", kind="quiet", key="Alt+Right", name=self.tr("下一年")
        )
        self.shown_year = label("", "title")
        self.state = Chip("")
        self.pages = Segments(look, self.tr("看什么"))
        self.back_button.clicked.connect(lambda: self.turned.emit(self._year - 1))
        self.on_button.clicked.connect(lambda: self.turned.emit(self._year + 1))
        self.pages.chosen.connect(self.page_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for part in (self.back_button, self.shown_year, self.on_button, self.state):
            row.addWidget(part)
        row.addSpacing(16)
        row.addWidget(self.pages)
        row.addStretch()
        self.body.addLayout(row)

    def show_year(self, year: int, years: tuple[int, int]) -> None:
        """Show ``year`` out of the first and the last of ``years``."""
        self._year = year
        self.shown_year.setText(self.tr("{}年").format(year))
        self.back_button.setEnabled(year > years[0])
        self.on_button.setEnabled(year < years[1])

    def show_pages(self, waiting: int) -> None:
        """Name the pages; ``waiting`` names are still to be confirmed."""
        self.pages.show_segments(
            [
                Segment(Page.POINTS, self.tr("年度积分")),
                Segment(Page.AWARDS, self.tr("评优名单"), waiting or None),
                Segment(Page.EXTRACTS, self.tr("考核摘录")),
                Segment(Page.NOTICE, self.tr("年终通报")),
            ]
        )

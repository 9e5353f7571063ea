"""The tab 月通报: the month's bulletin, and by a switch the quarter's review beside it."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.ui.bulletin.quarter_picker import QuarterPicker
from jinshi_desk.ui.bulletin.tab import BulletinTab
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.period_page import PeriodPage
from jinshi_desk.ui.widgets.filters import Segment, Segments

MONTH, QUARTER = "month", "quarter"


class NoticesTab(QWidget):
    """Both stand in one place; the quarter's page is made when it is first wanted.

    The quarter follows the month being worked on, until another is picked beside it.
    """

    def __init__(
        self,
        frame: Frame,
        month: BulletinTab,
        make_quarter: Callable[[Period], PeriodPage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self.month = month
        self._make_quarter = make_quarter
        self._quarter: PeriodPage | None = None
        self._picker: QuarterPicker | None = None
        self._pages = QStackedLayout(self)
        self._pages.addWidget(month)
        self.switch = self._switch()
        month.head.lead.addWidget(self.switch)
        frame.month.changed.connect(self._on_month_turned)

    @property
    def quarter(self) -> PeriodPage | None:
        """The quarter's page; none before it was first wanted."""
        return self._quarter

    @property
    def picker(self) -> QuarterPicker | None:
        """What picks the quarter; there with its page."""
        return self._picker

    def finish_editing(self) -> None:
        """Keep what is being typed; for whoever is about to close the window."""
        self.month.finish_editing()
        if self._quarter is not None:
            self._quarter.finish_editing()

    def _switch(self) -> Segments:
        made = Segments(self._frame.look, self.tr("月通报还是季讲评"))
        made.show_segments([Segment(MONTH, self.tr("月")), Segment(QUARTER, self.tr("季"))])
        made.chosen.connect(self._on_chosen)
        return made

    @Slot(str)
    def _on_chosen(self, which: str) -> None:
        self.finish_editing()
        if which == QUARTER:
            self._pages.setCurrentWidget(self._wanted_quarter())
        else:
            self._pages.setCurrentWidget(self.month)
        page = self._pages.currentWidget()
        head = self.month.head if page is self.month else self._wanted_quarter().head
        head.lead.insertWidget(0, self.switch)  # one switch, over whichever page is in front
        self.switch.show()

    def _wanted_quarter(self) -> PeriodPage:
        if self._quarter is None:
            quarter = self._around(self._frame.month.month)
            self._quarter = self._make_quarter(quarter)
            self._picker = QuarterPicker(self._frame.look, quarter)
            self._picker.picked.connect(self._quarter.show_period)
            self._quarter.head.lead.addWidget(self._picker)
            self._pages.addWidget(self._quarter)
        return self._quarter

    def _around(self, month: Month) -> Period:
        _, quarter, _ = Period.around(month)
        return quarter

    @Slot(object)
    def _on_month_turned(self, month: Month) -> None:
        if self._quarter is not None and self._picker is not None:
            self._picker.show_quarter(self._around(month))
            self._quarter.show_period(self._around(month))

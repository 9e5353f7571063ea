"""A page that keeps up with the data file and the worked month, and only while it is looked at."""

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabBar, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.months import Month
from jinshi_desk.ui.news import News
from jinshi_desk.ui.widgets.notices import Notices
from jinshi_desk.ui.widgets.worked_month import WorkedMonth


class LivePage(QWidget):
    """Base of the tabs: ``reload`` is called when a topic of ``SHOWS`` or the month has changed.

    A hidden page remembers that it is stale and reloads when it is shown, the first time included. What it
    has told of counts and keys is told again whenever it comes to the front.
    """

    SHOWS: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(
        self, news: News, worked_month: WorkedMonth, notices: Notices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.notices = notices
        self._worked_month = worked_month
        self._stale = True
        self._counts = ""
        self._keys = ""
        news.changed.connect(self._on_news)
        worked_month.changed.connect(self._on_month_turned)

    @property
    def month(self) -> Month:
        return self._worked_month.month

    def reload(self) -> None:
        """Show what the data file says now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Return what the keys should go to when the page comes to the front; none leaves them alone."""
        return None

    def tell_counts(self, text: str) -> None:
        self._counts = text
        if self.isVisible():
            self.notices.tell_counts(text)

    def tell_keys(self, text: str) -> None:
        self._keys = text
        if self.isVisible():
            self.notices.tell_keys(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.notices.tell_counts(self._counts)
        self.notices.tell_keys(self._keys)
        self._refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        wanted = self.first_focus() if self.focusWidget() is None else self.focusWidget()
        # Whoever walks along the tabs by arrow keys is not pulled off them.
        if wanted is not None and not isinstance(self.window().focusWidget(), QTabBar):
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if self.isVisible() and self._stale:
            self._stale = False
            self.reload()

    @Slot(frozenset)
    def _on_news(self, topics: frozenset[Topic]) -> None:
        if topics & self.SHOWS:
            self._stale = True
            self._refresh()

    @Slot(object)
    def _on_month_turned(self, _month: Month) -> None:
        self._stale = True
        self._refresh()

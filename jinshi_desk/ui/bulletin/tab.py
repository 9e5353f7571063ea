"""月通报: figures and checks, sentences, pages."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.domain.balance import all_sentences
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import MonthClosed
from jinshi_desk.domain.months import Month
from jinshi_desk.services.bulletin import BulletinDesk, Draft
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.closing import ClosingDesk
from jinshi_desk.services.issuing import IssueDesk
from jinshi_desk.ui.bulletin.closing import Closing
from jinshi_desk.ui.bulletin.figures_pane import FiguresPane
from jinshi_desk.ui.bulletin.head import Head
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.delivery import Delivery
from jinshi_desk.ui.notice.page_pane import PagePane
from jinshi_desk.ui.notice.panes import NoticePanes
from jinshi_desk.ui.notice.sentence_acts import SentenceActs
from jinshi_desk.ui.notice.sentences_pane import SentencesPane
from jinshi_desk.ui.notice.set_pages import SetPages, set_pages
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.ui.widgets.typesetter import Typesetter


class BulletinTab(LivePage):
    """The month's bulletin on its way to the section head's desk."""

    SHOWS = frozenset(Topic)

    list_wanted = Signal(str)  # the segment, ledger or draft that a check tells of
    explain_wanted = Signal(object)  # Opens: a figure that was clicked; or the Notice with all of them

    def __init__(
        self,
        frame: Frame,
        bulletins: BulletinDesk,
        closing: ClosingDesk,
        issuing: IssueDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.news, frame.month, frame.notices, parent)
        self._frame = frame
        self._desk = bulletins
        self._closing = Closing(frame, closing, issuing, self)
        self._draft: Draft | None = None
        self._pages = 0
        self.head = Head(frame.look, frame.settings)
        self.figures = FiguresPane(frame.look)
        self.text = SentencesPane(frame.look)
        self.page = PagePane(frame.look)
        self.typesetter = Typesetter(partial(set_pages, bulletins.files), frame.tasks, self)
        self.delivery = Delivery(frame, bulletins.files, self.head.strip, self)
        self._panes = NoticePanes(frame.look, frame.settings, "bulletin", self.figures, self.text, self.page)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.head.print_wanted.connect(self._on_print_wanted)
        self.head.save_wanted.connect(self._on_save_wanted)
        self.head.close_wanted.connect(self._on_close_wanted)
        self.head.issue_wanted.connect(self._on_issue_wanted)
        self.head.reopen_wanted.connect(self._on_reopen_wanted)
        for pane in (self.figures, self.text):
            pane.figure_opened.connect(self._on_figure_opened)
        self.figures.annexes_wanted.connect(self._on_annexes_wanted)
        self.figures.list_wanted.connect(self.list_wanted)
        self.figures.sentence_wanted.connect(self.text.go_to)
        SentenceActs(self.text, self._desk, lambda: self._shown_month, self.reload, self.notices)
        self.text.refused.connect(self._on_refused)
        self.typesetter.paged.connect(self._on_paged)
        self.typesetter.failed.connect(self._on_failed)
        self.typesetter.waited.connect(self._on_waited)
        self.head.page_wanted.connect(self._on_page_wanted)
        self._frame.look.changed.connect(self._fold)

    @property
    def draft(self) -> Draft | None:
        """What is shown; none before the first look."""
        return self._draft

    def reload(self) -> None:
        if self._draft is not None and self._draft.bulletin.month != self.month:
            self.text.finish_editing()  # it belongs to the month that is being left
            self.text.drop_editing()
        self._draft = self._desk.draft(self.month)
        locked = self._closing.why_locked(self.month)
        self.head.show_draft(self._draft)
        self._show_state(closed=bool(locked))
        self.figures.show_draft(self._draft, closed=bool(locked))
        self.text.show_notice(self._draft.notice, locked)
        self.typesetter.want(self._draft.notice)
        self._tell()

    def _show_state(self, *, closed: bool) -> None:
        """Show in the head how far the month is, and what can be done with it."""
        month, on = self.month, self._closing.when(self.month)
        issued_on, number = self._closing.issued(month)
        if not closed:
            self.head.show_open(self._closing.why_not(month))
        elif number:
            self.head.show_issued(on, issued_on, number)
        else:
            why_not = self._closing.why_not_issue(month), self._closing.why_not_reopen(month)
            self.head.show_closed(on, *why_not)

    def finish_editing(self) -> None:
        """Keep what is being typed; for whoever is about to close the window."""
        self.text.finish_editing()

    def first_focus(self) -> QWidget | None:
        return self.text.current_row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        """Where there is no room for three panes the page is seen in the place of the text."""
        self.head.fold(narrow=self._panes.fold(self.width()))
        self._panes.show_page(instead=self.head.page_button.isChecked())

    def _tell(self) -> None:
        if self._draft is None:
            return
        said = [self.tr("{}月通报").format(self._draft.bulletin.month.month)]
        if self._pages:
            said.append(self.tr("{} 页").format(self._pages))
        edited = sum(sentence.edited for sentence in all_sentences(self._draft.bulletin))
        if edited:
            said.append(self.tr("改过 {} 句").format(edited))
        self.tell_counts(" · ".join(said))
        change = "" if self._closing.why_locked(self.month) else self.tr("Enter 改文字　空格 用或不用　")
        self.tell_keys(change + self.tr("F2 看数字来源　Ctrl+P 打印"))

    @property
    def _shown_month(self) -> Month:
        return self._draft.bulletin.month if self._draft else self.month

    @Slot(str)
    def _on_figure_opened(self, key: str) -> None:
        if self._draft is not None:
            self.explain_wanted.emit(Opens(key, self._shown_month))

    @Slot()
    def _on_annexes_wanted(self) -> None:
        if self._draft is not None:
            self.explain_wanted.emit(self._draft.notice)

    @Slot(str)
    def _on_refused(self, _code: str) -> None:
        raise MonthClosed(self._shown_month.label)

    @Slot()
    def _on_close_wanted(self) -> None:
        self.text.finish_editing()
        if self._draft is not None:
            self._closing.close(self._desk.draft(self._shown_month).bulletin.figures)

    @Slot()
    def _on_issue_wanted(self) -> None:
        self._closing.issue(self._shown_month)

    @Slot()
    def _on_reopen_wanted(self) -> None:
        self._closing.reopen(self._shown_month)

    @Slot()
    def _on_print_wanted(self) -> None:
        self.text.finish_editing()
        if self._draft is not None:
            self.delivery.print_(self._desk.draft(self._shown_month).notice)

    @Slot()
    def _on_save_wanted(self) -> None:
        self.text.finish_editing()
        if self._draft is not None:
            self.delivery.save(self._desk.draft(self._shown_month).notice, self.head.files.formats)

    @Slot(object)
    def _on_paged(self, done: SetPages) -> None:
        self._pages = len(done.pages)
        self.page.show_set(done)
        self._tell()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._pages = 0
        self.page.clear()
        raise error

    @Slot(bool)
    def _on_waited(self, waiting: bool) -> None:  # noqa: FBT001  # a signal's own argument
        self.notices.tell_busy(self.tr("正在排版") if waiting else "")

    @Slot(bool)
    def _on_page_wanted(self, on: bool) -> None:  # noqa: FBT001  # a signal's own argument
        self._panes.show_page(instead=on)

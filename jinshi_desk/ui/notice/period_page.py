"""The notice of a quarter or a year in the window: figures, checks, entries, sentences, pages, issue."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jinshi_desk.complaints import error_sentence, problem_phrase
from jinshi_desk.domain.bulletins import written_date
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import AlreadyIssued, DamagedDataFile, DeskError
from jinshi_desk.domain.period_notices import PeriodDraft
from jinshi_desk.domain.periods import Period
from jinshi_desk.services.chains import Opens
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.ui.explain.figure_tables import FigureTables
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.delivery import Delivery
from jinshi_desk.ui.notice.page_pane import PagePane
from jinshi_desk.ui.notice.panes import NoticePanes
from jinshi_desk.ui.notice.period_figures import PeriodFigures
from jinshi_desk.ui.notice.period_head import PeriodHead
from jinshi_desk.ui.notice.period_issuing import PeriodIssuing
from jinshi_desk.ui.notice.sentence_acts import SentenceActs
from jinshi_desk.ui.notice.sentences_pane import SentencesPane
from jinshi_desk.ui.notice.set_pages import SetPages, set_pages
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.ui.widgets.typesetter import Typesetter


class PeriodPage(LivePage):
    """The notice of one period, which whoever embeds the page turns by ``show_period``.

    ``head.lead`` takes a picker; ``name`` is what its settings are kept under. Where there is no such notice
    the page says why.
    """

    SHOWS = frozenset(Topic)

    list_wanted = Signal(str)
    explain_wanted = Signal(object)  # Opens or FigureTables: a figure that was clicked; Notice: all of them

    def __init__(
        self,
        frame: Frame,
        desk: PeriodNoticeDesk,
        name: str,
        period: Period,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.news, frame.month, frame.notices, parent)
        self._frame = frame
        self._desk = desk
        self._period = period
        self._draft: PeriodDraft | None = None
        self._pages = 0
        self._issuing = PeriodIssuing(frame, desk, self)
        self.head = PeriodHead(frame.look, frame.settings)
        self.figures = PeriodFigures(frame.look)
        self.text = SentencesPane(frame.look)
        self.page = PagePane(frame.look)
        self.panes = NoticePanes(frame.look, frame.settings, name, self.figures, self.text, self.page)
        self.why_none = label("", "body")
        self.why_none.setContentsMargins(13, 12, 12, 12)
        self.why_none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.typesetter = Typesetter(partial(set_pages, desk.files), frame.tasks, self)
        self.delivery = Delivery(frame, desk.files, self.head.strip, self)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.why_none, 1)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.head.files.print_wanted.connect(self._on_print_wanted)
        self.head.files.save_wanted.connect(self._on_save_wanted)
        self.head.issue_wanted.connect(self._on_issue_wanted)
        self.head.page_wanted.connect(self._on_page_wanted)
        for pane in (self.figures, self.text):
            pane.figure_opened.connect(self._on_figure_opened)
        self.figures.sentence_wanted.connect(self.text.go_to)
        self.figures.list_wanted.connect(self.list_wanted)
        self.figures.annexes_wanted.connect(self._on_annexes_wanted)
        self.figures.entries.entered.connect(self._on_entered)
        SentenceActs(self.text, self._desk, lambda: self._period, self.reload, self.notices)
        self.text.refused.connect(self._on_refused)
        self.typesetter.paged.connect(self._on_paged)
        self.typesetter.failed.connect(self._on_failed)
        self.typesetter.waited.connect(self._on_waited)
        self._frame.look.changed.connect(self._fold)

    @property
    def period(self) -> Period:
        """The quarter or year that is shown."""
        return self._period

    @property
    def draft(self) -> PeriodDraft | None:
        """What is shown; none before the first look, and where there is no such notice."""
        return self._draft

    def show_period(self, period: Period) -> None:
        """Turn to another quarter or year; what is being typed is kept first."""
        if period == self._period:
            return
        self.finish_editing()
        self.text.drop_editing()
        self._period = period
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def reload(self) -> None:
        self.head.files.recall()
        try:
            self._draft = self._desk.draft(self._period)
        except DamagedDataFile:
            raise
        except DeskError as error:
            self._show_none(error_sentence(error))
            return
        self.why_none.hide()
        self.panes.show()
        self.head.files.show()
        locked = self._issuing.why_locked(self._period)
        self.head.show_draft(self._draft)
        self._show_state()
        self.figures.show_draft(self._draft, issued=bool(locked))
        self.figures.entries.show_entries(
            self._desk.fields(self._period), self._desk.entries(self._period), locked
        )
        self.text.show_notice(self._draft.notice, locked)
        self.typesetter.want(self._draft.notice)
        self._tell()

    def _show_none(self, why: str) -> None:
        self._draft = None
        self.typesetter.drop()
        self.panes.hide()
        self.head.files.hide()
        self.head.show_nothing()
        self.why_none.setText(why)
        self.why_none.show()
        self.tell_counts("")
        self.tell_keys("")

    def _show_state(self) -> None:
        issue = self._desk.issued(self._period)
        if issue is None:
            self.head.show_open(self._issuing.why_not(self._period))
        else:
            self.head.show_issued(written_date(issue.on), issue.number)

    def finish_editing(self) -> None:
        """Keep what is being typed; for whoever is about to close the window."""
        self.text.finish_editing()
        self.figures.entries.finish_editing()

    def first_focus(self) -> QWidget | None:
        return self.text.current_row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        """Where there is no room for three panes the page is seen in the place of the text."""
        self.head.fold(narrow=self.panes.fold(self.width()))
        self.panes.show_page(instead=self.head.page_button.isChecked())

    def _tell(self) -> None:
        if self._draft is None:
            return
        said = [self.tr("{}通报").format(self._period.label)]
        if self._pages:
            said.append(self.tr("{} 页").format(self._pages))
        edited = sum(sentence.edited for sentence in self._draft.notice.sentences())
        if edited:
            said.append(self.tr("改过 {} 句").format(edited))
        self.tell_counts(" · ".join(said))
        change = "" if self._issuing.why_locked(self._period) else self.tr("Enter 改文字　空格 用或不用　")
        self.tell_keys(change + self.tr("F2 看数字来源　Ctrl+P 打印"))

    @Slot(str)
    def _on_refused(self, _code: str) -> None:
        issue = self._desk.issued(self._period)
        if issue is not None:
            raise AlreadyIssued(self._period.label, issue.number, written_date(issue.on))

    @Slot(str, str)
    def _on_entered(self, key: str, typed: str) -> None:
        period, name = self._period, self._name_of(key)
        problems = self._desk.check_entries(period, {key: typed})
        self.figures.entries.show_problem(key, "；".join(map(problem_phrase, problems)))
        old = self._desk.entries(period).get(key, "")
        if problems or typed == old:
            return
        self._desk.enter(period, {key: typed})
        self.notices.tell_act(
            self.tr("{}已填").format(name) if typed else self.tr("{}已清空").format(name),
            partial(self._desk.enter, period, {key: old}),
        )

    def _name_of(self, key: str) -> str:
        return next(field.name for field in self._desk.fields(self._period) if field.key == key)

    @Slot(str)
    def _on_figure_opened(self, key: str) -> None:
        if self._draft is None:
            return
        working = self._draft.working(key)
        if working is not None:
            self.explain_wanted.emit(FigureTables.of_working(working, self._period))
        else:
            self.explain_wanted.emit(Opens(key, self._period.last, self._period.first))

    @Slot()
    def _on_annexes_wanted(self) -> None:
        if self._draft is not None:
            self.explain_wanted.emit(self._draft.notice)

    @Slot()
    def _on_issue_wanted(self) -> None:
        self.finish_editing()
        if self._draft is not None:
            self._issuing.issue(self._desk.draft(self._period))

    @Slot()
    def _on_print_wanted(self) -> None:
        self.finish_editing()
        if self._draft is not None:
            self.delivery.print_(self._desk.draft(self._period).notice)

    @Slot()
    def _on_save_wanted(self) -> None:
        self.finish_editing()
        if self._draft is not None:
            self.delivery.save(self._desk.draft(self._period).notice, self.head.files.formats)

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
        self.panes.show_page(instead=on)

"""The tab 年度考评: a year's points, its lists of names, what other assessments take from it, its notice."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.award_words import AWARD, grade_word
from jinshi_desk.domain.award_decisions import NewDecision
from jinshi_desk.domain.award_rules import Award
from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.issuing import MonthState
from jinshi_desk.domain.periods import Period
from jinshi_desk.ui.annual.awards_page import AwardsPage
from jinshi_desk.ui.annual.desks import AnnualDesks, YearView, read_year
from jinshi_desk.ui.annual.extracts_page import ExtractsPage
from jinshi_desk.ui.annual.head import AnnualHead, Page
from jinshi_desk.ui.annual.points_page import PointsPage
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.notice.checks_list import OPEN
from jinshi_desk.ui.notice.period_page import PeriodPage
from jinshi_desk.ui.tasks import Question
from jinshi_desk.ui.widgets.live_page import LivePage
from jinshi_desk.wording import MONTH_STATE


class AnnualTab(LivePage):
    """Shows the year of the worked month, or another that was turned to."""

    SHOWS: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.UNIT_SHEETS, Topic.REMINDERS}

    shown = Signal()  # a year stands on the pages
    explain_wanted = Signal(object)  # Opens: a figure of the year
    list_wanted = Signal(str)  # what a check of the notice tells of

    def __init__(self, frame: Frame, desks: AnnualDesks) -> None:
        super().__init__(frame.news, frame.month, frame.notices)
        self._frame, self._desks = frame, desks
        self._view = YearView(0)
        self._year = 0
        self._worked_year = 0
        self.head = AnnualHead(frame.look)
        self.points = PointsPage(frame.look)
        self.awards = AwardsPage(frame, desks.today)
        self.extracts = ExtractsPage(frame, desks.extracts)
        this = Period.parse(f"{self.month.year:04d}")
        self.notice = PeriodPage(frame, desks.notices, "annual_notice", this)
        self._pages: dict[str, QWidget] = {
            Page.POINTS: self.points,
            Page.AWARDS: self.awards,
            Page.EXTRACTS: self.extracts,
            Page.NOTICE: self.notice,
        }
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page)
        self._question = Question(frame.tasks, self)
        self.head.show_pages(0)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.head.turned.connect(self._on_turned)
        self.head.page_wanted.connect(self._on_page_wanted)
        self._question.answered.connect(self._on_read)
        self.points.told.connect(self.tell_counts)
        self.points.export_wanted.connect(self._on_export_wanted)
        self.awards.export_wanted.connect(self._on_names_wanted)
        self.points.explain_wanted.connect(self.explain_wanted)
        self.awards.explain_wanted.connect(self.explain_wanted)
        self.awards.confirm_wanted.connect(self._on_confirm_wanted)
        self.awards.decided.connect(self._on_decided)
        self.awards.withdraw_wanted.connect(self._on_withdraw_wanted)
        self.awards.turned.connect(self._tell_keys)
        self.extracts.told.connect(self.notices.tell_act)
        self.notice.list_wanted.connect(self._on_list_wanted)

    @property
    def view(self) -> YearView:
        """The year as it is shown."""
        return self._view

    def first_focus(self) -> QWidget | None:
        page = self.stack.currentWidget()
        if page is self.notice:
            return self.notice.first_focus()
        places = {self.points: self.points.grid, self.awards: self.awards.list.list}
        return places.get(page, self.extracts.preview)

    def finish_editing(self) -> None:
        """Keep the sentence that is being typed; for whoever is about to close the window."""
        self.notice.finish_editing()

    # --- showing

    def reload(self) -> None:
        """Read the year anew; the worked month's, as soon as another year is worked in."""
        first, last = years = self._desks.years.years()
        if self.month.year != self._worked_year:
            self._worked_year = self._year = self.month.year
        self._year = min(max(self._year, first), last)
        self.head.show_year(self._year, years)
        self.notice.show_period(Period.parse(f"{self._year:04d}"))
        self._question.ask(partial(read_year, self._desks, self._year))

    @Slot(object)
    def _on_read(self, view: YearView) -> None:
        self._view = view
        self.head.show_pages(view.waiting)
        self._show_state(view)
        self.points.show_view(view)
        self.awards.show_view(view)
        if self.stack.currentWidget() is self.extracts:
            self._show_extracts()
        self._tell()
        self.shown.emit()

    def _show_state(self, view: YearView) -> None:
        """Say up to which month the year goes, that it is closed, or that its notice is out."""
        if view.figures is None:
            self.head.state.show_chip("", "neutral")
        elif view.issue is not None:
            self.head.state.show_chip(MONTH_STATE[MonthState.ISSUED], "ok")
        elif view.is_closed:
            self.head.state.show_chip(MONTH_STATE[MonthState.CLOSED], "info")
        else:
            self.head.state.show_chip(self.tr("到{}月").format(view.figures.last.month), "neutral")

    def _show_extracts(self) -> None:
        self.extracts.show_year(self._view.year, there=self._view.figures is not None)

    def _tell(self) -> None:
        if self.stack.currentWidget() is self.notice:
            return  # it tells of itself
        figures = self._view.figures
        if figures is None:
            self.tell_counts(self.tr("{}年没有登记").format(self._view.year))
        else:
            self.tell_counts(
                self.tr("有效 {} 条 · 采用 {} 篇 {} 篇次 · 待确认 {} 名").format(
                    figures.valid, figures.adoption.drafts, figures.adoption.times, self._view.waiting
                )
            )
        self._tell_keys()

    @Slot()
    def _tell_keys(self) -> None:
        turning = self.tr("Alt+← Alt+→ 上一年、下一年")
        if self.stack.currentWidget() is self.points:
            self.tell_keys(self.tr("方向键移动　Enter 这分怎么来的　{}").format(turning))
        elif self.stack.currentWidget() is not self.awards:
            self.tell_keys(turning)
        elif self.awards.is_asking:
            self.tell_keys(self.tr("Enter 下一项　Ctrl+S 记下　Esc 不改了"))
        else:
            self.tell_keys(self.tr("Ctrl+Enter 确认名单　Ctrl+D 另定　F2 这分怎么来的　{}").format(turning))

    @Slot(str)
    def _on_list_wanted(self, what: str) -> None:
        if what == OPEN[CheckName.NAMES]:
            self.head.pages.choose(Page.AWARDS)
            self.awards.list.go_to_waiting()
        else:
            self.list_wanted.emit(what)

    @Slot(int)
    def _on_turned(self, year: int) -> None:
        self._year = year
        self.reload()

    @Slot(str)
    def _on_page_wanted(self, key: str) -> None:
        self.stack.setCurrentWidget(self._pages[key])
        if self._pages[key] is self.extracts:
            self._show_extracts()
        self._tell()

    # --- acts

    @Slot(object, list)
    def _on_confirm_wanted(self, award: Award, who: list[str]) -> None:
        done = self._desks.awards.confirm(self._view.year, award, who)
        self._told(self.tr("{}已确认 {} 名").format(AWARD[award], len(done)))

    @Slot(object)
    def _on_decided(self, new: NewDecision) -> None:
        roll = self._view.roll(new.award)
        contender = roll.contest.contender(new.who) if roll else None
        self._desks.awards.decide(self._view.year, new)
        name = contender.name if contender else new.who
        self._told(self.tr("{}定为{}").format(name, grade_word(new.grade)))

    @Slot(object, str)
    def _on_withdraw_wanted(self, award: Award, who: str) -> None:
        reason = self._frame.dialogs.ask_reason(
            self.tr("撤回这个名字的确认或另定？"), self.tr("这个名字又按测算。"), verb=self.tr("撤回")
        )
        if reason is not None:
            self._desks.awards.withdraw(self._view.year, award, who, reason)
            self._told(self.tr("已撤回，按测算"))

    def _told(self, words: str) -> None:
        self.notices.tell_act(words, self._take_back)

    def _take_back(self) -> None:
        self._desks.undo.last()

    @Slot()
    def _on_export_wanted(self) -> None:
        self._export(self.tr("年度积分"), self._desks.extracts.save_year)

    @Slot()
    def _on_names_wanted(self) -> None:
        self._export(self.tr("评优名单"), self._desks.extracts.save_names)

    def _export(self, what: str, save: Callable[[int, Path], Path]) -> None:
        year = self._view.year
        name = self.tr("市委组织部研究室-{}-{}年-{:%Y%m%d}.xlsx").format(what, year, self._desks.today())
        kinds = [self.tr("表格 (*.xlsx)")]
        path = self._frame.dialogs.save_file(self.tr("导出{}").format(what), name, kinds)
        if path is not None:
            task = self._frame.tasks.start(lambda _: save(year, path))
            task.succeeded.connect(self._on_exported)

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self.notices.tell_act(self.tr("已导出到 {}").format(path.name))

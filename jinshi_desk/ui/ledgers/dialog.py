"""The window of 本月台账."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jinshi_desk.domain.changes import Topic
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.ledgers.acts import LedgerActs
from jinshi_desk.ui.ledgers.assignments import Assignments
from jinshi_desk.ui.ledgers.commissions import Commissions
from jinshi_desk.ui.ledgers.corrections import Corrections
from jinshi_desk.ui.ledgers.deductions import Deductions
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.instructions import Instructions
from jinshi_desk.ui.ledgers.kinds import Ledger
from jinshi_desk.ui.ledgers.leads import Leads
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Workplace, standing
from jinshi_desk.ui.ledgers.meetings import Meetings
from jinshi_desk.ui.ledgers.objections import Objections
from jinshi_desk.ui.ledgers.picks import Picks
from jinshi_desk.ui.ledgers.platform_page import PlatformPage
from jinshi_desk.ui.ledgers.suggestions import Suggestions
from jinshi_desk.ui.unit_choices import UnitChoices
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.foot_band import FootBand
from jinshi_desk.ui.widgets.labels import label
from jinshi_desk.ui.widgets.toast import Toast

_WIDTH, _HEIGHT = 1240, 600
_USUAL = QSize(1366, 694)
_SHOWS = frozenset(
    {
        Topic.DRAFTS,
        Topic.ADOPTIONS,
        Topic.INSTRUCTIONS,
        Topic.COMMISSIONS,
        Topic.DEDUCTIONS,
        Topic.CORRECTIONS,
        Topic.SUGGESTIONS,
        Topic.LEADS,
        Topic.ASSIGNMENTS,
        Topic.OBJECTIONS,
        Topic.PICKS,
        Topic.MEETINGS,
        Topic.POINTS,
        Topic.MONTHS,
        Topic.BULLETINS,
    }
)


_KINDS: Mapping[Ledger, type[LedgerPage]] = {
    Ledger.INSTRUCTIONS: Instructions,
    Ledger.COMMISSIONS: Commissions,
    Ledger.DEDUCTIONS: Deductions,
    Ledger.CORRECTIONS: Corrections,
    Ledger.OBJECTIONS: Objections,
    Ledger.SUGGESTIONS: Suggestions,
    Ledger.LEADS: Leads,
    Ledger.ASSIGNMENTS: Assignments,
    Ledger.PICKS: Picks,
    Ledger.MEETINGS: Meetings,
}
_Page = TypeVar("_Page", bound=LedgerPage)


class LedgersDialog(QDialog):
    """Shows the ledgers of the worked month, one at a time; what is done is told in a toast of its own."""

    draft_wanted = Signal(str)  # the window closes, and a draft is to be shown
    lead_draft_wanted = Signal(int)  # the window closes, and a draft is to be made of a lead

    def __init__(
        self,
        frame: Frame,
        desks: LedgerDesks,
        parent: QWidget | None = None,
        first: Ledger = Ledger.INSTRUCTIONS,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._desks = desks
        self._undo: Callable[[], None] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = LedgerActs(desks, frame, self)
        self._at = Workplace(frame, desks, UnitChoices(desks.register), acts)
        self.platform = PlatformPage(self._at)
        self.lists: dict[Ledger, LedgerPage] = {}  # made when they are first wanted
        self.segments = Segments(frame.look, self.tr("台账"))
        self.pages = QStackedWidget()
        self.close_button = Button(frame.look, self.tr("关闭"))
        self.close_button.set_tip("", "Esc")
        self.toast = Toast(frame.look, self.pages)  # above the feet of the panels
        self._arrange()
        self._connect()
        self.reload()
        self.segments.choose(first)

    def _arrange(self) -> None:
        month = self._frame.month.month
        self.setWindowTitle(self.tr("{}台账").format(month.label))
        self.setAccessibleName(self.windowTitle())
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.setSpacing(16)
        head.addWidget(label(self.windowTitle(), "title"))
        head.addWidget(self.segments)
        head.addStretch()
        self.pages.addWidget(self.platform)
        foot = FootBand(self._frame.look, left=4, right=4)
        keys = self.tr("Ctrl+N 新登记　Enter 处理　Ctrl+S 保存　Ctrl+Z 撤销　Ctrl+Tab 换台账　Esc 返回")
        foot.row.addWidget(label(keys, "hint"), 1)
        foot.row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addWidget(foot)
        parent, theme = self.parentWidget(), self._frame.look.theme
        room = parent.window().size() if parent is not None else _USUAL
        wanted = QSize(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))
        self.resize(wanted.boundedTo(room - QSize(48, 48)))

    def _connect(self) -> None:
        self.segments.chosen.connect(self._on_chosen)
        self.close_button.clicked.connect(self.reject)
        for number, key in enumerate(tuple(Ledger)[:10], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number % 10}"), self)  # 0 stands behind 9
            shortcut.activated.connect(lambda key=key: self.segments.choose(key))
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._go(step))
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo)
        self.toast.undone.connect(self.undo)
        self._frame.news.changed.connect(self._on_news)
        self._frame.notices.act_told.connect(self._on_act_told)
        self._frame.notices.result_told.connect(self.toast.show_result)
        self._frame.notices.refusal_told.connect(self.toast.show_refusal)

    @cached_property
    def instructions(self) -> Instructions:
        return self._made(Ledger.INSTRUCTIONS, Instructions(self._at))

    @cached_property
    def commissions(self) -> Commissions:
        return self._made(Ledger.COMMISSIONS, Commissions(self._at))

    @cached_property
    def deductions(self) -> Deductions:
        return self._made(Ledger.DEDUCTIONS, Deductions(self._at))

    @cached_property
    def corrections(self) -> Corrections:
        return self._made(Ledger.CORRECTIONS, Corrections(self._at))

    @cached_property
    def objections(self) -> Objections:
        page = self._made(Ledger.OBJECTIONS, Objections(self._at))
        page.correction_wanted.connect(self._on_correction_wanted)
        page.record_wanted.connect(self._on_record_wanted)
        return page

    @cached_property
    def suggestions(self) -> Suggestions:
        return self._made(Ledger.SUGGESTIONS, Suggestions(self._at))

    @cached_property
    def leads(self) -> Leads:
        page = self._made(Ledger.LEADS, Leads(self._at))
        page.new_draft_wanted.connect(self._on_lead_draft_wanted)
        return page

    @cached_property
    def assignments(self) -> Assignments:
        return self._made(Ledger.ASSIGNMENTS, Assignments(self._at))

    @cached_property
    def picks(self) -> Picks:
        return self._made(Ledger.PICKS, Picks(self._at))

    @cached_property
    def meetings(self) -> Meetings:
        return self._made(Ledger.MEETINGS, Meetings(self._at))

    def _made(self, key: Ledger, page: _Page) -> _Page:
        """Put a page that is wanted for the first time among the others."""
        self.lists[key] = page
        self.pages.addWidget(page)
        page.draft_wanted.connect(self._on_draft_wanted)
        page.reload()
        return page

    def _page(self, key: Ledger) -> LedgerPage | PlatformPage:
        page: LedgerPage | PlatformPage = getattr(self, key)  # each is called as its ledger is
        return page

    def _count(self, key: Ledger) -> int:
        """Count the lines of a ledger that stand, whether its page was made or not."""
        made = self.lists.get(key)
        return made.count if made else standing(_KINDS[key].read(self._desks, self._frame.month.month))

    @property
    def current(self) -> Ledger:
        """The ledger in front."""
        return Ledger(self.segments.current)

    def go_to(self, line: int) -> None:
        """Bring a line of the ledger in front up, by its id."""
        page = self.lists.get(self.current)
        if page is not None:
            page.view.go_to(line)

    def go_to_waiting(self) -> None:
        """Bring up the first line of the ledger in front that still waits for somebody."""
        page = self.lists.get(self.current)
        if page is not None:
            page.go_to_waiting()

    def reload(self) -> None:
        """Read all ledgers anew, and count them."""
        for page in self.lists.values():
            page.reload()
        self.platform.reload()
        counts = {key: self._count(key) for key in _KINDS}
        typed = self.tr("平台数据 ✓") if self.platform.form.is_typed else self.tr("平台数据 未填")
        self.segments.show_segments(
            [
                Segment(Ledger.INSTRUCTIONS, self.tr("批示"), counts[Ledger.INSTRUCTIONS]),
                Segment(Ledger.COMMISSIONS, self.tr("约稿"), counts[Ledger.COMMISSIONS]),
                Segment(Ledger.DEDUCTIONS, self.tr("扣分"), counts[Ledger.DEDUCTIONS]),
                Segment(Ledger.CORRECTIONS, self.tr("更正"), counts[Ledger.CORRECTIONS]),
                Segment(Ledger.OBJECTIONS, self.tr("异议"), counts[Ledger.OBJECTIONS]),
                Segment(Ledger.PLATFORM, typed),
                Segment(Ledger.SUGGESTIONS, self.tr("问题建议"), counts[Ledger.SUGGESTIONS]),
                Segment(Ledger.LEADS, self.tr("线索"), counts[Ledger.LEADS]),
                Segment(Ledger.ASSIGNMENTS, self.tr("任务"), counts[Ledger.ASSIGNMENTS]),
                Segment(Ledger.PICKS, self.tr("好稿"), counts[Ledger.PICKS]),
                Segment(Ledger.MEETINGS, self.tr("例会"), counts[Ledger.MEETINGS]),
            ]
        )

    def _go(self, step: int) -> None:
        """Show the next ledger or the one before, round and round."""
        ledgers = tuple(Ledger)
        self.segments.choose(ledgers[(ledgers.index(self.current) + step) % len(ledgers)])

    def undo(self) -> None:
        """Take back the last act that was told with a way back."""
        undo, self._undo = self._undo, None
        self.toast.hide()
        if undo is not None:
            undo()

    def reject(self) -> None:
        """Close; what is typed is not thrown away unasked."""
        if self._may_leave():
            super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toast.isVisible():
            self.toast.place()

    def _may_leave(self) -> bool:
        if self.platform.form.is_dirty and not self._agrees_to_drop_figures():
            return False
        return all(page.may_leave() for page in self.lists.values())

    def _agrees_to_drop_figures(self) -> bool:
        return self._frame.dialogs.confirm(
            self.tr("放弃没有保存的内容？"),
            self.tr("平台数据改过，还没有保存。"),
            self.tr("放弃"),
            safe=self.tr("继续填"),
        )

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        page = self._page(Ledger(key))
        self.pages.setCurrentWidget(page)
        page.take_focus()

    @Slot(str)
    def _on_draft_wanted(self, number: str) -> None:
        self.accept()
        self.draft_wanted.emit(number)

    @Slot(int)
    def _on_correction_wanted(self, objection: int) -> None:
        """Have the correction that a ruling asks for registered: all but the points is filled in."""
        self.segments.choose(Ledger.CORRECTIONS)
        self.corrections.start_for(self._desks.objections.proposed_correction(objection))

    @Slot(int)
    def _on_record_wanted(self, objection: int) -> None:
        """Lead to what an upheld objection is about; nowhere where it is about the month as a whole."""
        about = self._desks.objections.subject_of(self._desks.objections.get(objection))
        if about is not None and about.deduction is not None:
            self.segments.choose(Ledger.DEDUCTIONS)
            self.deductions.view.go_to(about.deduction)
        elif about is not None and about.number:
            self._on_draft_wanted(about.number)

    @Slot(int)
    def _on_lead_draft_wanted(self, lead: int) -> None:
        self.accept()
        self.lead_draft_wanted.emit(lead)

    @Slot(frozenset)
    def _on_news(self, topics: frozenset[Topic]) -> None:
        if topics & _SHOWS:
            self.reload()

    @Slot(str, object)
    def _on_act_told(self, text: str, undo: Callable[[], None] | None) -> None:
        self._undo = undo
        self.toast.show_act(text, undo)

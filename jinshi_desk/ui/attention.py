"""The bar above the tabs kept true: what waits, whether the month is closed, where a draft is."""

from PySide6.QtCore import QObject, Slot

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.months import Month
from jinshi_desk.services.front import FrontDesk, TodoCount, TodoKind
from jinshi_desk.ui.first_paint import after_first_paint, bring
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.main_window import MainWindow
from jinshi_desk.ui.widgets.top_bar import Todo

FORM_HIT = "form:"
"""What the id of a hit begins with that is an approval form."""
LINE_HIT = "line:"
"""What it begins with that is a line of a ledger: then ledger, id, month. Any other is a draft's number."""
_DRAFTS_FIRST = 5
"""How many drafts stand before the lines of ledgers: all that is found is seen without scrolling."""
_LEVELS = {
    TodoKind.OVERDUE_FORMS: "bad",
    TodoKind.OUT_FORMS: "warn",
    TodoKind.REMINDER: "bad",
    TodoKind.TO_REVIEW: "bad",
    TodoKind.OWING: "warn",
    TodoKind.COMMISSIONS: "warn",
    TodoKind.CORRESPONDENTS: "warn",
    TodoKind.FORM_MISSING: "warn",
    TodoKind.DEDUCTIONS: "warn",
    TodoKind.OBJECTIONS: "warn",
    TodoKind.SUGGESTIONS: "warn",
    TodoKind.MEETINGS: "warn",
}
_SHOWS = frozenset(
    {
        Topic.DRAFTS,
        Topic.ADOPTIONS,
        Topic.APPROVALS,
        Topic.COMMISSIONS,
        Topic.DEDUCTIONS,
        Topic.SUGGESTIONS,
        Topic.LEADS,
        Topic.ASSIGNMENTS,
        Topic.OBJECTIONS,
        Topic.MEETINGS,
        Topic.EXEMPTIONS,
        Topic.REMINDERS,
        Topic.MONTHS,
        Topic.PEOPLE,
        Topic.UNITS,
        Topic.SETTINGS,
    }
)
_WANTED = (
    "jinshi_desk.store.connection",
    "jinshi_desk.store.tables",
    "jinshi_desk.domain.approval_forms",
    "jinshi_desk.services.contacts",
    "jinshi_desk.domain.period_notices",
    "jinshi_desk.services.quota",
    "jinshi_desk.services.reminders",
)
"""What the first reload needs, imported piece by piece: all at once would keep a key waiting."""


class Attention(QObject):
    """Asks the front desk after every change and tells the window."""

    def __init__(self, window: MainWindow, frame: Frame, front: FrontDesk) -> None:
        super().__init__(window)
        self._window = window
        self._front = front
        self._month = frame.month
        frame.news.changed.connect(self._on_change)
        frame.month.changed.connect(self._on_month_turned)
        window.searched.connect(self._on_searched)
        after_first_paint(window, *map(bring, _WANTED), self.reload)

    def reload(self) -> None:
        """Show what waits in the worked month."""
        from jinshi_desk.domain.issuing import MonthState
        from jinshi_desk.wording import MONTH_STATE

        levels = {MonthState.OPEN: "neutral", MonthState.CLOSED: "info", MonthState.ISSUED: "ok"}
        month = self._month.month
        state = self._front.state(month)
        self._window.show_month_state(MONTH_STATE[state], levels[state])
        self._window.show_todos([self._pill(todo) for todo in self._front.todos(month)])

    def _pill(self, todo: TodoCount) -> Todo:
        if (due := todo.reminder) is not None:
            from jinshi_desk.wording import STAGE

            said = self.tr("{}月{} {} 家").format(due.month.month, STAGE[due.stage], due.units)
            return Todo(todo.kind, said, _LEVELS[todo.kind])
        words = {
            TodoKind.OVERDUE_FORMS: self.tr("逾期审核 %d"),
            TodoKind.OUT_FORMS: self.tr("待签回 %d"),
            TodoKind.TO_REVIEW: self.tr("待审核 %d"),
            TodoKind.OWING: self.tr("欠报 %d 家"),
            TodoKind.COMMISSIONS: self.tr("约稿到期 %d"),
            TodoKind.CORRESPONDENTS: self.tr("信息员空缺 %d"),
            TodoKind.FORM_MISSING: self.tr("缺审批表 %d"),
            TodoKind.DEDUCTIONS: self.tr("扣分待确认 %d"),
            TodoKind.OBJECTIONS: self.tr("异议待办 %d"),
            TodoKind.SUGGESTIONS: self.tr("问题待办 %d"),
            TodoKind.MEETINGS: self.tr("例会事项 %d"),
            TodoKind.LEADS: self.tr("线索待派 %d"),
            TodoKind.ASSIGNMENTS: self.tr("任务未完 %d"),
            TodoKind.UNVERIFIED: self.tr("待核实 %d"),
            TodoKind.RETURNED: self.tr("退回未交 %d"),
        }
        return Todo(todo.kind, words[todo.kind] % todo.number, _LEVELS.get(todo.kind, ""))

    @Slot(frozenset)
    def _on_change(self, topics: frozenset[Topic]) -> None:
        if topics & _SHOWS:
            self.reload()

    @Slot(object)
    def _on_month_turned(self, _month: Month) -> None:
        self.reload()

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        from jinshi_desk.ui.widgets.choices import Choice

        units = self._front.unit_names()
        drafts = [
            Choice(row.number, row.title, hint=f"{row.number} {units[row.unit]}")
            for row in self._front.find(words)
        ]
        forms = [
            Choice(f"{FORM_HIT}{form.number}", form.title, hint=self.tr("审批表 {}").format(form.number))
            for form in self._front.find_forms(words)
        ]
        lines = [
            Choice(
                f"{LINE_HIT}{hit.ledger}:{hit.id}:{Month.of(hit.on)}",
                " ".join(hit.text.split()),
                hint=f"{self._ledger_name(hit.ledger)} {units[hit.unit] if hit.unit else hit.on.isoformat()}",
            )
            for hit in self._front.find_lines(words)
        ]
        # A number typed or scanned whole means its form; a part of one may mean anything.
        first = forms if len(forms) == 1 else []
        found = [*drafts[:_DRAFTS_FIRST], *lines, *drafts[_DRAFTS_FIRST:], *(forms if not first else [])]
        self._window.search.show_hits([*first, *found])

    def _ledger_name(self, ledger: str) -> str:
        names = {"suggestions": self.tr("问题建议"), "leads": self.tr("线索"), "meetings": self.tr("例会")}
        return names[ledger]

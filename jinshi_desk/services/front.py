"""The desk behind the bar above the tabs: what needs attention, and where a draft is."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store

if TYPE_CHECKING:
    from jinshi_desk.domain.approval_forms import Approval
    from jinshi_desk.domain.issuing import MonthState
    from jinshi_desk.domain.ledger_hits import LedgerHit
    from jinshi_desk.services.reminders import DueReminder


class TodoKind(StrEnum):
    """A kind of thing to do (待办), most urgent first; each opens its own list."""

    OVERDUE_FORMS = "overdue_forms"
    REMINDER = "reminder"
    TO_REVIEW = "to_review"
    OWING = "owing"
    OUT_FORMS = "out_forms"
    COMMISSIONS = "commissions"
    CORRESPONDENTS = "correspondents"
    FORM_MISSING = "form_missing"
    DEDUCTIONS = "deductions"
    OBJECTIONS = "objections"
    SUGGESTIONS = "suggestions"
    MEETINGS = "meetings"
    """What a meeting resolved, due soon or overdue."""
    UNVERIFIED = "unverified"
    RETURNED = "returned"
    LEADS = "leads"
    ASSIGNMENTS = "assignments"


class TodoCount(NamedTuple):
    """How many of a kind wait; of a reminder, which is due."""

    kind: TodoKind
    number: int
    reminder: "DueReminder | None" = None


_BY_SEGMENT = {
    TodoKind.TO_REVIEW: Segment.RECEIVED,
    TodoKind.FORM_MISSING: Segment.FORM_MISSING,
    TodoKind.UNVERIFIED: Segment.UNVERIFIED,
    TodoKind.RETURNED: Segment.RETURNED,
}


_FORMS = (TodoKind.OVERDUE_FORMS, TodoKind.OUT_FORMS)
_LEFT = (
    TodoKind.OVERDUE_FORMS,
    TodoKind.REMINDER,
    TodoKind.OUT_FORMS,
    TodoKind.COMMISSIONS,
    TodoKind.DEDUCTIONS,
    TodoKind.OBJECTIONS,
    TodoKind.SUGGESTIONS,
    TodoKind.MEETINGS,
    TodoKind.LEADS,
    TodoKind.UNVERIFIED,
)
"""What can still be done while a closed month is looked at: it is booked in the open one."""


class FrontDesk:
    """What the bar above the tabs asks."""

    def __init__(self, store: Store, today: Callable[[], date] = date.today) -> None:
        self._store = store
        self._today = today

    def is_closed(self, month: Month) -> bool:
        """Tell whether the books of ``month`` are closed."""
        return self._store.months.is_closed(month)

    def state(self, month: Month) -> "MonthState":
        """Return whether ``month`` is open, closed or issued."""
        return self._store.months.state(month)

    def todos(self, month: Month) -> Iterator[TodoCount]:
        """Yield what waits in ``month``, most urgent first; nothing of a kind is not mentioned."""
        segments, forms, due = self._store.register.segments(month), self._forms(), self.due_reminder()
        for kind in _LEFT if self.is_closed(month) else TodoKind:
            if kind is TodoKind.REMINDER:
                if due is not None:
                    yield TodoCount(kind, due.units, due)
                continue
            if kind is TodoKind.OWING and due is not None and due.month == month:
                continue  # the reminder says so already
            if kind is TodoKind.FORM_MISSING and not form_required(self._store):
                continue
            segment = _BY_SEGMENT.get(kind)
            number = segments[segment] if segment else forms.get(kind) or self._counted(kind, month)
            if number:
                yield TodoCount(kind, number)

    def due_reminder(self) -> "DueReminder | None":
        """Return the reminder that is to go out today, of whatever month; a sample year keeps its day."""
        from jinshi_desk.services.form_waiting import as_of
        from jinshi_desk.services.reminders import due_reminder

        return due_reminder(self._store, as_of(self._store, self._today()))

    def find(self, words: str, limit: int = 12) -> list[RegisterRow]:
        """Return the newest drafts of any month that ``words`` occur in, void ones left out.

        The number of an approval form, typed or scanned, leads to the drafts on it.
        """
        if not words.strip():
            return []
        found = self._store.register.page(RegisterQuery(words=words), 0, limit)
        return found or self._on_forms(words)[:limit]

    def find_forms(self, words: str, limit: int = 4) -> "list[Approval]":
        """Return the approval forms whose number ``words`` occur in, as typed or scanned, void ones too."""
        if not any(char.isdigit() for char in words):
            return []
        from jinshi_desk.services.form_search import named_forms

        return [self._store.approvals.get(number) for number in named_forms(self._store, words)[:limit]]

    def find_lines(self, words: str, limit: int = 3) -> "list[LedgerHit]":
        """Return the latest lines of the ledgers that ``words`` occur in; one character finds none."""
        return self._store.ledger_hits.find(words, limit) if len(words.strip()) > 1 else []

    def unit_names(self) -> dict[str, str]:
        """Return the name of every unit by its id."""
        return self._store.register.unit_names()

    def _on_forms(self, words: str) -> list[RegisterRow]:
        if not any(char.isdigit() for char in words):
            return []
        from jinshi_desk.services.form_search import named_forms

        return self._store.register.lines(self._store.approvals.drafts_on(named_forms(self._store, words)))

    def _forms(self) -> dict[TodoKind, int]:
        """Count the forms that wait too long, and those out of the house, of whatever month."""
        from jinshi_desk.services.form_waiting import waiting_forms

        waiting = [each for _, each in waiting_forms(self._store, self._today())]
        return {
            TodoKind.OVERDUE_FORMS: sum(each.overdue for each in waiting),
            TodoKind.OUT_FORMS: sum(each.out_since is not None for each in waiting),
        }

    def _counted(self, kind: TodoKind, month: Month) -> int:
        if kind in _FORMS:
            return 0
        if kind is TodoKind.COMMISSIONS:
            from jinshi_desk.services.ledgers import SOON, waiting_commissions

            until = min(self._today() + SOON, month.last_day)
            return sum(1 for _ in waiting_commissions(self._store, until))
        if kind in (TodoKind.SUGGESTIONS, TodoKind.LEADS, TodoKind.ASSIGNMENTS):
            return self._in_work(kind, month)
        if kind is TodoKind.CORRESPONDENTS:
            from jinshi_desk.services.contacts import to_settle

            return to_settle(self._store, self._today())
        if kind is TodoKind.MEETINGS:
            from jinshi_desk.services.ledgers import SOON

            return self._store.meetings.waiting(self._today() + SOON)
        if kind is TodoKind.OBJECTIONS:
            return self._store.objections.waiting()
        if kind is TodoKind.DEDUCTIONS:
            return len(self._store.deductions.waiting(self._today()))
        return self._owing(month)

    def _in_work(self, kind: TodoKind, month: Month) -> int:
        from jinshi_desk.services.assignment import waiting_assignments
        from jinshi_desk.services.ledgers import SOON, unassigned_leads, waiting_suggestions

        if kind is TodoKind.SUGGESTIONS:
            return sum(1 for _ in waiting_suggestions(self._store, self._today() + SOON))
        if kind is TodoKind.LEADS:
            return sum(1 for _ in unassigned_leads(self._store))
        return waiting_assignments(self._store, month)

    def _owing(self, month: Month) -> int:
        """Count who owes; nobody does before the books begin, which is with the first draft, or to come."""
        begin = self._store.drafts.first_month()
        if begin is None or not begin <= month <= Month.of(self._today()):
            return 0
        # With all the rules: the window shows its first page without them.
        from jinshi_desk.services.figures import standings

        return sum(row.due and not row.completed for row in standings(self._store, [month]).months[month])

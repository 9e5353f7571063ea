"""Marking the approval forms that came in complete: which drafts of the month have theirs on file."""

from collections.abc import Iterable, Sequence

from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.register import RegisterQuery, RegisterRow, Segment, SortKey
from jinshi_desk.services.draft_steps import refuse_closed
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.opening import form_required
from jinshi_desk.store.database import Store


class FormMarks:
    """The month's drafts with and without their form, marked by the handful."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def month(self, month: Month, *, missing_only: bool = False, words: str = "") -> list[RegisterRow]:
        """Return the month's drafts in the order received, all or those without a form."""
        segment = Segment.FORM_MISSING if missing_only else Segment.ALL
        query = RegisterQuery(month, words, segment, sort=SortKey.RECEIVED_ON, descending=False)
        return self._store.register.page(query, 0, self._store.register.count(query))

    def unit_names(self) -> dict[str, str]:
        """Return the names of the units by id, in the office's order."""
        return {unit.id: unit.name for unit in self._store.units.all()}

    def form_required(self) -> bool:
        """Tell whether a draft without its form counts for nothing."""
        return form_required(self._store)

    def is_closed(self, month: Month) -> bool:
        """Tell whether the forms of ``month`` can no longer be marked."""
        return self._store.months.is_closed(month)

    def mark(self, numbers: Iterable[str], *, on_file: bool) -> int:
        """Mark the forms of ``numbers`` as on file or missing, in one act; return how many changed.

        Raises:
            UnknownDraft: a number names no draft.
            MonthClosed: a draft counts for a closed month; none is marked.
        """
        drafts = [self._store.drafts.get(number) for number in numbers]
        changed = [draft for draft in drafts if draft.approval_on_file != on_file]
        refuse_closed(self._store, *(draft.quota_month for draft in changed))
        if changed:
            subject = self._mark("mark_form", changed, on_file=on_file)
            self._undo.remember(subject, lambda: self._take_back(changed, on_file=not on_file))
        return len(changed)

    def _take_back(self, changed: Sequence[Draft], *, on_file: bool) -> None:
        refuse_closed(self._store, *(draft.quota_month for draft in changed))
        self._mark("undo", changed, on_file=on_file)

    def _mark(self, name: str, changed: Sequence[Draft], *, on_file: bool) -> str:
        numbers = [draft.number for draft in changed]
        with self._store.writing(name, Topic.DRAFTS, Topic.POINTS) as act:
            for draft in changed:
                self._store.drafts.set_approval_on_file(draft.id, on_file=on_file)
            act.subject = numbers[0] if len(numbers) == 1 else "forms"
            act.before = {"approval_on_file": not on_file}
            act.after = {"numbers": numbers, "approval_on_file": on_file}
        return act.subject

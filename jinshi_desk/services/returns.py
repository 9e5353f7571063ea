"""退回修改: the office's list of reasons, sending drafts back, and what the chat group is told."""

from collections.abc import Callable, Sequence
from datetime import date

from jinshi_desk.domain import returns
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.errors import WrongStatus
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.returns import Return
from jinshi_desk.services import defaults
from jinshi_desk.services.draft_steps import DraftSteps
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store

REASONS = "return.reasons"


class ReturnDesk:
    """What a clerk does about drafts that go back to their units."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo
        self._steps = DraftSteps(store, today, undo)

    def reasons(self) -> tuple[str, ...]:
        """Return the office's usual reasons, as shipped until it has its own."""
        own = returns.reason_list(self._store.settings.get(REASONS))
        return own or tuple(defaults.table(defaults.folder() / "returns.toml")["reasons"])

    def check_reasons(self, text: str) -> tuple[Problem, ...]:
        """Return what is wrong with a list of reasons, a line each."""
        return tuple(returns.reason_list_problems(returns.reason_list(text)))

    def keep_reasons(self, text: str) -> None:
        """Have ``text``, a reason a line, as the office's list from now on.

        Raises:
            NotFileable: nothing is left of it, or a reason is too long for the bulletin.
        """
        wanted = returns.reason_list(text)
        refuse_bad(returns.reason_list_problems(wanted))
        before = self.reasons()
        if wanted != before:
            self._write_reasons("settings", wanted)
            self._undo.remember("settings", lambda: self._write_reasons("undo", before))

    def send_back(self, numbers: Sequence[str], returned: Return) -> str:
        """Return drafts for revision, in one act, and return what the chat group is told.

        Raises:
            UnknownDraft, WrongStatus, ReasonMissing, MonthClosed, NotFileable: as ``DraftSteps.send_back``.
        """
        self._steps.send_back(numbers, returned)
        return self.chat_text(numbers)

    def deadline(self, returned_on: date) -> date:
        """Return until when a draft returned on that day may come back and keep its first day of receipt."""
        return Return(returned_on, ()).deadline(self._store.holidays.calendar())

    def chat_text(self, numbers: Sequence[str]) -> str:
        """Return what the chat group is told of drafts that were returned, a line each.

        Raises:
            UnknownDraft: there is none of this number.
            WrongStatus: one of them was never returned.
        """
        return "\n".join(self._told(number) for number in dict.fromkeys(numbers))

    def _told(self, number: str) -> str:
        draft = self._store.drafts.get(number)
        returned = self._store.returns.of_draft(draft.id).get(draft.version)
        if returned is None and draft.status is Status.RETURNED:  # a sheet said so
            returned = Return.of(self._store.drafts.status_on(draft.id), (draft.status_reason,))
        if returned is None:
            raise WrongStatus(number, draft.status, "写退回文字")
        units = self._store.units.known(draft.units)
        names = "、".join(units[unit].name for unit in draft.units)
        return returns.chat_text(names, draft.title, returned, self.deadline(returned.on))

    def _write_reasons(self, name: str, reasons: Sequence[str]) -> None:
        with self._store.writing(name, Topic.SETTINGS) as act:
            act.subject = "settings"
            act.before = {REASONS: self._store.settings.get(REASONS)}
            act.after = {REASONS: "\n".join(reasons)}
            self._store.settings.put(act.after)

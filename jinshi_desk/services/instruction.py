"""The desk for leaders' instructions (领导批示) on drafts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from jinshi_desk.domain import drafts, instructions
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import Draft, clean_line
from jinshi_desk.domain.errors import AlreadyDecided, ReasonMissing, WrongStatus
from jinshi_desk.domain.instructions import Instruction, NewInstruction
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.booking import event_month, rebook
from jinshi_desk.services.draft_steps import refuse_closed
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store

_TOPICS = (Topic.INSTRUCTIONS, Topic.DRAFTS, Topic.POINTS)


class InstructionDesk:
    """What a clerk does with instructions in 报送登记."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def of_draft(self, number: str) -> tuple[Instruction, ...]:
        """Return the instructions on a draft, those struck out included.

        Raises:
            UnknownDraft: there is none of this number.
        """
        return self._store.instructions.of_draft(self._store.drafts.get(number).id)

    def check(self, number: str, new: NewInstruction) -> tuple[Problem, ...]:
        """Return everything odd in an instruction on the draft ``number``."""
        return tuple(self._problems(self._store.drafts.get(number), new))

    def record(self, number: str, new: NewInstruction) -> int:
        """Record an instruction; its bonus is booked at once.

        Raises:
            NotFileable: it has problems that must be put right first.
            WrongStatus: the draft was not accepted.
        """
        draft, new = self._store.drafts.get(number), _cleaned(new)
        if draft.status not in drafts.STANDING:
            raise WrongStatus(number, draft.status, "登记批示")
        refuse_bad(self._problems(draft, new))
        with self._store.writing("instruct", *_TOPICS) as act:
            row = self.write(draft, new)
            act.subject = number
            act.after = _facts(new)
        self._undo.remember(number, lambda: self._void("undo", row, "撤销登记"))
        return row

    def write(self, draft: Draft, new: NewInstruction) -> int:
        """Write a checked instruction and book it, inside the caller's act."""
        booked = event_month(self._store, new.given_on, new.registered_on)
        row = self._store.instructions.add(draft.id, new, booked)
        rebook(self._store, draft)
        return row

    def void(self, instruction: int, reason: str) -> None:
        """Strike out a wrongly registered instruction, as if it had never been.

        Raises:
            ReasonMissing: there is no reason.
            AlreadyDecided: it was struck out before.
            MonthClosed: it is booked in a closed month, whose figures no longer change.
        """
        if not reason.strip():
            raise ReasonMissing("作废批示")
        number = self._void("void_instruction", instruction, reason.strip())
        self._undo.remember(number, lambda: self._stand(instruction))

    def _problems(self, draft: Draft, new: NewInstruction) -> Iterator[Problem]:
        known = self._store.instructions.of_draft(draft.id)
        yield from instructions.problems(new, draft.received_on, self._today(), known)

    def _stand(self, instruction: int) -> None:
        """Let an instruction stand again that was struck out."""
        found = self._store.instructions.get(instruction)
        refuse_closed(self._store, found.booked_month)
        draft = self._store.drafts.by_id(found.draft)
        with self._store.writing("undo", *_TOPICS) as act:
            self._store.instructions.void(instruction, "")
            rebook(self._store, draft)
            act.subject = draft.number
            act.after = {"standing": instruction, **_facts(found)}

    def _void(self, name: str, instruction: int, reason: str) -> str:
        found = self._store.instructions.get(instruction)
        if found.voided:
            raise AlreadyDecided("批示", "作废", "作废")
        refuse_closed(self._store, found.booked_month)
        draft = self._store.drafts.by_id(found.draft)
        with self._store.writing(name, *_TOPICS) as act:
            self._store.instructions.void(instruction, reason)
            rebook(self._store, draft)
            act.subject = draft.number
            act.before = _facts(found)
            act.after = {"voided": reason}
        return draft.number


def _cleaned(new: NewInstruction) -> NewInstruction:
    return replace(new, leader=clean_line(new.leader), evidence=clean_line(new.evidence))


def _facts(new: NewInstruction) -> dict[str, Any]:
    return {
        "level": new.level,
        "leader": new.leader,
        "given_on": new.given_on.isoformat(),
        "registered_on": new.registered_on.isoformat(),
        "evidence": new.evidence,
    }

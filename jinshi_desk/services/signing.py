"""Recording what was signed on paper (§5): step by step in order, withdrawn from the last one back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from jinshi_desk.domain.approval_forms import Approval, FormState
from jinshi_desk.domain.approvals import NewSignature, Signature, Step, signing_problems
from jinshi_desk.domain.drafts import Status, clean_line
from jinshi_desk.domain.errors import (
    ApprovalOver,
    MonthClosed,
    NoSuchStep,
    NotTheLastSignature,
    OutOfOrder,
    ReasonMissing,
    UnknownSignature,
    WrongStatus,
)
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.form_effects import Stood, bring_in_line, put_back
from jinshi_desk.services.form_records import TOPICS, note_form
from jinshi_desk.services.register_list import Spelled
from jinshi_desk.store.database import Store

_UNDONE = "撤销登记"


class SigningDesk:
    """What a clerk does when a signed paper comes back."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def signers(self, number: str) -> list[Spelled]:
        """Return everybody on the roster, the people of the form's unit first."""
        unit = self._store.approvals.get(number).unit
        found = self._store.people.spelled(unit, self._today())
        return [Spelled(str(person), name, pinyin, first) for person, name, pinyin, first in found]

    def check(self, number: str, new: NewSignature) -> tuple[Problem, ...]:
        """Return everything odd in a signature at the step that is next.

        Raises:
            UnknownApproval: there is no such form.
        """
        form = self._store.approvals.get(number)
        return tuple(signing_problems(form.course, _cleaned(new), form.kind, self._today()))

    def sign(self, number: str, new: NewSignature) -> None:
        """Record a signature, and what follows from it for the drafts, in one act.

        Raises:
            UnknownApproval, NoSuchStep: there is no such form, or none of its steps is called so.
            ApprovalOver: the form is void, complete, not taken, or has gone out.
            OutOfOrder: it is another step's turn.
            WrongStatus: a draft of it is void or was withdrawn.
            NotFileable: the signature has problems that must be put right first.
        """
        form, new = self._store.approvals.get(number), _cleaned(new)
        self._refuse_turn(form, new.step)
        refuse_bad(signing_problems(form.course, new, form.kind, self._today()))
        with self._store.writing("sign", *TOPICS) as act:
            by, at = self._store.who(), self._store.now()
            row = self._store.approvals.sign(form.id, new, form.content, by, at)
            moved = bring_in_line(self._store, self._store.approvals.get(number), self._today())
            act.after["step"], act.after["signer"] = new.step.value, new.signer
            note_form(self._store, act, form, number, [stood.draft for stood in moved])
        self._undo.remember(number, lambda: self._unsign(form, row, moved))

    def withdraw(self, number: str, step: Step, reason: str) -> None:
        """Take the last signature of a form back, for a reason; it stays to be seen as withdrawn.

        Raises:
            ReasonMissing: there is no reason.
            UnknownSignature: the step has no signature that counts.
            NotTheLastSignature: a later step is signed.
            ApprovalOver: the form is void, or has gone out.
            MonthClosed: the draft counts for a closed month by this form.
        """
        form = self._store.approvals.get(number)
        signature = self._last(form, step)
        if not reason.strip():
            raise ReasonMissing("撤回签批")
        self._refuse_counted(form)
        moved = self._write_withdrawal("withdraw_signature", form, signature.id, clean_line(reason))
        self._undo.remember(number, lambda: self._resign(form, signature.id, moved))

    def _refuse_turn(self, form: Approval, step: Step) -> None:
        if step not in form.steps:
            raise NoSuchStep(form.number, step, form.steps)
        if form.state in (FormState.VOID, FormState.RELEASED):
            raise ApprovalOver(form.number, form.state, "签批")
        for article in form.articles:
            draft = self._store.drafts.by_id(article.draft)
            if draft.status in (Status.VOID, Status.WITHDRAWN):
                raise WrongStatus(draft.number, draft.status, "签批")
        turn = form.course.next
        if turn is None:
            raise ApprovalOver(form.number, form.state, "签批")
        if turn is not step:
            raise OutOfOrder(form.number, turn, step)

    def _last(self, form: Approval, step: Step) -> Signature:
        if form.state in (FormState.VOID, FormState.RELEASED):
            raise ApprovalOver(form.number, form.state, "撤回签批")
        standing = form.course.standing
        if step not in [each.step for each in standing]:
            raise UnknownSignature(form.number)
        if standing[-1].step is not step:
            raise NotTheLastSignature(form.number, standing[-1].step)
        return standing[-1]

    def _refuse_counted(self, form: Approval) -> None:
        """Refuse to take back what a closed month counts by."""
        for article in form.articles:
            draft = self._store.drafts.by_id(article.draft)
            closed = self._store.months.is_closed(draft.quota_month)
            if closed and form.course.complete and draft.approval_on_file:
                raise MonthClosed(draft.quota_month.label)

    def _write_withdrawal(self, name: str, form: Approval, signature: int, reason: str) -> tuple[Stood, ...]:
        with self._store.writing(name, *TOPICS) as act:
            self._store.approvals.withdraw(signature, reason)
            moved = bring_in_line(self._store, self._store.approvals.get(form.number), self._today())
            act.after["withdrawn"] = reason
            note_form(self._store, act, form, form.number, [stood.draft for stood in moved])
        return moved

    def _unsign(self, before: Approval, signature: int, moved: Sequence[Stood]) -> None:
        self._refuse_counted(self._store.approvals.get(before.number))
        self._restore(before.number, signature, _UNDONE, moved)

    def _resign(self, before: Approval, signature: int, moved: Sequence[Stood]) -> None:
        self._restore(before.number, signature, "", moved)

    def _restore(self, number: str, signature: int, withdrawn: str, moved: Sequence[Stood]) -> None:
        now = self._store.approvals.get(number)
        with self._store.writing("undo", *TOPICS) as act:
            self._store.approvals.withdraw(signature, withdrawn)
            drafts = put_back(self._store, moved)
            note_form(self._store, act, now, number, drafts)


def _cleaned(new: NewSignature) -> NewSignature:
    return replace(
        new,
        signer=clean_line(new.signer),
        opinion=clean_line(new.opinion),
        same_person=clean_line(new.same_person),
    )

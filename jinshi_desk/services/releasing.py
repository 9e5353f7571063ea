"""Going out (§5): a dispatch wants Form B, a push Form C, signed whole; the form notes what came of it."""

from collections.abc import Callable, Sequence
from datetime import date

from jinshi_desk.domain.approval_forms import Approval, FormState, Release, release_problems
from jinshi_desk.domain.approvals import FormKind, Step, steps_of
from jinshi_desk.domain.errors import ApprovalOver, NotSigned
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.form_effects import Stood, bring_in_line, living, put_back
from jinshi_desk.services.form_records import TOPICS, note_form
from jinshi_desk.store.database import Store


def missing_steps(store: Store, draft: str, kind: FormKind) -> tuple[Step, ...]:
    """Return the steps that a draft's form of a kind lacks, all of them where it has none."""
    forms = [
        form for form in living(store.approvals.of_draft(store.drafts.get(draft).id)) if form.kind is kind
    ]
    lacking = [_lacking(form) for form in forms] or [steps_of(kind)]
    return min(lacking, key=len)


def refuse_dispatch(store: Store, draft: str) -> None:
    """Refuse to let a draft leave unsigned, be it by Form B or by the Form C of a push (rows 39, 40).

    Raises:
        NotSigned: neither is signed whole.
        UnknownDraft: there is no such draft.
    """
    lacking = missing_steps(store, draft, FormKind.B)
    if lacking and missing_steps(store, draft, FormKind.C):
        raise NotSigned(draft, FormKind.B, lacking)


def refuse_push(store: Store, drafts: Sequence[str]) -> None:
    """Refuse to push drafts before 编审、复审、终审 (row 40).

    Raises:
        NotSigned: one of them lacks a review.
        UnknownDraft: there is no such draft.
    """
    for draft in drafts:
        lacking = missing_steps(store, draft, FormKind.C)
        if lacking:
            raise NotSigned(draft, FormKind.C, lacking)


class ReleaseDesk:
    """What a clerk does once a form is signed whole."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def may_dispatch(self, draft: str) -> bool:
        """Tell whether a draft may leave the department: its Form B is signed whole."""
        return not missing_steps(self._store, draft, FormKind.B)

    def may_push(self, draft: str) -> bool:
        """Tell whether a draft may be pushed: the three reviews passed what it says now."""
        return not missing_steps(self._store, draft, FormKind.C)

    def check(self, number: str, release: Release) -> tuple[Problem, ...]:
        """Return everything wrong with a result."""
        return tuple(release_problems(self._store.approvals.get(number), release, self._today()))

    def release(self, number: str, release: Release) -> None:
        """Note when and through what a form's drafts went out, or correct what was noted.

        Raises:
            NotSigned: a step is missing.
            ApprovalOver: the form is void, or a Form A, which lets nothing out.
            NotFileable: the result has problems that must be put right first.
        """
        form = self._store.approvals.get(number)
        if form.voided or form.kind is FormKind.A:
            raise ApprovalOver(number, form.state, "登记发出")
        lacking = _lacking(form)
        if lacking:
            raise NotSigned(number, form.kind, lacking)
        refuse_bad(release_problems(form, release, self._today()))
        with self._store.writing("release", *TOPICS) as act:
            self._store.approvals.set_release(form.id, release)
            moved = bring_in_line(self._store, self._store.approvals.get(number), self._today())
            note_form(self._store, act, form, number, [stood.draft for stood in moved])
        self._undo.remember(number, lambda: self._take_back(form, moved))

    def _take_back(self, before: Approval, moved: Sequence[Stood]) -> None:
        now = self._store.approvals.get(before.number)
        with self._store.writing("undo", *TOPICS) as act:
            self._store.approvals.set_release(before.id, before.release)
            drafts = put_back(self._store, moved)
            note_form(self._store, act, now, before.number, drafts)


def _lacking(form: Approval) -> tuple[Step, ...]:
    if form.state in (FormState.SIGNED, FormState.RELEASED):
        return ()
    return tuple(step for step in form.course.steps if step not in form.course.passed)

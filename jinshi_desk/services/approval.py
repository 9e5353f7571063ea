"""The desk for approval forms (§5): open, number, fill, void, and the list of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from jinshi_desk.domain import approval_forms, form_numbers
from jinshi_desk.domain.approval_forms import Approval, Article, Facts, FormState
from jinshi_desk.domain.approvals import FormKind, Step
from jinshi_desk.domain.drafts import Draft, Status, clean_line, clean_text
from jinshi_desk.domain.errors import AlreadyOnForm, ApprovalOver, ReasonMissing, WrongStatus
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem
from jinshi_desk.domain.units import Group
from jinshi_desk.services import form_prefill
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.services.form_effects import Stood, bring_in_line, living, put_back
from jinshi_desk.services.form_marks import FormMarks
from jinshi_desk.services.form_records import TOPICS, note_form
from jinshi_desk.services.form_rows import FormRow, form_row
from jinshi_desk.services.form_search import named_forms
from jinshi_desk.services.form_settings import default_signer, form_settings
from jinshi_desk.services.form_waiting import Waiting, WaitingRoom, out_for_signature, overdue
from jinshi_desk.store.approvals import NewApproval
from jinshi_desk.store.database import Store

BINDER_LIMIT = 60
_UNDONE = "撤销开表"


@dataclass(frozen=True, slots=True)
class OpenForm:
    """Everything about one form that its page shows."""

    approval: Approval
    drafts: tuple[Draft, ...]
    signers: dict[Step, str]
    """Who signs each step, as a rule; empty where nobody is known."""
    waiting: Waiting | None


class ApprovalDesk(FormMarks):
    """What a clerk does in 审批表."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        super().__init__(store, undo)
        self._today = today

    # --- the list

    def forms(self, month: Month | None = None) -> list[FormRow]:
        """Return the forms whose number is from ``month``, or all, the newest first, void ones included."""
        room = WaitingRoom(self._store, self._today())
        return [form_row(form, room.of(form)) for form in reversed(self._store.approvals.all(month))]

    def outside(self) -> list[FormRow]:
        """Return the forms whose paper is out for signature, of whatever month, the longest out first."""
        return [form_row(*pair) for pair in out_for_signature(self._store, self._today())]

    def overdue(self) -> list[FormRow]:
        """Return the forms that wait longer than the office allows, of whatever month, the oldest first."""
        return [form_row(*pair) for pair in overdue(self._store, self._today())]

    def named(self, words: str) -> list[str]:
        """Return the numbers of forms that contain ``words``, as typed or read from the code on the paper."""
        return named_forms(self._store, words)

    def article(self, draft: str) -> Article:
        """Return a draft as a line of a push.

        Raises:
            UnknownDraft: there is no such draft.
            WrongStatus: it is void or was withdrawn.
        """
        return form_prefill.article_of(self._store, self._living_draft(draft))

    def open(self, number: str) -> OpenForm:
        """Return one form whole.

        Raises:
            UnknownApproval: there is none of this number.
        """
        form = self._store.approvals.get(number)
        drafts = tuple(self._store.drafts.by_id(article.draft) for article in form.articles)
        settings = form_settings(self._store)
        signers = {step: default_signer(self._store, settings, step, form) for step in form.steps}
        return OpenForm(form, drafts, signers, WaitingRoom(self._store, self._today()).of(form))

    def of_draft(self, draft: str) -> tuple[Approval, ...]:
        """Return the forms a draft is on, void ones included, oldest first.

        Raises:
            UnknownDraft: there is no such draft.
        """
        return tuple(self._store.approvals.of_draft(self._store.drafts.get(draft).id))

    def kind_for(self, draft: str) -> FormKind:
        """Return the form a draft wants first: B where it is the department's own, else A (rows 37, 39)."""
        group = self._store.units.group_of(self._store.drafts.get(draft).lead)
        return FormKind.B if group is Group.OFFICE else FormKind.A

    # --- opening

    def start(self, draft: str, kind: FormKind | None = None) -> str:
        """Open a draft's form of a kind, or the first it wants, and return its number.

        The one it is on already is returned as it is.

        Raises:
            UnknownDraft: there is no such draft.
            WrongStatus: it is void or was withdrawn.
        """
        found = self._living_draft(draft)
        kind = kind or self.kind_for(draft)
        there = self._on(found, kind)
        if there is not None:
            return there.number
        article = Article(found.id, found.number, found.title, found.lead)
        match kind:
            case FormKind.A:
                of_unit = form_prefill.unit_facts(self._store, found)
                return self._add(kind, found.quota_month, [(of_unit, (article,))])[0]
            case FormKind.B:
                own = form_prefill.department_facts(self._store)
                return self._add(kind, Month.of(self._today()), [(own, (article,))])[0]
            case FormKind.C:
                return self.start_push([draft])[0]

    def start_push(self, drafts: Sequence[str], *, one_each: bool = False) -> tuple[str, ...]:
        """Open the Form C of a push of up to eight drafts, or one form for each of them; return the numbers.

        Raises:
            NotFileable: there is none, there are too many, or one is named twice.
            AlreadyOnForm: a draft is on the form of a push that has not gone out.
            UnknownDraft, WrongStatus: as ``start`` does.
        """
        found = [self._living_draft(draft) for draft in drafts]
        articles = tuple(form_prefill.article_of(self._store, draft) for draft in found)
        refuse_bad(approval_forms.article_problems(articles))
        self._refuse_twice(found)
        facts = form_prefill.push_facts(self._store, self._today())
        forms = [(facts, (article,)) for article in articles] if one_each else [(facts, articles)]
        return self._add(FormKind.C, Month.of(self._today()), forms)

    def _add(
        self, kind: FormKind, month: Month, forms: Sequence[tuple[Facts, tuple[Article, ...]]]
    ) -> tuple[str, ...]:
        numbers: list[str] = []
        with self._store.writing("open_form", *TOPICS) as act:
            for facts, articles in forms:
                numbers.append(self.write(kind, month, facts, articles))
                note_form(self._store, act, None, numbers[-1])
            if len(numbers) > 1:
                act.subject, act.after = "forms", {"numbers": [*numbers, *_drafts(forms)]}
        self._undo.remember(act.subject, lambda: self._unopen(numbers))
        return tuple(numbers)

    def write(self, kind: FormKind, month: Month, facts: Facts, articles: tuple[Article, ...]) -> str:
        """Write a new form inside the caller's act and return the number it was given."""
        given = self._store.form_numbers
        code = given.code_of(articles[0].unit) if kind is FormKind.A else ""
        scope = form_numbers.scope_of(form_settings(self._store).patterns[kind], month, code)
        seq = given.next_seq(scope)
        while given.taken(number := form_numbers.number_in(scope, kind, seq)):
            seq += 1
        new = NewApproval(kind, number, scope, seq, month, self._today(), facts, articles)
        self._store.approvals.add(new)
        return number

    def _unopen(self, numbers: Iterable[str]) -> None:
        for number in numbers:
            form = self._store.approvals.get(number)
            with self._store.writing("undo", *TOPICS) as act:
                self._store.approvals.void(form.id, _UNDONE)
                note_form(self._store, act, form, number)

    # --- filling

    def check(self, number: str, facts: Facts) -> tuple[Problem, ...]:
        """Return everything wrong with what was typed into a form."""
        form = self._store.approvals.get(number)
        if not isinstance(facts, approval_forms.FACTS_OF[form.kind]):
            raise TypeError(f"{type(facts).__name__} is not what Form {form.kind} says")
        return tuple(approval_forms.fact_problems(facts))

    def fill(self, number: str, facts: Facts, articles: Sequence[Article] | None = None) -> None:
        """Write what a form says beside its drafts, and in the same act which drafts a push has, if given.

        Raises:
            NotFileable: it has problems that must be put right first.
            ApprovalOver: the form is void, or has gone out.
            AlreadyOnForm, WrongStatus: as ``set_articles`` does.
        """
        facts = _cleaned(facts)
        refuse_bad(self.check(number, facts))
        form = self._living(number, "改")
        kept = self._kept(form, articles) if articles is not None else form.articles

        def write(form: Approval) -> None:
            self._store.approvals.fill(form.id, facts)
            if articles is not None:
                self._store.approvals.set_articles(form.id, kept)

        self._change("fill_form", form, write)

    def set_articles(self, number: str, articles: Sequence[Article]) -> None:
        """Write which drafts a push has, in their order, and what each line says; a change is signed anew.

        Raises:
            NotFileable, AlreadyOnForm, WrongStatus: as ``start_push`` does.
            ApprovalOver: the form is void, or has gone out.
        """
        form = self._living(number, "改稿件")
        kept = self._kept(form, articles)
        self._change("set_articles", form, lambda form: self._store.approvals.set_articles(form.id, kept))

    def _kept(self, form: Approval, articles: Sequence[Article]) -> tuple[Article, ...]:
        """Return articles as they are kept, unless something keeps them from being this form's."""
        kept = tuple(replace(each, column=clean_line(each.column)) for each in articles)
        refuse_bad(approval_forms.article_problems(kept))
        self._refuse_twice([self._living_draft(article.number) for article in kept], but=form)
        return kept

    def bind(self, number: str, place: str) -> None:
        """Note where the signed paper is kept, as 2022年第3盒第12页.

        Raises:
            NotFileable: the place is too long a word.
            ApprovalOver: the form is void.
        """
        form = self._store.approvals.get(number)
        if form.voided:
            raise ApprovalOver(number, form.state, "归档")
        place = clean_line(place)
        if len(place) > BINDER_LIMIT:
            refuse_bad([Problem("binder", "too_long", detail=str(BINDER_LIMIT))])
        self._change("bind_form", form, lambda form: self._store.approvals.set_binder(form.id, place))

    def void(self, number: str, reason: str) -> None:
        """Void a form; its number stays on the list and is never given again.

        Raises:
            ReasonMissing: there is no reason.
            ApprovalOver: it is void, or has gone out.
        """
        form = self._living(number, "作废")
        if not reason.strip():
            raise ReasonMissing("作废审批表")
        reason = clean_line(reason)
        self._change("void_form", form, lambda form: self._store.approvals.void(form.id, reason))

    def _change(self, name: str, form: Approval, write: Callable[[Approval], object]) -> None:
        """Write one change of a form and what follows for its drafts, in one act that can be taken back."""
        moved = self._write_change(name, form, write, ())
        self._undo.remember(form.number, lambda: self._write_change("undo", form, self._as_it_was, moved))

    def _write_change(
        self, name: str, form: Approval, write: Callable[[Approval], object], put: Sequence[Stood]
    ) -> tuple[Stood, ...]:
        before = self._store.approvals.get(form.number)
        with self._store.writing(name, *TOPICS) as act:
            write(form)
            if name == "undo":
                moved: tuple[Stood, ...] = ()
                drafts = put_back(self._store, put)
            else:
                moved = bring_in_line(self._store, self._store.approvals.get(form.number), self._today())
                drafts = [stood.draft for stood in moved]
            note_form(self._store, act, before, form.number, drafts)
        return moved

    def _as_it_was(self, form: Approval) -> None:
        written = self._store.approvals
        written.fill(form.id, form.facts)
        written.set_articles(form.id, form.articles)
        written.set_binder(form.id, form.binder)
        written.void(form.id, form.voided)

    # --- what keeps an act from being done

    def _living(self, number: str, act: str) -> Approval:
        form = self._store.approvals.get(number)
        if form.state in (FormState.VOID, FormState.RELEASED):
            raise ApprovalOver(number, form.state, act)
        return form

    def _living_draft(self, number: str) -> Draft:
        draft = self._store.drafts.get(number)
        if draft.status in (Status.VOID, Status.WITHDRAWN):
            raise WrongStatus(number, draft.status, "开审批表")
        return draft

    def _on(self, draft: Draft, kind: FormKind, but: Approval | None = None) -> Approval | None:
        """Return the form of a kind that a draft is on; what was refused or pushed may have another."""
        over = (FormState.REJECTED, FormState.RELEASED) if kind is FormKind.C else (FormState.REJECTED,)
        for form in living(self._store.approvals.of_draft(draft.id)):
            if form.kind is kind and form.state not in over and (but is None or form.id != but.id):
                return form
        return None

    def _refuse_twice(self, drafts: Sequence[Draft], but: Approval | None = None) -> None:
        for draft in drafts:
            there = self._on(draft, FormKind.C, but)
            if there is not None:
                raise AlreadyOnForm(draft.number, there.number)


def _drafts(forms: Iterable[tuple[Facts, tuple[Article, ...]]]) -> Iterator[str]:
    yield from dict.fromkeys(article.number for _, articles in forms for article in articles)


def _cleaned(facts: Facts) -> Facts:
    """Return what was typed without control characters; summary and basis keep their paragraphs."""
    said = {
        field.name: clean_text(value).strip() if field.name in ("summary", "basis") else clean_line(value)
        for field in fields(facts)
        if isinstance(value := getattr(facts, field.name), str)
    }
    return replace(facts, **said)  # type: ignore[arg-type]  # only texts are replaced, each by a text
